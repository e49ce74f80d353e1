/// Writes values one behind the other, for ``ByteReader`` to read them back.
///
/// It is public for speed alone: of what is `package` the compiler makes nothing for the types that
/// another room uses it with, and every value would be written by way of its type's description.
public struct ByteWriter {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  /// With nothing written.
  public init() {}

  /// Writes bytes as they are, with nothing that says how many.
  public mutating func write(raw bytes: some Collection<UInt8>) {
    self.bytes += bytes
  }

  /// Writes all the bytes of a number, the lowest first.
  public mutating func write<Number: FixedWidthInteger>(fixed number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  /// Writes a number in as few bytes as it needs, seven bits in each.
  public mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes eight bytes, the lowest first.
  public mutating func write(_ bits: UInt64) { write(fixed: bits) }

  /// Writes the bits of a number.
  public mutating func write(_ number: Double) { write(number.bitPattern) }

  /// Writes a flag as one byte.
  public mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Writes the length of a text in UTF-8 and the text.
  public mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  /// Writes the number of values and then each of them.
  @inline(__always)
  @inlinable
  public mutating func write<Value>(
    each values: some Collection<Value>, _ body: (inout ByteWriter, Value) -> Void
  ) {
    write(values.count)
    for value in values { body(&self, value) }
  }

  /// Writes the number of texts and then each of them.
  public mutating func write(each texts: [String]) { write(each: texts) { $0.write($1) } }

  /// Writes whether there is a value, and the value.
  @inline(__always)
  @inlinable
  public mutating func write<Value>(
    optional value: Value?, _ body: (inout ByteWriter, Value) -> Void
  ) {
    write(value != nil)
    if let value { body(&self, value) }
  }
}
