import Signatures

// Values as an adapter reads and writes them: 8 bytes for an Int and a Double, 1 for a Bool, the
// count in 4 before the elements of an array, the parts of a tuple one after the other.

extension ByteWriter {
  /// Adds a value; its type is known to whoever reads it.
  mutating func add(_ value: FunctionValue) {
    switch value {
    case .int(let number): add(Int64(number))
    case .bool(let truth): bytes.append(truth ? 1 : 0)
    case .double(let number): add(number.bitPattern)
    case .array(let elements):
      add(UInt32(elements.count))
      for element in elements { add(element) }
    case .tuple(let parts):
      for part in parts { add(part) }
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

  private func takeArray(from reader: inout ByteReader) -> FunctionValue? {
    // Every element takes a byte at least, which bounds what a wrong count could ask for.
    guard let count = reader.number(UInt32.self), count <= reader.rest else { return nil }
    var elements: [FunctionValue] = []
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
}
