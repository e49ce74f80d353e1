extension Mathematics {
  /// The same with every matrix as a list of its rows, `[[1, 2], [3, 4]]`, as answers are typed.
  var linear: Mathematics {
    Mathematics(items: items.map { $0.linear })
  }
}

extension Mathematics.Item {
  fileprivate var linear: Mathematics.Item {
    switch self {
    case .table(let table) where table.isList: .text(table.list)
    case .group(let inner): .group(inner.linear)
    case .fenced(let open, let inner, let close): .fenced(open: open, inner.linear, close: close)
    case .scripts(let scripts):
      .scripts(
        Mathematics.Scripts(
          base: scripts.base.linear, lower: scripts.lower, primes: scripts.primes,
          upper: scripts.upper))
    default: self
    }
  }
}

extension Mathematics.Table {
  /// Whether it is a vector or matrix, and no determinant, case distinction or set of equations.
  fileprivate var isList: Bool {
    arrangement == .matrix && ["(", "[", ""].contains(open) && [")", "]", ""].contains(close)
  }

  /// The rows as lists; a single column is a list of its numbers.
  fileprivate var list: String {
    let cells = rows.map { $0.map { $0.linear.line } }
    let isColumn = cells.allSatisfy { $0.count == 1 }
    let rows = cells.map {
      isColumn ? $0[0] : "[\($0.joined(separator: ", "))]"
    }
    return "[\(rows.joined(separator: ", "))]"
  }
}
