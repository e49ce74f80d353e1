extension ExerciseTemplate {
  /// A convolution with a ReLU and one pooling window, forwards and backwards.
  static func convolution(_ id: String) -> String {
    #"""
    {
      "$schema": "./exercise.schema.json",
      "id": "\#(id)",
      "title": "Replace this by a title of a few words",
      "source": "Replace this by where the exercise comes from",
      "statement": "Replace this by what to do, in Markdown with $…$ for mathematics.\n\nAn image $X$ goes through a convolution with the kernel $K$ and the bias $b$, a ReLU and one max-pooling window:\n\n$$Z_{ij} = \\sum_{k,l} K_{kl}\\, X_{i+k-1,\\,j+l-1} + b, \\qquad A = \\operatorname{ReLU}(Z), \\qquad p = \\max_{i,j} A_{ij}.$$\n\n(The kernel is not turned over, as in all libraries for deep learning.) The loss is $L = \\tfrac12 (p - y)^2$.\n\n**The numbers:** `X` = {{X}}, `K` = {{K}}, `b` = {{b}}, `y` = {{y}}.\n\n**What to type:** matrices row by row, as `[[1, 2], [3, 4]]`.",
      "given": { "X": [[1, 0, 2], [-1, 3, 1], [0, 2, -2]], "K": [[1, -1], [2, 0.5]], "b": 0.1, "y": 4.2 },
      "steps": [
        {
          "name": "Z",
          "formula": "correlate(X, K) + b",
          "text": "the pre-activations, 2 × 2",
          "points": 2,
          "equation": "forward pass",
          "hints": ["Lay the kernel on each 2 × 2 patch of X.", "Multiply what lies on top of each other, add it up, and add b."],
          "mistakes": [
            { "formula": "convolve(X, K) + b", "says": "You turned the kernel over; this layer lays it on as it is.", "credit": 0.5 }
          ]
        },
        { "name": "A", "formula": "relu(Z)", "text": "the activations", "hints": ["What is negative becomes 0."] },
        { "name": "p", "formula": "max(A)", "text": "what the pooling window lets through", "hints": ["The largest of the four."] },
        { "name": "L", "formula": "0.5 * (p - y)^2", "text": "the loss", "hints": ["Half the square of the difference."] },
        {
          "name": "dA",
          "formula": "(p - y) * maxMask(A)",
          "text": "the gradient of A, in its shape",
          "points": 2,
          "equation": "backward through the pooling",
          "hints": ["Which entries of A does p depend on?", "Only the largest has a share in it; all others get 0."],
          "mistakes": [
            { "formula": "(p - y) * ones(2, 2)", "says": "Only the largest entry reaches p; the others get no gradient.", "credit": 0.5 }
          ]
        },
        { "name": "dZ", "formula": "dA * relu'(Z)", "text": "the error signals of the layer", "equation": "BP2", "hints": ["ReLU lets a gradient pass where Z is positive."] },
        {
          "name": "dK",
          "formula": "correlate(X, dZ)",
          "text": "the gradient of the kernel, in its shape",
          "points": 2,
          "equation": "BP3",
          "hints": ["Each weight of the kernel met as many entries of X as there are positions.", "Lay dZ on X as the kernel was laid on it."]
        },
        { "name": "db", "formula": "sum(dZ)", "text": "the gradient of the bias", "equation": "BP4", "hints": ["One bias serves at all positions."] }
      ],
      "checks": [
        { "gradient": "dA", "of": "L", "by": "A" },
        { "gradient": "dZ", "of": "L", "by": "Z" },
        { "gradient": "dK", "of": "L", "by": "K" },
        { "gradient": "db", "of": "L", "by": "b" }
      ]
    }

    """#
  }
}
