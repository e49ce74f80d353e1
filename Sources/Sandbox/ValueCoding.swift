import FunctionMarking

// Values as an adapter reads and writes them: 8 bytes for an Int and a Double, 1 for a Bool; the
// count in 8 before an array of those; before every element of an array of arrays a byte of 1, and
// one of 0 at its end; the parts of a tuple one after the other.

extension ByteWriter {
  /// Adds a value of a type, which whoever reads it knows.
  mutating func add(_ value: FunctionValue, as type: ValueType) {
    switch (value, type) {
    case (.int(let number), _): add(Int64(number))
    case (.bool(let truth), _): bytes.append(truth ? 1 : 0)
    case (.double(let number), _): add(number.bitPattern)
    case (.array(let elements), .array(let type)):
      if !type.isNested { add(Int64(elements.count)) }
      for element in elements {
        if type.isNested { bytes.append(1) }
        add(element, as: type)
      }
      if type.isNested { bytes.append(0) }
    case (.tuple(let parts), .tuple(let members)):
      for (part, member) in zip(parts, members) { add(part, as: member.type) }
    case (.array, _), (.tuple, _):
      // The adapter will find too little to read; whoever made the job has erred.
      return
    }
  }
}

extension ValueType {
  /// The value that exactly these bytes stand for; nil where they are no value of this type.
  func decode(_ bytes: ArraySlice<UInt8>) -> FunctionValue? {
    var reader = ByteReader(bytes)
    guard let value = take(from: &reader), reader.rest == 0 else { return nil }
    return value
  }

  private func take(from reader: inout ByteReader) -> FunctionValue? {
    switch self {
    case .int: reader.number(Int64.self).map { .int(Int($0)) }
    case .double: reader.number(UInt64.self).map { .double(Double(bitPattern: $0)) }
    case .bool: takeBool(from: &reader)
    case .array(let element): element.takeArray(from: &reader)
    case .tuple(let members): ValueType.takeTuple(members, from: &reader)
    }
  }

  private func takeBool(from reader: inout ByteReader) -> FunctionValue? {
    switch reader.number(UInt8.self) {
    case 0: .bool(false)
    case 1: .bool(true)
    default: nil
    }
  }

  /// Takes an array of elements of this type.
  private func takeArray(from reader: inout ByteReader) -> FunctionValue? {
    var elements: [FunctionValue] = []
    if isNested {
      while let more = reader.number(UInt8.self) {
        if more == 0 { return .array(elements) }
        guard more == 1, let element = take(from: &reader) else { return nil }
        elements.append(element)
      }
      return nil
    }
    // Every element takes a byte at least, which bounds what a wrong count could ask for.
    guard let count = reader.number(Int64.self), 0...Int64(reader.rest) ~= count else { return nil }
    elements.reserveCapacity(Int(count))
    for _ in 0..<count {
      guard let element = take(from: &reader) else { return nil }
      elements.append(element)
    }
    return .array(elements)
  }

  private static func takeTuple(
    _ members: [Member], from reader: inout ByteReader
  ) -> FunctionValue? {
    var parts: [FunctionValue] = []
    for member in members {
      guard let part = member.type.take(from: &reader) else { return nil }
      parts.append(part)
    }
    return .tuple(parts)
  }

  /// Whether values of this type have parts of their own, so that an array of them is marked
  /// element by element.
  fileprivate var isNested: Bool { arrayDepth > 0 }
}
