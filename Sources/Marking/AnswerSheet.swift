import Answers
import Exercises
import Formulas
import LocatedJSON

/// A submission's answers in the order of the exercise's steps and choices, read as values.
struct AnswerSheet {
  /// What could be made of one answer.
  enum Reading {
    case unanswered
    case unreadable(Message)
    /// A value that does not fit the shape asked for.
    case wrongShape(TypedValue)
    case value(TypedValue)
    /// What the step's kind makes sense of by itself.
    case raw(Answer)

    /// The answer as it was written, where the step's kind is to make sense of it.
    var raw: Answer? { if case .raw(let answer) = self { answer } else { nil } }
  }

  private(set) var steps: [Reading]
  private(set) var choices: [Reading]
  /// What belongs to no step, or could not be read at all.
  private(set) var notes: [Message] = []
  private var omittedNotes = 0

  /// The most notes that are written out; a file of rubbish would have one for every line.
  private static let mostNotes = 20

  init(
    _ submission: Submission, exercise: Exercise, steps stepPositions: [String: Int],
    choices choicePositions: [String: Int], readers: [AnswerKind.ValueReader?]
  ) {
    steps = .init(repeating: .unanswered, count: exercise.steps.count)
    choices = .init(repeating: .unanswered, count: exercise.choices.count)
    for fault in submission.notes { note(submission.sentence(fault)) }
    let answers = submission.answers.filter { !$0.range.isEmpty }
    var last = [String: Int](minimumCapacity: answers.count)
    var repeated: Set<String> = []
    for (place, answer) in answers.enumerated()
    where last.updateValue(place, forKey: answer.name) != nil {
      repeated.insert(answer.name)
    }
    for (place, answer) in answers.enumerated() where last[answer.name] == place {
      if let index = stepPositions[answer.name] {
        if let value = exercise.steps[index].value, let read = readers[index] {
          steps[index] = AnswerSheet.reading(
            answer, submission, shape: exercise.program.shape(of: value.slot), by: read)
        } else {
          steps[index] = .raw(answer)
        }
      } else if let index = choicePositions[answer.name] {
        let shape = exercise.program.shape(of: exercise.choices[index].slot)
        choices[index] = AnswerSheet.reading(answer, submission, shape: shape) {
          (answer, submission) throws(AnswerFault) in
          try TypedValue.read(answer, of: submission)
        }
        note(choices[index], exercise.choices[index].name, shape)
      } else {
        note(.noSuchStep(answer.name, exercise))
      }
      if repeated.contains(answer.name) { note(.answeredTwice(answer.name)) }
    }
    if omittedNotes > 0 { notes.append(.more(omittedNotes)) }
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

  private mutating func note(_ sentence: @autoclosure () -> Message) {
    if notes.count < AnswerSheet.mostNotes {
      notes.append(sentence())
    } else {
      omittedNotes += 1
    }
  }

  private mutating func note(_ reading: Reading, _ name: String, _ shape: Shape) {
    switch reading {
    case .unreadable(let says): note("\(name: name): \(says)")
    case .wrongShape(let value): note(.choiceShape(name, shape, value.tensor.shape))
    case .value, .unanswered, .raw: break
    }
  }
}

extension Submission {
  /// A fault as a sentence with its place.
  package func sentence(_ fault: AnswerFault) -> Message {
    let message = fault.message.closed
    guard let offset = fault.offset else { return message }
    let place = source.position(at: offset)
    return Message([.heading(line: place.line, column: place.column)]) + message
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func noSuchStep(_ name: String, _ exercise: Exercise) -> Message {
    let unknown: Message = "Exercise \(name: exercise.id) has no step \(Quotation(name))"
    let names = exercise.steps.map { $0.name } + exercise.choices.map { $0.name }
    if let near = Spelling.nearest(to: name, among: names) {
      return "\(unknown); did you mean '\(name: near)'?"
    }
    return "\(unknown)."
  }

  fileprivate static func answeredTwice(_ name: String) -> Message {
    "There are two answers for \(Quotation(name)); the last one counts."
  }

  fileprivate static func more(_ count: Int) -> Message {
    "\(count) more \(count == 1 ? "line is" : "lines are") not understood either."
  }

  fileprivate static func choiceShape(_ name: String, _ shape: Shape, _ found: Shape) -> Message {
    "\(name: name) must be \(shape), but yours is \(found)."
  }
}
