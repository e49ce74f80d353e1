import Formulas
import Numerics
import SystemCalls

/// Reads what a ``ByteWriter`` wrote.
///
/// Nothing read from a file is trusted: what does not fit is an error, never a crash.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  /// The bytes are not what was written.
  struct Malformed: Error {}

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  private mutating func take(_ count: Int) throws(Malformed) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - place else { throw Malformed() }
    defer { place += count }
    return bytes[place..<place + count]
  }

  mutating func readNumber() throws(Malformed) -> Int {
    var (result, shift): (UInt64, UInt64) = (0, 0)
    while shift < 70 {
      guard place < bytes.endIndex else { throw Malformed() }
      let byte = bytes[place]
      place += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: result)) }
      shift += 7
    }
    throw Malformed()
  }

  mutating func readBits() throws(Malformed) -> UInt64 {
    try take(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func readDouble() throws(Malformed) -> Double { Double(bitPattern: try readBits()) }

  mutating func readFlag() throws(Malformed) -> Bool { try take(1).first == 1 }

  mutating func readText() throws(Malformed) -> String {
    String(decoding: try take(try readNumber()), as: UTF8.self)
  }

  mutating func readDigest() throws(Malformed) -> Digest {
    Digest(high: try readBits(), low: try readBits())
  }

  mutating func readTensor() throws(Malformed) -> Tensor {
    let shape: Shape
    var count = 1
    switch try readNumber() {
    case 0: shape = .scalar
    case 1:
      count = try readNumber()
      shape = .vector(count)
    case 2:
      let (rows, columns) = (try readNumber(), try readNumber())
      let product = rows.multipliedReportingOverflow(by: columns)
      guard rows >= 0, columns >= 0, !product.overflow else { throw Malformed() }
      count = product.partialValue
      shape = .matrix(rows, columns)
    default: throw Malformed()
    }
    guard count >= 0, count <= (bytes.endIndex - place) / 8 else { throw Malformed() }
    var entries: [Double] = []
    entries.reserveCapacity(count)
    for _ in 0..<count { entries.append(try readDouble()) }
    return Tensor(shape: shape, entries: entries)
  }

  mutating func readEach<Value>(
    _ body: (inout ByteReader) throws(Malformed) -> Value
  ) throws(Malformed) -> [Value] {
    let count = try readNumber()
    // Every value takes at least a byte.
    guard count >= 0, count <= bytes.endIndex - place else { throw Malformed() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }

  mutating func readTexts() throws(Malformed) -> [String] {
    try readEach { (reader) throws(Malformed) in try reader.readText() }
  }

  mutating func readOptional<Value>(
    _ body: (inout ByteReader) throws(Malformed) -> Value
  ) throws(Malformed) -> Value? {
    try readFlag() ? try body(&self) : nil
  }
}
