/// Windows' Latin-1, in which texts and tables of the West are saved that are not in UTF-8.
package enum Windows1252 {
  /// What it has from 0x80 to 0x9F where Latin-1 has no letters; nil where it has nothing.
  private static let signs: [Unicode.Scalar?] = Array(
    "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ".unicodeScalars
  ).map { $0 == " " ? nil : $0 }

  /// The sign of a byte; nil for the five that have none.
  package static func sign(of byte: UInt8) -> Unicode.Scalar? {
    (0x80..<0xA0).contains(byte) ? signs[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// The byte of a sign; nil for one that it lacks.
  package static func byte(of sign: Unicode.Scalar) -> UInt8? {
    if sign.value < 0x80 || (0xA0...0xFF).contains(sign.value) { return UInt8(sign.value) }
    return signs.firstIndex(of: sign).map { UInt8(0x80 + $0) }
  }
}

extension [UInt8] {
  /// Whether the bytes are a text in UTF-8.
  package var isValidUTF8: Bool {
    withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
  }
}
