import Backpropagation
import Testing

@Suite("PyTorch's values")
struct GoldenTests {
  static let files = [
    "seed-networks", "random-networks", "combinations", "saturated", "gradient-flow",
  ]

  @Test("No golden file has lost its cases", arguments: zip(files, [5, 24, 14, 2, 2]))
  func count(file: String, expected: Int) throws {
    #expect(try GoldenCase.all(in: file).count == expected)
  }

  @Test("Every z, a and loss agrees to 1e-12", arguments: try files.flatMap(GoldenCase.all(in:)))
  func forwardPass(golden: GoldenCase) throws {
    let pass = try golden.network.network().forwardPass(golden.network.samples())
    expectAgreement(pass.preActivations.map(\.entries), golden.expected.z.map(\.entries), "z")
    expectAgreement(pass.activations.map(\.entries), golden.expected.a.map(\.entries), "a")
    expectAgreement([[pass.loss]], [[golden.expected.loss]], "loss")
  }

  @Test("Every gradient agrees to 1e-12", arguments: try files.flatMap(GoldenCase.all(in:)))
  func gradients(golden: GoldenCase) throws {
    let gradients = try golden.network.network().gradients(for: golden.network.samples())
    let expected = golden.expected
    expectAgreement(gradients.errorSignals.map(\.entries), expected.delta.map(\.entries), "delta")
    expectAgreement(
      gradients.weightGradients.map(\.entries), expected.dW.map { $0.flatMap(\.self) }, "dW")
    expectAgreement(gradients.biasGradients, expected.db, "db")
    if let dx = expected.dx {
      expectAgreement([gradients.inputGradient.entries], [dx.entries], "dx")
    }
  }

  @Test(
    "A step of gradient descent agrees to 1e-12",
    arguments: try ["combinations", "saturated"].flatMap(GoldenCase.all(in:)))
  func step(golden: GoldenCase) throws {
    let network = try golden.network.network()
    let samples = try golden.network.samples()
    let moved = try network.gradientDescentStep(
      network.gradients(for: samples), learningRate: #require(golden.network.learningRate))
    expectAgreement(
      moved.layers.map(\.weights.entries),
      try #require(golden.expected.newW).map { $0.flatMap(\.self) }, "W")
    expectAgreement(moved.layers.map(\.biases), try #require(golden.expected.newB), "b")
    expectAgreement(
      [[try moved.forwardPass(samples).loss]], [[try #require(golden.expected.newLoss)]], "loss")
  }
}

/// Agreement to 1e-12, relative to the expected value.
///
/// Where numbers cancel, as in 0.2 + 0.1 − 0.4 + 0.1 = 2.8e-17 or in 1 − a² for a saturated tanh, what
/// is left is rounding noise, in PyTorch's value as much as in ours: against a calculation with 50
/// digits, the smallest entries of dW5 in random-21 are both wrong by 0.5 %. So differences of two
/// units in the last place of 1, or of the quantity's largest entry in the network, are no error.
func expectAgreement(
  _ found: [[Double]], _ expected: [[Double]], _ quantity: String,
  at location: SourceLocation = #_sourceLocation
) {
  #expect(found.map(\.count) == expected.map(\.count), sourceLocation: location)
  let scale = expected.joined().reduce(1) { max($0, abs($1)) }
  for (layer, (found, expected)) in zip(found, expected).enumerated() {
    for (index, (found, expected)) in zip(found, expected).enumerated() {
      let bound = max(1e-12 * abs(expected), 4.4e-16 * scale)
      #expect(
        abs(found - expected) <= bound, "\(quantity)\(layer + 1), entry \(index + 1)",
        sourceLocation: location)
    }
  }
}
