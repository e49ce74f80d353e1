import Formulas
import LocatedJSON

extension Submission {
  /// Reads the text format: `exercise: ID`, `student: ID`, `name = value`, `# comment`.
  ///
  /// A value whose brackets are still open goes on in the next line.
  static func text(_ source: SourceText) -> Submission {
    var submission = Submission(source: source)
    var offset = source.contentStart
    let bytes = source.bytes
    while offset < bytes.count {
      let line = TextLine(bytes, from: offset)
      submission.read(line)
      offset = line.next
    }
    return submission
  }

  private mutating func read(_ line: TextLine) {
    let content = line.content.trimmed(in: source.bytes)
    if content.isEmpty { return }
    guard let sign = line.sign else {
      notes.append(
        AnswerFault(.noEqualsSign(source.spelling(of: content)), at: content.lowerBound))
      return
    }
    let nameRange = (content.lowerBound..<sign).trimmed(in: source.bytes)
    let range = (sign + 1..<content.upperBound).trimmed(in: source.bytes)
    let name = source.spelling(of: nameRange)
    let value = source.spelling(of: range)
    switch (source.bytes[sign], name.lowercased()) {
    case (UInt8(ascii: ":"), "exercise"): exercise = value.isEmpty ? nil : value
    case (UInt8(ascii: ":"), "student"): student = value.isEmpty ? nil : value
    case (UInt8(ascii: ":"), "code"): code = value.isEmpty ? nil : value
    default:
      answers.append(
        Answer(name: Formula.canonicalName(name), range: range, nameRange: nameRange))
    }
  }
}

/// A line of the text format, with those that continue its brackets.
private struct TextLine {
  /// Everything before a comment.
  let content: Range<Int>
  /// The place of the first `=`, or else of the first `:`.
  let sign: Int?
  /// Where the next line begins.
  let next: Int

  init(_ bytes: [UInt8], from start: Int) {
    var offset = start
    var end: Int?
    var depth = 0
    var equals: Int?
    var colon: Int?
    scan: while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        // An open bracket continues, unless the next line is an answer of its own.
        if depth <= 0 || TextLine.beginsAnswer(bytes, offset + 1) { break scan }
        if end != nil { break scan }
      case UInt8(ascii: "#") where end == nil: end = offset
      case _ where end != nil: break
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "=") where equals == nil: equals = offset
      case UInt8(ascii: ":") where colon == nil: colon = offset
      default: break
      }
      offset += 1
    }
    content = start..<(end ?? offset)
    sign = equals.map { equals in colon.map { min($0, equals) } ?? equals } ?? colon
    next = offset + 1
  }

  /// Whether the line holds an `=` before any bracket, comma or comment.
  private static func beginsAnswer(_ bytes: [UInt8], _ start: Int) -> Bool {
    for offset in start..<bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "="): return true
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: "#"): return false
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if bytes[start..<offset].contains(where: { $0 > 0x20 }) { return false }
      default: break
      }
    }
    return false
  }
}

extension Range<Int> {
  /// The range without white space at its ends.
  fileprivate func trimmed(in bytes: [UInt8]) -> Range<Int> {
    var (lower, upper) = (lowerBound, upperBound)
    while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
    while lower < upper, bytes[upper - 1] <= 0x20 { upper -= 1 }
    return lower..<upper
  }
}

extension String {
  fileprivate static func noEqualsSign(_ text: String) -> String {
    "\(Quotation(text)) is not understood; an answer is written name = value"
  }
}
