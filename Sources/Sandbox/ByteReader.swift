/// Takes numbers from bytes that nobody vouches for; nil where they end too early.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var next: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    next = bytes.startIndex
  }

  var rest: Int { bytes.endIndex - next }

  mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) -> Number? {
    guard let part = part(Number.bitWidth / 8) else { return nil }
    var number: Number = 0
    withUnsafeMutableBytes(of: &number) { $0.copyBytes(from: part) }
    return Number(littleEndian: number)
  }

  mutating func part(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= rest else { return nil }
    defer { next += count }
    return bytes[next..<next + count]
  }
}
