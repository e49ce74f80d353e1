import Exercises
import Formulas
import LocatedJSON
import Marking

/// An exercise with these members after the ones every exercise has, which stand in the first line.
func sample(_ members: String) -> String {
  """
  { "id": "t", "title": "T", "statement": "S",
  \(members)
  }
  """
}

func source(_ text: String) -> SourceText { SourceText(name: "t.json", text: text) }

/// The exercise that a text is.
func exercise(_ text: String) throws -> Exercise {
  try Exercise(reading: source(text), kinds: AnswerKinds.steps)
}

/// All that is wrong with a text, one line for each problem: `line:column: message`.
func problems(of text: String) -> String {
  do throws(Problems) {
    _ = try Exercise(reading: source(text), kinds: AnswerKinds.steps)
    return ""
  } catch {
    return lines(error.list)
  }
}

/// All that verification finds wrong with an exercise, one line for each problem.
func complaints(about text: String) throws -> String {
  lines(Verification(try exercise(text)).problems)
}

private func lines(_ problems: [Problem]) -> String {
  problems.map { "\($0.position.line):\($0.position.column): \($0.message)" }
    .joined(separator: "\n")
}

extension Exercise {
  /// The value of a formula over the exercise's values, once everything has been computed.
  ///
  /// - Parameter choices: What the student chooses, by name.
  func value(of formula: String, choosing choices: [String: Tensor] = [:]) throws -> Tensor {
    var builder = builder
    let slot = try builder.side(Formula(formula))
    var evaluation = Evaluation(builder.build())
    for given in givens { evaluation.set(given.slot, to: given.value) }
    for choice in self.choices {
      if let value = choices[choice.name] { evaluation.set(choice.slot, to: value) }
    }
    evaluation.run()
    evaluation.run(slot)
    return evaluation.value(of: slot)
  }
}
