import Exercises
import Formulas
import LocatedJSON

@testable import Answers
@testable import Marking

extension Exercise {
  /// An exercise with the given members besides id, title and statement.
  static func sample(_ members: String) throws -> Exercise {
    let text = #"{ "id": "sample", "title": "T", "statement": "S", \#(members) }"#
    return try Exercise(
      reading: SourceText(name: "sample.json", text: text), kinds: AnswerKinds.steps)
  }

  /// Four numbers, each from those before it: p = 6, q = 7, r = 49, s = 294.
  static func chain(_ members: String = "") throws -> Exercise {
    try sample(
      #"""
      \#(members) "given": { "x": 2 }, "steps": [
        { "name": "p", "formula": "3 * x" }, { "name": "q", "formula": "p + 1" },
        { "name": "r", "formula": "q * q" }, { "name": "s", "formula": "p * r" }
      ]
      """#)
  }

  /// One step of the formula, with further keys.
  static func single(_ formula: String, _ keys: String = "") throws -> Exercise {
    try sample(#""steps": [ { "name": "v", "formula": "\#(formula)" \#(keys) } ]"#)
  }

  /// The feedback on answers in the text format.
  func feedback(on answers: String) throws -> Feedback {
    var marker = Marker(self)
    return marker.mark(try Submission(answers: answers))
  }

  /// The verdicts and words on answers in the text format, one line for each step.
  func verdicts(on answers: String) throws -> [String] {
    try feedback(on: answers).lines
  }
}

extension Feedback {
  /// `name status points: words` for each step, then remarks and notes.
  var lines: [String] {
    steps.map(\.line) + remarks.map { "remark: \($0)" } + notes.map { "note: \($0)" }
  }

  func step(_ name: String) -> StepFeedback? { steps.first { $0.name == name } }
}

extension StepFeedback {
  /// `name status points: words`.
  var line: String {
    let words = says.isEmpty ? "" : ": " + says.texts.joined(separator: " ")
    return "\(name) \(status.rawValue) \(points)\(words)"
  }
}

extension Submission {
  /// A submission in the text format.
  init(answers: String) throws(AnswerFault) {
    try self.init(reading: SourceText(name: "a.answers", text: answers), as: .answers)
  }

  /// A submission in JSON.
  init(json: String) throws(AnswerFault) {
    try self.init(reading: SourceText(name: "a.json", text: json), as: .json)
  }

  /// Everything that was read, one line for each thing.
  var lines: [String] {
    let heads = [("exercise", exercise), ("student", student), ("code", code)]
    return heads.compactMap { name, value in value.map { "\(name): \($0)" } }
      + answers.map { $0.range.isEmpty ? "\($0.name) =" : "\($0.name) = \(text(of: $0))" }
      + notes.map { "note: \(sentence($0))" }
  }

  /// The first answer read as a value, or what is wrong with it.
  func value() -> Result<TypedValue, AnswerFault> {
    Result { () throws(AnswerFault) in try TypedValue.read(answers[0], of: self) }
  }
}

extension Marker {
  /// The right values of the steps that ask for one.
  func expectedValues() -> [Tensor] { exercise.valueSteps.map { key.value(of: $0.slot) } }
}
