/// An encoding other than UTF-8 that gives itself away in the first bytes of a text.
enum ForeignEncoding: String {
  case utf16 = "UTF-16"
  case utf32 = "UTF-32"

  /// Recognises a byte order mark, or the zero bytes that ASCII has in wide encodings.
  init?(of bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 2 else { return nil }
    let third = bytes.count > 2 ? bytes[2] : 1
    let fourth = bytes.count > 3 ? bytes[3] : 1
    switch (bytes[0], bytes[1], third, fourth) {
    case (0xFF, 0xFE, 0, 0), (0, 0, 0xFE, 0xFF): self = .utf32
    case (0xFF, 0xFE, _, _), (0xFE, 0xFF, _, _): self = .utf16
    case (1..., 0, 0, 0), (0, 0, 0, 1...): self = .utf32
    case (1..., 0, 1..., _), (0, 1..., 0, 1...): self = .utf16
    default: return nil
    }
  }
}
