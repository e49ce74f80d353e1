import Answers
import Backpropagation

/// The multiply–adds of a forward pass: Σ n(l)·n(l−1).
enum ForwardMultiplyAddsReference: CodeReferenceDefinition {
  static let name = "network.forwardMultiplyAdds"
  static let summary = "the multiply–adds of one forward pass through layers of these sizes"
  static let needs = [Signature.Parameter(label: nil, name: "sizes", type: .array(.int))]
  static let result = ValueType.int
  static let slips = [
    CountSlip("biases", "You counted the biases; adding one is no multiply–add.") { sizes in
      sizes.products.reduce(0, +) + sizes.dropFirst().reduce(0, +)
    },
    CountSlip("first-layer", "The product from the input into the first layer is missing.") {
      $0.products.dropFirst().reduce(0, +)
    },
    CountSlip("last-layer", "The product into the output layer is missing.") {
      $0.products.dropLast().reduce(0, +)
    },
    CountSlip("twice", "You counted product and addition separately; together they are one.") {
      2 * $0.products.reduce(0, +)
    },
  ].map { $0.slip }

  package static func value(of arguments: ReferenceArguments) -> FunctionValue? {
    arguments.counts.map { .int($0.forward) }
  }

  static func lines(_ spelling: NetworkSpelling) -> [String]? {
    [
      "// Each weight is used once, and a layer has one for every pair of units.",
      "zip(sizes, sizes.dropFirst()).map { $0 * $1 }.reduce(0, +)",
    ]
  }
}

/// The multiply–adds of a backward pass, BP2 and BP3.
enum BackwardMultiplyAddsReference: CodeReferenceDefinition {
  static let name = "network.backwardMultiplyAdds"
  static let summary = "the multiply–adds of BP2 and BP3 through layers of these sizes"
  static let needs = ForwardMultiplyAddsReference.needs
  static let result = ValueType.int
  static let slips = [
    CountSlip(
      "to-the-input",
      "This is 2F, the bound. BP2 stops at the first hidden layer: no δ⁽⁰⁾ is formed."
    ) { 2 * $0.products.reduce(0, +) },
    CountSlip("bp3-alone", "This is BP3 alone; carrying δ back, BP2, comes on top.") {
      $0.products.reduce(0, +)
    },
    CountSlip("bp2-alone", "This is BP2 alone; BP3 still has to form the gradients.") {
      $0.products.dropFirst().reduce(0, +)
    },
    CountSlip(
      "wrong-end", "BP2 leaves out the product of the first layer; you left out the last one."
    ) { $0.products.reduce(0, +) + $0.products.dropLast().reduce(0, +) },
  ].map { $0.slip }

  package static func value(of arguments: ReferenceArguments) -> FunctionValue? {
    arguments.counts.map { .int($0.backward) }
  }

  static func lines(_ spelling: NetworkSpelling) -> [String]? {
    [
      "let products = zip(sizes, sizes.dropFirst()).map { $0 * $1 }",
      "// BP3 forms as many entries as there are weights; BP2 uses each once more, but for those of the",
      "// first layer, since nothing is carried back to the input.",
      "return products.reduce(0, +) + products.dropFirst().reduce(0, +)",
    ]
  }
}

/// A wrong count.
private struct CountSlip {
  /// Larger layers are not counted, so that no product of two sizes overflows.
  static let largestLayer = 1_000_000

  let slip: ReferenceSlip

  init(_ id: String, _ says: Message, _ count: @escaping @Sendable ([Int]) -> Int) {
    slip = ReferenceSlip(id: id, says: says) { arguments in
      arguments.sizes.map { .int(count($0)) }
    }
  }
}

extension [Int] {
  /// Each layer's size times that of the layer before it.
  fileprivate var products: [Int] { zip(self, dropFirst()).map { $0 * $1 } }
}

extension ReferenceArguments {
  fileprivate var sizes: [Int]? { vector("sizes")?.map { Int($0) } }

  /// The counts of a network of these sizes, which are those of the running kernels.
  fileprivate var counts: MultiplyAddCounts? {
    guard let sizes, sizes.allSatisfy({ $0 <= CountSlip.largestLayer }) else { return nil }
    return try? Architecture(
      sizes: sizes, activations: setting.activations(sizes.count - 1), loss: setting.loss
    ).multiplyAddCounts
  }
}
