import Answers
import Exercises
import Formulas
import LocatedJSON
import Numerics

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
  /// What belongs to no step, could not be read at all, or was not taken as it stands.
  private(set) var notes: [Message] = []
  /// How many names belong to no step.
  private(set) var unknownNames = 0
  /// How many lines are no answer.
  private(set) var strayLines = 0
  private var omittedNotes = 0
  /// How answers were taken so far; each kind is told once.
  private var kinds: Set<PastedKind> = []
  private let frame: AnswerFrame

  /// The most notes that are written out; a file of rubbish would have one for every line.
  private static let mostNotes = Limits.remarks

  init(_ submission: Submission, _ frame: AnswerFrame) {
    self.frame = frame
    steps = .init(repeating: .unanswered, count: frame.steps.count)
    choices = .init(repeating: .unanswered, count: frame.choices.count)
    let plan = AnswerPlan(submission, frame)
    var beside: Set<Int> = []
    var said: [Message] = []
    for line in plan.lines {
      switch line {
      case .answers(let target, let written):
        said += read(written, target, submission, &beside)
      case .entries(let target, let entries):
        said += read(entries, target, submission)
      case .unknown(let name):
        unknownNames += 1
        said.append(.noSuchStep(name, frame))
      }
    }
    for (index, fault) in submission.notes.enumerated() where !beside.contains(index) {
      // What has no place is said of the sheet as a whole.
      if fault.offset != nil { strayLines += 1 }
      note(submission.sentence(fault))
    }
    for sentence in said { note(sentence) }
    if omittedNotes > 0 { notes.append(.more(omittedNotes)) }
  }

  // MARK: Reading

  /// Reads what was written for a step or a choice; what there is to say about it.
  ///
  /// - Parameter beside: Receives the places of the notes that are beside the point.
  private mutating func read(
    _ written: AnswerPlan.Written, _ target: AnswerFrame.Target, _ submission: Submission,
    _ beside: inout Set<Int>
  ) -> [Message] {
    let name = frame.name(of: target)
    var said: [Message] = []
    guard let (shape, read) = frame.reader(of: target) else {
      guard let answer = written.answer else { return [] }
      put(.raw(answer), target)
      if written.isMeant { said += take(name, typed: answer, submission) }
      if written.isRepeated { said.append(.answeredTwice(name)) }
      return said
    }
    var outcome: (reading: Reading, taken: ReadValue?)?
    if let guess = written.guess {
      let guessed = AnswerSheet.reading(guess.answer, submission, shape: shape, by: read)
      if case .value = guessed.reading { outcome = guessed }
      if written.answer == nil, outcome == nil, frame.takes(guess) { outcome = guessed }
      if outcome != nil {
        beside.formUnion(guess.notes)
        if guess.isUntitled, kinds.insert(.untitled).inserted {
          said.append(.untitled(name))
        }
      }
    }
    if outcome == nil, let answer = written.answer {
      outcome = AnswerSheet.reading(answer, submission, shape: shape, by: read)
    }
    guard let outcome else { return said }
    put(outcome.reading, target)
    if let taken = outcome.taken {
      let new = taken.kinds.filter { kinds.insert($0).inserted }
      if !new.isEmpty { said.append(.taken(name, taken, new)) }
    }
    if case .choice = target { said += objection(outcome.reading, name, shape) }
    if written.isMeant, let answer = written.answer ?? written.guess?.answer {
      said += take(name, typed: answer, submission)
    }
    if written.isRepeated { said.append(.answeredTwice(name)) }
    return said
  }

  /// Puts a value together from its entries.
  private mutating func read(
    _ entries: [AnswerPlan.Entry], _ target: AnswerFrame.Target, _ submission: Submission
  ) -> [Message] {
    guard let (shape, read) = frame.reader(of: target) else { return [] }
    let name = frame.name(of: target)
    let whole = EntriesOfValue(entries, shape, name)
    do throws(AnswerFault) {
      let value = try whole.value { (answer, shape) throws(AnswerFault) in
        try read(answer, submission, shape)
      }
      put(.value(value.value), target)
      let new = value.kinds.filter { kinds.insert($0).inserted }
      return new.isEmpty ? [] : [.taken(name, value, new)]
    } catch {
      put(.unreadable(submission.sentence(error)), target)
      return []
    }
  }

  private mutating func put(_ reading: Reading, _ target: AnswerFrame.Target) {
    switch target {
    case .step(let index): steps[index] = reading
    case .choice(let index): choices[index] = reading
    }
  }

  private mutating func take(
    _ name: String, typed answer: Answer, _ submission: Submission
  ) -> [Message] {
    guard kinds.insert(.name).inserted else { return [] }
    return [.meant(submission.source.spelling(of: answer.nameRange), name)]
  }

  private static func reading(
    _ answer: Answer, _ submission: Submission, shape: Shape, by read: AnswerKind.ValueReader
  ) -> (reading: Reading, taken: ReadValue?) {
    do {
      let value = try read(answer, submission, shape)
      let taken = value.kinds.isEmpty ? nil : value
      if value.value.tensor.shape == shape { return (.value(value.value), taken) }
      let fitted = value.value.fitted(to: shape)
      return (fitted.map { .value($0) } ?? .wrongShape(value.value), taken)
    } catch {
      return (.unreadable(submission.sentence(error)), nil)
    }
  }

  // MARK: Notes

  private mutating func note(_ sentence: @autoclosure () -> Message) {
    if notes.count < AnswerSheet.mostNotes {
      notes.append(sentence())
    } else {
      omittedNotes += 1
    }
  }

  private func objection(_ reading: Reading, _ name: String, _ shape: Shape) -> [Message] {
    switch reading {
    case .unreadable(let says): ["\(name: name): \(says)"]
    case .wrongShape(let value): [.choiceShape(name, shape, value.tensor.shape)]
    case .value, .unanswered, .raw: []
    }
  }
}

extension Submission {
  /// A fault as a sentence with its place.
  package func sentence(_ fault: AnswerFault) -> Message {
    let message = fault.message.closed
    guard let offset = fault.offset else { return message }
    let place = source.position(at: offset)
    if source.name == Submission.ofCommandLine {
      // The lines of a file that nobody wrote would only mislead.
      return "In the answer on the command line, column \(place.column): \(message)"
    }
    return Message([.heading(line: place.line, column: place.column)]) + message
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func noSuchStep(_ name: String, _ frame: AnswerFrame) -> Message {
    let unknown: Message = "Exercise \(name: frame.exercise) has no step \(Quotation(name))"
    if let near = Spelling.nearest(to: name, among: frame.everyName) {
      return "\(unknown); did you mean '\(name: near)'?"
    }
    return "\(unknown)."
  }

  fileprivate static func answeredTwice(_ name: String) -> Message {
    "There are two answers for \(Quotation(name)); the last one counts."
  }

  fileprivate static func meant(_ typed: String, _ name: String) -> Message {
    "\(Quotation(typed)) is taken for \(name: name)."
  }

  fileprivate static func untitled(_ name: String) -> Message {
    "\(name: name) stands without a sign of equality; the numbers behind it are taken as its value."
  }

  fileprivate static func more(_ count: Int) -> Message {
    "\(count) more \(count == 1 ? "line is" : "lines are") not understood either."
  }

  fileprivate static func choiceShape(_ name: String, _ shape: Shape, _ found: Shape) -> Message {
    "\(name: name) must be \(shape), but yours is \(found)."
  }
}
