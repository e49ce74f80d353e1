import Formulas
import LocatedJSON

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
    var submission = Submission(source: source)
    submission.notes = notes
    for member in members { submission.take(member) }
    return submission
  }

  private mutating func take(_ member: RawMember) {
    let value = member.decoded ?? source.spelling(of: member.content)
    switch member.path {
    case ["exercise"]: exercise = value.isEmpty ? nil : value
    case ["student"]: student = value.isEmpty ? nil : value
    case ["code"]: code = value.isEmpty ? nil : value
    case let path where path.count == 2 && path[0] == "answers":
      let isNothing = value == "null" || value == "[]"
      answers.append(
        Answer(
          name: Formula.canonicalName(path[1]),
          range: isNothing ? member.content.lowerBound..<member.content.lowerBound : member.content,
          nameRange: member.nameRange, decoded: member.decoded))
    default:
      let known = ["exercise", "student", "answers", "code"]
      let near = Spelling.nearest(to: member.path[0], among: known)
      notes.append(AnswerFault(.unknownKey(member.path[0], near), at: member.nameRange.lowerBound))
    }
  }
}

/// A member of the submission's object, or of its `answers`, with its value as it stands.
private struct RawMember {
  let path: [String]
  let nameRange: Range<Int>
  /// The value, without its quotes where it is a string.
  let content: Range<Int>
  /// The value of a string that is written with escapes, such as `\u2212`.
  var decoded: String?

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
    var content = member.value.range
    if case .string(let text) = member.value.kind {
      content = content.lowerBound + 1..<content.upperBound - 1
      if text.utf8.count != content.count { decoded = text }
    }
    self.content = content
  }

  private init(path: [String], nameRange: Range<Int>, content: Range<Int>) {
    self.path = path
    self.nameRange = nameRange
    self.content = content
  }

  /// The members that can be told apart in text that is not JSON as a whole; nil where none can.
  static func salvaged(from source: SourceText) -> [RawMember]? {
    var reader = MemberSalvage(source.bytes, from: source.contentStart)
    guard let top = reader.members() else { return nil }
    var result: [RawMember] = []
    for member in top {
      let name = source.spelling(of: member.name)
      let nameRange = member.name.lowerBound - 1..<member.name.upperBound + 1
      guard name == "answers" else {
        result.append(
          RawMember(path: [name], nameRange: nameRange, content: member.content))
        continue
      }
      var inner = MemberSalvage(source.bytes, from: member.content.lowerBound)
      guard let answers = inner.members() else { return nil }
      result += answers.map {
        RawMember(
          path: ["answers", source.spelling(of: $0.name)], nameRange: $0.name,
          content: $0.content)
      }
    }
    return result.contains { $0.path.first == "answers" } ? result : nil
  }
}

extension Problem {
  fileprivate var fault: AnswerFault {
    AnswerFault("line \(position.line), column \(position.column): \(message)", at: 0)
  }

  fileprivate var note: AnswerFault {
    AnswerFault(
      "the file is not sound JSON (line \(position.line), column \(position.column): \(message)); "
        + "the answers that could be told apart are marked", at: 0)
  }
}

extension String {
  fileprivate static let notAnObject =
    "a submission is an object: {\"exercise\": \"16.2\", \"answers\": {…}}"

  fileprivate static func unknownKey(_ key: String, _ near: String?) -> String {
    near.map { "\(Quotation(key)) is not a key of a submission; did you mean '\($0)'?" }
      ?? "\(Quotation(key)) is not a key of a submission; steps belong under 'answers'"
  }
}
