import Answers
import LocatedJSON
import Marking

extension Submission {
  /// A submission in the text format.
  package init(answers: String) throws(AnswerFault) {
    try self.init(reading: SourceText(name: "a.answers", text: answers), as: .answers)
  }

  /// A submission in JSON.
  package init(json: String) throws(AnswerFault) {
    try self.init(reading: SourceText(name: "a.json", text: json), as: .json)
  }

  /// Everything that was read, one line for each thing.
  package var lines: [String] {
    let heads = [("exercise", exercise), ("student", student), ("code", code)]
    return heads.compactMap { name, value in value.map { "\(name): \($0)" } }
      + answers.map { $0.range.isEmpty ? "\($0.name) =" : "\($0.name) = \(text(of: $0))" }
      + notes.map { "note: \(sentence($0))" }
  }

  /// The first answer read as a value, or what is wrong with it.
  package func value() -> Result<TypedValue, AnswerFault> {
    Result { () throws(AnswerFault) in try TypedValue.read(answers[0], of: self) }
  }
}
