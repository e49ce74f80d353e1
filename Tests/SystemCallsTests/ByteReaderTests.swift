import SystemCalls
import Testing

@Suite("Values as bytes and back")
struct ByteReaderTests {
  private static func written(_ body: (inout ByteWriter) -> Void) -> [UInt8] {
    var writer = ByteWriter()
    body(&writer)
    return writer.bytes
  }

  private static let numbers = [0, 1, 127, 128, -1, 300, .max, .min]

  @Test("every kind of value comes back as it was")
  func roundTrip() throws {
    let bytes = Self.written {
      for number in Self.numbers { $0.write(number) }
      $0.write(fixed: UInt16(0x1234))
      $0.write(fixed: Int64(-2))
      $0.write(-0.0)
      $0.write(Double.nan)
      $0.write(true)
      $0.write("naïve")
      $0.write(each: ["", "two"])
      $0.write(optional: 5) { $0.write($1) }
      $0.write(optional: Int?.none) { $0.write($1) }
      $0.write(raw: [7, 8])
    }
    var reader = ByteReader(bytes[...])
    for number in Self.numbers { #expect(try reader.readNumber() == number) }
    #expect(try reader.readFixed(UInt16.self) == 0x1234)
    #expect(try reader.readFixed(Int64.self) == -2)
    #expect(try reader.readDouble().sign == .minus)
    #expect(try reader.readDouble().isNaN)
    #expect(try reader.readFlag())
    #expect(try reader.readText() == "naïve")
    #expect(try reader.readTexts() == ["", "two"])
    func number(_ reader: inout ByteReader) throws(ByteReader.Malformed) -> Int {
      try reader.readNumber()
    }
    #expect(try reader.readOptional(number) == 5)
    #expect(try reader.readOptional(number) == nil)
    #expect(try reader.read(raw: 2) == [7, 8])
    #expect(reader.rest == 0)
  }

  @Test("numbers lie as the runner and the journal expect them")
  func layout() {
    #expect(Self.written { $0.write(fixed: UInt32(1)) } == [1, 0, 0, 0])
    #expect(
      Self.written { $0.write(fixed: Int64(-2)) } == [254] + [UInt8](repeating: 255, count: 7))
    #expect(Self.written { $0.write(300) } == [0xAC, 0x02])
    #expect(Self.written { $0.write("hi") } == [2, 0x68, 0x69])
  }

  @Test("bytes that end too early are an error wherever they end")
  func truncated() {
    let bytes = Self.written { $0.write(each: ["ab", "c"]) }
    for count in bytes.indices {
      var reader = ByteReader(bytes[..<count])
      #expect(throws: ByteReader.Malformed.self) { _ = try reader.readTexts() }
    }
    var reader = ByteReader([1, 2, 3])
    #expect(throws: ByteReader.Malformed.self) { _ = try reader.readFixed(UInt32.self) }
    #expect(throws: ByteReader.Malformed.self) { _ = try reader.read(raw: -1) }
    #expect(throws: ByteReader.Malformed.self) { _ = try reader.read(raw: 4) }
    #expect(reader.rest == 3)
  }

  @Test("counts that no bytes stand for ask for no memory")
  func counts() {
    for count in [Int.max, -1, 3] {
      let bytes = Self.written { $0.write(count) } + [0, 0]
      var reader = ByteReader(bytes[...])
      #expect(throws: ByteReader.Malformed.self) {
        _ = try reader.readEach { (reader) throws(ByteReader.Malformed) in try reader.readFlag() }
      }
      var text = ByteReader(bytes[...])
      #expect(throws: ByteReader.Malformed.self) { _ = try text.readText() }
    }
    var endless = ByteReader([UInt8](repeating: 0x80, count: 40)[...])
    #expect(throws: ByteReader.Malformed.self) { _ = try endless.readNumber() }
  }
}
