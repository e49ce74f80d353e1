import Formulas

extension FunctionValue {
  /// The value as formulas know it; nil where it is empty, ragged or of more than two dimensions.
  var tensor: Tensor? {
    switch self {
    case .int(let number): return Tensor(Double(number))
    case .bool(let isTrue): return Tensor(isTrue ? 1 : 0)
    case .double(let number): return Tensor(number)
    case .tuple: return nil
    case .array(let items):
      if items.isEmpty { return nil }
      let parts = items.compactMap { $0.tensor }
      guard parts.count == items.count, let shape = parts.first?.shape,
        parts.allSatisfy({ $0.shape == shape })
      else { return nil }
      switch shape {
      case .scalar: return Tensor(parts.map { $0[0] })
      case .vector(let count):
        return Tensor(
          shape: .matrix(parts.count, count), entries: parts.flatMap { $0.entries })
      case .matrix: return nil
      }
    }
  }

  /// The value of a formula as a value of this type; nil where it is of another shape.
  ///
  /// A matrix of one row or one column serves for a vector, and a single number for one entry.
  init?(_ tensor: Tensor, as type: ValueType) {
    switch type {
    case .int:
      guard tensor.shape.count == 1, tensor[0] == tensor[0].rounded(), abs(tensor[0]) < 0x1p53
      else { return nil }
      self = .int(Int(tensor[0]))
    case .bool:
      guard tensor.shape.count == 1, tensor[0] == 0 || tensor[0] == 1 else { return nil }
      self = .bool(tensor[0] == 1)
    case .double:
      guard tensor.shape.count == 1 else { return nil }
      self = .double(tensor[0])
    case .array(let element):
      let rows: [Tensor]
      switch (tensor.shape, element.arrayDepth) {
      case (.matrix(let count, let columns), 1):
        rows = (0..<count).map {
          Tensor(Array(tensor.entries[$0 * columns..<($0 + 1) * columns]))
        }
      case (.vector, 0), (.scalar, 0): rows = tensor.entries.map { Tensor($0) }
      case (.matrix(let count, let columns), 0) where count == 1 || columns == 1:
        rows = tensor.entries.map { Tensor($0) }
      default: return nil
      }
      let items = rows.compactMap { FunctionValue($0, as: element) }
      guard items.count == rows.count else { return nil }
      self = .array(items)
    case .tuple: return nil
    }
  }
}
