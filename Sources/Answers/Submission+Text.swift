import Formulas
import LocatedJSON

extension Submission {
  /// Reads the text format: `exercise: ID`, `student: ID`, `name = value`, `# comment`.
  ///
  /// A value whose brackets are still open goes on in the next line, comments left out. A text may
  /// stand between `"""` and `"""`, on as many lines as it takes; see ``TextBlock``.
  package static func text(_ source: SourceText) -> Submission {
    var submission = Submission(source: source)
    var offset = source.contentStart
    let bytes = source.bytes
    while offset < bytes.count {
      let line = AnswerLine(bytes, from: offset)
      submission.read(line)
      offset = line.next
    }
    return submission
  }

  private mutating func read(_ line: AnswerLine) {
    let content = line.content.trimmed(in: source.bytes)
    if content.isEmpty { return }
    let nameRange = (content.lowerBound..<(line.sign ?? content.lowerBound))
      .trimmed(in: source.bytes)
    guard let sign = line.sign, !nameRange.isEmpty else {
      notes.append(
        AnswerFault(.noEqualsSign(source.spelling(of: content)), at: content.lowerBound))
      return
    }
    let range = (line.block ?? sign + 1..<content.upperBound).trimmed(in: source.bytes)
    let name = source.spelling(of: nameRange)
    switch name.lowercased() {
    case "exercise": exercise = heading(range)
    case "student": student = heading(range)
    case "code" where source.bytes[sign] == UInt8(ascii: ":"): code = heading(range)
    default:
      let comments = line.comments.filter { range.contains($0.lowerBound) }
      answers.append(
        Answer(
          name: Formula.canonicalName(name), range: range, nameRange: nameRange,
          decoded: comments.isEmpty ? nil : source.spelling(of: range, blanking: comments),
          isBlock: line.block != nil))
    }
  }

  private func heading(_ range: Range<Int>) -> String? {
    range.isEmpty ? nil : source.spelling(of: range)
  }
}

extension SourceText {
  /// The text of a range with a space for every character of the comments in it.
  fileprivate func spelling(of range: Range<Int>, blanking comments: [Range<Int>]) -> String {
    var text = ""
    var start = range.lowerBound
    for comment in comments {
      text += spelling(of: start..<comment.lowerBound)
      // As many characters as before, so that places in the text stay what they are.
      text += String(repeating: " ", count: spelling(of: comment).unicodeScalars.count)
      start = comment.upperBound
    }
    return text + spelling(of: start..<range.upperBound)
  }
}

extension Message {
  fileprivate static func noEqualsSign(_ text: String) -> Message {
    "\(Quotation(text)) is not understood; an answer is written name = value"
  }
}
