/// A prefix code made for how often its symbols occur, no symbol longer than is allowed.
struct PackingCode {
  /// How many bits each symbol has; 0 for one that does not occur.
  let lengths: [Int]
  /// The bits of each symbol, the first one lowest.
  let codes: [Int]

  init(_ counts: [Int], longest: Int) {
    lengths = PackingCode.lengths(counts, longest)
    var next = [Int](repeating: 0, count: longest + 2)
    for length in 1...longest {
      next[length + 1] = (next[length] + lengths.count { $0 == length }) << 1
    }
    var codes = [Int](repeating: 0, count: counts.count)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      codes[symbol] = PackingCode.reversed(next[length], length)
      next[length] += 1
    }
    self.codes = codes
  }

  /// The best lengths, by merging packages: from the longest length up, the cheapest two of a
  /// length count as one of the length above.
  private static func lengths(_ counts: [Int], _ longest: Int) -> [Int] {
    var lengths = [Int](repeating: 0, count: counts.count)
    var symbols = counts.indices.filter { counts[$0] > 0 }
    // A code has two symbols at least, or it would not be complete.
    for spare in counts.indices where symbols.count < 2 && counts[spare] == 0 {
      symbols.append(spare)
    }
    typealias Package = (cost: Int, symbols: [Int])
    let leaves = symbols.map { (cost: counts[$0], symbols: [$0]) }.sorted { $0.cost < $1.cost }
    var level: [Package] = []
    for _ in 0..<longest {
      var pairs: [Package] = []
      for index in stride(from: 0, to: level.count - 1, by: 2) {
        pairs.append(
          (
            level[index].cost + level[index + 1].cost,
            level[index].symbols + level[index + 1].symbols
          ))
      }
      level = (leaves + pairs).sorted { $0.cost < $1.cost }
    }
    for package in level.prefix(2 * symbols.count - 2) {
      for symbol in package.symbols { lengths[symbol] += 1 }
    }
    return lengths
  }

  private static func reversed(_ code: Int, _ length: Int) -> Int {
    var (code, reversed) = (code, 0)
    for _ in 0..<length {
      reversed = reversed << 1 | code & 1
      code >>= 1
    }
    return reversed
  }
}
