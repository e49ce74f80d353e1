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
    #expect(counts.backward + counts.inputGradient == 308)
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
