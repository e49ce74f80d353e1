import Formulas

/// How the two halves of a formula are put together, and where their entries are read from.
struct Pairing: Sendable {
  /// The last operation of a formula.
  enum Operation: Sendable {
    case multiply, divide, add, subtract, product, outer
    /// The first half alone.
    case alone
  }

  let operation: Operation
  let shape: Shape
  private let first: Half
  private let second: Half
  /// The length of the sums of a matrix product.
  private let inner: Int32

  /// Where the entries of one half stand; small numbers, for there are thousands of pairings.
  private struct Half: Sendable {
    private let place: Int32
    var row: Int32 = 0
    var column: Int32 = 0
    var inner: Int32 = 0

    init(place: Int) { self.place = Int32(truncatingIfNeeded: place) }

    mutating func setStrides(_ shape: Shape) {
      row = shape.rows == 1 ? 0 : Int32(truncatingIfNeeded: shape.columns)
      column = shape.columns == 1 ? 0 : 1
    }

    /// Where the entry of a row and a column stands.
    func entry(_ row: Int, _ column: Int) -> Int {
      Int(place) + row * Int(self.row) + column * Int(self.column)
    }
  }

  /// - Returns: Nil where the shapes do not fit.
  init?(
    _ operation: Operation, _ left: Shape, at leftPlace: Int, _ right: Shape, at rightPlace: Int
  ) {
    self.operation = operation
    var (first, second) = (Half(place: leftPlace), Half(place: rightPlace))
    var inner: Int32 = 1
    switch operation {
    case .alone:
      shape = left
      first.setStrides(left)
    case .multiply, .divide, .add, .subtract:
      guard let shape = Shape.broadcast(left, right) else { return nil }
      self.shape = shape
      first.setStrides(left)
      second.setStrides(right)
    case .outer:
      guard case .vector(let rows) = left, case .vector(let columns) = right else { return nil }
      shape = .matrix(rows, columns)
      (first.row, second.column) = (1, 1)
    case .product:
      guard let shape = Shape.product(left, right) else { return nil }
      self.shape = shape
      let columns = Int32(truncatingIfNeeded: right.columns)
      let length = Int32(truncatingIfNeeded: left.rank == 2 ? left.columns : left.count)
      switch (left, right) {
      case (.matrix, .vector):
        (first.column, first.inner, second.inner, inner) = (length, 1, 1, length)
      case (.vector, .matrix):
        (first.inner, second.column, second.inner, inner) = (1, 1, columns, length)
      case (.matrix, .matrix):
        (first.row, first.inner, second.column, second.inner, inner) = (
          length, 1, 1, columns, length
        )
      default: (first.inner, second.inner, inner) = (1, 1, length)
      }
    }
    (self.first, self.second, self.inner) = (first, second, inner)
  }

  /// The entry at a place counted from 0 through the rows.
  func entry(_ index: Int, in values: UnsafeBufferPointer<Double>) -> Double {
    let columns = shape.columns
    // A division takes longer than all the rest.
    let row = columns == 1 ? index : index < columns ? 0 : index / columns
    let column = index - row * columns
    let a = first.entry(row, column)
    let b = second.entry(row, column)
    switch operation {
    case .alone: return values[a]
    case .multiply, .outer: return values[a] * values[b]
    case .divide: return values[a] / values[b]
    case .add: return values[a] + values[b]
    case .subtract: return values[a] - values[b]
    case .product:
      var sum = 0.0
      for step in 0..<Int(inner) {
        sum += values[a + step * Int(first.inner)] * values[b + step * Int(second.inner)]
      }
      return sum
    }
  }

  /// The formula that puts two expressions together so.
  func expression(_ left: Expression, _ right: Expression) -> Expression {
    switch operation {
    case .alone: left
    case .multiply:
      right.divisor.map { Expression(.binary(.divide, left, $0)) }
        ?? Expression(.binary(.multiply, left, right))
    case .divide: Expression(.binary(.divide, left, right))
    case .add: Expression(.binary(.add, left, right))
    case .subtract: Expression(.binary(.subtract, left, right))
    case .product: Expression(.binary(.matrixProduct, left, right))
    case .outer: Expression(.call(.outer, [left, right]))
    }
  }
}
