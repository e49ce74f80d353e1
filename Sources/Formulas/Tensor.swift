/// A number, vector or matrix of `Double`, its entries row after row in contiguous storage.
package struct Tensor: Hashable, Sendable {
  /// How many rows and columns there are.
  package let shape: Shape
  /// The entries, row after row.
  package private(set) var entries: [Double]

  /// A value of the given shape; there must be as many entries as the shape has.
  package init(shape: Shape, entries: [Double]) {
    precondition(entries.count == shape.count, "\(shape) has not \(entries.count) entries")
    self.shape = shape
    self.entries = entries
  }

  /// A number.
  package init(_ number: Double) {
    self.init(shape: .scalar, entries: [number])
  }

  /// A vector, which must not be empty.
  package init(_ vector: [Double]) {
    self.init(shape: .vector(vector.count), entries: vector)
  }

  /// A matrix from its rows, which must be of one length.
  package init(rows: [[Double]]) {
    self.init(shape: .matrix(rows.count, rows.first?.count ?? 0), entries: rows.flatMap { $0 })
  }

  /// The entry at a position counted from 0 through the rows.
  package subscript(position: Int) -> Double {
    get { entries[position] }
    set { entries[position] = newValue }
  }

  /// The same entries in another shape of as many entries.
  package func reshaped(to shape: Shape) -> Tensor {
    Tensor(shape: shape, entries: entries)
  }

  /// The matrix with rows and columns exchanged; anything else as it is.
  package var transposed: Tensor {
    guard case .matrix(let rows, let columns) = shape else { return self }
    var result = entries
    for row in 0..<rows {
      for column in 0..<columns {
        result[column * rows + row] = entries[row * columns + column]
      }
    }
    return Tensor(shape: shape.transposed, entries: result)
  }

  /// Whether no entry is NaN or infinite.
  package var isFinite: Bool { entries.allSatisfy { $0.isFinite } }

  /// Whether every entry is 0.
  package var isZero: Bool { entries.allSatisfy { $0 == 0 } }

  /// The largest magnitude among the entries.
  package var scale: Double { entries.reduce(0) { max($0, abs($1)) } }

  /// Every entry times a number.
  package func scaled(by factor: Double) -> Tensor {
    factor == 1 ? self : Tensor(shape: shape, entries: entries.map { $0 * factor })
  }

  /// The indices of the entry at `position`, counted from `base`: `[]`, `[i]` or `[i, j]`.
  package func indices(at position: Int, from base: Int) -> [Int] {
    shape.indices(at: position, from: base)
  }
}

extension Tensor: CustomStringConvertible {
  /// The value as the formula language writes it, every number in its shortest exact form.
  ///
  /// What is no number has no sign, though the machine keeps one for 0/0.
  package var description: String {
    written { $0.isNaN ? "nan" : "\($0)" }
  }

  /// The value as the formula language writes it, each entry written by `write`.
  package func written(_ write: (Double) -> String) -> String {
    func list(_ slice: ArraySlice<Double>) -> String {
      "[" + slice.map(write).joined(separator: ", ") + "]"
    }
    switch shape {
    case .scalar: return write(entries[0])
    case .vector: return list(entries[...])
    case .matrix(let rows, let columns):
      let lines = (0..<rows).map { list(entries[$0 * columns..<($0 + 1) * columns]) }
      return "[" + lines.joined(separator: ", ") + "]"
    }
  }
}
