import LocatedJSON

extension JSONWriter {
  /// A number, a list, or a list of rows.
  package mutating func value(_ tensor: Tensor) {
    switch tensor.shape {
    case .scalar: value(tensor[0])
    case .vector(let count): list(tensor, 0..<count)
    case .matrix(let rows, let columns):
      beginArray()
      for row in 0..<rows { list(tensor, row * columns..<(row + 1) * columns) }
      endArray()
    }
  }

  private mutating func list(_ tensor: Tensor, _ positions: Range<Int>) {
    beginArray()
    for position in positions { value(tensor[position]) }
    endArray()
  }
}
