/// Writes decisions of the LZMA format, each in the room that its odds leave it.
struct LzmaCoder {
  var odds = LzmaOdds()
  private var low: UInt64 = 0
  private var range = UInt32.max
  /// The last byte that a carry may still reach, and how many of 255 follow it.
  private var waiting: UInt8 = 0
  private var full = 0
  private var output: [UInt8] = []

  mutating func put(_ bit: Int, _ place: Int) {
    let value = odds[place]
    let bound = (range >> 11) * UInt32(value)
    if bit == 0 {
      range = bound
      odds[place] = value + (2048 - value) >> 5
    } else {
      low += UInt64(bound)
      range -= bound
      odds[place] = value - value >> 5
    }
    while range < 1 << 24 {
      range <<= 8
      shift()
    }
  }

  /// Bits of even odds, the highest first.
  mutating func put(even number: Int, bits: Int) {
    for shift in stride(from: bits - 1, through: 0, by: -1) {
      range >>= 1
      if number >> shift & 1 == 1 { low += UInt64(range) }
      while range < 1 << 24 {
        range <<= 8
        self.shift()
      }
    }
  }

  mutating func put(tree: Int, bits: Int, _ number: Int) {
    var node = 1
    for shift in stride(from: bits - 1, through: 0, by: -1) {
      let bit = number >> shift & 1
      put(bit, tree + node)
      node = node << 1 | bit
    }
  }

  mutating func put(reversedTree tree: Int, bits: Int, _ number: Int) {
    var node = 1
    for shift in 0..<bits {
      let bit = number >> shift & 1
      put(bit, tree + node)
      node = node << 1 | bit
    }
  }

  mutating func put(length: Int, at place: Int) {
    put(length < 8 ? 0 : 1, place)
    if length < 8 { return put(tree: place + 2, bits: 3, length) }
    put(length < 16 ? 0 : 1, place + 1)
    if length < 16 { return put(tree: place + 10, bits: 3, length - 8) }
    put(tree: place + 18, bits: 8, length - 16)
  }

  /// The bytes, after the last decision.
  func finished() -> [UInt8] {
    var coder = self
    for _ in 0..<5 { coder.shift() }
    return coder.output
  }

  private mutating func shift() {
    if low < 0xFF00_0000 || low > 0xFFFF_FFFF {
      let carry = UInt8(truncatingIfNeeded: low >> 32)
      // The first byte of all is 0, as the format has it.
      output.append(waiting &+ carry)
      output += repeatElement(0xFF &+ carry, count: full)
      full = 0
      waiting = UInt8(truncatingIfNeeded: low >> 24)
    } else {
      full += 1
    }
    low = (low & 0x00FF_FFFF) << 8
  }
}
