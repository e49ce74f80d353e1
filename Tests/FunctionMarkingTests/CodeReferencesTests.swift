import Backpropagation
import Exercises
import Foundation
import TestSupport
import Testing

@testable import FunctionMarking

/// Activations and a loss that go together.
struct NetworkCase: Sendable, CustomTestStringConvertible {
  let hidden: Activation
  let output: Activation
  let loss: Loss

  static let all = [
    NetworkCase(hidden: .sigmoid, output: .sigmoid, loss: .halfSquaredError),
    NetworkCase(hidden: .tanh, output: .identity, loss: .meanSquaredError),
    NetworkCase(hidden: .tanh, output: .sigmoid, loss: .binaryCrossEntropy),
    NetworkCase(hidden: .sigmoid, output: .softmax, loss: .crossEntropy),
    NetworkCase(hidden: .relu, output: .tanh, loss: .halfSquaredError),
    NetworkCase(hidden: .swish, output: .softplus, loss: .halfSquaredError),
    NetworkCase(hidden: .gelu, output: .elu, loss: .meanSquaredError),
  ]

  /// A loss whose δ does not begin with a difference.
  static let hinge = NetworkCase(hidden: .tanh, output: .elu, loss: .hinge)

  var testDescription: String { "\(hidden), \(output), \(loss)" }

  var setting: NetworkSetting {
    var setting = NetworkSetting()
    (setting.hidden, setting.output, setting.loss) = (hidden, output, loss)
    return setting
  }

  /// `"network": { … }` as a step has it.
  var json: String {
    """
    "network": { "hidden": "\(hidden.rawValue)", "output": "\(output.rawValue)",
      "loss": "\(loss.rawValue)" }
    """
  }
}

@Suite("Calculations that functions are held against")
struct CodeReferencesTests {
  static func signature(_ parameters: String, _ result: String) throws -> Signature {
    try Signature(
      reading: "func f(_ weights: [[[Double]]], _ biases: [[Double]], \(parameters)) -> \(result)")
  }

  static let pair = "(dW: [[[Double]]], db: [[Double]])"

  private func draws(
    _ signature: Signature, _ network: NetworkCase, layers: ClosedRange<Int>, count: Int = 12,
    setting: NetworkSetting? = nil
  ) -> [[FunctionValue]] {
    var random = RandomInputs(count: count, seed: layers.lowerBound)
    random.networks = .init(
      layers: layers, units: 1...4, setting: setting ?? network.setting)
    return random.arguments(for: signature)
  }

  @Test(
    "gradients of networks are those of finite differences and of a pass written by hand",
    arguments: 1...6, NetworkCase.all)
  func gradients(_ depth: Int, _ network: NetworkCase) throws {
    let signature = try Self.signature("x: [Double], y: [Double]", Self.pair)
    for drawn in draws(signature, network, layers: depth...depth) {
      let arguments = ReferenceArguments(signature, drawn, network.setting)
      let value = try #require(NetworkGradientsReference.value(of: arguments))
      let plain = PlainBackward(drawn, network.setting)
      let own = try #require(plain.gradients([(drawn[2].numbers, drawn[3].numbers)]))
      let difference = ValueDifference(
        own, from: value, type: signature.result, .both(absolute: 1e-13, relative: 1e-11),
        indexBase: 1)
      #expect(difference?.sentence == nil)
      let flat = zip(value.items[0].items, value.items[1].items).flatMap { $0.numbers + $1.numbers }
      let check = try FiniteDifferenceCheck(
        of: try #require(arguments.network), on: try #require(arguments.sample), analytical: flat)
      #expect(check.disagreements == [])
    }
  }

  @Test(
    "losses are those of a forward pass written by hand", arguments: 1...6, NetworkCase.all)
  func losses(_ depth: Int, _ network: NetworkCase) throws {
    let signature = try Self.signature("x: [Double], y: [Double]", "Double")
    for drawn in draws(signature, network, layers: depth...depth) {
      let arguments = ReferenceArguments(signature, drawn, network.setting)
      let value = try #require(NetworkLossReference.value(of: arguments)?.numbers.first)
      let own = PlainBackward(drawn, network.setting).loss(drawn[2].numbers, drawn[3].numbers)
      #expect(Tolerance.both(absolute: 1e-13, relative: 1e-11).accepts(own, for: value))
    }
  }

  @Test(
    "the further activations, the hinge loss and a penalty have the gradients of differences",
    arguments: [
      NetworkCase(hidden: .swish, output: .softplus, loss: .halfSquaredError),
      NetworkCase(hidden: .gelu, output: .elu, loss: .meanSquaredError),
      NetworkCase(hidden: .leakyRelu, output: .identity, loss: .hinge),
    ])
  func further(_ network: NetworkCase) throws {
    let signature = try Self.signature("x: [Double], y: [Double]", Self.pair)
    var setting = network.setting
    setting.penalty = 0.3
    for drawn in draws(signature, network, layers: 1...4) {
      let arguments = ReferenceArguments(signature, drawn, setting)
      let value = try #require(NetworkGradientsReference.value(of: arguments))
      let flat = zip(value.items[0].items, value.items[1].items).flatMap { $0.numbers + $1.numbers }
      let check = try FiniteDifferenceCheck(
        of: try #require(arguments.network), on: try #require(arguments.sample), analytical: flat)
      #expect(check.disagreements == [])
      #expect(check.rows.contains { $0.isDifferentiable })
    }
  }

  @Test("a batch has the mean of its samples' gradients", arguments: NetworkCase.all)
  func batches(_ network: NetworkCase) throws {
    let signature = try Self.signature("X: [[Double]], Y: [[Double]]", Self.pair)
    for drawn in draws(signature, network, layers: 1...6, count: 30) {
      let value = BatchGradientsReference.value(
        of: ReferenceArguments(signature, drawn, network.setting))
      let samples = zip(drawn[2].columns, drawn[3].columns).map { (x: $0, y: $1) }
      let own = PlainBackward(drawn, network.setting).gradients(samples)
      let difference = ValueDifference(
        try #require(own), from: try #require(value), type: signature.result,
        .both(absolute: 1e-13, relative: 1e-11), indexBase: 1)
      #expect(difference?.sentence == nil)
    }
  }

  @Test("a step goes against the gradient", arguments: NetworkCase.all)
  func steps(_ network: NetworkCase) throws {
    let signature = try Self.signature(
      "x: [Double], y: [Double], learningRate: Double",
      "(W: [[[Double]]], b: [[Double]])")
    for drawn in draws(signature, network, layers: 1...6) {
      let arguments = ReferenceArguments(signature, drawn, network.setting)
      let moved = try #require(NetworkStepReference.value(of: arguments)).numbers
      let before = drawn[0].numbers + drawn[1].numbers
      let slopes = try #require(NetworkGradientsReference.value(of: arguments)).numbers
      let rate = drawn[4].numbers[0]
      #expect(moved.count == before.count)
      for index in moved.indices {
        #expect(abs(moved[index] - (before[index] - rate * slopes[index])) < 1e-13)
      }
    }
  }

  @Test("a step with momentum goes by the velocity, which takes in the gradient")
  func momentumSteps() throws {
    let signature = try Self.signature(
      "x: [Double], y: [Double], learningRate: Double, momentum: Double, "
        + "weightVelocities: [[[Double]]], biasVelocities: [[Double]]",
      "(W: [[[Double]]], b: [[Double]], vW: [[[Double]]], vb: [[Double]])")
    let network = NetworkCase.all[0]
    for drawn in draws(signature, network, layers: 1...4) {
      let arguments = ReferenceArguments(signature, drawn, network.setting)
      let moved = try #require(MomentumStepReference.value(of: arguments)).items
      let slopes = try #require(NetworkGradientsReference.value(of: arguments)).items
      let (rate, mu) = (drawn[4].numbers[0], drawn[5].numbers[0])
      for part in 0..<2 {
        let (old, kept) = (drawn[part].numbers, drawn[6 + part].numbers)
        for (index, slope) in slopes[part].numbers.enumerated() {
          let velocity = mu * kept[index] + slope
          #expect(abs(moved[2 + part].numbers[index] - velocity) < 1e-14)
          #expect(abs(moved[part].numbers[index] - (old[index] - rate * velocity)) < 1e-14)
        }
      }
    }
  }

  @Test("a step of Adam is that of its paper")
  func adamSteps() throws {
    let signature = try Self.signature(
      "x: [Double], y: [Double], learningRate: Double, beta1: Double, beta2: Double, "
        + "epsilon: Double, t: Int, weightFirstMoments: [[[Double]]], biasFirstMoments: [[Double]], "
        + "weightSecondMoments: [[[Double]]], biasSecondMoments: [[Double]]",
      "(W: [[[Double]]], b: [[Double]], mW: [[[Double]]], mb: [[Double]], sW: [[[Double]]], "
        + "sb: [[Double]])")
    let network = NetworkCase.all[1]
    for drawn in draws(signature, network, layers: 1...4) {
      let arguments = ReferenceArguments(signature, drawn, network.setting)
      let moved = try #require(AdamStepReference.value(of: arguments)).items
      let slopes = try #require(NetworkGradientsReference.value(of: arguments)).items
      let constants = drawn[4...8].map { $0.numbers[0] }
      let (rate, beta1, beta2) = (constants[0], constants[1], constants[2])
      let (epsilon, t) = (constants[3], constants[4])
      #expect(t >= 1)
      for part in 0..<2 {
        for (index, g) in slopes[part].numbers.enumerated() {
          let m = beta1 * drawn[9 + part].numbers[index] + (1 - beta1) * g
          let s = beta2 * drawn[11 + part].numbers[index] + (1 - beta2) * g * g
          let step = m / (1 - pow(beta1, t)) / ((s / (1 - pow(beta2, t))).squareRoot() + epsilon)
          #expect(abs(moved[2 + part].numbers[index] - m) < 1e-14)
          #expect(abs(moved[4 + part].numbers[index] - s) < 1e-14)
          let new = drawn[part].numbers[index] - rate * step
          #expect(abs(moved[part].numbers[index] - new) < 1e-12)
        }
      }
    }
  }

  @Test("what an optimiser keeps must have the shape of what it belongs to")
  func otherMemory() throws {
    let signature = try Self.signature(
      "x: [Double], y: [Double], learningRate: Double, momentum: Double, "
        + "weightVelocities: [[[Double]]], biasVelocities: [[Double]]", "Double")
    for velocities in [[[[0.5, 0.5]]], [[[]]], [] as FunctionValue] {
      let arguments = ReferenceArguments(
        signature, [[[[1.0]]], [[1.0]], [1.0], [1.0], 0.1, 0.9, velocities, [[0.0]]],
        NetworkSetting())
      #expect(MomentumStepReference.value(of: arguments) == nil)
    }
  }

  @Test(
    "multiply–adds are those of the matrix products",
    arguments: [[5, 10, 8, 3], [3, 2], [1, 1, 1, 1, 1, 1, 1], [784, 100, 10], [4, 7, 2]])
  func counts(_ sizes: [Int]) throws {
    let signature = try Signature(reading: "func f(_ sizes: [Int]) -> Int")
    let arguments = ReferenceArguments(
      signature, [.array(sizes.map { .int($0) })], NetworkSetting())
    let products = zip(sizes, sizes.dropFirst()).map { $0 * $1 }
    let forward = products.reduce(0, +)
    #expect(ForwardMultiplyAddsReference.value(of: arguments) == .int(forward))
    #expect(
      BackwardMultiplyAddsReference.value(of: arguments) == .int(2 * forward - products[0]))
  }

  @Test(
    "sizes that are no network have no count",
    arguments: [[], [3], [3, 0], [-1, 2], [2, 1_000_001]])
  func noCounts(_ sizes: [Int]) throws {
    let signature = try Signature(reading: "func f(_ sizes: [Int]) -> Int")
    let arguments = ReferenceArguments(
      signature, [.array(sizes.map { .int($0) })], NetworkSetting())
    #expect(ForwardMultiplyAddsReference.value(of: arguments) == nil)
    #expect(BackwardMultiplyAddsReference.value(of: arguments) == nil)
  }

  @Test("lists that do not fit each other are no network", arguments: CodeReferences.all.indices)
  func misfits(_ index: Int) throws {
    let signature = try Self.signature(
      "x: [Double], y: [Double], X: [[Double]], Y: [[Double]], learningRate: Double, sizes: [Int]",
      "Double")
    let arguments = ReferenceArguments(
      signature, [[[[1.0, 2.0]]], [[1.0, 2.0]], [1.0], [1.0], [[1.0]], [[1.0]], 0.1, []],
      NetworkSetting())
    let reference = CodeReferences.all[index]
    #expect(reference.value(of: arguments) == nil)
    for slip in reference.slips where !reference.name.contains("MultiplyAdds") {
      #expect(slip.value(arguments) == nil)
    }
    guard let search = reference.search else { return }
    for choice in search.choices {
      let program = NetworkAccount(choices: [choice]).program
      #expect(search.value(program, arguments) == nil, "\(choice.id)")
    }
  }

  @Test("references and slips are told apart by their names")
  func names() {
    let names = CodeReferences.all.map { $0.name }
    #expect(Set(names).count == names.count)
    for reference in CodeReferences.all {
      let ids = reference.slips.map(\.id)
      #expect(Set(ids).count == ids.count, "\(reference.name)")
      #expect(Set(reference.slips.map(\.says)).count == ids.count, "\(reference.name)")
    }
  }
}
