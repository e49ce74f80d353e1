import Answers
import Diagnosis
import Exercises
import Formulas
import LocatedJSON
import Marking
import Numerics
import Reports

/// What a practice session says, as text for a terminal.
package struct PracticeText {
  private let exercise: Exercise
  private let student: String
  private let style: TerminalStyle

  /// - Parameter student: Whose work it is; empty where that is not known.
  package init(_ exercise: Exercise, student: String = "", style: TerminalStyle) {
    self.exercise = exercise
    self.student = student
    self.style = style
  }

  /// The exercise, and how to go about it.
  package var opening: String {
    let names = PracticeInput.Command.allCases.map { $0.rawValue }
    return ExerciseText(exercise, student: student, style: style).question + "\n\n"
      + sentence("Type an answer, or one of: \(names.joined(separator: ", ")).", .dim)
  }

  /// The question that is asked, with how much is done.
  package func question(of session: PracticeSession) -> String {
    let progress = ProgressBar(session.settledSteps, of: exercise.steps.count, style: style)
    let (name, note, text) =
      switch session.question {
      case .choice(let index): words(exercise.choices[index])
      case .step(let index): words(exercise.steps[index], number: index + 1)
      }
    var lines = ["", progress.line, "", style(name, .bold) + "  " + style(note, .dim)]
    if case .step(let index) = session.question,
      let passage = exercise.steps[index].heading.passage
    {
      lines += ExerciseText(exercise, style: style).lines(of: passage)
    }
    let words = StatementText.line(text, style: style)
    if !words.isEmpty { lines.append(words.wrapped(to: style.width, indent: 2)) }
    if case .step(let index) = session.question {
      lines += ExerciseText.details(of: exercise.steps[index], for: student)
        .map { $0.wrapped(to: style.width, indent: 4) }
    }
    if let answer = session.answers.text(of: name) {
      let short = Quotation.shortened(answer.split(whereSeparator: { $0.isWhitespace }).spaced)
      let advice = session.isSettled ? "; press return to keep it." : "."
      lines.append(sentence("So far you have \(short)\(advice)", .dim))
    }
    return lines.joined(separator: "\n")
  }

  /// What stands before the place where the answer is typed.
  package func prompt(of session: PracticeSession) -> String {
    switch session.question {
    case .choice(let index): "\(exercise.choices[index].name) = "
    case .step(let index): "\(exercise.steps[index].name) = "
    }
  }

  private func words(_ choice: Exercise.Choice) -> (name: String, note: String, text: String) {
    let shape = exercise.program.shape(of: choice.slot)
    return (choice.name, "yours to choose, \(shape)", choice.text)
  }

  private func words(_ step: Step, number: Int) -> (name: String, note: String, text: String) {
    let points = Numbers.pointsInWords(step.points)
    return (step.name, "step \(number) of \(exercise.steps.count), \(points)", step.text)
  }

  // MARK: Replies

  package func reply(_ reply: PracticeReply) -> String {
    switch reply {
    case .verdict(let step): verdict(step)
    case .chosen(let name):
      style.isPlain ? "  kept \(name)" : "  " + style("✓ kept", .green) + "  \(name)"
    case .remark(let text): sentence("Remark: \(text.text.harmless)")
    case .unreadable(let words, let column, let command): unreadable(words, column, command)
    case .wrongShape(let name, let asked, let found):
      problem("not kept", "\(name) must be \(asked), but yours is \(found).")
    case .otherQuestion(let name, let asked):
      problem("not kept", "\(asked) is asked for; 'back' and 'skip' lead to \(name).")
    case .reopened(let names):
      sentence(
        "Look again at \(names.joinedAsWords): what was right on the earlier value is not on this.")
    case .hint(let hint, let number, let count):
      HintText(style: style).text(hint, number: number, of: count)
    case .noMoreHints: sentence("There are no more hints; 'show' prints the exercise again.")
    case .freeChoice(let name):
      sentence("\(name) is yours to choose; small numbers, not all the same, do well.")
    case .choiceNeeded(let name): sentence("Without \(name) nothing can be marked; choose any.")
    case .noStepBefore: sentence("There is nothing before this.")
    case .roundAgain(let names): sentence("Once more round; still open: \(names.joinedAsWords).")
    case .onlyOneLeft(let name): sentence("\(name) is the only open step; 'quit' keeps your work.")
    case .reminder: sentence("Type an answer, or 'help'.", .dim)
    case .statement: ExerciseText(exercise, student: student, style: style).question
    case .commands: commands
    case .takenOver: sentence("The file has been changed meanwhile; this goes on with what it has.")
    case .finished: sentence("That was the last step.")
    }
  }

  private func verdict(_ step: StepFeedback) -> String {
    let (earned, all) = (Numbers.points(step.points), Numbers.points(step.outOf))
    var lines = [
      style.isPlain
        ? "  \(step.status.word), \(earned) of \(all)"
        : "  " + style("\(step.status.symbol) \(step.status.word)", step.status.colour)
          + "  \(earned)/\(all)"
    ]
    lines += (step.says + (step.evidence.map { [$0.says] } ?? []))
      .map { $0.text.harmless.wrapped(to: style.width, indent: 6) }
    if !step.status.isSettled {
      lines.append(style("Try again; 'hint' helps, 'skip' goes on.", .dim).indented)
    }
    return lines.joined(separator: "\n")
  }

  private func unreadable(
    _ words: Message, _ column: Int?, _ command: PracticeInput.Command?
  ) -> String {
    let place = column.flatMap { $0 > 1 ? "Column \($0): " : nil } ?? ""
    let meant = command.map { " Did you mean '\($0.rawValue)'?" } ?? ""
    return problem("not kept", place + words.closed.text.harmless + meant)
  }

  private func problem(_ verdict: String, _ words: String) -> String {
    "  " + style(style.isPlain ? verdict : "? \(verdict)", .yellow) + "\n"
      + words.wrapped(to: style.width, indent: 6)
  }

  private var commands: String {
    PracticeInput.Command.allCases
      .map { "  " + style($0.rawValue.padded(to: 6), .bold) + $0.meaning }
      .joined(separator: "\n")
  }

  private func sentence(_ text: String, _ emphasis: TerminalStyle.Emphasis? = nil) -> String {
    text.wrapped(to: style.width, indent: 2).split(separator: "\n")
      .map { style(String($0), emphasis) }.joined(separator: "\n")
  }
}

extension [Substring] {
  fileprivate var spaced: String { joined(separator: " ") }
}

extension String {
  fileprivate var indented: String { "      " + self }
}
