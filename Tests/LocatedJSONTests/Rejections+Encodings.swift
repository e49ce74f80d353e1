extension Rejection {
  /// Bytes that are not UTF-8.
  static let encodings: [Rejection] = [
    Rejection(bytes: [0xFF], 1, 1, "the byte 0xFF is not UTF-8 here: save the file as UTF-8"),
    Rejection(
      bytes: [0x22, 0xFF, 0x22], 1, 2, "the byte 0xFF is not UTF-8 here: save the file as UTF-8"),
    Rejection(
      bytes: [0x22, 0xC3, 0x22], 1, 2, "the byte 0xC3 is not UTF-8 here: save the file as UTF-8"),
    Rejection(
      bytes: [0x22, 0xC0, 0xAF, 0x22], 1, 2,
      "the byte 0xC0 is not UTF-8 here: save the file as UTF-8"),
    Rejection(
      bytes: [0x22, 0xED, 0xA0, 0x80, 0x22], 1, 2,
      "the byte 0xED is not UTF-8 here: save the file as UTF-8"),
    Rejection(
      bytes: [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1, 2,
      "the byte 0xF4 is not UTF-8 here: save the file as UTF-8"),
    Rejection(
      bytes: [0x22, 0x80, 0x22], 1, 2, "the byte 0x80 is not UTF-8 here: save the file as UTF-8"),
    Rejection(
      bytes: [0x22, 0xE2, 0x82], 1, 2, "the byte 0xE2 is not UTF-8 here: save the file as UTF-8"),
    Rejection(
      bytes: [0x22, 0xF0, 0x9F, 0x98, 0x22], 1, 2,
      "the byte 0xF0 is not UTF-8 here: save the file as UTF-8"),
    Rejection(
      bytes: [0x22, 0xE0, 0x80, 0x80, 0x22], 1, 2,
      "the byte 0xE0 is not UTF-8 here: save the file as UTF-8"),
    Rejection(
      bytes: [0x22, 0x5C, 0x6E, 0xFE, 0x22], 1, 4,
      "the byte 0xFE is not UTF-8 here: save the file as UTF-8"),
    Rejection(
      bytes: [0x22, 0x5C, 0xFE, 0x22], 1, 3,
      "the byte 0xFE is not UTF-8 here: save the file as UTF-8"),
    Rejection(
      bytes: [0x5B, 0x31, 0xE9, 0x5D], 1, 3,
      "the byte 0xE9 is not UTF-8 here: save the file as UTF-8"),
    Rejection(
      bytes: [0x5B, 0xE9, 0x5D], 1, 2, "the byte 0xE9 is not UTF-8 here: save the file as UTF-8"),
    Rejection(
      bytes: [0x7B, 0xE9, 0x3A], 1, 2, "the byte 0xE9 is not UTF-8 here: save the file as UTF-8"),
    Rejection(
      bytes: [0x31, 0x20, 0xC3], 1, 3, "the byte 0xC3 is not UTF-8 here: save the file as UTF-8"),
    Rejection(
      bytes: [0xFF, 0xFE, 0x7B, 0x00], 1, 1, "this file was saved as UTF-16; save it as UTF-8"),
    Rejection(
      bytes: [0xFE, 0xFF, 0x00, 0x7B], 1, 1, "this file was saved as UTF-16; save it as UTF-8"),
    Rejection(
      bytes: [0x7B, 0x00, 0x7D, 0x00], 1, 1, "this file was saved as UTF-16; save it as UTF-8"),
    Rejection(
      bytes: [0x00, 0x7B, 0x00, 0x7D], 1, 1, "this file was saved as UTF-16; save it as UTF-8"),
    Rejection(
      bytes: [0xFF, 0xFE, 0x00, 0x00, 0x7B, 0x00, 0x00, 0x00], 1, 1,
      "this file was saved as UTF-32; save it as UTF-8"),
    Rejection(
      bytes: [0x00, 0x00, 0xFE, 0xFF, 0x00, 0x00, 0x00, 0x7B], 1, 1,
      "this file was saved as UTF-32; save it as UTF-8"),
    Rejection(
      bytes: [0x7B, 0x00, 0x00, 0x00], 1, 1, "this file was saved as UTF-32; save it as UTF-8"),
    Rejection(
      bytes: [0x00, 0x00, 0x00, 0x7B], 1, 1, "this file was saved as UTF-32; save it as UTF-8"),
    Rejection(
      bytes: [0xEF, 0xBB], 1, 1, "the byte 0xEF is not UTF-8 here: save the file as UTF-8"),
    Rejection(bytes: [0x5B, 0x61, 0xC3, 0x28, 0x5D], 1, 2, "'a' needs double quotes: write \"a\""),
  ]
}
