import Exercises
import Formulas
import Numerics

/// An exercise as text: the question, and the sheet to fill in.
package struct ExerciseText {
  private let exercise: Exercise
  private let student: String
  private let style: TerminalStyle

  /// Where everyone has numbers of their own and nobody's are in place, an example is shown.
  ///
  /// - Parameter student: For whom it is; empty where that is not known.
  package init(
    _ exercise: Exercise, student: String = "", style: TerminalStyle = TerminalStyle()
  ) {
    self.exercise = exercise.isUndealt ? exercise.dealt(to: student) : exercise
    self.student = student
    self.style = style
  }

  /// What a student must know to answer a step, beyond its text, a line each.
  package static func details(of step: Step, for student: String) -> [String] {
    step.assignment?.details(student).map { StatementText.line($0) } ?? []
  }

  /// What holds for the whole sheet, each thing once.
  private func remarks(for student: String) -> [String] {
    exercise.steps.reduce(into: []) { remarks, step in
      guard let remark = step.assignment?.remark(student), !remarks.contains(remark) else { return }
      remarks.append(remark)
    }
  }

  /// How exact numbers must be where that is left to the digits typed.
  private var precision: [String] {
    guard exercise.valueSteps.contains(where: { $0.tolerance.isAsTyped }) else { return [] }
    let fewer =
      switch exercise.coarse {
      case .half: "fewer earn half"
      case .none: "fewer earn nothing"
      case .full: "fewer too"
      }
    return [
      "Three or four digits: a number is right as far as it is typed. Two digits will do, \(fewer)."
    ]
  }

  /// What to know before the first answer is written.
  package var advice: [String] { remarks(for: student) + precision }

  /// Title, statement, the student's own numbers and choices, and the list of steps.
  package var question: String {
    var lines = [style("\(exercise.id)  \(exercise.title)", .bold)]
    if let origin = exercise.origin { lines.append(style(origin, .dim)) }
    lines += ["", StatementText.plain(exercise.statement, width: style.width, style: style), ""]
    lines += ownNumbers
    if !exercise.choices.isEmpty {
      lines.append(style("You choose", .bold))
      lines += table(exercise.choices.map { ($0.name, shape($0.slot), $0.text) })
      lines.append("")
    }
    lines.append(style("Steps", .bold))
    let rows = table(
      exercise.steps.map { step in
        let points = Numbers.pointsInWords(step.points)
        let equation = step.equation.map { " [\($0)]" } ?? ""
        return (
          step.name, points, StatementText.line(step.text, style: style) + equation
        )
      })
    for (step, row) in zip(exercise.steps, rows) {
      if let passage = step.passageBefore { lines += self.lines(of: passage) + [""] }
      lines.append(row)
      lines += ExerciseText.details(of: step, for: student)
        .map { $0.wrapped(to: style.width, indent: 6) }
    }
    let remarks = advice
    if !remarks.isEmpty { lines += [""] + remarks.map { $0.wrapped(to: style.width) } }
    if let numPy = ComingFromNumPy(exercise) { lines += [""] + numPy.lines }
    return lines.joined(separator: "\n")
  }

  /// An answer sheet in the text format, every answer still empty.
  package func answerSheet(student: String) -> String {
    var lines = [
      "# \(exercise.id)  \(exercise.title)",
      "# Write after each equals sign: 0.5, 1/3, [1, 2] or [[1, 2], [3, 4]].",
      "exercise: \(exercise.id)",
    ]
    let remarks = remarks(for: student)
    // A name written in later would give every letter another meaning.
    let isNameless = student.isEmpty && !remarks.isEmpty
    lines += (isNameless ? [] : ["student: \(student)"]) + [""]
    if !remarks.isEmpty { lines += remarks.map { "# \($0)" } + [""] }
    if exercise.hasOwnNumbers {
      lines.append(StatedNumbers.heading)
      lines += StatedNumbers(of: exercise.dealt(to: student)).lines + [""]
    }
    if !exercise.choices.isEmpty {
      lines.append("# What you choose.")
      for choice in exercise.choices {
        lines += [
          "# \(choice.name): \(StatementText.line(choice.text)), \(shape(choice.slot))",
          "\(choice.name) = ", "",
        ]
      }
    }
    for step in exercise.steps where !step.isAnsweredInSwift {
      let text =
        step.text.isEmpty
        ? "" : ": " + StatementText.line(step.text)
      if let passage = step.passageBefore {
        let plain = StatementText.plain(passage.named, style: TerminalStyle())
        lines +=
          plain.split(separator: "\n", omittingEmptySubsequences: false)
          .map { $0.isEmpty ? "#" : "# \($0)" } + [""]
      }
      lines.append("# \(step.name)\(text)")
      lines += ExerciseText.details(of: step, for: student).map { "#   \($0)" }
      lines += ["\(step.name) = \(step.emptyAnswer)", ""]
    }
    if exercise.steps.contains(where: { $0.isAnsweredInSwift }) {
      lines += ["# The functions go into a Swift file of the same name, beside this one.", ""]
    }
    return lines.joined(separator: "\n")
  }

  /// A text with gaps, in lines.
  package func lines(of passage: Passage) -> [String] {
    StatementText.plain(passage.named, width: max(style.width - 2, 20), style: style)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  \($0)" }
  }

  private var ownNumbers: [String] {
    guard exercise.hasOwnNumbers else { return [] }
    let isExample = exercise.student?.isEmpty ?? true
    let note = "Everyone has other numbers, so these are only an example; with --student your own."
    return [style(isExample ? "Example numbers" : "Your numbers", .bold)]
      + (isExample ? [note.wrapped(to: style.width, indent: 2)] : [])
      + exercise.ownNumbers.map { name, value in
        "\(name) = \(NumberText.withTrueMinus(value.inDecimals))"
          .wrapped(to: style.width, indent: 2)
      } + [""]
  }

  /// The fewest characters that a column of text is worth.
  private static let leastColumn = 32

  private func shape(_ slot: Program.Slot) -> String {
    exercise.program.shape(of: slot).description
  }

  /// Rows in columns; as running text where columns leave the text too little room, or where it is
  /// read aloud.
  private func table(_ rows: [(name: String, note: String, text: String)]) -> [String] {
    let nameWidth = rows.map { $0.name.count }.max() ?? 0
    let noteWidth = rows.map { $0.note.count }.max() ?? 0
    if style.isPlain || style.width < nameWidth + noteWidth + ExerciseText.leastColumn {
      return rows.map { row in
        let text = row.text.isEmpty ? "" : ": \(row.text)"
        let line = "\(row.name), \(row.note)\(text)".wrapped(to: style.width, indent: 4)
        return "  " + line.dropFirst(4)
      }
    }
    return rows.map { row in
      let head = "  \(row.name.padded(to: nameWidth))  \(row.note.padded(to: noteWidth))  "
      let text = row.text.wrapped(to: style.width, indent: head.count)
      return head + text.dropFirst(head.count)
    }
  }
}

extension Step {
  /// What a sheet has where the answer is to be written.
  fileprivate var emptyAnswer: String {
    assignment?.asksForText == true ? "\"\"\"\n\"\"\"" : ""
  }
}
