extension ExerciseTemplate {
  /// A unit and its gradient as Swift functions.
  static func code(_ id: String) -> String {
    #"""
    {
      "$schema": "./exercise.schema.json",
      "id": "\#(id)",
      "title": "Replace this by a title of a few words",
      "source": "Replace this by where the exercise comes from",
      "statement": "Replace this by what to do, in Markdown with $…$ for mathematics.\n\nA sigmoid unit with weights $w$ and bias $b$ reads $x$: $a = \\sigma(w \\cdot x + b)$. Its loss is the binary cross-entropy with the target $y$.\n\n**What to hand in:** a Swift file `\#(id).swift` with\n\n```swift\nfunc activation(_ w: [Double], _ b: Double, _ x: [Double]) -> Double\nfunc weightGradient(_ w: [Double], _ b: Double, _ x: [Double], _ y: Double) -> [Double]\n```\n\nThe second may call the first.",
      "indexFrom": 0,
      "steps": [
        {
          "name": "activation",
          "kind": "code",
          "function": "func activation(_ w: [Double], _ b: Double, _ x: [Double]) -> Double",
          "formula": "sigmoid(w @ x + b)",
          "text": "the activation of the unit",
          "points": 2,
          "inputs": [
            { "w": [0.5, -1], "b": 0.1, "x": [1, 2] },
            { "random": { "count": 20, "shapes": { "w": [3], "b": [], "x": [3] }, "from": -2, "to": 2, "seed": 1 } }
          ],
          "hints": ["One product for each weight, their sum, the bias, and then σ.", "σ(t) = 1 / (1 + e^(−t))."],
          "mistakes": [{ "formula": "sigmoid(w @ x)", "says": "The bias is missing.", "credit": 0.5 }]
        },
        {
          "name": "weightGradient",
          "kind": "code",
          "function": "func weightGradient(_ w: [Double], _ b: Double, _ x: [Double], _ y: Double) -> [Double]",
          "formula": "(sigmoid(w @ x + b) - y) * x",
          "ways": ["(activation - y) * x"],
          "text": "the gradient of the loss by the weights",
          "points": 3,
          "equation": "BP3",
          "inputs": [
            { "w": [0.5, -1], "b": 0.1, "x": [1, 2], "y": 1 },
            { "random": { "count": 20, "shapes": { "w": [3], "b": [], "x": [3], "y": [] }, "from": -2, "to": 2, "seed": 2 } }
          ],
          "hints": ["The error signal, times what each weight multiplies.", "σ′ cancels against the derivative of the loss."],
          "mistakes": [{ "formula": "(y - sigmoid(w @ x + b)) * x", "says": "The sign is turned: it is output minus target.", "credit": 0.5 }]
        }
      ]
    }

    """#
  }
}
