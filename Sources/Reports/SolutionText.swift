import Exercises
import Formulas
import LocatedJSON
import Marking

/// The worked solution of an exercise as text: every step with symbols, with numbers, its value.
package struct SolutionText {
  private let exercise: Exercise
  private let solution: WorkedSolution
  private let style: TerminalStyle
  private let isASCII: Bool

  /// - Parameter key: The exercise's values, all computed.
  package init(_ exercise: Exercise, key: Evaluation, style: TerminalStyle, isASCII: Bool = false) {
    self.exercise = exercise
    self.style = style
    self.isASCII = isASCII
    solution = WorkedSolution(exercise, key: key, isASCII: isASCII)
  }

  /// One step by itself.
  package func text(of step: Step) -> String {
    var solution = solution
    return spelled(lines(of: solution.worked(step)))
  }

  /// The steps, what is to be noticed, the paths of one gradient, and the table of all gradients.
  ///
  /// - Parameter paths: The paths to show, if any.
  package func full(paths: PathsText?) -> String {
    var solution = solution
    var lines = [style("\(exercise.id)  \(exercise.title)", .bold), ""]
    if exercise.hasOwnNumbers {
      let student = exercise.student ?? ""
      lines.append(style("The numbers of \(Quotation.visible(student.unicodeScalars))", .bold))
      lines += exercise.ownNumbers.map {
        "\($0.name) = \(solution.signed($0.value.inDecimals))"
          .wrapped(to: style.width, indent: 2)
      }
      lines.append("")
    }
    for step in exercise.steps {
      if let passage = step.passageBefore {
        lines += ExerciseText(exercise, style: style).lines(of: passage) + [""]
      }
      lines += self.lines(of: solution.worked(step)) + [""]
    }
    if let observations = NetworkObservations(exercise, key: solution.key)?.sentences,
      !observations.isEmpty
    {
      lines.append(style("Worth noticing", .bold))
      lines += observations.map { "  " + $0.wrapped(to: style.width, indent: 2).dropFirst(2) }
      lines.append("")
    }
    if let paths {
      lines += [style(paths.title, .bold)] + paths.lines.map { solution.signed($0) } + [""]
    }
    let table = GradientTable(exercise, key: solution.key).lines(isPlain: style.isPlain)
    if !table.isEmpty {
      lines.append(style("Gradients against central differences", .bold))
      lines += table.map { "  " + solution.signed($0) } + [""]
    }
    return spelled(lines.dropLast())
  }

  private func spelled(_ lines: [String]) -> String {
    let text = lines.joined(separator: "\n")
    return isASCII ? text.inASCII : text
  }

  private func lines(of worked: WorkedStep) -> [String] {
    let step = worked.step
    guard let formula = worked.formula else {
      let text = step.text.isEmpty ? "" : "  " + StatementText.line(step.text)
      let answer = worked.answer?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
      return [style(step.name, .bold) + text] + derivation(of: step) + answer.map { "    " + $0 }
    }
    let equation = step.equation.map { "  [\($0)]" } ?? ""
    var lines = [style("\(worked.name) = \(formula)", .bold) + style(equation, .dim)]
    lines += derivation(of: step)
    lines += worked.arithmetic.map { $0.wrapped(to: style.width, indent: 4) }
    if worked.isShortened { lines.append("    …") }
    if let value = worked.value {
      lines.append("\(worked.name) = \(value)".wrapped(to: style.width, indent: 4))
    }
    return lines
  }

  /// What the author says of the way to the answer.
  private func derivation(of step: Step) -> [String] {
    guard let text = step.working else { return [] }
    return StatementText.plain(text, width: style.width - 4, style: style)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }
  }
}
