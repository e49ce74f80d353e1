/// Packs bytes in the deflate format (RFC 1951), which ``Inflation`` unpacks.
///
/// Repetitions are found by chains of places with the same three bytes, and taken a place later
/// where that gives a longer one; each block has prefix codes of its own.
struct Deflation {
  private let input: [UInt8]
  private var bits: UInt64 = 0
  private var bitCount = 0
  private var output: [UInt8] = []
  /// The last place of every hash, and of each place the one before it with the same.
  private var heads = [Int32](repeating: -1, count: 1 << 15)
  private var before: [Int32]
  /// A byte, or 256 and above a length of a repetition, with its distance above bit 16.
  private var symbols: [UInt32] = []

  private static let window = 32_768
  private static let longest = 258
  /// How many places are tried for a repetition.
  private static let patience = 512
  private static let symbolsPerBlock = 24_000

  static func bytes(_ input: [UInt8]) -> [UInt8] {
    var deflation = Deflation(input)
    deflation.run()
    return deflation.output
  }

  private init(_ input: [UInt8]) {
    self.input = input
    before = [Int32](repeating: -1, count: input.count)
    symbols.reserveCapacity(Deflation.symbolsPerBlock)
  }

  private mutating func run() {
    var place = 0
    var found = match(at: 0)
    while place < input.count {
      note(place)
      let next = place + 1 < input.count ? match(at: place + 1) : (length: 0, distance: 0)
      if found.length >= 3, found.length >= next.length {
        symbols.append(UInt32(found.distance) << 16 | UInt32(256 + found.length))
        for skipped in place + 1..<place + found.length { note(skipped) }
        place += found.length
        found = place < input.count ? match(at: place) : (0, 0)
      } else {
        symbols.append(UInt32(input[place]))
        place += 1
        found = next
      }
      if symbols.count >= Deflation.symbolsPerBlock { endBlock(isLast: false) }
    }
    endBlock(isLast: true)
    if bitCount > 0 { put(0, 8 - bitCount) }
  }

  // MARK: Repetitions

  private func hash(at place: Int) -> Int {
    let three = Int(input[place]) << 16 | Int(input[place + 1]) << 8 | Int(input[place + 2])
    return (three &* 0x9E37_79B1) >> 12 & 0x7FFF
  }

  private mutating func note(_ place: Int) {
    guard place + 2 < input.count else { return }
    let hash = hash(at: place)
    before[place] = heads[hash]
    heads[hash] = Int32(place)
  }

  /// The longest repetition of what stands before a place, if one of three bytes or more is there.
  private func match(at place: Int) -> (length: Int, distance: Int) {
    guard place + 2 < input.count else { return (0, 0) }
    let most = min(Deflation.longest, input.count - place)
    var best = (length: 2, distance: 0)
    var candidate = Int(heads[hash(at: place)])
    var patience = Deflation.patience
    input.withUnsafeBufferPointer { input in
      while candidate >= 0, place - candidate <= Deflation.window, patience > 0 {
        if input[candidate + best.length] == input[place + best.length] || best.length < 3 {
          var length = 0
          while length < most, input[candidate + length] == input[place + length] { length += 1 }
          if length > best.length { best = (length, place - candidate) }
          if length == most { return }
        }
        candidate = Int(before[candidate])
        patience -= 1
      }
    }
    return best.length < 3 ? (0, 0) : best
  }

  // MARK: Blocks

  private mutating func put(_ value: Int, _ count: Int) {
    bits |= UInt64(value) << UInt64(bitCount)
    bitCount += count
    while bitCount >= 8 {
      output.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      bitCount -= 8
    }
  }

  private mutating func endBlock(isLast: Bool) {
    var literals = [Int](repeating: 0, count: 286)
    var distances = [Int](repeating: 0, count: 30)
    literals[256] = 1
    for symbol in symbols {
      let literal = Int(symbol & 0xFFFF)
      if literal < 256 {
        literals[literal] += 1
      } else {
        literals[257 + Deflation.step(of: literal - 256, on: Inflation.lengths)] += 1
        distances[Deflation.step(of: Int(symbol >> 16), on: Inflation.distances)] += 1
      }
    }
    let first = PackingCode(literals, longest: 15)
    let second = PackingCode(distances, longest: 15)
    put(isLast ? 1 : 0, 1)
    put(2, 2)
    write(first, second)
    for symbol in symbols {
      let literal = Int(symbol & 0xFFFF)
      if literal < 256 {
        put(first.codes[literal], first.lengths[literal])
        continue
      }
      write(literal - 256, Inflation.lengths, first, from: 257)
      write(Int(symbol >> 16), Inflation.distances, second, from: 0)
    }
    put(first.codes[256], first.lengths[256])
    symbols.removeAll(keepingCapacity: true)
  }

  private mutating func write(
    _ number: Int, _ ladder: [(base: Int, extra: UInt32)], _ code: PackingCode, from start: Int
  ) {
    let step = Deflation.step(of: number, on: ladder)
    put(code.codes[start + step], code.lengths[start + step])
    put(number - ladder[step].base, Int(ladder[step].extra))
  }

  /// The last step of a ladder that is not above a number.
  private static func step(of number: Int, on ladder: [(base: Int, extra: UInt32)]) -> Int {
    var (low, high) = (0, ladder.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if ladder[middle].base <= number { low = middle } else { high = middle }
    }
    return low
  }

  /// Writes the lengths of both codes, which a code of their own shortens.
  private mutating func write(_ first: PackingCode, _ second: PackingCode) {
    let all = first.lengths + second.lengths
    var runs: [(symbol: Int, extra: Int, bits: Int)] = []
    var place = 0
    while place < all.count {
      let length = all[place]
      var count = 1
      while place + count < all.count, all[place + count] == length { count += 1 }
      place += count
      if length > 0 {
        runs.append((length, 0, 0))
        count -= 1
      }
      while count >= 3 {
        let taken = min(count, length > 0 ? 6 : 138)
        if length > 0 {
          runs.append((16, taken - 3, 2))
        } else {
          runs.append(taken < 11 ? (17, taken - 3, 3) : (18, taken - 11, 7))
        }
        count -= taken
      }
      runs += repeatElement((symbol: length, extra: 0, bits: 0), count: count)
    }
    var counts = [Int](repeating: 0, count: 19)
    for run in runs { counts[run.symbol] += 1 }
    let code = PackingCode(counts, longest: 7)
    put(first.lengths.count - 257, 5)
    put(second.lengths.count - 1, 5)
    put(19 - 4, 4)
    for symbol in Inflation.order { put(code.lengths[symbol], 3) }
    for run in runs {
      put(code.codes[run.symbol], code.lengths[run.symbol])
      put(run.extra, run.bits)
    }
  }
}
