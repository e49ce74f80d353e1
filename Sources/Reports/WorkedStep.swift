import Answers
import Exercises
import Formulas
import LocatedJSON
import Marking
import Numerics

/// One step of a worked solution: with symbols, with numbers, and what comes out.
package struct WorkedStep: Sendable {
  package let step: Step
  /// The name as it is printed: δ1 for delta1.
  package let name: String
  /// The formula; nil where the step is no value of the program.
  package let formula: String?
  /// The way to the entries of the value, each as an equation.
  package fileprivate(set) var arithmetic: [String] = []
  /// Whether there are more entries than that.
  package fileprivate(set) var isShortened = false
  /// The value by itself, where the last equation does not have it.
  package fileprivate(set) var value: String?
  /// The value's numbers.
  package fileprivate(set) var tensor: Tensor?
  /// The right answer to a step that is no value, as far as it can be written down.
  package fileprivate(set) var answer: String?
}

/// Works out an exercise, step after step.
package struct WorkedSolution {
  let exercise: Exercise
  let key: Evaluation
  let isASCII: Bool
  private var working: Working

  /// The most entries of a value whose arithmetic is written out.
  private static let mostEntries = 6
  /// The longest arithmetic that still says something, in characters.
  private static let longestArithmetic = 200

  /// - Parameter key: The exercise's values, all computed.
  package init(_ exercise: Exercise, key: Evaluation, isASCII: Bool = false) {
    self.exercise = exercise
    self.key = key
    self.isASCII = isASCII
    working = Working(
      key, builder: exercise.builder, signs: isASCII ? .ascii : .unicode,
      number: { Numbers.short($0, digits: 6) })
  }

  /// Numbers with the minus of the arithmetic beside them.
  func signed(_ numbers: String) -> String {
    isASCII ? numbers : NumberText.withTrueMinus(numbers)
  }

  /// One step, worked out.
  package mutating func worked(_ asked: Step) -> WorkedStep {
    let spelling: Expression.Spelling = isASCII ? .plain : .mathematical
    guard let step = asked.value,
      let formula = exercise.program.formula(of: step.slot)?.expression
    else { return answered(asked) }
    let name = spelling.name(step.name)
    let value = key.value(of: step.slot)
    var worked = WorkedStep(
      step: asked, name: name, formula: formula.written(spelling) { working.isNumber($0) })
    worked.tensor = value
    for position in 0..<min(value.shape.count, WorkedSolution.mostEntries) {
      guard let equation = equation(for: position, of: value, formula) else { break }
      let label = value.indices(at: position, from: exercise.indexBase)
      worked.arithmetic.append(name + (label.isEmpty ? "" : label.inBrackets) + " = " + equation)
    }
    let isWritten = !worked.arithmetic.isEmpty
    worked.isShortened = isWritten && value.shape.count > WorkedSolution.mostEntries
    if value.shape.count > 1 || !isWritten {
      worked.value = signed(Numbers.expected(value, step.tolerance))
    }
    return worked
  }

  /// `0.7·σ′(0.2) = 0.7·0.2475 = 0.1733`; nil where it would be too long.
  private mutating func equation(
    for position: Int, of value: Tensor, _ formula: Expression
  ) -> String? {
    let row = position / value.shape.columns
    let column = position % value.shape.columns
    guard let arithmetic = working.entry(row: row, column: column, of: formula),
      arithmetic.count <= WorkedSolution.longestArithmetic
    else { return nil }
    var parts = [arithmetic]
    if formula.hasSlope {
      var inNumbers = working
      inNumbers.evaluatesFunctions = true
      parts += inNumbers.entry(row: row, column: column, of: formula).map { [$0] } ?? []
    }
    parts.append(signed(Numbers.short(value[position], digits: 6)))
    return parts.withoutRepeats.joined(separator: " = ")
  }

  /// A step that is no value of the program.
  private func answered(_ asked: Step) -> WorkedStep {
    var worked = WorkedStep(step: asked, name: asked.name, formula: nil)
    if let index = exercise.steps.firstIndex(where: { $0.name == asked.name }) {
      worked.answer = Marker(exercise).workedAnswers()[index]
    }
    return worked
  }
}

extension Expression {
  /// Whether the slope of a function stands in it: σ′(z).
  fileprivate var hasSlope: Bool {
    if case .derivative = node { return true }
    return children.contains { $0.hasSlope }
  }
}

extension [String] {
  /// The texts but for those that say what the one before them does.
  fileprivate var withoutRepeats: [String] {
    enumerated().filter { $0.offset == 0 || self[$0.offset - 1] != $0.element }.map { $0.element }
  }
}
