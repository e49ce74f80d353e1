import Answers
import Exercises
import LocatedJSON
import Marking
import Practice
import Reports

/// What the page of an exercise asks for, whose reader works in the fields of a form.
extension WebGrader.Opened {
  /// The form, the sheet and what its fields have, for the student that the sheet or the first line
  /// names.
  ///
  /// The first line is `student:` and an id, or nothing where the sheet says whose it is.
  func begin(_ bytes: [UInt8]) throws(AnswerFault) -> String {
    let (line, rest) = bytes.firstLine
    let prefix = "student:"
    let student =
      line.hasPrefix(prefix)
      ? Exercise.normalised(student: String(line.dropFirst(prefix.count))) : nil
    if let student,
      student.unicodeScalars.contains(where: { "#[](){}".unicodeScalars.contains($0) }
      )
    {
      throw AnswerFault(.badStudent, at: nil)
    }
    let sheet = try AnswerText.sheet(exercise, going: rest, student: student)
    let owner = sheet.submission.student ?? ""
    let own = owner.isEmpty ? exercise : exercise.dealt(to: owner)
    var json = JSONWriter()
    json.beginObject()
    json.key("id")
    json.value(own.id)
    json.key("title")
    json.value(own.title)
    json.key("student")
    json.value(owner)
    json.key("form")
    json.value(ExerciseForm(own, student: owner).html)
    json.key("sheet")
    json.value(String(decoding: sheet.bytes, as: UTF8.self))
    json.key("program")
    if let program = ProgramText(own) {
      json.value(program.text(student: owner))
    } else {
      json.null()
    }
    json.key("fields")
    json.beginArray()
    for answer in own.answerNames {
      guard let text = sheet.text(of: answer.name) else { continue }
      json.beginObject()
      json.key("name")
      json.value(answer.name)
      json.key("text")
      json.value(text)
      if let picks = own.step(named: answer.name)?.assignment?.picks(text, owner) {
        json.key("picks")
        json.beginArray()
        for pick in picks { json.value(pick) }
        json.endArray()
      }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.text
  }

  /// The sheet with another answer: the name, and how many bytes the answer has, on a line each,
  /// then the answer and the sheet.
  func write(_ bytes: [UInt8]) throws(AnswerFault) -> String {
    let (name, second) = bytes.firstLine
    let (count, rest) = second.firstLine
    let length = min(max(Int(count) ?? 0, 0), rest.count)
    let answer = exercise.answerNames.first { $0.name == name }
    guard let answer else { throw AnswerFault(.unknown(name), at: nil) }
    var sheet = try AnswerText(
      name: "\(exercise.id).answers", bytes: Array(rest.dropFirst(length)))
    try sheet.set(
      field: answer.name, to: String(decoding: rest.prefix(length), as: UTF8.self),
      isText: answer.isText)
    return String(decoding: sheet.bytes, as: UTF8.self)
  }

  /// What is said of a sheet, in pieces.
  mutating func marks(_ bytes: [UInt8]) throws(AnswerFault) -> String {
    let feedback = try feedback(bytes)
    var json = JSONWriter()
    let playable = feedback.steps.filter { PlayedMistake.isPossible($0, in: marker.exercise) }
    FeedbackPieces.write(
      feedback, on: FeedbackPage(marker.exercise), playable: playable.map { $0.name }, to: &json)
    return json.text
  }

  /// The hints to a step, which the first line names, after what the sheet answers to it.
  mutating func hints(_ bytes: [UInt8]) throws(AnswerFault) -> String {
    let (name, rest) = bytes.firstLine
    let feedback = try feedback(rest)
    guard let step = marker.exercise.step(named: name) else {
      throw AnswerFault(.unknown(name), at: nil)
    }
    let answer = feedback.steps.first { $0.name == step.name && $0.status != .unanswered }
    let ladder = HintLadder(step, in: marker.exercise, after: answer)
    var json = JSONWriter()
    json.beginArray()
    for hint in ladder.onAnswer + ladder.rungs { json.value(HintHTML.text(hint)) }
    json.endArray()
    return json.text
  }

  mutating func feedback(_ bytes: [UInt8]) throws(AnswerFault) -> Feedback {
    let source = SourceText(name: "\(exercise.id).answers", bytes: bytes)
    let sheet = try Submission(reading: source, as: .answers)
    return marker.mark(sheet.parts.first { $0.exercise == exercise.id } ?? sheet)
  }
}

extension [UInt8] {
  /// What stands before the first line break, and what behind it.
  var firstLine: (String, [UInt8]) {
    let end = firstIndex(of: UInt8(ascii: "\n")) ?? endIndex
    return (String(decoding: self[..<end], as: UTF8.self), Array(self[end...].dropFirst()))
  }
}

// MARK: - Messages

extension Message {
  fileprivate static let badStudent: Message = "an id has no '#' and no bracket"

  static func unknown(_ name: String) -> Message {
    "there is no step \(Quotation(name))"
  }
}
