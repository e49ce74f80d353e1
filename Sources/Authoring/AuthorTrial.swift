import Answers
import Exercises
import Formulas
import LocatedJSON
import Marking

/// An exercise with one draw of its numbers, and answers made from its key.
struct AuthorTrial {
  let exercise: Exercise
  var marker: Marker
  /// The key.
  var key: Evaluation
  /// The values a student would have chosen.
  var chosen: [(name: String, value: Tensor)]

  init(_ exercise: Exercise, draw: Int) {
    let exercise = exercise.hasOwnNumbers ? exercise.dealt(to: "variant-\(draw + 1)") : exercise
    let drawn = exercise.drawnChoices(draw)
    self.exercise = exercise
    marker = Marker(exercise)
    chosen = zip(exercise.choices, drawn).map { ($0.name, $1.value) }
    key = exercise.evaluation()
    for (slot, value) in drawn { key.set(slot, to: value) }
    key.run()
  }

  /// Everything that is not as it must be.
  mutating func findings() -> [AuthorFinding] {
    let model = modelFindings()
    // Where the right answer is not right, nothing else can be told.
    if !model.isEmpty { return model }
    return blankFindings() + mistakeFindings() + redundantFindings() + formulaMistakeFindings()
      + nearMissFindings() + followingFindings() + coarseFindings() + copiedFindings()
      + guessedFindings()
  }

  // MARK: Answers

  /// An answer, as it goes into a submission.
  enum Written: Sendable {
    case value(Tensor)
    case text(String)
  }

  /// The feedback on these answers, with the chosen values before them.
  ///
  /// - Parameter program: A Swift file that is handed in with them.
  mutating func marks(
    _ answers: [(name: String, answer: Written)], program: String? = nil
  ) -> Feedback? {
    var json = JSONWriter()
    json.beginObject()
    json.key("exercise")
    json.value(exercise.id)
    if let student = exercise.student {
      json.key("student")
      json.value(student)
    }
    json.key("answers")
    json.beginObject()
    for (name, answer) in chosen.map({ ($0.name, Written.value($0.value)) }) + answers {
      json.key(name)
      switch answer {
      case .value(let tensor): json.value(tensor)
      case .text(let text): json.value(text)
      }
    }
    json.endObject()
    json.endObject()
    let source = SourceText(name: exercise.source.name, bytes: json.bytes)
    guard var submission = try? Submission(reading: source, as: .json) else { return nil }
    submission.program = program.map { SourceText(name: "guess.swift", text: $0) }
    return marker.mark(submission)
  }

  /// The feedback on one step's answer, with nothing else answered.
  mutating func marks(_ name: String, _ answer: Written) -> StepFeedback? {
    marks([(name, answer)])?.steps.first { $0.name == name }
  }

  // MARK: Blank and model

  private mutating func blankFindings() -> [AuthorFinding] {
    guard let feedback = marks([]) else { return [] }
    return zip(exercise.steps, feedback.steps).filter { $1.points > 0 }.map { step, _ in
      AuthorFinding(.blank, .blank(step.name), at: step.place.lowerBound)
    }
  }

  private mutating func modelFindings() -> [AuthorFinding] {
    let answers = exercise.steps.compactMap { step in model(of: step).map { (step.name, $0) } }
    guard let feedback = marks(answers) else { return [] }
    let answered = Set(answers.map(\.0))
    return zip(exercise.steps, feedback.steps).compactMap { step, marks in
      guard answered.contains(step.name), marks.points < marks.outOf else { return nil }
      return AuthorFinding(.model, .model(step.name, marks), at: step.place.lowerBound)
    }
  }

  /// The right answer of a step; nil where no text can be made for it.
  func model(of step: Step) -> Written? {
    switch step.content {
    case .value(let value): .value(key.value(of: value.slot))
    case .assignment(let assignment):
      assignment.rightAnswer(exercise.student ?? "").map { .text($0) }
    }
  }
}

extension StepFeedback {
  /// What is said to the student, without the place in a sheet that the author has not written.
  var wordsToAuthor: String {
    says.map { $0.withoutHeading }.joined(by: " ").text
  }
}

// MARK: - Messages

extension String {
  fileprivate static func blank(_ name: String) -> String {
    "a blank sheet earns points for '\(name)'"
  }

  fileprivate static func model(_ name: String, _ marks: StepFeedback) -> String {
    "the right answer of '\(name)', handed in, is marked \(marks.status.rawValue)"
      + (marks.says.isEmpty ? "" : ": " + marks.wordsToAuthor)
  }
}
