import Backpropagation
import Testing

@Suite("Multiply–add counts")
struct MultiplyAddCountsTests {
  @Test("A 5-10-8-3 network has the chapter's counts")
  func chapter() throws {
    let architecture = try Architecture(
      sizes: [5, 10, 8, 3], activations: [.sigmoid, .sigmoid, .sigmoid], loss: .halfSquaredError)
    let counts = architecture.multiplyAddCounts
    #expect(architecture.parameterCount == 175)
    #expect(counts.forward == 154)
    #expect(counts.errorBackpropagation == 104)
    #expect(counts.weightGradients == 154)
    #expect(counts.backward == 258)
    #expect(counts.backwardToInput == 308)
  }

  @Test("The running code counts what the formula says, for each sample", arguments: 1...40)
  func counted(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    let sizes = (0...Int.random(in: 1...5, using: &generator)).map { _ in
      Int.random(in: 1...13, using: &generator)
    }
    let architecture = try Architecture(
      sizes: sizes, activations: sizes.dropFirst().map { _ in .tanh }, loss: .meanSquaredError)
    let network = try Network(
      architecture, parameters: Array(repeating: 0.1, count: architecture.parameterCount))
    let count = Int.random(in: 1...4, using: &generator)
    let samples = try Samples(
      inputs: Array(repeating: Array(repeating: 1, count: sizes[0]), count: count),
      targets: Array(repeating: Array(repeating: 1, count: sizes[sizes.count - 1]), count: count))
    let formula = network.multiplyAddCounts
    let counted = try network.countMultiplyAdds(for: samples)
    #expect(counted.forward == count * formula.forward)
    #expect(counted.errorBackpropagation == count * formula.errorBackpropagation)
    #expect(counted.weightGradients == count * formula.weightGradients)
    #expect(counted.inputGradient == count * formula.inputGradient)
  }
}

/// A small generator whose sequence is the same everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
