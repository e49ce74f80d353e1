import Backpropagation
import Formulas
import Numerics
import Testing

@testable import Exercises

@Suite("Deep networks under verification")
struct DeepNetworksTests {
  /// A network drawn by its number: up to six layers of any activation, with an output that suits
  /// the loss, in both layouts, of one sample or several.
  static func network(_ number: Int) -> RandomNetwork {
    var random = SplitMix64(seed: UInt64(number))
    func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    let depth = 1 + number % 6
    let loss = Loss.allCases[number / 6 % Loss.allCases.count]
    var activations = (0..<depth).map { _ in Activation.allCases[below(Activation.allCases.count)] }
    switch loss {
    case .binaryCrossEntropy: activations[depth - 1] = .sigmoid
    case .crossEntropy: activations[depth - 1] = below(3) == 0 ? .sigmoid : .softmax
    case .halfSquaredError, .meanSquaredError, .hinge: break
    }
    return RandomNetwork(
      sizes: (0...depth).map { _ in 1 + below(4) }, activations: activations, loss: loss,
      layout: below(2) == 0 ? .destinationSource : .sourceDestination,
      sampleCount: below(2) == 0 ? nil : 1 + below(3), isOneHot: below(2) == 0,
      learningRate: below(3) == 0 ? 0.1 : nil)
  }

  @Test("Sixty random networks up to six layers deep are sound", arguments: 1...60)
  func sound(seed: Int) throws {
    let network = Self.network(seed)
    let found = try complaints(about: network.text(seed: UInt64(seed)))
    #expect(found == "", "seed \(seed): \(network)")
  }

  @Test("A key changed by 1 % in one entry is refused in all of them", arguments: 1...60)
  func changed(seed: Int) throws {
    let network = Self.network(seed)
    let text = network.text(seed: UInt64(seed))
    let original = try exercise(text)
    var evaluation = original.evaluation()
    evaluation.run()
    var random = SplitMix64(seed: UInt64(seed))
    let gradients = network.names.filter {
      ["delta", "dW", "db"].contains(where: $0.hasPrefix)
    }
    // Every gradient of the small ones, three of the others.
    for name in gradients.shuffled(using: &random).prefix(3) {
      let slot = try #require(original.program.slot(named: name))
      let value = evaluation.value(of: slot)
      let entries = value.entries.indices.filter { value[$0] != 0 }
      guard let entry = entries.randomElement(using: &random) else { continue }
      let formula = try #require(original.program.formula(of: slot)).text
      let changed = "(\(formula)) * (1 + 0.01 * \(Self.place(entry, in: value.shape)))"
      let wrong = text.replacing(
        "{ \"name\": \"\(name)\" }", with: "{ \"name\": \"\(name)\", \"formula\": \"\(changed)\" }")
      let found = Verification(try exercise(wrong)).problems.map(\.message)
      #expect(
        found.contains { $0.hasPrefix("the key is wrong: \(name)") },
        "seed \(seed): \(network), \(name) at \(entry) = \(value[entry])")
    }
  }

  /// A formula that is 1 at an entry and 0 elsewhere.
  private static func place(_ entry: Int, in shape: Shape) -> String {
    switch shape {
    case .scalar: "1"
    case .vector(let count): "onehot(\(entry + 1), \(count))"
    case .matrix(let rows, let columns):
      "outer(onehot(\(entry / columns + 1), \(rows)), onehot(\(entry % columns + 1), \(columns)))"
    }
  }
}
