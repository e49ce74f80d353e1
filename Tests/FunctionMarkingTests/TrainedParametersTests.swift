import Exercises
import Testing

@testable import FunctionMarking

@Suite("Networks whose layers share a bias, or of which a part is frozen")
struct TrainedParametersTests {
  private static let cases = [NetworkCase.all[0], NetworkCase.all[1], NetworkCase.all[2]]

  private static func setting(
    _ network: NetworkCase, shared: Bool, frozen: Set<ParameterSet> = []
  ) -> NetworkSetting {
    var setting = network.setting
    setting.hasSharedBiases = shared
    setting.frozen = frozen
    return setting
  }

  /// Arguments of a function of a reference, as they are drawn.
  private static func draws(
    _ parameters: String, _ setting: NetworkSetting, layers: ClosedRange<Int>
  ) throws -> [ReferenceArguments] {
    let biases = setting.hasSharedBiases ? "[Double]" : "[[Double]]"
    let signature = try Signature(
      reading: "func f(_ weights: [[[Double]]], _ biases: \(biases), \(parameters)) -> Double")
    var random = RandomInputs(count: 10, seed: layers.lowerBound)
    random.networks = .init(layers: layers, units: 1...4, setting: setting)
    return random.arguments(for: signature).map {
      ReferenceArguments(signature, $0, setting)
    }
  }

  private static let sample = "x: [Double], y: [Double]"

  @Test("the gradient of a shared bias is that of differences", arguments: 1...4, cases)
  func sharedGradients(_ depth: Int, _ network: NetworkCase) throws {
    let setting = Self.setting(network, shared: true)
    for arguments in try Self.draws(Self.sample, setting, layers: depth...depth) {
      let value = try #require(NetworkGradientsReference.value(of: arguments))
      #expect(value.items[1].items.count == depth)
      let weights = try #require(arguments.value("weights"))
      let biases = try #require(arguments.vector("biases"))
      let x = try #require(arguments.vector("x"))
      let y = try #require(arguments.vector("y"))
      for layer in biases.indices {
        func loss(_ change: Double) -> Double {
          var moved = biases
          moved[layer] += change
          return PlainBackward([weights, .vector(moved)], setting).loss(x, y)
        }
        let slope = (loss(1e-5) - loss(-1e-5)) / 2e-5
        #expect(abs(value.items[1].numbers[layer] - slope) < 1e-8)
      }
    }
  }

  @Test("what is frozen has no gradient", arguments: [false, true])
  func frozenGradients(_ shared: Bool) throws {
    let frozen: Set = [
      ParameterSet(isBias: false, layer: 1), ParameterSet(isBias: true, layer: 2),
    ]
    for network in Self.cases {
      let setting = Self.setting(network, shared: shared, frozen: frozen)
      for arguments in try Self.draws(Self.sample, setting, layers: 2...4) {
        let value = try #require(NetworkGradientsReference.value(of: arguments))
        let whole = try #require(NetworkGradientsReference.value(of: arguments.freezing([])))
        for (part, isBias) in [(0, false), (1, true)] {
          for (index, layer) in value.items[part].items.enumerated() {
            let own = whole.items[part].items[index].numbers
            let isFrozen = frozen.contains(ParameterSet(isBias: isBias, layer: index + 1))
            #expect(layer.numbers == (isFrozen ? own.map { _ in 0 } : own))
          }
        }
      }
    }
  }

  @Test(
    "steps leave what is frozen, with what is kept of it",
    arguments: ["network.step", "network.momentumStep", "network.adamStep"], [false, true])
  func frozenSteps(_ name: String, _ shared: Bool) throws {
    let reference = try #require(CodeReferences.all.first { $0.name == name })
    let setting = Self.setting(
      Self.cases[0], shared: shared,
      frozen: [ParameterSet(isBias: false, layer: 1), ParameterSet(isBias: true, layer: 1)])
    let parameters = reference.needs(setting).dropFirst(2)
      .map { "\($0.name): \($0.type)" }.joined(separator: ", ")
    guard case .tuple(let parts) = reference.result(setting) else {
      Issue.record("a step gives a tuple")
      return
    }
    for arguments in try Self.draws(parameters, setting, layers: 2...3) {
      let value = try #require(reference.value(of: arguments))
      let whole = try #require(reference.value(of: arguments.freezing([])))
      for (index, part) in parts.enumerated() {
        let label = part.label
        let old = try #require(arguments.value(label))
        #expect(value.items[index].items[0] == old.items[0], "\(label)")
        #expect(
          Array(value.items[index].items.dropFirst())
            == Array(whole.items[index].items.dropFirst()), "\(label)")
        #expect(value.items[index].items[1] != old.items[1], "\(label)")
      }
    }
  }

  @Test("a step moves a shared bias along the sum of its units' error signals")
  func sharedStep() throws {
    let setting = Self.setting(Self.cases[0], shared: true)
    let parameters = Self.sample + ", learningRate: Double"
    for arguments in try Self.draws(parameters, setting, layers: 1...3) {
      let moved = try #require(NetworkStepReference.value(of: arguments)).items[1].numbers
      let weights = try #require(arguments.value("weights"))
      let plain = PlainBackward(
        [weights, try #require(arguments.value("biases"))], setting)
      let x = try #require(arguments.vector("x"))
      let y = try #require(arguments.vector("y"))
      let deltas = try #require(plain.gradients([(x, y)])).items[1].items
      let rate = try #require(arguments.learningRate)
      for (layer, old) in try #require(arguments.vector("biases")).enumerated() {
        let sum = deltas[layer].numbers.reduce(0, +)
        #expect(abs(moved[layer] - (old - rate * sum)) < 1e-13)
      }
    }
  }

  @Test("several biases for a layer that has one are no network")
  func misfits() throws {
    let setting = Self.setting(Self.cases[0], shared: true)
    let signature = try Signature(
      reading: "func f(_ weights: [[[Double]]], _ biases: [[Double]], x: [Double], y: [Double]) "
        + "-> Double")
    let arguments = ReferenceArguments(
      signature, [[[[1.0], [2.0]]], [[1.0, 2.0]], [1.0], [1.0, 1.0]], setting)
    #expect(NetworkGradientsReference.value(of: arguments) == nil)
  }
}
