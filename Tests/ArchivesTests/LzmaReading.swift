@testable import Archives

/// Reads the LZMA format as plainly as it can be read: what the packing is tested against.
struct LzmaReading {
  private let input: [UInt8]
  private var place = 18
  private var range = UInt32.max
  private var code: UInt32
  private var odds = LzmaOdds()
  private var output: [UInt8] = []

  /// The bytes of a file with a head of 13 bytes.
  static func bytes(_ packed: [UInt8]) -> [UInt8] {
    let count = (5..<13).reversed().reduce(0) { $0 << 8 | Int(packed[$1]) }
    var reading = LzmaReading(packed)
    reading.run(count)
    return reading.output
  }

  private init(_ packed: [UInt8]) {
    // Behind the end only what is not needed is read.
    input = packed + [0, 0, 0, 0]
    code = packed[14..<18].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private mutating func next() {
    guard range < 1 << 24 else { return }
    range <<= 8
    code = code << 8 | UInt32(input[place])
    place += 1
  }

  private mutating func bit(_ index: Int) -> Int {
    let value = odds[index]
    let bound = (range >> 11) * UInt32(value)
    defer { next() }
    if code < bound {
      range = bound
      odds[index] = value + (2048 - value) >> 5
      return 0
    }
    range -= bound
    code -= bound
    odds[index] = value - value >> 5
    return 1
  }

  private mutating func evenBits(_ count: Int) -> Int {
    (0..<count).reduce(0) { number, _ in
      range >>= 1
      let bit = code >= range ? 1 : 0
      if bit == 1 { code -= range }
      next()
      return number << 1 | bit
    }
  }

  private mutating func tree(_ index: Int, _ bits: Int) -> Int {
    (0..<bits).reduce(1) { node, _ in node << 1 | bit(index + node) } - 1 << bits
  }

  private mutating func reversedTree(_ index: Int, _ bits: Int) -> Int {
    var (node, number) = (1, 0)
    for shift in 0..<bits {
      let bit = bit(index + node)
      node = node << 1 | bit
      number |= bit << shift
    }
    return number
  }

  private mutating func length(_ index: Int) -> Int {
    if bit(index) == 0 { return 2 + tree(index + 2, 3) }
    if bit(index + 1) == 0 { return 10 + tree(index + 10, 3) }
    return 18 + tree(index + 18, 8)
  }

  private mutating func distance(_ length: Int) -> Int {
    let slot = tree(LzmaOdds.slots + min(length - 2, 3) * 64, 6)
    guard slot >= 4 else { return slot }
    let bits = slot >> 1 - 1
    let base = (2 | slot & 1) << bits
    if slot < 14 { return base + reversedTree(LzmaOdds.nearDistances + base - slot, bits) }
    return base + evenBits(bits - 4) << 4 + reversedTree(LzmaOdds.lowBits, 4)
  }

  private mutating func run(_ count: Int) {
    var state = 0
    var distances = [0, 0, 0, 0]
    while output.count < count {
      if bit(LzmaOdds.isMatch + state) == 0 {
        literal(state, distances[0])
        state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6
        continue
      }
      var length = 1
      if bit(LzmaOdds.isRepeat + state) == 0 {
        length = self.length(LzmaOdds.lengths)
        distances = [distance(length)] + distances.prefix(3)
        state = state < 7 ? 7 : 10
      } else if bit(LzmaOdds.isOlder + state) == 1 {
        var index = 1
        if bit(LzmaOdds.isOlderThanSecond + state) == 1 {
          index = 2 + bit(LzmaOdds.isOlderThanThird + state)
        }
        distances.insert(distances.remove(at: index), at: 0)
        length = self.length(LzmaOdds.repeatLengths)
        state = state < 7 ? 8 : 11
      } else if bit(LzmaOdds.isLong + state) == 1 {
        length = self.length(LzmaOdds.repeatLengths)
        state = state < 7 ? 8 : 11
      } else {
        state = state < 7 ? 9 : 11
      }
      for _ in 0..<length { output.append(output[output.count - distances[0] - 1]) }
    }
  }

  private mutating func literal(_ state: Int, _ distance: Int) {
    let base = LzmaOdds.literals + 0x300 * Int((output.last ?? 0) >> 5)
    var node = 1
    var other = state < 7 ? nil : Int(output[output.count - distance - 1])
    while node < 256 {
      let expected = other.map { $0 >> 7 & 1 }
      let found = bit(base + (expected.map { (1 + $0) << 8 } ?? 0) + node)
      node = node << 1 | found
      other = expected == found ? other.map { $0 << 1 } : nil
    }
    output.append(UInt8(truncatingIfNeeded: node))
  }
}
