extension ExerciseTemplate {
  /// A recurrent unit through four steps of time, forwards and backwards.
  static func recurrent(_ id: String) -> String {
    #"""
    {
      "$schema": "./exercise.schema.json",
      "id": "\#(id)",
      "title": "Replace this by a title of a few words",
      "source": "Replace this by where the exercise comes from",
      "statement": "Replace this by what to do, in Markdown with $…$ for mathematics.\n\nOne recurrent unit reads $x_1, …, x_4$ = {{x}}: $h_t = \\tanh(w x_t + u h_{t-1} + b)$ from $h_0$ = {{h0}}, with $w$ = {{w}}, $u$ = {{u}}, $b$ = {{b}}. Only the last state is compared: $L = \\tfrac12 (h_4 - y)^2$ with $y$ = {{y}}. The error signal of step $t$ is $\\delta_t = \\partial L / \\partial z_t$, where $z_t$ is what goes into tanh.",
      "given": { "x": [1, 0.5, -0.7, 0.3], "h0": 0, "w": 0.6, "u": 0.9, "b": 0.1, "y": -0.4 },
      "steps": [
        {
          "name": "h{t}", "repeat": { "t": [1, 4] }, "formula": "tanh(w * x[{t}] + u * h{t-1} + b)",
          "text": "the state after step {t}", "equation": "forward pass",
          "hints": ["The same weights serve in every step.", "What comes in, the state before it, and the bias; then tanh."]
        },
        { "name": "L", "formula": "0.5 * (h4 - y)^2", "text": "the loss", "hints": ["Half the square of the last difference."] },
        {
          "name": "delta4", "formula": "(h4 - y) * (1 - h4^2)", "text": "the error signal of the last step", "equation": "BP1",
          "hints": ["The derivative of the loss, times that of tanh.", "tanh′ is 1 − h²."],
          "mistakes": [{ "formula": "h4 - y", "says": "The derivative of tanh is missing.", "credit": 0.5 }]
        },
        {
          "name": "delta{t}", "repeat": { "t": [3, 1] }, "formula": "delta{t+1} * u * (1 - h{t}^2)",
          "text": "the error signal of step {t}", "equation": "BP2, through time",
          "hints": ["Back through u, then through tanh.", "The slope is that of this step, not of the next."],
          "mistakes": [{ "formula": "delta{t+1} * u * (1 - h{t+1}^2)", "says": "The slope of tanh is taken one step too late.", "credit": 0.5 }]
        },
        {
          "name": "du", "formula": "delta1*h0 + delta2*h1 + delta3*h2 + delta4*h3", "text": "the gradient of u", "equation": "BP3", "points": 2,
          "hints": ["u is used in every step, so the gradient is a sum.", "Each error signal times the state that u multiplied there."],
          "mistakes": [{ "formula": "delta4 * h3", "says": "Only the last step is in here: u is used in all of them.", "credit": 0.5 }]
        },
        { "name": "dw", "formula": "[delta1, delta2, delta3, delta4] @ x", "text": "the gradient of w", "equation": "BP3", "hints": ["As for u, with what w multiplies."] },
        { "name": "db", "formula": "delta1 + delta2 + delta3 + delta4", "text": "the gradient of b", "equation": "BP4", "hints": ["A bias is a weight on a constant 1."] }
      ],
      "checks": [{ "gradient": "du", "of": "L", "by": "u" }, { "gradient": "dw", "of": "L", "by": "w" }, { "gradient": "db", "of": "L", "by": "b" }]
    }

    """#
  }
}
