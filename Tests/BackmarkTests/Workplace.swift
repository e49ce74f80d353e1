import TestSupport

/// A working directory for one test.
typealias Workplace = TestFolder

extension Workplace {
  /// A catalogue of two exercises, one of them with a choice.
  static let exercises = [
    "exercises/chain.json": """
    { "id": "chain", "title": "The chain rule", "source": "Chapter 1",
      "statement": "Let u = 3x + 2 and y = u² at x = 1.", "given": { "x": 1 },
      "steps": [
        { "name": "u", "formula": "3*x + 2", "text": "the inner value",
          "mistakes": [{ "formula": "3*x", "says": "The 2 is missing.", "credit": 0 }] },
        { "name": "y", "formula": "u^2", "points": 2, "text": "the outer value" } ] }
    """,
    "exercises/own.json": """
    { "id": "own", "title": "Own weights", "statement": "Choose.", "given": { "x": [1, 2] },
      "choose": [{ "name": "W1", "shape": [1, 2], "text": "your weights" }],
      "steps": [{ "name": "z1", "formula": "W1 @ x", "text": "the pre-activation" }] }
    """,
  ]

  /// An exercise whose key is wrong in the sixth line.
  static let unsound = """
    { "id": "unsound", "title": "A wrong key", "statement": "Differentiate.", "given": { "x": 2 },
      "define": { "y": "x^2" },
      "steps": [
        { "name": "dy",
          "text": "the derivative",
          "formula": "3*x" } ],
      "checks": [{ "gradient": "dy", "of": "y", "by": "x" }] }
    """
}
