/// Another entry is taken: a neighbour, or row and column exchanged.
enum WrongIndex: FormulaEditDefinition {
  static let kind = EditKind.wrongIndex
  static let examples = [
    EditExample("delta1[1] * x[1]", "delta1[2] * x[1]"),
    EditExample("W2[1, 2] * a1[1]", "W2[2, 1] * a1[1]"),
  ]

  static func replacements(of node: Expression, in place: EditPlace) -> [Replacement] {
    guard case .index(let base, let indices) = node.node else { return [] }
    let numbers = indices.compactMap { index -> Int? in
      if case .number(let value, _) = index.node { Int(exactly: value) } else { nil }
    }
    guard numbers.count == indices.count else { return [] }
    var others: [[Int]] = []
    for position in numbers.indices {
      for step in [-1, 1] {
        var moved = numbers
        moved[position] += step
        others.append(moved)
      }
    }
    if numbers.count == 2 { others.append(numbers.reversed()) }
    return others.filter { $0 != numbers && $0.allSatisfy { $0 >= 0 } }.map { other in
      let entry = Expression(.index(base, other.map { Expression.number($0) }))
      return Replacement(entry, .replaced(node, by: entry))
    }
  }
}
