/// Unpacks the deflate format (RFC 1951), and never more than it was told to expect.
struct Inflation {
  private let input: [UInt8]
  private let limit: Int
  private var position = 0
  private var bits: UInt32 = 0
  private var bitCount: UInt32 = 0
  private var output: [UInt8] = []

  private struct Fault: Error {}

  /// The bytes of exactly that many; nil where the packed ones are damaged or give more or fewer.
  static func bytes(_ packed: [UInt8], count: Int) -> [UInt8]? {
    var inflation = Inflation(packed, limit: count)
    do {
      try inflation.run()
    } catch {
      return nil
    }
    return inflation.output.count == count ? inflation.output : nil
  }

  private init(_ input: [UInt8], limit: Int) {
    self.input = input
    self.limit = limit
    output.reserveCapacity(limit)
  }

  private mutating func run() throws(Fault) {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try copyStored()
      case 1: try unpack(Inflation.fixedLengths, Inflation.fixedDistances)
      case 2:
        let (lengths, distances) = try readCodes()
        try unpack(lengths, distances)
      default: throw Fault()
      }
    }
  }

  private mutating func take(_ count: UInt32) throws(Fault) -> Int {
    while bitCount < count {
      guard position < input.count else { throw Fault() }
      bits |= UInt32(input[position]) << bitCount
      position += 1
      bitCount += 8
    }
    let value = bits & (1 << count - 1)
    bits >>= count
    bitCount -= count
    return Int(value)
  }

  private mutating func copyStored() throws(Fault) {
    bits = 0
    bitCount = 0
    guard position + 4 <= input.count else { throw Fault() }
    let length = Int(input.number(at: position, 2))
    guard length ^ 0xFFFF == Int(input.number(at: position + 2, 2)) else { throw Fault() }
    position += 4
    guard position + length <= input.count, output.count + length <= limit else { throw Fault() }
    output += input[position..<position + length]
    position += length
  }

  private mutating func unpack(
    _ lengths: PrefixCode, _ distances: PrefixCode
  ) throws(Fault) {
    while true {
      let symbol = try next(lengths)
      if symbol < 256 {
        guard output.count < limit else { throw Fault() }
        output.append(UInt8(symbol))
      } else if symbol == 256 {
        return
      } else {
        guard symbol < 286 else { throw Fault() }
        let (base, extra) = Inflation.lengths[symbol - 257]
        let length = base + (try take(extra))
        let code = try next(distances)
        guard code < 30 else { throw Fault() }
        let (near, more) = Inflation.distances[code]
        let distance = near + (try take(more))
        guard distance <= output.count, output.count + length <= limit else { throw Fault() }
        for _ in 0..<length { output.append(output[output.count - distance]) }
      }
    }
  }

  private mutating func next(_ code: PrefixCode) throws(Fault) -> Int {
    var value = 0
    var first = 0
    var index = 0
    for length in 1...15 {
      value |= try take(1)
      let count = code.counts[length]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw Fault()
  }

  private mutating func readCodes() throws(Fault) -> (PrefixCode, PrefixCode) {
    let literals = try take(5) + 257
    let distances = try take(5) + 1
    let count = try take(4) + 4
    guard literals <= 286, distances <= 30 else { throw Fault() }
    var own = [Int](repeating: 0, count: 19)
    for place in Inflation.order.prefix(count) { own[place] = try take(3) }
    guard let code = PrefixCode(own[...]) else { throw Fault() }
    var lengths: [Int] = []
    while lengths.count < literals + distances {
      let symbol = try next(code)
      switch symbol {
      case ..<16: lengths.append(symbol)
      case 16:
        guard let last = lengths.last else { throw Fault() }
        lengths += repeatElement(last, count: 3 + (try take(2)))
      case 17: lengths += repeatElement(0, count: 3 + (try take(3)))
      default: lengths += repeatElement(0, count: 11 + (try take(7)))
      }
    }
    guard lengths.count == literals + distances, lengths[256] > 0,
      let first = PrefixCode(lengths[..<literals]), let second = PrefixCode(lengths[literals...])
    else { throw Fault() }
    return (first, second)
  }
}

extension Inflation {
  static let order = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  /// The lengths of the symbols from 257 on, each with the number of bits that add to it.
  static let lengths: [(base: Int, extra: UInt32)] =
    ladder(from: 3, count: 28, perStep: 4, flat: 8) + [(258, 0)]

  /// The distances, likewise.
  static let distances = ladder(from: 1, count: 30, perStep: 2, flat: 4)

  /// Numbers that lie further apart with every step; the first ones follow each other.
  private static func ladder(
    from start: Int, count: Int, perStep: Int, flat: Int
  ) -> [(base: Int, extra: UInt32)] {
    var base = start
    return (0..<count).map { number in
      let extra = number < flat ? 0 : (number - flat) / perStep + 1
      defer { base += 1 << extra }
      return (base, UInt32(extra))
    }
  }

  private static let fixedLengths = PrefixCode(
    fixed: [(8, 144), (9, 112), (7, 24), (8, 8)])
  private static let fixedDistances = PrefixCode(fixed: [(5, 30)])
}

/// A canonical Huffman code: how many symbols have each length, and the symbols in order.
private struct PrefixCode {
  private(set) var counts = [Int](repeating: 0, count: 16)
  private(set) var symbols: [Int] = []

  /// A code from the lengths of its symbols; nil where there are more than fit.
  init?(_ lengths: ArraySlice<Int>) {
    self.init(unchecked: Array(lengths))
    var free = 1
    for count in counts.dropFirst() {
      free = free << 1 - count
      if free < 0 { return nil }
    }
  }

  init(fixed runs: [(length: Int, count: Int)]) {
    self.init(unchecked: runs.flatMap { repeatElement($0.length, count: $0.count) })
  }

  private init(unchecked lengths: [Int]) {
    for length in lengths where length > 0 { counts[length] += 1 }
    for length in 1...15 {
      symbols += lengths.indices.filter { lengths[$0] == length }
    }
  }
}
