import Exercises
import Formulas
import TestSupport

@testable import Answers
@testable import Marking

extension Exercise {
  /// Four numbers, each from those before it: p = 6, q = 7, r = 49, s = 294.
  static func chain(_ members: String = "") throws -> Exercise {
    try sample(
      #"""
      \#(members) "given": { "x": 2 }, "steps": [
        { "name": "p", "formula": "3 * x" }, { "name": "q", "formula": "p + 1" },
        { "name": "r", "formula": "q * q" }, { "name": "s", "formula": "p * r" }
      ]
      """#)
  }

  /// One step of the formula, with further keys.
  static func single(_ formula: String, _ keys: String = "") throws -> Exercise {
    try sample(#""steps": [ { "name": "v", "formula": "\#(formula)" \#(keys) } ]"#)
  }

  /// The verdicts and words on answers in the text format, one line for each step.
  func verdicts(on answers: String) throws -> [String] {
    try feedback(on: answers).lines
  }
}

extension Marker {
  /// The right values of the steps that ask for one.
  func expectedValues() -> [Tensor] { exercise.valueSteps.map { key.value(of: $0.slot) } }
}
