/// Reads what a ``ByteWriter`` wrote, or whatever stands there instead.
///
/// Nothing is trusted: what does not fit is an error, never a crash, and never a request for more
/// memory than the bytes could fill.
package struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  /// The bytes are not what was to be read.
  package struct Malformed: Error {
    package init() {}
  }

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// How many bytes are left.
  package var rest: Int { bytes.endIndex - place }

  /// Takes so many bytes as they are.
  package mutating func read(raw count: Int) throws(Malformed) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest else { throw Malformed() }
    defer { place += count }
    return bytes[place..<place + count]
  }

  /// Reads a number of which all bytes are there, the lowest first.
  package mutating func readFixed<Number: FixedWidthInteger>(
    _ type: Number.Type = Number.self
  ) throws(Malformed) -> Number {
    let part = try read(raw: Number.bitWidth / 8)
    var number: Number = 0
    withUnsafeMutableBytes(of: &number) { $0.copyBytes(from: part) }
    return Number(littleEndian: number)
  }

  /// Reads a number of as few bytes as it needs.
  package mutating func readNumber() throws(Malformed) -> Int {
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

  package mutating func readBits() throws(Malformed) -> UInt64 { try readFixed() }

  package mutating func readDouble() throws(Malformed) -> Double {
    Double(bitPattern: try readBits())
  }

  package mutating func readFlag() throws(Malformed) -> Bool { try read(raw: 1).first == 1 }

  package mutating func readText() throws(Malformed) -> String {
    String(decoding: try read(raw: try readNumber()), as: UTF8.self)
  }

  package mutating func readEach<Value>(
    _ body: (inout ByteReader) throws(Malformed) -> Value
  ) throws(Malformed) -> [Value] {
    let count = try readNumber()
    // Every value takes at least a byte.
    guard count >= 0, count <= rest else { throw Malformed() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }

  package mutating func readTexts() throws(Malformed) -> [String] {
    try readEach { (reader) throws(Malformed) in try reader.readText() }
  }

  package mutating func readOptional<Value>(
    _ body: (inout ByteReader) throws(Malformed) -> Value
  ) throws(Malformed) -> Value? {
    try readFlag() ? try body(&self) : nil
  }
}
