import Formulas
import LocatedJSON
import Numerics

extension Submission {
  /// Reads the JSON format: an object with `exercise`, `student`, `answers` and perhaps `code`.
  ///
  /// Text that is not JSON as a whole is read member by member as far as that goes, so that one
  /// `NaN` or comma too many does not cost the other answers.
  static func json(_ source: SourceText) throws(AnswerFault) -> Submission {
    let members: [RawMember]
    var notes: [AnswerFault] = []
    do {
      members = try RawMember.members(of: JSONText.parse(source), in: source)
    } catch {
      guard let salvaged = RawMember.salvaged(from: source) else { throw error.fault }
      members = salvaged
      notes = [error.note]
    }
    if isExercise(members) { throw .isExercise }
    var submission = Submission(source: source)
    submission.notes = notes
    for member in members { submission.take(member) }
    return submission
  }

  /// Whether an object is an exercise, whose file may lie where sheets do.
  private static func isExercise(_ members: [RawMember]) -> Bool {
    func has(_ name: String) -> Bool { members.contains { $0.path[0] == name } }
    return has("id") && has("statement") && has("steps") && !has("exercise") && !has("answers")
  }

  private mutating func take(_ member: RawMember) {
    let value = member.decoded ?? source.spelling(of: member.content)
    let isNull = !member.isString && value == "null"
    let heading = isNull || value.isEmpty ? nil : value
    switch member.path {
    case ["exercise"]: exercise = heading
    case ["student"]: student = heading
    case ["code"]: code = heading
    case ["answers"]:
      if !isNull { notes.append(AnswerFault(.answersNotAnObject, at: member.content.lowerBound)) }
    case let path where path.count == 2:
      let range = member.content.trimmed(in: source.bytes)
      let isNothing = isNull || value == "[]" || value.isBlank
      answers.append(
        Answer(
          name: Formula.canonicalName(path[1]),
          range: isNothing ? range.lowerBound..<range.lowerBound : range,
          nameRange: member.nameRange, decoded: member.decoded,
          isJSONValue: !member.isString))
    default:
      let known = ["exercise", "student", "answers", "code"]
      let near = Spelling.nearest(to: member.path[0], among: known)
      notes.append(AnswerFault(.unknownKey(member.path[0], near), at: member.nameRange.lowerBound))
    }
  }
}

/// A member of the submission's object, or of its `answers`, with its value as it stands.
private struct RawMember {
  /// The name, behind `answers` where it stands there.
  let path: [String]
  let nameRange: Range<Int>
  /// The value, without its quotes where it is a string.
  let content: Range<Int>
  let isString: Bool
  /// The value of a string that is written with escapes, such as `\u2212`.
  let decoded: String?

  static func members(of root: LocatedValue, in source: SourceText) throws(Problem) -> [RawMember] {
    guard case .object(let members) = root.kind else {
      throw Problem(.notAnObject, at: root.range.lowerBound, in: source)
    }
    var result: [RawMember] = []
    for member in members {
      if member.name == "answers", case .object(let answers) = member.value.kind {
        result += answers.map { RawMember($0, under: ["answers"]) }
      } else {
        result.append(RawMember(member, under: []))
      }
    }
    return result
  }

  private init(_ member: LocatedMember, under path: [String]) {
    self.path = path + [member.name]
    nameRange = member.nameRange
    let range = member.value.range
    if case .string(let text) = member.value.kind {
      isString = true
      content = range.lowerBound + 1..<range.upperBound - 1
      decoded = text.utf8.count == content.count ? nil : text
    } else {
      isString = false
      content = range
      decoded = nil
    }
  }

  private init(_ member: MemberSalvage.Member, under path: [String], in source: SourceText) {
    self.path = path + [source.unescaped(member.name) ?? source.spelling(of: member.name)]
    nameRange = member.name.lowerBound - 1..<member.name.upperBound + 1
    content = member.content
    isString = member.isString
    decoded = member.isString ? source.unescaped(member.content) : nil
  }

  /// The members that can be told apart in text that is not JSON as a whole; nil where none can.
  static func salvaged(from source: SourceText) -> [RawMember]? {
    var reader = MemberSalvage(source.bytes[source.contentStart...])
    guard let top = reader.members() else { return nil }
    var result: [RawMember] = []
    for member in top {
      var inner = MemberSalvage(source.bytes[member.content])
      if source.spelling(of: member.name) == "answers", let answers = inner.members() {
        result += answers.map { RawMember($0, under: ["answers"], in: source) }
      } else {
        result.append(RawMember(member, under: [], in: source))
      }
    }
    return result.contains { $0.path.count == 2 } ? result : nil
  }
}

extension SourceText {
  /// The text of a string whose quotes stand around the range, where it has escapes.
  fileprivate func unescaped(_ range: Range<Int>) -> String? {
    guard bytes[range].contains(UInt8(ascii: "\\")) else { return nil }
    let quoted = SourceText(
      name: name, bytes: Array(bytes[range.lowerBound - 1..<range.upperBound + 1]))
    guard case .string(let text)? = (try? JSONText.parse(quoted))?.kind else { return nil }
    return text
  }
}

extension Problem {
  fileprivate var fault: AnswerFault {
    AnswerFault("\(place): \(visible: message)", at: nil)
  }

  fileprivate var note: AnswerFault {
    AnswerFault(
      "The file is not sound JSON (\(place): \(visible: message)); the answers that could be told apart are "
        + "marked", at: nil)
  }

  private var place: Message { "\(line: position.line, column: position.column)" }
}

extension String {
  fileprivate static let notAnObject =
    "a submission is an object: {\"exercise\": \"16.2\", \"answers\": {…}}"
}

extension Message {
  fileprivate static let answersNotAnObject: Message =
    "'answers' must be an object of names and values: {\"a1\": [0.5, 0.25], …}"

  fileprivate static func unknownKey(_ key: String, _ near: String?) -> Message {
    near.map { "\(Quotation(key)) is not a key of a submission; did you mean '\($0)'?" }
      ?? "\(Quotation(key)) is not a key of a submission; steps belong under 'answers'"
  }
}

extension String {
  /// Whether there is nothing but white space.
  fileprivate var isBlank: Bool {
    // Nearly every value begins with a character of ASCII that can be seen.
    if let first = utf8.first, first > .space, first < 0x7F { return false }
    return allSatisfy { $0.isWhitespace }
  }
}
