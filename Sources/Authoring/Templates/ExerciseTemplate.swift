import LocatedJSON

/// A small exercise to begin a new one from: sound as it stands, with texts that say what to replace.
package struct ExerciseTemplate: Sendable {
  /// The text of the exercise file.
  package let text: String

  /// An exercise of single steps, one for each of the usual kinds.
  package init(id: String) {
    text = """
      {
        "$schema": "./exercise.schema.json",
        "id": "\(id)",
        "title": "Replace this by a title of a few words",
        "source": "Replace this by where the exercise comes from",
        "statement": "Replace this by what to do, in Markdown with $…$ for mathematics.\\n\\nA neuron computes $u = 3x + 2$ and $y = u^2$ at $x$ = {{x}}.",
        "given": { "x": 2 },
        "steps": [
          {
            "name": "u",
            "formula": "3*x + 2",
            "text": "what to type here: the inner value u",
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
            "variables": { "a": { "from": 0.05, "to": 0.95 }, "y": { "values": [0, 1] } },
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

      """
  }

  /// An exercise on a network: every value forwards and backwards.
  ///
  /// - Parameter sizes: The units of each layer, the input first, as ``sizes(_:)`` has read them.
  package init(id: String, sizes: [Int]) {
    text = NetworkTemplate(id: id, sizes: sizes).text
  }

  /// The most layers, the input among them, and the most units of a layer.
  package static let mostLayers = 6
  package static let mostUnits = 12

  /// The sizes of a network written as in `2-3-2`; nil where they are none to work out by hand.
  package static func sizes(_ text: String) -> [Int]? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let sizes = parts.compactMap { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    guard sizes.count == parts.count, (2...mostLayers).contains(sizes.count),
      sizes.allSatisfy({ (1...mostUnits).contains($0) })
    else { return nil }
    return sizes
  }
}
