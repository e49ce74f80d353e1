/// A distance, less one, as the format cuts it: its size, then its bits.
struct LzmaDistance {
  /// How many bits it has, and the second of them.
  let slot: Int
  /// How many bits follow, and those.
  let bits: Int
  let rest: Int

  init(_ distance: Int) {
    guard distance >= 4 else {
      (slot, bits, rest) = (distance, 0, 0)
      return
    }
    let top = Int.bitWidth - 1 - distance.leadingZeroBitCount
    bits = top - 1
    slot = top << 1 | distance >> bits & 1
    rest = distance & (1 << bits - 1)
  }

  /// Where the odds of the rest stand, of a distance of less than 128.
  var nearTree: Int { LzmaOdds.nearDistances + (2 | slot & 1) << bits - slot }

  /// The distances after lengths of 2, 3, 4 and more have odds of their own.
  static func kind(length: Int) -> Int { min(length, 3) }
}

extension LzmaCoder {
  /// - Parameter length: The length of the repetition, less the shortest.
  mutating func put(distance: Int, length: Int) {
    let parts = LzmaDistance(distance)
    put(
      tree: LzmaOdds.slots + LzmaDistance.kind(length: length) * 64, bits: 6, parts.slot)
    if parts.slot >= 14 {
      put(even: parts.rest >> 4, bits: parts.bits - 4)
      put(reversedTree: LzmaOdds.lowBits, bits: 4, parts.rest & 15)
    } else if parts.slot >= 4 {
      put(reversedTree: parts.nearTree, bits: parts.bits, parts.rest)
    }
  }
}

/// What lengths and distances cost by the odds as they were a while ago.
struct LzmaPrices {
  /// How much was said since; so much that the first refresh is due.
  var said = patience
  private var lengths = [UInt32](repeating: 0, count: 272)
  private(set) var repeatLengths = [UInt32](repeating: 0, count: 272)
  private var slots = [UInt32](repeating: 0, count: 4 * 64)
  private var near = [UInt32](repeating: 0, count: 4 * 128)
  private var low = [UInt32](repeating: 0, count: 16)

  private static let patience = 128

  /// What a repetition costs: its length, less the shortest, and its distance.
  func match(_ length: Int, _ distance: Int) -> UInt32 {
    let kind = LzmaDistance.kind(length: length)
    if distance < 128 { return lengths[length] + near[kind << 7 | distance] }
    return lengths[length] + slots[kind << 6 | LzmaDistance(distance).slot] + low[distance & 15]
  }

  /// Looks at the odds again, if it is time to.
  mutating func refresh(_ odds: LzmaOdds) {
    guard said >= LzmaPrices.patience else { return }
    said = 0
    for length in lengths.indices {
      lengths[length] = odds.price(length: length, at: LzmaOdds.lengths)
      repeatLengths[length] = odds.price(length: length, at: LzmaOdds.repeatLengths)
    }
    for number in 0..<16 {
      low[number] = odds.price(reversedTree: LzmaOdds.lowBits, bits: 4, number)
    }
    for kind in 0..<4 {
      for slot in 0..<64 {
        // The bits of even odds cost one each.
        slots[kind << 6 | slot] =
          odds.price(tree: LzmaOdds.slots + kind * 64, bits: 6, slot)
          + UInt32(slot >= 14 ? (slot >> 1 - 5) << 4 : 0)
      }
      for distance in 0..<128 {
        let parts = LzmaDistance(distance)
        near[kind << 7 | distance] =
          slots[kind << 6 | parts.slot]
          + odds.price(reversedTree: parts.nearTree, bits: parts.bits, parts.rest)
      }
    }
  }
}
