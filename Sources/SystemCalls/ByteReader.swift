/// Reads what a ``ByteWriter`` wrote, or whatever stands there instead.
///
/// Nothing is trusted: what does not fit is an error, never a crash, and never a request for more
/// memory than the bytes could fill. It is public for the reason that ``ByteWriter`` is.
public struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  /// The bytes are not what was to be read.
  public struct Malformed: Error {
    /// With nothing more to say.
    public init() {}
  }

  /// Reads from the beginning of the bytes.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// How many bytes are left.
  public var rest: Int { bytes.endIndex - place }

  /// Takes so many bytes as they are.
  public mutating func read(raw count: Int) throws(Malformed) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest else { throw Malformed() }
    defer { place += count }
    return bytes[place..<place + count]
  }

  /// Reads a number of which all bytes are there, the lowest first.
  public mutating func readFixed<Number: FixedWidthInteger>(
    _ type: Number.Type = Number.self
  ) throws(Malformed) -> Number {
    let part = try read(raw: Number.bitWidth / 8)
    var number: Number = 0
    withUnsafeMutableBytes(of: &number) { $0.copyBytes(from: part) }
    return Number(littleEndian: number)
  }

  /// Reads a number of as few bytes as it needs.
  public mutating func readNumber() throws(Malformed) -> Int {
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

  /// Reads eight bytes, the lowest first.
  public mutating func readBits() throws(Malformed) -> UInt64 { try readFixed() }

  /// Reads the bits of a number.
  public mutating func readDouble() throws(Malformed) -> Double {
    Double(bitPattern: try readBits())
  }

  /// Reads a flag of one byte.
  public mutating func readFlag() throws(Malformed) -> Bool { try read(raw: 1).first == 1 }

  /// Reads the length of a text in UTF-8 and the text.
  public mutating func readText() throws(Malformed) -> String {
    String(decoding: try read(raw: try readNumber()), as: UTF8.self)
  }

  /// Reads the number of values and then each of them.
  @inline(__always)
  @inlinable
  public mutating func readEach<Value>(
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

  /// Reads the number of texts and then each of them.
  public mutating func readTexts() throws(Malformed) -> [String] {
    try readEach { (reader) throws(Malformed) in try reader.readText() }
  }

  /// Reads whether there is a value, and the value.
  @inline(__always)
  @inlinable
  public mutating func readOptional<Value>(
    _ body: (inout ByteReader) throws(Malformed) -> Value
  ) throws(Malformed) -> Value? {
    try readFlag() ? try body(&self) : nil
  }
}
