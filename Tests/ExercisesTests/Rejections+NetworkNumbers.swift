/// The weights, biases and samples of a `network` block.
extension Rejection {
  static let ofNetworkNumbers: [Rejection] = [
    Rejection(
      "Weights of the wrong shape, perhaps transposed",
      """
        "network": {
          "sizes": [2, 3, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2, 3], [4, 5, 6]], [[1, 2]]],
          "biases": [[0, 0], [0]],
          "input": [1, 0],
          "target": [1]
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      6:17: 'weights' of layer 1 must be a 3×2 matrix by 'sizes', but it is a 2×3 matrix; it looks \
      transposed: see 'weightLayout'
      6:41: 'weights' of layer 2 must be a 1×3 matrix by 'sizes', but it is a 1×2 matrix
      7:16: 'biases' of layer 1 must be a vector of 3 by 'sizes', but it is a vector of 2
      """),
    Rejection(
      "Weights in the other layout",
      """
        "network": {
          "sizes": [2, 3, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4], [5, 6]], [[1], [2], [3]]],
          "biases": [[0, 0, 0], [0]],
          "input": [1, 0],
          "target": [1],
          "weightLayout": "source-destination"
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      6:17: 'weights' of layer 1 must be a 2×3 matrix by 'sizes', but it is a 3×2 matrix; it looks \
      transposed: see 'weightLayout'
      """),
    Rejection(
      "All that is wrong with a network's numbers is reported",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, "4"]]],
          "biases": [[0, 0, 0], 0],
          "input": [1],
          "target": ["1"],
          "learningRate": -0.5
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      6:16: 'weights' must be a list with one entry for each of the 2 layers, or "choose"
      7:16: 'biases' of layer 1 must be a vector of 2 by 'sizes', but it is a vector of 3
      8:14: 'input' must be a vector of 2 by 'sizes', but it is a vector of 1
      9:16: 'target' must be made of numbers, but here is a string
      10:21: 'learningRate' must be above 0: a step of gradient descent goes against the gradient
      """),
    Rejection(
      "Lists of weights and biases for every layer",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]]],
          "biases": "zero",
          "input": [1, 0],
          "target": [1]
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      6:16: 'weights' must be a list with one entry for each of the 2 layers, or "choose"
      7:15: 'biases' must be a list with one entry for each of the 2 layers, or "choose"
      """),
    Rejection(
      "Biases may be left out only with chosen weights",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "input": [1, 0],
          "target": [1]
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      2:14: a network needs the key 'biases'
      """),
    Rejection(
      "Weights cannot be left out",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "biases": [[0, 0], [0]],
          "input": [1, 0],
          "target": [1]
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      2:14: a network needs the key 'weights'
      """),
    Rejection(
      "No data",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]]
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      2:14: a network needs 'input' and 'target' for one sample, or 'inputs' and 'targets' for \
      several
      """),
    Rejection(
      "An input without a target",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "input": [1, 0]
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      2:14: a network needs 'input' and 'target' for one sample, or 'inputs' and 'targets' for \
      several
      """),
    Rejection(
      "Both one sample and several",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "input": [1, 0],
          "target": [1],
          "inputs": [[1, 0]],
          "targets": [[1]]
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      2:14: a network needs 'input' and 'target' for one sample, or 'inputs' and 'targets' for \
      several
      """),
    Rejection(
      "An input with targets",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "input": [1, 0],
          "targets": [[1]]
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      2:14: a network needs 'input' and 'target' for one sample, or 'inputs' and 'targets' for \
      several
      """),
    Rejection(
      "Samples that are no lists",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "inputs": [],
          "targets": 1
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      8:15: 'inputs' must be a list with one entry for each sample
      9:16: 'targets' must be a list with one entry for each sample
      """),
    Rejection(
      "Samples of the wrong size",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "inputs": [[1, 0], [1], [1, 2, 3]],
          "targets": [[1], [1, 2], [[1]]]
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      8:24: every entry of 'inputs' must be a vector of 2 by 'sizes', but it is a vector of 1
      8:29: every entry of 'inputs' must be a vector of 2 by 'sizes', but it is a vector of 3
      9:22: every entry of 'targets' must be a vector of 1 by 'sizes', but it is a vector of 2
      9:30: every entry of 'targets' must be a vector of 1 by 'sizes', but it is a 1×1 matrix
      """),
    Rejection(
      "As many targets as inputs",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "inputs": [[1, 0], [0, 1]],
          "targets": [[1]]
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      9:16: 'inputs' has 2 entries and 'targets' 1; each sample needs both
      """),
  ]
}
