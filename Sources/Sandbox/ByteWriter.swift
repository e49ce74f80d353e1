/// Puts numbers and texts together as the runner and the adapters read them.
struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func add<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  mutating func add(_ text: String) {
    add(UInt32(text.utf8.count))
    bytes += text.utf8
  }

  mutating func add(_ texts: [String]) {
    add(UInt32(texts.count))
    for text in texts { add(text) }
  }
}
