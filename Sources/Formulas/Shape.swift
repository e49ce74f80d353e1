/// The shape of a value: a number, a vector or a matrix.
package enum Shape: Hashable, Sendable {
  case scalar
  case vector(Int)
  case matrix(Int, Int)

  /// The number of entries.
  package var count: Int {
    switch self {
    case .scalar: 1
    case .vector(let length): length
    case .matrix(let rows, let columns): rows * columns
    }
  }

  /// 0 for a number, 1 for a vector, 2 for a matrix.
  package var rank: Int {
    switch self {
    case .scalar: 0
    case .vector: 1
    case .matrix: 2
    }
  }

  /// The rows of the shape as NumPy's broadcasting sees it: a vector is one row.
  package var rows: Int {
    if case .matrix(let rows, _) = self { rows } else { 1 }
  }

  /// The columns of the shape as NumPy's broadcasting sees it: a vector is one row.
  package var columns: Int {
    switch self {
    case .scalar: 1
    case .vector(let length): length
    case .matrix(_, let columns): columns
    }
  }

  /// The shape with rows and columns exchanged; a vector stays what it is, as in NumPy.
  package var transposed: Shape {
    if case .matrix(let rows, let columns) = self { .matrix(columns, rows) } else { self }
  }

  /// The sizes as a list: `[]`, `[n]` or `[rows, columns]`.
  package var sizes: [Int] {
    switch self {
    case .scalar: []
    case .vector(let length): [length]
    case .matrix(let rows, let columns): [rows, columns]
    }
  }

  /// The indices of the entry at a position counted from 0 through the rows, themselves counted from
  /// `base`: `[]`, `[i]` or `[i, j]`.
  package func indices(at position: Int, from base: Int) -> [Int] {
    switch self {
    case .scalar: []
    case .vector: [position + base]
    case .matrix(_, let columns): [position / columns + base, position % columns + base]
    }
  }

  /// The shape with these sizes, or nil where there are more than two or one is not positive.
  package init?(sizes: [Int]) {
    guard sizes.allSatisfy({ $0 > 0 }) else { return nil }
    switch sizes.count {
    case 0: self = .scalar
    case 1: self = .vector(sizes[0])
    case 2: self = .matrix(sizes[0], sizes[1])
    default: return nil
    }
  }

  /// The shape of an elementwise operation on two values by NumPy's rule, or nil where there is none.
  ///
  /// Sizes are compared from the last; they fit when they are equal or one of them is 1.
  package static func broadcast(_ left: Shape, _ right: Shape) -> Shape? {
    func common(_ a: Int, _ b: Int) -> Int? { a == b || b == 1 ? a : a == 1 ? b : nil }
    guard let rows = common(left.rows, right.rows),
      let columns = common(left.columns, right.columns)
    else { return nil }
    switch max(left.rank, right.rank) {
    case 0: return .scalar
    case 1: return .vector(columns)
    default: return .matrix(rows, columns)
    }
  }

  /// The shape of a matrix product by NumPy's rules, or nil where there is none.
  package static func product(_ left: Shape, _ right: Shape) -> Shape? {
    switch (left, right) {
    case (.vector(let n), .vector(let m)) where n == m: .scalar
    case (.matrix(let rows, let inner), .vector(let n)) where inner == n: .vector(rows)
    case (.vector(let n), .matrix(let inner, let columns)) where inner == n: .vector(columns)
    case (.matrix(let rows, let inner), .matrix(let n, let columns)) where inner == n:
      .matrix(rows, columns)
    default: nil
    }
  }
}

extension Shape: CustomStringConvertible {
  /// "a number", "a vector of 3" or "a 2×3 matrix".
  package var description: String {
    switch self {
    case .scalar: "a number"
    case .vector(let length): "a vector of \(length)"
    case .matrix(let rows, let columns): "a \(rows)×\(columns) matrix"
    }
  }
}
