import Answers
import Formulas
import LocatedJSON
import Numerics

/// The text of an `.answers` file, changed one answer at a time.
///
/// Everything but the value in question stays as it was typed: comments, headings, order, line
/// breaks, and what could not be read.
package struct AnswerText: Sendable {
  /// What the text says.
  package private(set) var submission: Submission

  /// - Throws: Why the bytes are no text at all.
  package init(name: String, bytes: [UInt8]) throws(AnswerFault) {
    submission = try Submission(reading: SourceText(name: name, bytes: bytes), as: .answers)
  }

  package var bytes: [UInt8] { submission.source.bytes }

  /// The answer that counts for a name: the last one that is not empty.
  package func answer(to name: String) -> Answer? {
    submission.answers.last { $0.name == name && !$0.range.isEmpty }
  }

  /// What is written for a name.
  package func text(of name: String) -> String? {
    answer(to: name).map { submission.text(of: $0) }
  }

  /// Writes a value, which must be one line, in the place of the one that counts.
  ///
  /// Where there is no line for the name yet, one is added at the end.
  /// - Parameter isText: Whether the value is prose, in which `#` and brackets mean nothing.
  /// - Throws: Why the text could not be read with this value in it; it stays what it was.
  package mutating func set(
    _ name: String, to value: String, isText: Bool = false
  ) throws(AnswerFault) {
    let place = answer(to: name) ?? submission.answers.last { $0.name == name }
    var value = value
    if isText { value = value.replacing(text: "\"\"\"", by: "\"") }
    // Prose needs quotes around it, where it does not stand between some already.
    if isText, place?.isBlock != true { value = "\"\"\"\(value)\"\"\"" }
    let changed = place.map { replacing($0, by: value) } ?? adding("\(name) = \(value)")
    self = try AnswerText(name: submission.source.name, bytes: changed)
  }

  private func replacing(_ answer: Answer, by value: String) -> [UInt8] {
    var bytes = bytes
    if answer.isBlock {
      let line = answer.range.isEmpty ? value + lineBreak : value
      bytes.replaceSubrange(answer.range, with: line.utf8)
      return bytes
    }
    var end = answer.range.upperBound
    var text = value
    if answer.range.isEmpty {
      end += bytes[end...].prefix { $0 == .space || $0 == .tab }.count
      text = " " + value + (end < bytes.count && bytes[end] == .numberSign ? " " : "")
    }
    let comments = comments(in: answer.range)
    bytes.replaceSubrange(answer.range.lowerBound..<end, with: text.utf8)
    // Comments between the rows of a matrix would be lost with the rows.
    let lineStart =
      bytes[..<answer.nameRange.lowerBound].lastIndex { $0 == .lineFeed || $0 == .carriageReturn }
      .map { $0 + 1 } ?? submission.source.contentStart
    bytes.insert(contentsOf: comments.flatMap { ($0 + lineBreak).utf8 }, at: lineStart)
    return bytes
  }

  private func adding(_ line: String) -> [UInt8] {
    let isOpen = bytes.last.map { $0 != .lineFeed && $0 != .carriageReturn } ?? false
    return bytes + ((isOpen ? lineBreak : "") + line + lineBreak).utf8
  }

  private func comments(in range: Range<Int>) -> [String] {
    submission.source.spelling(of: range).split(whereSeparator: { $0.isNewline }).compactMap {
      line in
      line.firstIndex(of: "#").map { String(line[$0...]) }
    }
  }

  private var lineBreak: String {
    bytes.firstIndex(of: .lineFeed).map { $0 > 0 && bytes[$0 - 1] == .carriageReturn } ?? false
      ? "\r\n" : "\n"
  }
}

extension UInt8 {
  fileprivate static let numberSign = UInt8(ascii: "#")
}
