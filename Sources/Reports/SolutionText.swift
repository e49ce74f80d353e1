import Exercises
import Formulas

/// The worked solution of an exercise as text.
package struct SolutionText {
  private let exercise: Exercise
  private let values: [Tensor]
  private let style: TerminalStyle

  /// - Parameter values: The value of each step, on the choices made.
  package init(_ exercise: Exercise, values: [Tensor], style: TerminalStyle) {
    self.exercise = exercise
    self.values = values
    self.style = style
  }

  /// Every step with its formula and its value.
  package var full: String {
    var lines = [style("\(exercise.id)  \(exercise.title)", .bold), ""]
    for (step, value) in zip(exercise.steps, values) {
      let equation = step.equation.map { "  [\($0)]" } ?? ""
      lines.append(style(step.name, .bold) + style(equation, .dim))
      if let formula = exercise.program.formula(of: step.slot) {
        let symbol = Expression.Spelling.mathematical.name(step.name)
        lines.append(
          "\(symbol) = \(formula.expression.written(.mathematical))"
            .wrapped(to: style.width, indent: 4))
      }
      lines.append(
        "= \(Numbers.expected(value, step.tolerance))".wrapped(to: style.width, indent: 6))
      lines.append("")
    }
    return lines.dropLast().joined(separator: "\n")
  }
}
