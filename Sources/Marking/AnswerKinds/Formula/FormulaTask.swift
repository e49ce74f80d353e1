import Answers
import Exercises
import Formulas

/// What a step asks for whose answer is a formula.
package struct FormulaTask: Sendable {
  let name: String
  /// The id of the exercise; with the step's name it seeds the sample points.
  let exercise: String
  let equation: String?
  let variables: [FormulaVariable]
  /// The names of functions that are only known to be smooth.
  let functions: [String]
  /// The right formula, and where it stands in the file.
  package let reference: Formula
  package let place: Range<Int>
  /// Other right formulas, and wrong ones the author has foreseen.
  let also: [Alternative]
  package let mistakes: [Alternative]
  let form: Form?
  /// The step's own tolerance, where it states one.
  let tolerance: Tolerance?
  let slope: Slope?
  let benches = FormulaBenches()

  package struct Alternative: Sendable {
    package let formula: Formula
    package let says: String
    package let credit: Double
    package let place: Range<Int>
  }

  /// How short the formula must be, and what one earns that is right but longer.
  struct Form: Sendable {
    let operators: Int
    let credit: Double
    let place: Range<Int>
  }

  /// A number of which the formula is the derivative, by one of the variables.
  struct Slope: Sendable {
    let function: Formula
    let variable: String
    let place: Range<Int>
  }

  /// What is drawn for every point: the variables, then the constants of the functions.
  var sampled: [FormulaVariable] {
    variables
      + functions.flatMap { name in
        zip(SmoothFunction.constants(of: name), SmoothFunction.ranges).map { constant, range in
          FormulaVariable(
            name: constant, shape: .scalar,
            values: .interval(from: range.lowerBound, to: range.upperBound, isWhole: false))
        }
      }
  }

  /// Where the formulas can be tried, for the values an exercise gives.
  func bench(in exercise: Exercise) -> FormulaBench? { benches.bench(for: self, in: exercise) }
}

extension FormulaTask {
  /// What others than the kind ask of it.
  func assignment(_ reading: StepReading) -> Assignment {
    var assignment = Assignment(reading)
    assignment.details = { _ in details }
    assignment.rightAnswer = { _ in reference.text }
    assignment.mistakes = mistakes.map { mistake in
      ForeseenMistake(
        answer: mistake.formula.text, says: mistake.says, credit: mistake.credit,
        place: mistake.place)
    }
    assignment.faults = { faults(in: $0) }
    return assignment
  }

  private var details: [String] {
    var lines = ["A formula in \(variables.map { $0.detail }.joinedAsWords)."]
    if !functions.isEmpty {
      let names = functions.flatMap { ["\($0)(…)", "\($0)'(…)"] }
      lines.append("It may use \(names.joinedAsWords), for any smooth function.")
    }
    if let form {
      let count = form.operators
      lines.append("Simplified: \(count) \(count == 1 ? "operator is" : "operators are") enough.")
    }
    return lines
  }
}

extension Expression {
  /// How many operators there are; functions do not count, nor a minus before a single name.
  var operatorCount: Int {
    var count = 0
    var waiting = [self]
    while let expression = waiting.popLast() {
      switch expression.node {
      case .binary: count += 1
      case .negate(let inner):
        if case .binary = inner.node { count += 1 }
      default: break
      }
      waiting += expression.children
    }
    return count
  }
}
