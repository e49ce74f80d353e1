/// The odds of every decision in the LZMA format, where each kind begins, and the price of a bit.
///
/// The odds of a 0 are counted in 2048ths and move a thirty-second of the way to what came.
struct LzmaOdds {
  /// A length: two choices, then trees of 3, 3 and 8 bits.
  static let lengthCount = 2 + 8 + 8 + 256

  // Where the odds of each decision stand; unpack.c has the same places.
  static let isMatch = 0
  static let isRepeat = 12
  static let isOlder = 24
  static let isOlderThanSecond = 36
  static let isOlderThanThird = 48
  static let isLong = 60
  static let slots = 72
  static let nearDistances = slots + 4 * 64
  static let lowBits = nearDistances + 128
  static let lengths = lowBits + 16
  static let repeatLengths = lengths + lengthCount
  static let literals = repeatLengths + lengthCount
  static let count = literals + 0x300 << Lzma.literalContext

  private(set) var values = [UInt16](repeating: 1024, count: count)

  /// Sixteenths of a bit, for odds of so many 128ths.
  private static let prices: [UInt32] = {
    // The logarithm by squaring: each time the square reaches 2, half a bit less remains.
    (0..<128).map { odds in
      var (value, price) = (UInt64(odds) * 16 + 8, UInt32(0))
      for _ in 0..<4 {
        value *= value
        price <<= 1
        while value >= 1 << 16 {
          value >>= 1
          price += 1
        }
      }
      return 11 << 4 - 15 - price
    }
  }()

  /// What it costs to say a bit.
  func price(_ place: Int, _ bit: Int) -> UInt32 {
    LzmaOdds.prices[Int(bit == 0 ? values[place] : 2048 - values[place]) >> 4 & 127]
  }

  /// What it costs to say a number in a tree, its highest bit first.
  func price(tree: Int, bits: Int, _ number: Int) -> UInt32 {
    var (node, price) = (1, UInt32(0))
    for shift in stride(from: bits - 1, through: 0, by: -1) {
      let bit = number >> shift & 1
      price += self.price(tree + node, bit)
      node = node << 1 | bit
    }
    return price
  }

  /// The same, its lowest bit first.
  func price(reversedTree tree: Int, bits: Int, _ number: Int) -> UInt32 {
    var (node, price) = (1, UInt32(0))
    for shift in 0..<bits {
      let bit = number >> shift & 1
      price += self.price(tree + node, bit)
      node = node << 1 | bit
    }
    return price
  }

  /// What it costs to say a length, less the shortest.
  func price(length: Int, at place: Int) -> UInt32 {
    if length < 8 { return price(place, 0) + price(tree: place + 2, bits: 3, length) }
    if length < 16 {
      return price(place, 1) + price(place + 1, 0) + price(tree: place + 10, bits: 3, length - 8)
    }
    return price(place, 1) + price(place + 1, 1)
      + price(tree: place + 18, bits: 8, length - 16)
  }

  subscript(place: Int) -> UInt16 {
    get { values[place] }
    set { values[place] = newValue }
  }
}
