import LocatedJSON

extension PastedLine {
  /// The answers of a line that has several, with a comma or a semicolon between them.
  static func parts(
    of value: Range<Int>, named name: Range<Int>, in source: SourceText
  ) -> [(name: Range<Int>, value: Range<Int>)] {
    var parts: [(name: Range<Int>, value: Range<Int>)] = []
    var current = (name: name, start: value.lowerBound)
    var depth = 0
    // The last comma or semicolon outside brackets, behind the last sign of equality.
    var separator: Int?
    for place in value {
      switch source.bytes[place] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ","), UInt8(ascii: ";"): if depth == 0 { separator = place }
      case UInt8(ascii: "=") where depth == 0:
        guard let end = separator else { continue }
        let next = undecorated(end + 1..<place, in: source)
        let word = source.spelling(of: next)
        let begins = word.unicodeScalars.first
        separator = nil
        // What a printer says of an array is not an answer of its own.
        if optionWords.contains(word) { return [] }
        guard let begins, begins.isLetter || begins == "\\" else { continue }
        parts.append((current.name, (current.start..<end).trimmed(in: source.bytes)))
        current = (next, place + 1)
      default: break
      }
    }
    parts.append((current.name, (current.start..<value.upperBound).trimmed(in: source.bytes)))
    return parts.filter { !$0.value.isEmpty }
  }
}
