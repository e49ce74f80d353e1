import Exercises
import Formulas
import LocatedJSON

/// A submission's answers in the order of the exercise's steps and choices, read as values.
struct AnswerSheet {
  /// What could be made of one answer.
  enum Reading {
    case unanswered
    case unreadable(String)
    /// A value that does not fit the shape asked for.
    case wrongShape(TypedValue)
    case value(TypedValue)
  }

  private(set) var steps: [Reading]
  private(set) var choices: [Reading]
  /// What belongs to no step, or could not be read at all.
  private(set) var notes: [String]

  init(
    _ submission: Submission, exercise: Exercise, steps stepPositions: [String: Int],
    choices choicePositions: [String: Int]
  ) {
    steps = .init(repeating: .unanswered, count: exercise.steps.count)
    choices = .init(repeating: .unanswered, count: exercise.choices.count)
    notes = submission.notes.map { submission.sentence($0) }
    var seen: Set<String> = []
    for answer in submission.answers {
      if answer.range.isEmpty { continue }
      if let index = stepPositions[answer.name] {
        let step = exercise.steps[index]
        guard let kind = step.kind as? any MarkedKind.Type else { continue }
        steps[index] = AnswerSheet.reading(
          answer, submission, shape: exercise.program.shape(of: step.slot)
        ) { (answer, submission) throws(AnswerFault) in
          try kind.value(of: answer, in: submission)
        }
      } else if let index = choicePositions[answer.name] {
        let shape = exercise.program.shape(of: exercise.choices[index].slot)
        choices[index] = AnswerSheet.reading(answer, submission, shape: shape) {
          (answer, submission) throws(AnswerFault) in
          try TypedValue.read(answer, of: submission)
        }
        note(choices[index], exercise.choices[index].name, shape)
      } else {
        let names = Array(stepPositions.keys) + Array(choicePositions.keys)
        notes.append(.noSuchStep(answer.name, exercise, names.sorted()))
      }
      if !seen.insert(answer.name).inserted { notes.append(.answeredTwice(answer.name)) }
    }
  }

  private static func reading(
    _ answer: Answer, _ submission: Submission, shape: Shape,
    by read: (Answer, Submission) throws(AnswerFault) -> TypedValue
  ) -> Reading {
    do {
      let value = try read(answer, submission)
      if value.tensor.shape == shape { return .value(value) }
      return value.fitted(to: shape).map { .value($0) } ?? .wrongShape(value)
    } catch {
      return .unreadable(submission.sentence(error))
    }
  }

  private mutating func note(_ reading: Reading, _ name: String, _ shape: Shape) {
    switch reading {
    case .unreadable(let says): notes.append("\(name): \(says)")
    case .wrongShape(let value): notes.append(.choiceShape(name, shape, value.tensor.shape))
    case .value, .unanswered: break
    }
  }
}

extension Submission {
  /// A fault as a sentence with its place.
  package func sentence(_ fault: AnswerFault) -> String {
    let place = source.position(at: fault.offset)
    let message = fault.message.hasSuffix(".") ? fault.message : fault.message + "."
    return "Line \(place.line), column \(place.column): \(message)"
  }
}

// MARK: - Messages

extension String {
  fileprivate static func noSuchStep(
    _ name: String, _ exercise: Exercise, _ names: [String]
  ) -> String {
    let unknown = "Exercise \(exercise.id) has no step \(Quotation(name))"
    if let near = Spelling.nearest(to: name, among: names) {
      return "\(unknown); did you mean '\(near)'?"
    }
    return "\(unknown)."
  }

  fileprivate static func answeredTwice(_ name: String) -> String {
    "There are two answers for \(Quotation(name)); the last one counts."
  }

  fileprivate static func choiceShape(_ name: String, _ shape: Shape, _ found: Shape) -> String {
    "\(name) must be \(shape), but yours is \(found)."
  }
}
