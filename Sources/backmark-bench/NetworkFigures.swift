import Backpropagation
import Exercises
import Numerics

/// The reference engine: forward and backward pass, and the full finite-difference check.
enum NetworkFigures: FigureGroup {
  static let name = "network"
  static let summary = "forward and backward pass and finite-difference check of three networks"

  static func figures(_ settings: Settings, in folder: String) throws -> [Figure] {
    try Case.all.flatMap { try figures($0, settings) }
  }

  private struct Case {
    let sizes: [Int]
    var sampleCount = 1
    var passes: Figure.Target?
    var check: Figure.Target?

    static let all = [
      Case(sizes: [3, 2, 2, 1], passes: .atMost(1e-6), check: .atMost(20e-6)),
      Case(sizes: [5, 10, 8, 3]),
      Case(sizes: [784, 100, 10]),
      Case(sizes: [784, 100, 10], sampleCount: 64),
    ]

    var title: String {
      let network = sizes.map(String.init).joined(separator: "-")
      return sampleCount == 1 ? network : "\(network), \(sampleCount) samples"
    }

    var name: String {
      let network = sizes.map(String.init).joined(separator: "-")
      return "\(NetworkFigures.name)/\(network)" + (sampleCount == 1 ? "" : "-\(sampleCount)")
    }
  }

  private static func figures(_ item: Case, _ settings: Settings) throws -> [Figure] {
    var random = SplitMix64(seededBy: item.title)
    let network = try network(item.sizes, &random)
    let samples = try samples(item, &random)
    var workspace = Workspace(for: network.architecture, sampleCount: item.sampleCount)
    try workspace.load(samples)
    let passes = Stopwatch.secondsEach(runs: settings.runs(21)) {
      workspace.forward(network)
      workspace.backward(network)
    }
    let figure = Figure(
      name: "\(item.name)-passes", title: "\(item.title), forward and backward pass",
      unit: .seconds, target: item.passes, runs: passes)
    if item.sampleCount > 1 { return [figure] }
    return [figure, try checkFigure(item, network, samples, settings)]
  }

  private static func checkFigure(
    _ item: Case, _ network: Network, _ samples: Samples, _ settings: Settings
  ) throws -> Figure {
    var disagreement: FiniteDifference?
    func check() throws {
      let check = try FiniteDifferenceCheck(of: network, on: samples)
      disagreement = check.disagreements.first
    }
    // The large network's check takes seconds.
    let runs =
      network.parameterCount > 10_000
      ? try (0..<settings.runs(3)).map { _ in try Stopwatch.seconds(check) }
      : try Stopwatch.secondsEach(runs: settings.runs(21), check)
    if let disagreement {
      throw Failure("the check of \(item.title) finds an error: \(disagreement)")
    }
    return Figure(
      name: "\(item.name)-check",
      title: "\(item.title), finite differences of all \(network.parameterCount)",
      unit: .seconds, target: item.check, runs: runs)
  }

  private static func samples(_ item: Case, _ random: inout SplitMix64) throws -> Samples {
    let (inputs, outputs) = (item.sizes[0], item.sizes[item.sizes.count - 1])
    return try Samples(
      inputs: (0..<item.sampleCount).map { _ in
        (0..<inputs).map { _ in random.number(from: 0, to: 1) }
      },
      targets: (0..<item.sampleCount).map { sample in
        (0..<outputs).map { $0 == sample % outputs ? 1 : 0 }
      })
  }

  private static func network(
    _ sizes: [Int], _ random: inout SplitMix64
  ) throws -> Network {
    let isSingle = sizes.last == 1
    let architecture = try Architecture(
      sizes: sizes,
      activations: sizes.dropFirst(2).map { _ in .sigmoid } + [isSingle ? .sigmoid : .softmax],
      loss: isSingle ? .halfSquaredError : .crossEntropy)
    let width = 1 / Double(sizes[0]).squareRoot()
    let parameters = (0..<architecture.parameterCount).map { _ in
      random.number(from: -width, to: width)
    }
    return try Network(architecture, parameters: parameters)
  }
}
