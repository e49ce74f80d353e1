extension ExerciseTemplate {
  /// Single steps, one for each of the usual kinds.
  static func formulas(_ id: String) -> String {
    #"""
    {
      "$schema": "./exercise.schema.json",
      "id": "\#(id)",
      "title": "Replace this by a title of a few words",
      "source": "Replace this by where the exercise comes from",
      "statement": "Replace this by what to do, in Markdown with $…$ for mathematics.\n\nA neuron computes $u = 3x + 2$ and $y = u^2$ at $x$ = {{x}}.",
      "given": { "x": 2 },
      "steps": [
        {
          "name": "u",
          "formula": "3*x + 2",
          "text": "the inner value u",
          "points": 1,
          "hints": ["A gentle hint: put x in.", "A concrete one: multiply, then add."],
          "mistakes": [
            { "formula": "3 * (x + 2)", "says": "The 2 is added last.", "credit": 0.5 }
          ]
        },
        {
          "name": "y",
          "formula": "u^2",
          "text": "the outer value y, marked on the student's own u",
          "points": 1,
          "hints": ["y only sees u.", "Square u as a whole."]
        },
        {
          "name": "dy_dx",
          "formula": "2 * u * 3",
          "text": "the derivative of y by x",
          "points": 2,
          "equation": "chain rule",
          "hints": ["Two derivatives, one after the other.", "Multiply them."],
          "mistakes": [
            { "formula": "2 * u", "says": "The inner derivative is missing.", "credit": 0.5 }
          ]
        },
        {
          "name": "parameters",
          "kind": "count",
          "formula": "3*2 + 2",
          "text": "how many parameters a layer of 2 units has that reads 3 values",
          "hints": ["Weights and biases.", "One bias for each unit."],
          "mistakes": [
            { "formula": "3*2", "says": "The biases are missing.", "credit": 0.5 }
          ]
        },
        {
          "name": "signal",
          "kind": "formula",
          "formula": "a - y",
          "variables": { "a": { "from": 0.05, "to": 0.95 }, "y": { "from": 0, "to": 1 } },
          "text": "the error signal of a sigmoid unit with cross-entropy, in a and y",
          "hints": ["Multiply the derivative of the loss by σ′.", "The factor a (1 − a) cancels."],
          "mistakes": [
            { "formula": "y - a", "says": "The sign is turned.", "credit": 0.5 }
          ]
        },
        {
          "name": "cost",
          "kind": "choice",
          "text": "what a backward pass costs",
          "options": [
            { "text": "about two forward passes", "correct": true },
            {
              "text": "one forward pass for each weight",
              "correct": false,
              "says": "That is what finite differences cost."
            },
            { "text": "nothing", "correct": false }
          ],
          "hints": ["How many products does each weight take part in on the way back?"]
        }
      ],
      "checks": [{ "gradient": "dy_dx", "of": "y", "by": "x" }]
    }

    """#
  }
}
