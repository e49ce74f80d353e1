import Answers
import Exercises
import LocatedJSON
import Marking
import Practice

/// Small exercises to practise on.
enum SampleExercise {
  /// Three steps, each from the one before: p = 6, q = 7, r = 49.
  static func chain() throws -> Exercise {
    try read(
      #"""
      { "id": "chain", "title": "A chain", "statement": "Multiply $x = 2$ by three, add one, square.",
        "given": { "x": 2 },
        "steps": [
          { "name": "p", "formula": "3 * x", "text": "three times $x$",
            "hints": ["Take $x$.", "Take it thrice."], "equation": "forward pass" },
          { "name": "q", "formula": "p + 1", "points": 2, "text": "one more" },
          { "name": "r", "formula": "q^2", "text": "the square" } ] }
      """#)
  }

  /// One step on numbers of the student's own.
  static func chosen() throws -> Exercise {
    try read(
      #"""
      { "id": "own", "title": "Own weights", "statement": "Choose.", "given": { "x": [1, 2] },
        "choose": [{ "name": "w", "shape": [2], "text": "your weights" }],
        "remarks": [{ "when": "norm(w)", "says": "All weights are zero." }],
        "steps": [{ "name": "z", "formula": "dot(w, x)" }, { "name": "n", "formula": "z + 1" }] }
      """#)
  }

  static func read(_ text: String) throws -> Exercise {
    try Exercise(reading: SourceText(name: "sample.json", text: text), kinds: AnswerKinds.steps)
  }
}

extension AnswerText {
  init(_ text: String) throws(AnswerFault) {
    try self.init(name: "a.answers", bytes: Array(text.utf8))
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }
}
