import Exercises
import LocatedJSON
import Marking

/// A small exercise for the reports to be made of.
enum SampleExercise {
  /// Two steps on one given value: u = 3x + 2 and y = u², at x = 1.
  static func chain() throws -> Exercise {
    try read(
      """
      { "id": "chain", "title": "The chain rule", "source": "Chapter 1",
        "statement": "Two steps.", "given": { "x": 1 },
        "steps": [
          { "name": "u", "formula": "3*x + 2", "points": 0.5, "text": "the inner value",
            "equation": "forward pass" },
          { "name": "dy_dx", "formula": "grad(square(u), x)", "points": 2, "text": "the slope" } ] }
      """)
  }

  /// One step on a matrix of the student's own.
  static func chosen() throws -> Exercise {
    try read(
      """
      { "id": "own", "title": "Own weights", "statement": "Choose.", "given": { "x": [1, 2] },
        "choose": [{ "name": "W1", "shape": [1, 2], "text": "your weights" }],
        "steps": [{ "name": "z1", "formula": "W1 @ x", "text": "the pre-activation" }] }
      """)
  }

  static func read(_ text: String) throws -> Exercise {
    try Exercise(
      reading: SourceText(name: "sample.json", text: text), kinds: AnswerKinds.steps)
  }
}
