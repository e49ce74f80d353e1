import Answers
import Exercises
import LocatedJSON
import Numerics
import Reports

extension AnswerText {
  /// Writes what a field of a page has, on however many lines.
  ///
  /// A value on several lines comes into one, as what is pasted is read: rows without brackets have
  /// semicolons between them.
  /// - Throws: Why the text could not be read with this value in it; it stays what it was.
  package mutating func set(field name: String, to value: String, isText: Bool) throws(AnswerFault)
  {
    let lines = value.split(whereSeparator: { $0.isNewline }).map { String($0).trimmingWhitespace }
      .filter { !$0.isEmpty }
    if isText { return try set(name, to: lines.joined(separator: "\n"), isText: true) }
    let isBracketed = value.utf8.contains { "[({".utf8.contains($0) }
    try set(name, to: lines.joined(separator: isBracketed ? " " : "; "))
  }

  /// The sheet that a page begins with, or goes on with.
  ///
  /// - Parameters:
  ///   - bytes: The sheet so far; nothing where there is none yet.
  ///   - student: Whose sheet it is to be; nil for the one that it names.
  /// - Throws: Why the sheet so far is none.
  package static func sheet(
    _ exercise: Exercise, going bytes: [UInt8], student: String?
  ) throws(AnswerFault) -> AnswerText {
    let name = "\(exercise.id).answers"
    var old: AnswerText?
    if bytes.contains(where: { $0 > 0x20 }) {
      let read = try AnswerText(name: name, bytes: bytes)
      if let other = read.submission.exercise, other != exercise.id {
        throw AnswerFault(.otherExercise(other, exercise.id), at: nil)
      }
      // Answers in JSON are taken over into a sheet.
      let isJSON = bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
      if !isJSON, student == nil || student == read.submission.student ?? "" { return read }
      old = read
    }
    let owner = student ?? old?.submission.student ?? ""
    let blank = ExerciseText(exercise).answerSheet(student: owner)
    var sheet = try AnswerText(name: name, bytes: Array(blank.utf8))
    for answer in exercise.answerNames {
      guard let text = old?.text(of: answer.name) else { continue }
      try sheet.set(field: answer.name, to: text, isText: answer.isText)
    }
    return sheet
  }
}

extension Exercise {
  /// What a sheet has answers to: the choices, then the steps.
  package var answerNames: [(name: String, isText: Bool)] {
    choices.map { ($0.name, false) }
      + steps.filter { !$0.isAnsweredInSwift }.map {
        ($0.name, $0.assignment?.asksForText == true)
      }
  }
}

extension Message {
  fileprivate static func otherExercise(_ other: String, _ id: String) -> Message {
    "this sheet answers exercise \(Quotation(other)), not \(name: id)"
  }
}
