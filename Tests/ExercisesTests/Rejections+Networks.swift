/// The keys, words and sizes of a `network` block.
extension Rejection {
  static let ofNetworks: [Rejection] = [
    Rejection(
      "A network must be an object",
      """
        "network": [2, 2, 1],
        "steps": [{ "name": "z1" }]
      """,
      """
      2:14: a network must be an object, but it is a list
      """),
    Rejection(
      "Every key that a network needs is missed",
      """
        "network": {},
        "steps": [{ "name": "z1" }]
      """,
      """
      2:14: a network needs the key 'sizes'
      2:14: a network needs the key 'activations'
      2:14: a network needs the key 'loss'
      2:14: a network needs the key 'weights'
      2:14: a network needs the key 'biases'
      2:14: a network needs 'input' and 'target' for one sample, or 'inputs' and 'targets' for \
      several
      """),
    Rejection(
      "Every key of a network of the wrong type is reported",
      """
        "network": {
          "sizes": [2, "2", 1.5], "activations": "sigmoid", "loss": 1, "weightLayout": 2,
          "learningRate": "fast"
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      2:14: a network needs the key 'weights'
      2:14: a network needs the key 'biases'
      2:14: a network needs 'input' and 'target' for one sample, or 'inputs' and 'targets' for \
      several
      3:18: entry 2 of 'sizes' must be a whole number, but it is a string
      3:23: entry 3 of 'sizes' must be a whole number, but it is 1.5
      3:44: 'activations' must be a list, but it is a string
      3:63: 'loss' must be a string, but it is 1
      3:82: 'weightLayout' must be a string, but it is 2
      4:21: 'learningRate' must be a number, but it is a string
      """),
    Rejection(
      "Misspelt words in a network",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmiod", "spline"],
          "loss": "half-square-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "input": [1, 0],
          "target": [1],
          "weightLayout": "source-first",
          "lerningRate": 1
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      4:21: 'sigmiod' is not an activation; did you mean 'sigmoid'?
      4:32: 'spline' is not an activation; it is one of sigmoid, tanh, relu, leaky-relu, elu, swish, \
      gelu, softplus, identity, softmax
      5:13: 'half-square-error' is not a loss; did you mean 'half-squared-error'?
      10:21: 'source-first' is not a weight layout; it is one of destination-source, \
      source-destination
      11:5: unknown key 'lerningRate' — did you mean 'learningRate'?
      """),
    Rejection(
      "A network without layers",
      """
        "network": {
          "sizes": [2],
          "activations": [],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "input": [1, 0],
          "target": [1]
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      3:14: 'sizes' needs the number of inputs and of every layer's units, each at least 1
      """),
    Rejection(
      "A layer without units",
      """
        "network": {
          "sizes": [2, 0, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "input": [1, 0],
          "target": [1]
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      3:14: 'sizes' needs the number of inputs and of every layer's units, each at least 1
      """),
    Rejection(
      "A layer too large",
      """
        "network": {
          "sizes": [2, 2000000, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "input": [1, 0],
          "target": [1]
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      3:14: a weight matrix may have at most 1000000 entries
      """),
    Rejection(
      "A weight matrix too large",
      """
        "network": {
          "sizes": [2000, 2000, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "input": [1, 0],
          "target": [1]
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      3:14: a weight matrix may have at most 1000000 entries
      """),
    Rejection(
      "One activation for each layer",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "input": [1, 0],
          "target": [1]
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      4:20: 'activations' needs one entry for each of the 2 layers after the input, but it has 1
      """),
  ]
}
