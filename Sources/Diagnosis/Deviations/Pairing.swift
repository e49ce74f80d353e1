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
  private let inner: Int

  /// Where the entries of one half stand.
  private struct Half: Sendable {
    var place = 0
    var row = 0
    var column = 0
    var inner = 0
  }

  /// - Returns: Nil where the shapes do not fit.
  init?(
    _ operation: Operation, _ left: Shape, at leftPlace: Int, _ right: Shape, at rightPlace: Int
  ) {
    self.operation = operation
    var (first, second) = (Half(place: leftPlace), Half(place: rightPlace))
    var inner = 1
    switch operation {
    case .alone:
      shape = left
      (first.row, first.column) = Pairing.strides(left)
    case .multiply, .divide, .add, .subtract:
      guard let shape = Shape.broadcast(left, right) else { return nil }
      self.shape = shape
      (first.row, first.column) = Pairing.strides(left)
      (second.row, second.column) = Pairing.strides(right)
    case .outer:
      guard case .vector(let rows) = left, case .vector(let columns) = right else { return nil }
      shape = .matrix(rows, columns)
      (first.row, second.column) = (1, 1)
    case .product:
      guard let shape = Shape.product(left, right) else { return nil }
      self.shape = shape
      switch (left, right) {
      case (.matrix(_, let columns), .vector):
        (first.column, first.inner, second.inner, inner) = (columns, 1, 1, columns)
      case (.vector(let length), .matrix(_, let columns)):
        (first.inner, second.column, second.inner, inner) = (1, 1, columns, length)
      case (.matrix(_, let length), .matrix(_, let columns)):
        (first.row, first.inner, second.column, second.inner, inner) = (
          length, 1, 1, columns, length
        )
      default: (first.inner, second.inner, inner) = (1, 1, left.count)
      }
    }
    (self.first, self.second, self.inner) = (first, second, inner)
  }

  private static func strides(_ shape: Shape) -> (row: Int, column: Int) {
    (shape.rows == 1 ? 0 : shape.columns, shape.columns == 1 ? 0 : 1)
  }

  /// The entry at a place counted from 0 through the rows.
  func entry(_ index: Int, in values: UnsafeBufferPointer<Double>) -> Double {
    let columns = shape.columns
    let (row, column) = columns == 1 ? (index, 0) : (index / columns, index % columns)
    let a = first.place + row * first.row + column * first.column
    let b = second.place + row * second.row + column * second.column
    switch operation {
    case .alone: return values[a]
    case .multiply, .outer: return values[a] * values[b]
    case .divide: return values[a] / values[b]
    case .add: return values[a] + values[b]
    case .subtract: return values[a] - values[b]
    case .product:
      var sum = 0.0
      for step in 0..<inner {
        sum += values[a + step * first.inner] * values[b + step * second.inner]
      }
      return sum
    }
  }

  /// The formula that puts two expressions together so.
  func expression(_ left: Expression, _ right: Expression) -> Expression {
    switch operation {
    case .alone: left
    case .multiply: Expression(.binary(.multiply, left, right))
    case .divide: Expression(.binary(.divide, left, right))
    case .add: Expression(.binary(.add, left, right))
    case .subtract: Expression(.binary(.subtract, left, right))
    case .product: Expression(.binary(.matrixProduct, left, right))
    case .outer: Expression(.call(.outer, [left, right]))
    }
  }
}
