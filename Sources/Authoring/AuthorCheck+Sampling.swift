import Exercises
import Formulas
import LocatedJSON
import Marking

extension AuthorCheck {
  /// The formulas asked for that are tried on so few values of a variable that wrong ones pass.
  static func sampling(in exercise: Exercise) -> [AuthorFinding] {
    exercise.steps.flatMap { step -> [AuthorFinding] in
      guard let task = step.formulaTask else { return [] }
      return task.narrowVariables.map { variable in
        AuthorFinding(
          .sampling, .narrow(step.name, variable.name, variable.values),
          at: step.place.lowerBound)
      }
    }
  }
}

extension Step {
  /// What is asked for where the answer is a formula.
  var formulaTask: FormulaTask? {
    guard kind == FormulaKind.kind.step else { return nil }
    return assignment?.record.reading.flatMap { FormulaTask($0) }
  }
}

// MARK: - Messages

extension String {
  fileprivate static func narrow(_ step: String, _ name: String, _ values: [String]) -> String {
    "'\(step)' is tried with \(name) only \(values.joined(separator: " or ")), where other formulas "
      + (values == ["0", "1"] ? "(\(name)^2 for \(name)) " : "")
      + #"agree with it; sample it between as well, with "from" and "to""#
  }
}
