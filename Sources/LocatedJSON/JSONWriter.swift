import Numerics

/// Appends JSON to a growing array of bytes; commas come by themselves.
///
/// Between `beginObject` and `endObject` call `key` before each value. Strings come out as ASCII
/// escapes where a character would be invisible or could reorder the text around it.
package struct JSONWriter: Sendable {
  /// How the text is laid out.
  package enum Layout: Sendable {
    /// No spaces and no line breaks.
    case compact
    /// Each member and entry on its own line, indented by two spaces a level.
    case indented
  }

  package private(set) var bytes: [UInt8]
  private let layout: Layout
  private var depth = 0
  private var needsComma = false
  private var followsKey = false

  /// Appends to bytes that are already there, which are taken to end where a value may begin.
  package init(layout: Layout = .compact, appendingTo bytes: [UInt8] = []) {
    self.layout = layout
    self.bytes = bytes
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Lists and objects

  package mutating func beginObject() { begin(.openBrace) }
  package mutating func endObject() { end(.closeBrace) }
  package mutating func beginArray() { begin(.openBracket) }
  package mutating func endArray() { end(.closeBracket) }

  package mutating func key(_ name: String) {
    precondition(!followsKey, "a key must be followed by its value")
    startItem()
    appendString(name)
    bytes.append(.colon)
    if layout == .indented { bytes.append(.space) }
    followsKey = true
  }

  // MARK: Values

  package mutating func value(_ text: String) {
    startItem()
    appendString(text)
  }

  /// The shortest spelling that reads back as the same number; `null` for infinities and NaN.
  package mutating func value(_ number: Double) {
    startItem()
    appendNumber(number)
  }

  package mutating func value(_ number: Int) {
    startItem()
    appendInteger(number)
  }

  package mutating func value(_ bool: Bool) {
    startItem()
    append(bool ? "true" : "false")
  }

  package mutating func null() {
    startItem()
    append("null")
  }

  // MARK: Several texts in one

  /// Ends the line after a whole value, so that the next value starts a text of its own.
  package mutating func endLine() {
    precondition(depth == 0, "a line can end only where every list and object is closed")
    bytes.append(.lineFeed)
    needsComma = false
  }

  /// Forgets what was written and keeps the memory for the next text.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    (depth, needsComma, followsKey) = (0, false, false)
  }
}

// MARK: - Layout

extension JSONWriter {
  private mutating func begin(_ bracket: UInt8) {
    startItem()
    bytes.append(bracket)
    depth += 1
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    precondition(depth > 0, "every end needs its beginning")
    precondition(!followsKey, "a key must be followed by its value")
    depth -= 1
    if needsComma { breakLine() }
    bytes.append(bracket)
    needsComma = true
  }

  @inline(__always)
  private mutating func startItem() {
    if followsKey {
      followsKey = false
    } else {
      if needsComma { bytes.append(.comma) }
      if depth > 0 { breakLine() }
    }
    needsComma = true
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(.lineFeed)
    bytes.append(contentsOf: repeatElement(.space, count: depth * 2))
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  @inline(__always)
  mutating func appendAll(_ more: some Collection<UInt8>) {
    bytes.append(contentsOf: more)
  }

  mutating func append(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
