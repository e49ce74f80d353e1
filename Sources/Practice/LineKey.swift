/// A key pressed at a line that is being edited.
package enum LineKey: Equatable, Sendable {
  case character(Character)
  /// Several lines at once, from a clipboard.
  case pasted(String)
  case enter, backspace, delete
  case left, right, up, down, wordLeft, wordRight, home, lineEnd
  case killToEnd, killToStart, killWord, clearScreen
  /// Control-D.
  case endOfInput

  /// Makes keys of the bytes that a terminal sends.
  package struct Decoder: Sendable {
    private var waiting: [UInt8] = []
    private var paste: [UInt8]?

    package init() {}

    /// The keys that the bytes complete; what is not complete waits for more.
    package mutating func keys(_ bytes: [UInt8]) -> [LineKey] {
      waiting += bytes
      var keys: [LineKey] = []
      while !waiting.isEmpty, let (key, length) = next() {
        waiting.removeFirst(length)
        if let key { keys.append(key) }
      }
      return keys
    }

    private static let pasteStart = Array("\u{1B}[200~".utf8)
    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    /// The first key and its bytes; nil where they are not all there.
    private mutating func next() -> (LineKey?, Int)? {
      if let text = paste {
        if waiting.starts(with: Decoder.pasteEnd) {
          paste = nil
          return (.pasted(String(decoding: text, as: UTF8.self)), Decoder.pasteEnd.count)
        }
        // The end of a paste may come in two pieces.
        if Decoder.pasteEnd.starts(with: waiting) { return nil }
        paste?.append(waiting[0])
        return (nil, 1)
      }
      let first = waiting[0]
      if first == 0x1B { return escape() }
      if first < 0x20 || first == 0x7F { return (Decoder.controls[first], 1) }
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard waiting.count >= length else { return nil }
      let text = String(decoding: waiting[..<length], as: UTF8.self)
      return (text.first.map { .character($0) }, length)
    }

    private static let controls: [UInt8: LineKey] = [
      0x01: .home, 0x02: .left, 0x04: .endOfInput, 0x05: .lineEnd, 0x06: .right,
      0x08: .backspace, 0x09: .character(" "), 0x0A: .enter, 0x0B: .killToEnd,
      0x0C: .clearScreen, 0x0D: .enter, 0x0E: .down, 0x10: .up, 0x15: .killToStart,
      0x17: .killWord, 0x7F: .backspace,
    ]

    private mutating func escape() -> (LineKey?, Int)? {
      guard waiting.count > 1 else { return nil }
      switch waiting[1] {
      case UInt8(ascii: "b"): return (.wordLeft, 2)
      case UInt8(ascii: "f"): return (.wordRight, 2)
      case 0x7F: return (.killWord, 2)
      case UInt8(ascii: "["), UInt8(ascii: "O"): break
      default: return (nil, 1)
      }
      guard let last = waiting.indices.dropFirst(2).first(where: { waiting[$0] >= 0x40 }) else {
        return waiting.count > 16 ? (nil, 2) : nil
      }
      let sequence = waiting[...last]
      if Array(sequence) == Decoder.pasteStart {
        paste = []
        return (nil, last + 1)
      }
      return (Decoder.key(String(decoding: sequence.dropFirst(2), as: UTF8.self)), last + 1)
    }

    private static func key(_ sequence: String) -> LineKey? {
      switch sequence {
      case "A": .up
      case "B": .down
      case "C": .right
      case "D": .left
      case "H", "1~", "7~": .home
      case "F", "4~", "8~": .lineEnd
      case "3~": .delete
      case "1;5C", "1;3C": .wordRight
      case "1;5D", "1;3D": .wordLeft
      default: nil
      }
    }
  }
}
