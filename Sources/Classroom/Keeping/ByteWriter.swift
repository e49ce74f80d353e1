import Formulas
import Numerics
import SystemCalls

/// Writes values one behind the other, for ``ByteReader`` to read them back.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ bits: UInt64) {
    withUnsafeBytes(of: bits.littleEndian) { bytes += $0 }
  }

  mutating func write(_ number: Double) { write(number.bitPattern) }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  mutating func write(_ digest: Digest) {
    write(digest.high)
    write(digest.low)
  }

  mutating func write(_ tensor: Tensor) {
    switch tensor.shape {
    case .scalar: write(0)
    case .vector(let count):
      write(1)
      write(count)
    case .matrix(let rows, let columns):
      write(2)
      write(rows)
      write(columns)
    }
    for entry in tensor.entries { write(entry) }
  }

  /// Writes the number of values and then each of them.
  mutating func write<Value>(
    each values: some Collection<Value>, _ body: (inout ByteWriter, Value) -> Void
  ) {
    write(values.count)
    for value in values { body(&self, value) }
  }

  mutating func write(each texts: [String]) { write(each: texts) { $0.write($1) } }

  /// Writes whether there is a value, and the value.
  mutating func write<Value>(optional value: Value?, _ body: (inout ByteWriter, Value) -> Void) {
    write(value != nil)
    if let value { body(&self, value) }
  }
}
