/// What must come before what.
///
/// The longest part of a sequence that stands in a right order is the largest set of entries without
/// a pair the wrong way round. Such pairs are an order of their own, so the set is an antichain of
/// it, and by Dilworth's theorem as large as the fewest chains that hold all entries.
struct PartialOrder: Sendable {
  /// Whether one entry must come before another, at whatever distance; the second index is the
  /// later entry.
  private let precedes: [[Bool]]
  /// The pairs that were stated.
  private let stated: [[Bool]]

  /// Nil where the pairs go round in a circle.
  init?(of count: Int, pairs: [(earlier: Int, later: Int)]) {
    let none = [[Bool]](repeating: .init(repeating: false, count: count), count: count)
    var stated = none
    for pair in pairs { stated[pair.earlier][pair.later] = true }
    var all = stated
    // Warshall's closure.
    for middle in 0..<count {
      for earlier in 0..<count where all[earlier][middle] {
        for later in 0..<count where all[middle][later] { all[earlier][later] = true }
      }
    }
    if (0..<count).contains(where: { all[$0][$0] }) { return nil }
    precedes = all
    self.stated = stated
  }

  /// How many entries of a sequence can stay where they are, with the others taken out.
  func longestPart(of sequence: [Int]) -> Int {
    antichain(of: sequence.count) { first, second in
      first < second && precedes[sequence[second]][sequence[first]]
    }
  }

  /// How long a part of these stands in a right order however they are arranged.
  func leastPart(of entries: [Int]) -> Int {
    antichain(of: entries.count) { precedes[entries[$0]][entries[$1]] }
  }

  /// The first entry of a sequence that stands before one it must come after, with that one.
  ///
  /// Of several, one whose place was stated is named first.
  func firstFault(in sequence: [Int]) -> (early: Int, late: Int)? {
    for (place, early) in sequence.enumerated() {
      let late = sequence[(place + 1)...].filter { precedes[$0][early] }
      guard let first = late.first(where: { stated[$0][early] }) ?? late.first else { continue }
      return (early, first)
    }
    return nil
  }

  /// The entries in a right order, otherwise in their own.
  func sorted(_ entries: [Int]) -> [Int] {
    var rest = entries
    var sorted: [Int] = []
    while let next = rest.firstIndex(where: { entry in !rest.contains { precedes[$0][entry] } }) {
      sorted.append(rest.remove(at: next))
    }
    return sorted
  }

  /// The size of the largest set without a pair in relation, which must be transitive.
  private func antichain(of count: Int, _ isRelated: (Int, Int) -> Bool) -> Int {
    // A chain less for every entry that is matched with a next one.
    var before = [Int?](repeating: nil, count: count)
    func finds(_ first: Int, _ tried: inout Set<Int>) -> Bool {
      for second in 0..<count where isRelated(first, second) && tried.insert(second).inserted {
        guard let owner = before[second] else {
          before[second] = first
          return true
        }
        if finds(owner, &tried) {
          before[second] = first
          return true
        }
      }
      return false
    }
    let matched = (0..<count).count { first in
      var tried: Set<Int> = []
      return finds(first, &tried)
    }
    return count - matched
  }
}
