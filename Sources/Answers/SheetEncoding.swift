import LocatedJSON

/// How the bytes of a file are made a text, where they are not in UTF-8.
enum SheetEncoding {
  /// The text in UTF-8, and what there is to say where it was saved otherwise.
  ///
  /// - Throws: Why the bytes are no text at all.
  static func read(_ source: SourceText) throws(AnswerFault) -> (SourceText, note: AnswerFault?) {
    let bytes = source.bytes
    if let isBigEndian = byteOrder(of: bytes) {
      let text = SourceText(name: source.name, bytes: utf8(ofUTF16: bytes, isBigEndian))
      try check(text)
      return (text, AnswerFault(.utf16, at: nil))
    }
    try check(source)
    if bytes.isValidUTF8 { return (source, nil) }
    guard let (repaired, count) = repaired(bytes) else {
      throw AnswerFault("the file is not a text in UTF-8; save it as UTF-8", at: nil)
    }
    return (SourceText(name: source.name, bytes: repaired), AnswerFault(.stray(count), at: nil))
  }

  /// Refuses what is no text at all, before a line of rubbish is made of it.
  private static func check(_ source: SourceText) throws(AnswerFault) {
    let isBlank = source.bytes[source.contentStart...].allSatisfy { $0 <= 0x20 }
    if isBlank { throw AnswerFault("the file is empty", at: nil) }
    if let zero = source.bytes.firstIndex(of: 0) {
      throw AnswerFault("the file is not a text: it contains a zero byte", at: zero)
    }
  }

  // MARK: UTF-16

  /// Whether UTF-16 has the high byte first; nil where the bytes are not in it.
  private static func byteOrder(of bytes: [UInt8]) -> Bool? {
    if bytes.starts(with: [0xFF, 0xFE]) { return false }
    if bytes.starts(with: [0xFE, 0xFF]) { return true }
    // Without the mark every other byte of a line of ASCII is zero.
    let start = bytes.prefix(16)
    guard start.count > 3, start.count.isMultiple(of: 2), bytes.count.isMultiple(of: 2) else {
      return nil
    }
    let zeros = start.indices.filter { start[$0] == 0 }
    if zeros.count * 2 != start.count { return nil }
    if zeros.allSatisfy({ $0.isMultiple(of: 2) }) { return true }
    return zeros.allSatisfy { !$0.isMultiple(of: 2) } ? false : nil
  }

  private static func utf8(ofUTF16 bytes: [UInt8], _ isBigEndian: Bool) -> [UInt8] {
    var text = String.UnicodeScalarView()
    var high: UInt32?
    let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    for place in stride(from: hasMark ? 2 : 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt32(bytes[place]), UInt32(bytes[place + 1]))
      let unit = isBigEndian ? first << 8 | second : second << 8 | first
      if (0xD800...0xDBFF).contains(unit) {
        high = unit
        continue
      }
      if let upper = high, (0xDC00...0xDFFF).contains(unit) {
        let value = 0x10000 + (upper - 0xD800) << 10 + (unit - 0xDC00)
        text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      } else {
        text.append(Unicode.Scalar(unit) ?? "\u{FFFD}")
      }
      high = nil
    }
    return Array(String(text).utf8)
  }

  // MARK: Latin-1

  /// The bytes with those that are no UTF-8 as the letters of Windows' and ISO's Latin-1, and how
  /// many there were; nil where there are signs that no text has.
  private static func repaired(_ bytes: [UInt8]) -> ([UInt8], Int)? {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 16)
    var count = 0
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        guard byte >= 0x20 || (0x09...0x0D).contains(byte), byte != 0x7F else { return nil }
        output.append(byte)
        place += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let end = min(place + length, bytes.count)
      if Array(bytes[place..<end]).isValidUTF8 {
        output += bytes[place..<end]
        place = end
      } else {
        let scalar = Windows1252.sign(of: byte) ?? Unicode.Scalar(byte)
        output += Array(String(Character(scalar)).utf8)
        count += 1
        place += 1
      }
    }
    return (output, count)
  }
}

extension Message {
  fileprivate static let utf16: Message = "The file is saved as UTF-16; it was read all the same."

  fileprivate static func stray(_ count: Int) -> Message {
    """
    \(count) \(count == 1 ? "byte of the file is" : "bytes of the file are") not UTF-8, and \
    \(count == 1 ? "was" : "were") read as Latin-1.
    """
  }
}
