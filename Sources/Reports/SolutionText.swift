import Backpropagation
import Exercises
import Formulas
import LocatedJSON
import Marking
import Numerics

/// The worked solution of an exercise as text: every step with symbols, with numbers, its value.
package struct SolutionText {
  private let exercise: Exercise
  private let key: Evaluation
  private let style: TerminalStyle
  private let isASCII: Bool

  /// The most entries of a value whose arithmetic is written out.
  private static let mostEntries = 6
  /// The longest arithmetic that still says something, in characters.
  private static let longestArithmetic = 200

  /// - Parameter key: The exercise's values, all computed.
  package init(_ exercise: Exercise, key: Evaluation, style: TerminalStyle, isASCII: Bool = false) {
    self.exercise = exercise
    self.key = key
    self.style = style
    self.isASCII = isASCII
  }

  /// The steps, what is to be noticed, the paths of one gradient, and the table of all gradients.
  ///
  /// - Parameter paths: The paths to show, if any.
  package func full(paths: PathsText?) -> String {
    var working = Working(
      key, builder: exercise.builder, signs: isASCII ? .ascii : .unicode,
      number: { Numbers.short($0, digits: 6) })
    var lines = [style("\(exercise.id)  \(exercise.title)", .bold), ""]
    if exercise.hasOwnNumbers {
      let student = exercise.student ?? ""
      lines.append(style("The numbers of \(Quotation.visible(student.unicodeScalars))", .bold))
      lines += exercise.ownNumbers.map {
        "\($0.name) = \($0.value.inDecimals)".wrapped(to: style.width, indent: 2)
      }
      lines.append("")
    }
    for step in exercise.steps {
      if let passage = step.passageBefore {
        lines += ExerciseText(exercise, style: style).lines(of: passage) + [""]
      }
      lines += self.lines(of: step, &working) + [""]
    }
    if let observations = NetworkObservations(exercise, key: key)?.sentences, !observations.isEmpty
    {
      lines.append(style("Worth noticing", .bold))
      lines += observations.map { "  " + $0.wrapped(to: style.width, indent: 2).dropFirst(2) }
      lines.append("")
    }
    if let paths { lines += [style(paths.title, .bold)] + paths.lines + [""] }
    let table = GradientTable(exercise, key: key).lines
    if !table.isEmpty {
      lines.append(style("Gradients against central differences", .bold))
      lines += table.map { "  " + $0 } + [""]
    }
    let text = lines.dropLast().joined(separator: "\n")
    return isASCII ? text.spelledInASCII : text
  }

  /// The right answer to a step that is no value of the program, as far as it can be written down.
  private func answer(to step: Step) -> [String] {
    let head =
      style(step.name, .bold) + (step.text.isEmpty ? "" : "  " + StatementText.line(step.text))
    let index = exercise.steps.firstIndex { $0.name == step.name }
    guard let index, case .text(let text)? = Marker(exercise).expectedAnswers()[index] else {
      return [head] + derivation(of: step)
    }
    return [head] + derivation(of: step)
      + text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
  }

  /// What the author says of the way to the answer.
  private func derivation(of step: Step) -> [String] {
    guard let text = step.working else { return [] }
    return StatementText.plain(text, width: style.width - 4, style: style)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }
  }

  private func lines(of asked: Step, _ working: inout Working) -> [String] {
    guard let step = asked.value else { return answer(to: asked) }
    let spelling: Expression.Spelling = isASCII ? .plain : .mathematical
    let name = spelling.name(step.name)
    let value = key.value(of: step.slot)
    let equation = step.equation.map { "  [\($0)]" } ?? ""
    guard let formula = exercise.program.formula(of: step.slot)?.expression else { return [] }
    var lines = [
      style("\(name) = \(formula.written(spelling))", .bold) + style(equation, .dim)
    ]
    lines += derivation(of: asked)
    let head = lines.count
    let count = value.shape.count
    for position in 0..<min(count, SolutionText.mostEntries) {
      let row = position / value.shape.columns
      let column = position % value.shape.columns
      guard let arithmetic = working.entry(row: row, column: column, of: formula),
        arithmetic.count <= SolutionText.longestArithmetic
      else { break }
      let label = value.indices(at: position, from: exercise.indexBase)
      let number = Numbers.short(value[position], digits: 6)
      let result = isASCII ? number : NumberText.withTrueMinus(number)
      let left = name + (label.isEmpty ? "" : label.inBrackets)
      let right = arithmetic == result ? "" : " = \(result)"
      lines.append("\(left) = \(arithmetic)\(right)".wrapped(to: style.width, indent: 4))
    }
    let isWritten = lines.count > head
    if isWritten, count > SolutionText.mostEntries { lines.append("    …") }
    if count > 1 || !isWritten {
      let written = Numbers.expected(value, step.tolerance)
      lines.append("\(name) = \(written)".wrapped(to: style.width, indent: 4))
    }
    return lines
  }
}

extension String {
  /// The text with every sign outside ASCII spelled out.
  fileprivate var spelledInASCII: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
      case "−", "–": result += "-"
      case "…": result += "..."
      case "′": result += "'"
      case "·", "⊙", "×": result += "*"
      case "→": result += "->"
      case "∂": result += "d"
      case "δ": result += "delta"
      case "η": result += "eta"
      case "σ": result += "sigmoid"
      case "≤": result += "<="
      case "‖": result += "||"
      case "²": result += "^2"
      case "ᵀ": result += ".T"
      default: result += "?"
      }
    }
    return result
  }
}
