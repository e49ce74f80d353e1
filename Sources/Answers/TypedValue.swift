import Formulas

/// A value as it was typed: its entries, and how precisely each was written.
package struct TypedValue: Hashable, Sendable {
  package var tensor: Tensor
  /// The power of ten of each entry's last digit: −4 for `0.5622`; nil for worked-out arithmetic,
  /// which is exact.
  package var lastDigits: [Int?]

  package init(_ tensor: Tensor, lastDigits: [Int?]) {
    self.tensor = tensor
    self.lastDigits = lastDigits
  }

  /// Numbers of which all digits are there.
  package init(exactly tensor: Tensor) {
    self.init(tensor, lastDigits: .init(repeating: nil, count: tensor.shape.count))
  }

  /// The value in the shape asked for, or nil where it does not serve there.
  ///
  /// A number serves for one entry of any shape, and lists of one row or one column for each other.
  package func fitted(to shape: Shape) -> TypedValue? {
    if tensor.shape == shape { return self }
    guard tensor.shape.count == shape.count else { return nil }
    let isLine = [tensor.shape, shape].allSatisfy { $0.rank < 2 || $0.rows == 1 || $0.columns == 1 }
    let isTurned = tensor.shape.rank == 2 && shape.rank == 2
    guard shape.count == 1 || (isLine && !isTurned) else { return nil }
    return TypedValue(tensor.reshaped(to: shape), lastDigits: lastDigits)
  }

  /// The value with rows and columns exchanged; a vector becomes one column.
  var turned: TypedValue {
    guard case .matrix(let rows, let columns) = tensor.shape else {
      return TypedValue(tensor.reshaped(to: .matrix(tensor.shape.count, 1)), lastDigits: lastDigits)
    }
    var digits = lastDigits
    for row in 0..<rows {
      for column in 0..<columns {
        digits[column * rows + row] = lastDigits[row * columns + column]
      }
    }
    return TypedValue(tensor.transposed, lastDigits: digits)
  }
}
