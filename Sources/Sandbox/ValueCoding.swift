import FunctionMarking
import SystemCalls

// Values as an adapter reads and writes them: 8 bytes for an Int and a Double, 1 for a Bool; the
// count in 8 before an array of those; before every element of an array of arrays a byte of 1, and
// one of 0 at its end; the parts of a tuple one after the other.

extension ByteWriter {
  /// Writes a value of a type, which whoever reads it knows.
  mutating func write(_ value: FunctionValue, as type: ValueType) {
    switch (value, type) {
    case (.int(let number), _): write(fixed: Int64(number))
    case (.bool(let truth), _): write(truth)
    case (.double(let number), _): write(number)
    case (.array(let elements), .array(let type)):
      if !type.isNested { write(fixed: Int64(elements.count)) }
      for element in elements {
        if type.isNested { write(true) }
        write(element, as: type)
      }
      if type.isNested { write(false) }
    case (.tuple(let parts), .tuple(let members)):
      for (part, member) in zip(parts, members) { write(part, as: member.type) }
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
    guard let value = try? read(from: &reader), reader.rest == 0 else { return nil }
    return value
  }

  private func read(from reader: inout ByteReader) throws(ByteReader.Malformed) -> FunctionValue {
    switch self {
    case .int: .int(Int(try reader.readFixed(Int64.self)))
    case .double: .double(try reader.readDouble())
    case .bool: .bool(try ValueType.readTruth(from: &reader))
    case .array(let element): try element.readArray(from: &reader)
    case .tuple(let members): try ValueType.readTuple(members, from: &reader)
    }
  }

  /// Reads a byte that is 0 or 1, since a student's program may have written any.
  private static func readTruth(
    from reader: inout ByteReader
  ) throws(ByteReader.Malformed) -> Bool {
    switch try reader.readFixed(UInt8.self) {
    case 0: false
    case 1: true
    default: throw ByteReader.Malformed()
    }
  }

  /// Reads an array of elements of this type.
  private func readArray(
    from reader: inout ByteReader
  ) throws(ByteReader.Malformed) -> FunctionValue {
    var elements: [FunctionValue] = []
    if isNested {
      while try ValueType.readTruth(from: &reader) {
        elements.append(try read(from: &reader))
      }
      return .array(elements)
    }
    let count = try reader.readFixed(Int64.self)
    // Every element takes a byte at least, which bounds what a wrong count could ask for.
    guard 0...Int64(reader.rest) ~= count else { throw ByteReader.Malformed() }
    elements.reserveCapacity(Int(count))
    for _ in 0..<count { elements.append(try read(from: &reader)) }
    return .array(elements)
  }

  private static func readTuple(
    _ members: [Member], from reader: inout ByteReader
  ) throws(ByteReader.Malformed) -> FunctionValue {
    var parts: [FunctionValue] = []
    for member in members { parts.append(try member.type.read(from: &reader)) }
    return .tuple(parts)
  }

  /// Whether values of this type have parts of their own, so that an array of them is marked
  /// element by element.
  fileprivate var isNested: Bool { arrayDepth > 0 }
}
