/// Another entry or part is taken: a neighbour, or row and column exchanged; a kernel that moves
/// otherwise or lies on more zeros.
enum WrongIndex: FormulaEditDefinition {
  static let kind = EditKind.wrongIndex
  static let examples = [
    EditExample("delta1[1] * x[1]", "delta1[2] * x[1]"),
    EditExample("W2[1, 2] * a1[1]", "W2[2, 1] * a1[1]"),
    EditExample("sum(x[2..4])", "sum(x[3..5])"),
    EditExample("sum(x[2..4])", "sum(x[2..3])"),
    EditExample("A[:, 1]", "A[:, 2]"),
    EditExample("A[:, 1]", "A[1, :]"),
    EditExample("correlate(X, K, 2, 1)", "correlate(X, K, 1, 1)"),
    EditExample("correlate(X, K, 2, 1)", "correlate(X, K, 2)"),
    EditExample("correlate(X, K)", "correlate(X, K, 1, 1)"),
    EditExample("maxPool(X, 3)", "maxPool(X, 3, 1)"),
    EditExample("maxPool(X, 3)", "maxPool(X, 2)"),
  ]

  static func replacements(of node: Expression, in place: EditPlace) -> [NodeReplacement] {
    switch node.node {
    case .index(let base, let indices):
      others(for: indices).map { other, cost in
        let part = Expression(.index(base, other))
        return NodeReplacement(part, .replaced(node, by: part), cost: cost)
      }
    case .call(let function, let arguments):
      windows(function, arguments).map { other in
        let call = Expression(.call(function, other))
        return NodeReplacement(call, .replaced(node, by: call), cost: 1.2)
      }
    default: []
    }
  }

  // MARK: Places

  private static func others(
    for indices: [Expression]
  ) -> [(indices: [Expression], cost: Double)] {
    var found: [(indices: [Expression], cost: Double)] = []
    for position in indices.indices {
      for (other, cost) in neighbours(of: indices[position]) {
        var moved = indices
        moved[position] = other
        found.append((moved, cost))
      }
    }
    if indices.count == 2, indices[0] != indices[1], indices.allSatisfy({ $0.isPlace }) {
      found.append((indices.reversed(), 1))
    }
    return found
  }

  /// What is one place beside.
  private static func neighbours(of index: Expression) -> [(Expression, cost: Double)] {
    switch index.node {
    case .number(let value, _):
      guard let place = Int(exactly: value) else { return [] }
      return [place - 1, place + 1].filter { $0 >= 0 }.map { (.number($0), cost: 1) }
    case .span(let first, let last):
      guard case .number(let start, _) = first.node, let start = Int(exactly: start),
        case .number(let end, _) = last.node, let end = Int(exactly: end)
      else { return [] }
      return [(-1, -1), (1, 1), (-1, 0), (1, 0), (0, -1), (0, 1)].compactMap { before, behind in
        let (low, high) = (start + before, end + behind)
        guard low >= 0, low <= high else { return nil }
        let span = Expression(.span(.number(low), .number(high)))
        return (span, cost: before == behind ? 1 : 1.2)
      }
    default: return []
    }
  }

  // MARK: Windows

  /// The arguments with another stride, padding or size.
  private static func windows(_ function: Function, _ arguments: [Expression]) -> [[Expression]] {
    let numbers = arguments.map { argument -> Int? in
      if case .number(let value, _) = argument.node { Int(exactly: value) } else { nil }
    }
    func number(_ place: Int, or other: Int) -> Int? {
      place < numbers.count ? numbers[place] : other
    }
    switch function {
    case .correlate, .convolve:
      guard let stride = number(2, or: 1), let padding = number(3, or: 0) else { return [] }
      let others = [
        (stride - 1, padding), (stride + 1, padding), (stride, padding - 1),
        (stride, padding + 1), (stride, 0),
      ]
      return others.filter { $0.0 > 0 && $0.1 >= 0 && $0 != (stride, padding) }.map {
        let rest = $0.1 > 0 ? [$0.0, $0.1] : $0.0 > 1 ? [$0.0] : []
        return arguments[..<2] + rest.map { .number($0) }
      }
    case .maxPool, .averagePool:
      guard let size = number(1, or: 1), let stride = number(2, or: size) else { return [] }
      var others = [(size, 1), (size, stride - 1), (size, stride + 1), (size, size)]
      // Without a stride of its own, the windows stay side by side.
      others +=
        arguments.count == 2
        ? [(size - 1, size - 1), (size + 1, size + 1)] : [(size - 1, stride), (size + 1, stride)]
      return others.filter { $0.0 > 0 && $0.1 > 0 && $0 != (size, stride) }.map {
        let rest = $0.0 == $0.1 ? [$0.0] : [$0.0, $0.1]
        return [arguments[0]] + rest.map { .number($0) }
      }
    default: return []
    }
  }
}

extension Expression {
  /// Whether it is an index that counts, or `:`.
  fileprivate var isPlace: Bool {
    switch node {
    case .number, .span, .all: true
    default: false
    }
  }
}
