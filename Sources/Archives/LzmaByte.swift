/// A byte that is said as such, and what its odds depend on.
struct LzmaByte {
  let byte: Int
  /// The byte before it.
  let before: Int
  /// The byte that the last distance would give, if a repetition was said just before: what follows
  /// that is likely to differ there.
  let again: Int?

  /// Calls for each bit, the highest first, with the place of its odds.
  @inline(__always)
  func forEachBit(_ body: (_ bit: Int, _ place: Int) -> Void) {
    let base = LzmaOdds.literals + 0x300 * (before >> (8 - Lzma.literalContext))
    var node = 1
    var likeness = again
    for shift in stride(from: 7, through: 0, by: -1) {
      let bit = byte >> shift & 1
      if let other = likeness {
        let expected = other >> shift & 1
        body(bit, base + (1 + expected) << 8 + node)
        if expected != bit { likeness = nil }
      } else {
        body(bit, base + node)
      }
      node = node << 1 | bit
    }
  }
}

extension LzmaOdds {
  func price(_ byte: LzmaByte) -> UInt32 {
    var price: UInt32 = 0
    byte.forEachBit { bit, place in price += self.price(place, bit) }
    return price
  }
}

extension LzmaCoder {
  mutating func put(_ byte: LzmaByte) {
    byte.forEachBit { bit, place in put(bit, place) }
  }
}
