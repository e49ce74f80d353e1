/// A generator of random numbers that gives the same numbers on every machine.
///
/// Sebastiano Vigna's SplitMix64, with the constants of its reference implementation.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  /// A generator seeded by a text: the FNV-1a hash of its UTF-8.
  package init(seededBy text: String) {
    self.init(seed: FNV1a.hash(text))
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from `lower` up to but not including `upper`, from the 53 highest bits.
  package mutating func number(from lower: Double, to upper: Double) -> Double {
    lower + (upper - lower) * (Double(next() >> 11) * 0x1p-53)
  }
}
