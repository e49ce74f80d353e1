import Formulas

/// What may stand in one place of a formula: a term or factor, none, or more than one.
struct Choice: Sendable {
  let links: [Expression.Link]
  let edits: [Mutation.Edit]
  let bits: Double

  init(_ links: [Expression.Link], _ edits: [Mutation.Edit] = [], bits: Double = 0) {
    self.links = links
    self.edits = edits
    self.bits = bits
  }

  /// One operand.
  init(_ deviation: Deviation, isInverse: Bool = false) {
    self.init(
      [Expression.Link(operand: deviation.expression, isInverse: isInverse)], deviation.edits,
      bits: deviation.bits)
  }

  init(
    _ links: [Expression.Link], _ kind: EditKind, _ change: Change, bits: Double
  ) {
    self.init(
      links, [Mutation.Edit(kind: kind, change: change, cost: Prior.cost(ofBits: bits))],
      bits: bits)
  }

  private func followed(by other: Choice) -> Choice {
    Choice(links + other.links, edits + other.edits, bits: bits + other.bits)
  }

  /// One choice from each list, the likeliest combinations first.
  static func combinations(
    _ lists: [[Choice]], within limit: Double, most: Int
  ) -> [Choice] {
    var found = [Choice([])]
    for list in lists {
      // Only those that stay are put together: there may be a hundred times as many.
      var pairs: [(bits: Double, first: Int, second: Int)] = []
      for (i, first) in found.enumerated() {
        for (j, second) in list.enumerated() {
          let bits = first.bits + second.bits
          if bits > limit { break }
          pairs.append((bits, i, j))
        }
      }
      pairs.sort { $0 < $1 }
      found = pairs.prefix(most).map { found[$0.first].followed(by: list[$0.second]) }
    }
    return found
  }
}

extension [Choice] {
  /// The likeliest first, as the combinations want them.
  var inOrder: [Choice] {
    indices.sorted { (self[$0].bits, $0) < (self[$1].bits, $1) }.map { self[$0] }
  }
}
