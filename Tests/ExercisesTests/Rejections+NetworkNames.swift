/// What stands beside a `network` block, and the names it takes.
extension Rejection {
  static let ofNetworkNames: [Rejection] = [
    Rejection(
      "The rest of the file is read beside a broken network",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "squared",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "input": [1, 0],
          "target": [1]
        },
        "steps": [
          { "name": "z1", "hint": [] }, { "name": "u", "formula": 1 }
        ],
        "given": { "exp": 1 },
        "tolerance": {}
      """,
      """
      5:13: 'squared' is not a loss; it is one of half-squared-error, mean-squared-error, \
      binary-cross-entropy, cross-entropy, hinge
      12:21: unknown key 'hint' — did you mean 'hints'?
      12:61: 'formula' must be a string, but it is 1
      14:14: 'exp' is the name of a function
      15:16: a tolerance has one of absolute, relative, both, decimals, significant, asTyped (decimals and \
      significant may stand together)
      """),
    Rejection(
      "A step that the network does not define",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "input": [1, 0],
          "target": [1]
        },
        "steps": [{ "name": "z3" }, { "name": "dv1" }, { "name": "other" }]
      """,
      """
      11:23: the network defines no 'z3'; did you mean 'z1'? A step of another name needs the key \
      'formula'
      11:41: the network defines no 'dv1'; did you mean 'dW1'? A step of another name needs the \
      key 'formula'
      11:60: the network defines no 'other'; a step of another name needs the key 'formula'
      """),
    Rejection(
      "Names of the network are taken",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "input": [1, 0],
          "target": [1]
        },
        "steps": [{ "name": "z1" }],
        "given": { "z1": 1, "x": 1, "W1": 1, "w": 1 },
        "choose": [{ "name": "delta1", "shape": [] }, { "name": "b2", "shape": [] }],
        "define": { "L": "1", "dW1": "2" }
      """,
      """
      12:14: 'z1' is defined by the network
      12:23: 'x' is defined already
      12:31: 'W1' is defined already
      13:24: 'delta1' is defined by the network
      13:59: 'b2' is defined already
      14:15: 'L' is defined by the network
      14:25: 'dW1' is defined by the network
      """),
    Rejection(
      "A network's value asked for twice",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "input": [1, 0],
          "target": [1]
        },
        "steps": [{ "name": "z1" }, { "name": "δ1" }, { "name": "delta1", "formula": "z1" }]
      """,
      """
      11:59: 'delta1' is asked for already
      """),
    Rejection(
      "A network's value redefined in another shape",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "input": [1, 0],
          "target": [1]
        },
        "steps": [{ "name": "a1", "formula": "sum(z1)" }, { "name": "z2" }, { "name": "L" }]
      """,
      """
      11:40: 'a1' is a value of the network block, a vector of 2, but the formula gives a number; a \
      value of your own needs another name
      """),
    Rejection(
      "Gradients redefined in another shape",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "input": [1, 0],
          "target": [1]
        },
        "steps": [{ "name": "dW1", "formula": "outer(delta1, x)[1]" }, { "name": "db1", "formula": \
      "delta1[1]" }]
      """,
      """
      11:41: 'dW1' is a value of the network block, a 2×2 matrix, but the formula gives a vector of \
      2; a value of your own needs another name
      11:94: 'db1' is a value of the network block, a vector of 2, but the formula gives a number; a \
      value of your own needs another name
      """),
    Rejection(
      "A network's value redefined in terms of itself, of later ones and of nothing",
      """
        "network": {
          "sizes": [2, 2, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": [[[1, 2], [3, 4]], [[5, 6]]],
          "biases": [[0, 0], [0]],
          "input": [1, 0],
          "target": [1]
        },
        "steps": [{ "name": "a1", "formula": "a1" }, { "name": "z1", "formula": "delta2 * x" }, { \
      "name": "delta2", "formula": "a2 - t" }, { "name": "L" }]
      """,
      """
      11:40: 'a1' is defined in terms of itself
      11:76: 'delta2' is defined only further down; a formula may use what stands before it
      """),
    Rejection(
      "A network that is too large to be computed",
      """
        "network": {
          "sizes": [2, 400000, 1],
          "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error",
          "weights": "choose",
          "inputs": [[1, 0], [0, 1], [1, 1]],
          "targets": [[1], [0], [1]]
        },
        "steps": [{ "name": "Z1" }, { "name": "L" }]
      """,
      """
      2:14: the network's 'Z1' cannot be computed: a 400000×3 matrix has more than 1000000 entries
      """),
  ]
}
