import Answers
import Exercises
import LocatedJSON

/// Lines of code or of a derivation, some of which are wrong.
struct LocateTask: Sendable {
  struct Line: Sendable {
    let text: String
    let isWrong: Bool
    /// Why it is wrong, or why it is right.
    let says: String?
  }

  let lines: [Line]
  let areCode: Bool

  static let mostLines = 99

  /// The numbers of the wrong lines, counted from 1.
  var wrong: Set<Int> { Set(lines.indices.filter { lines[$0].isWrong }.map { $0 + 1 }) }

  /// What a sheet has for these lines: "3, 5", or "none".
  static func text(of numbers: Set<Int>) -> String {
    numbers.isEmpty ? "none" : numbers.sorted().map { String($0) }.joined(separator: ", ")
  }

  /// What others than the kind ask of it.
  func assignment(_ reading: StepReading) -> Assignment {
    var assignment = Assignment(reading)
    let numbered = lines.enumerated().map {
      AnswerOption(label: String($0.offset + 1), text: $0.element.text)
    }
    assignment.details = { _ in
      ["Name the lines that are wrong, as in: 2, 4. Or: none."]
        + numbered.map { line in
          let number = line.label.count < 2 && lines.count > 9 ? "\u{A0}" + line.label : line.label
          return "\(number)  \(areCode ? line.text.asCodeSpan : line.text)"
        }
    }
    assignment.control = { _ in .lines(numbered, areCode: areCode) }
    assignment.picks = { answer, _ in
      guard let numbers = try? LocateReader(count: lines.count).lines(AnswerTokens(answer)) else {
        return nil
      }
      return numbers.isEmpty ? ["none"] : numbers.sorted().map { String($0) }
    }
    assignment.rightAnswer = { _ in LocateTask.text(of: wrong) }
    return assignment
  }
}

extension String {
  /// The text as code in Markdown; blanks at its beginning stay, however the line is broken.
  fileprivate var asCodeSpan: String {
    let margin = prefix { $0 == " " }
    let fence = contains("`") ? "``" : "`"
    return String(repeating: "\u{A0}", count: margin.count) + fence + dropFirst(margin.count)
      + fence
  }
}

// MARK: - Reading

extension LocateTask {
  /// Reads the lines; nil, with problems reported, where that cannot be done.
  init?(_ reading: StepReading) {
    let report = reading.report
    let isCode: Bool? = reading.object.optional(LocateKeys.code)
    guard let list = reading.object.requiredValue(LocateKeys.lines) else { return nil }
    let items = reading.items(LocateKeys.lines)
    let lines = items.compactMap { LocateTask.line($0, report) }
    guard case .array = list.kind, lines.count == items.count else { return nil }
    guard (2...LocateTask.mostLines).contains(lines.count) else {
      report.report("there must be 2 to \(LocateTask.mostLines) lines", at: list)
      return nil
    }
    self.init(lines: lines, areCode: isCode ?? false)
  }

  private static func line(_ value: LocatedValue, _ report: ProblemReport) -> Line? {
    if case .string(let text) = value.kind { return Line(text: text, isWrong: false, says: nil) }
    guard
      let object = ObjectReader(
        value, describing: "a line", keys: LocateKeys.line, report: report)
    else { return nil }
    let text: String? = object.required(LocateKeys.text)
    let isWrong: Bool? = object.optional(LocateKeys.wrong)
    let says: String? = object.optional(LocateKeys.says)
    if isWrong == true, says == nil {
      report.report("a wrong line needs the key 'says': why it is wrong", at: value)
    }
    return text.map { Line(text: $0, isWrong: isWrong ?? false, says: says) }
  }
}
