import Testing

/// A text that is not JSON, with the place and the whole message of its error.
struct Rejection: Sendable, CustomTestStringConvertible {
  let bytes: [UInt8]
  let line: Int
  let column: Int
  let message: String

  init(bytes: [UInt8], _ line: Int, _ column: Int, _ message: String) {
    self.bytes = bytes
    self.line = line
    self.column = column
    self.message = message
  }

  init(_ text: String, _ line: Int, _ column: Int, _ message: String) {
    self.init(bytes: Array(text.utf8), line, column, message)
  }

  var testDescription: String { String(decoding: bytes, as: UTF8.self).debugDescription }
}
