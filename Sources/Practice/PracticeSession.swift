import Answers
import Exercises
import Formulas
import LocatedJSON
import Marking
import Numerics

/// Working through an exercise alone, question after question.
///
/// The session is a value and knows no terminal: it is given what was typed, changes its state, and
/// says what there is to say. Every answer that can be read is kept, so that later steps may follow
/// from it, right or wrong; the whole work is marked again each time.
package struct PracticeSession: Sendable {
  /// How far the session has come.
  package enum State: Sendable {
    case asking
    /// Every step is answered.
    case finished
    /// The student left.
    case left
  }

  package let exercise: Exercise
  /// The choices, then the steps.
  package let questions: [PracticeQuestion]
  /// The work so far.
  package private(set) var answers: AnswerText
  package private(set) var feedback: Feedback
  package private(set) var state = State.asking
  /// The place of the question that is asked.
  package private(set) var place = 0
  private var marker: Marker
  private var hintsGiven: [Int]
  /// How many hints have been given to the answer that counts now.
  private var hintsOnAnswer: [Int]

  /// A session that goes on where the answers end.
  ///
  /// - Parameter tools: What there is to mark with.
  package init(_ exercise: Exercise, answers: AnswerText, tools: MarkingTools = MarkingTools()) {
    self.exercise = exercise
    self.answers = answers
    questions =
      exercise.choices.indices.map { .choice($0) }
      + exercise.steps.indices.filter { !exercise.steps[$0].isAnsweredInSwift }.map { .step($0) }
    hintsGiven = .init(repeating: 0, count: questions.count)
    hintsOnAnswer = hintsGiven
    marker = Marker(exercise, tools: tools)
    feedback = marker.mark(answers.submission)
    if let first = questions.indices.first(where: { !isSettled($0) }) {
      place = first
    } else {
      state = .finished
    }
  }

  package var question: PracticeQuestion { questions[place] }

  /// Whether the question that is asked has an answer already with which all is well.
  package var isSettled: Bool { isSettled(place) }

  /// How many steps are answered.
  package var settledSteps: Int { feedback.steps.count { $0.status.isSettled } }

  /// Does what was asked for; what there is to say about it.
  package mutating func respond(to input: PracticeInput) -> [PracticeReply] {
    switch input {
    case .answer(let text): answer(text)
    case .nothing: isSettled(place) ? goOn() : [.reminder]
    case .command(.hint): hint()
    case .command(.skip): skip()
    case .command(.back): back()
    case .command(.show): [.statement]
    case .command(.help): [.commands]
    case .command(.quit): quit()
    }
  }

  /// Goes on with answers that somebody else has changed meanwhile.
  package mutating func takeOver(_ answers: AnswerText) -> [PracticeReply] {
    self.answers = answers
    feedback = marker.mark(answers.submission)
    return [.takenOver]
  }

  /// Stops asking.
  package mutating func quit() -> [PracticeReply] {
    state = .left
    return []
  }

  // MARK: Moving

  private mutating func goOn() -> [PracticeReply] {
    let open = questions.indices.filter { !isSettled($0) }
    if let next = open.first(where: { $0 > place }) {
      place = next
      return []
    }
    guard let first = open.first else {
      state = .finished
      return [.finished]
    }
    if first == place { return [.onlyOneLeft(name(of: place))] }
    place = first
    return [.roundAgain(open.map(name))]
  }

  private mutating func skip() -> [PracticeReply] {
    if case .choice(let index) = question, !isSettled(place) {
      return [.choiceNeeded(exercise.choices[index].name)]
    }
    return goOn()
  }

  private mutating func back() -> [PracticeReply] {
    if place == 0 { return [.noStepBefore] }
    place -= 1
    return []
  }

  private mutating func hint() -> [PracticeReply] {
    guard case .step(let index) = question else { return [.freeChoice(name(of: place))] }
    let ladder = HintLadder(exercise.steps[index], in: exercise, after: feedback.steps[index])
    if hintsOnAnswer[place] < ladder.onAnswer.count {
      hintsOnAnswer[place] += 1
      let number = hintsOnAnswer[place]
      return [.hint(ladder.onAnswer[number - 1], number: number, of: ladder.onAnswer.count)]
    }
    let rungs = ladder.rungs
    guard hintsGiven[place] < rungs.count else { return [.noMoreHints] }
    hintsGiven[place] += 1
    let number = hintsGiven[place]
    return [.hint(rungs[number - 1], number: number, of: rungs.count)]
  }

  // MARK: Answers

  private mutating func answer(_ text: String) -> [PracticeReply] {
    let asked = name(of: place)
    var text = text
    if let sign = text.firstIndex(of: "=") {
      let name = Formula.canonicalName(text[..<sign].trimmingWhitespace)
      if name == asked {
        text = text[text.index(after: sign)...].trimmingWhitespace
      } else if questions.indices.contains(where: { self.name(of: $0) == name }) {
        return [.otherQuestion(name, asked: asked)]
      }
    }
    if text.isEmpty { return [.reminder] }
    do {
      if let reply = try objection(to: text) { return [reply] }
      return try keep(text)
    } catch {
      let column = error.offset.map { TypedAnswer(asked, text).column(at: $0) }
      return [
        .unreadable(error.message, column: column, meant: PracticeInput.command(near: text))
      ]
    }
  }

  /// Why a value cannot be chosen.
  ///
  /// - Throws: Why what was typed cannot be read.
  private func objection(to text: String) throws(AnswerFault) -> PracticeReply? {
    let typed = TypedAnswer(name(of: place), text)
    switch question {
    case .choice(let index):
      let shape = exercise.program.shape(of: exercise.choices[index].slot)
      let value = try typed.value(as: shape)
      if value.fitted(to: shape) != nil { return nil }
      return .wrongShape(name(of: place), asked: shape, found: value.tensor.shape)
    case .step(let index):
      let step = exercise.steps[index]
      if let slot = step.value?.slot {
        try typed.check(as: step.kind, exercise.program.shape(of: slot))
      }
      return nil
    }
  }

  /// Whether the question is answered by prose.
  package var asksForText: Bool {
    guard case .step(let index) = question else { return false }
    return exercise.steps[index].assignment?.asksForText ?? false
  }

  private mutating func keep(_ text: String) throws(AnswerFault) -> [PracticeReply] {
    let settled = feedback.steps.indices.filter { feedback.steps[$0].status.isSettled }
    let remarks = feedback.remarks
    let notes = feedback.notes
    try answers.set(name(of: place), to: text, isText: asksForText)
    hintsOnAnswer[place] = 0
    feedback = marker.mark(answers.submission)
    var replies: [PracticeReply] = []
    switch question {
    case .choice: replies.append(.chosen(name(of: place)))
    case .step(let index): replies.append(.verdict(feedback.steps[index]))
    }
    // How the answer was taken, where it is not written as a sheet has it.
    replies += feedback.notes.filter { !notes.contains($0) }.map { .remark($0) }
    replies += feedback.remarks.filter { !remarks.contains($0) }.map { .remark($0) }
    let reopened = settled.filter {
      !feedback.steps[$0].status.isSettled && question != .step($0)
    }
    if !reopened.isEmpty { replies.append(.reopened(reopened.map { exercise.steps[$0].name })) }
    return isSettled(place) ? replies + goOn() : replies
  }

  // MARK: Questions

  private func name(of place: Int) -> String {
    switch questions[place] {
    case .choice(let index): exercise.choices[index].name
    case .step(let index): exercise.steps[index].name
    }
  }

  private func isSettled(_ place: Int) -> Bool {
    switch questions[place] {
    case .step(let index): return feedback.steps[index].status.isSettled
    case .choice(let index):
      let choice = exercise.choices[index]
      let shape = exercise.program.shape(of: choice.slot)
      guard let answer = answers.answer(to: choice.name),
        let value = try? ReadValue.read(answer, of: answers.submission, as: shape)
      else { return false }
      return value.value.fitted(to: shape) != nil
    }
  }
}

extension Status {
  /// Whether there is nothing left to do about the step.
  package var isSettled: Bool {
    switch self {
    case .correct, .followsThrough, .toBeRead, .notRun: true
    case .partial, .incorrect, .unanswered, .unreadable: false
    }
  }
}
