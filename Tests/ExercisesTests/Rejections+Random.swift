/// Numbers that are drawn for each student.
extension Rejection {
  static let ofRandom: [Rejection] = [
    Rejection(
      "Keys, and what stands under them",
      """
        "given": {
          "a": { "rnadom": { "from": 0, "to": 1 } }, "b": { "from": 0, "to": 1 },
          "c": { "random": 1 }, "d": { "random": {} }, "e": { "random": { "form": 0, "to": 1 } },
          "f": { "random": { "from": "0", "to": 1, "decimals": 1.5, "integer": 1, "not": 0 } },
          "g": { "random": { "from": 0, "to": 1 }, "decimals": 2 }
        },
        "steps": [{ "name": "u", "formula": "a + b + c + d + e + f" }]
      """,
      """
      3:12: unknown key 'rnadom' — did you mean 'random'?
      3:55: unknown key 'from': what is drawn can have 'random'
      3:66: unknown key 'to': what is drawn can have 'random'
      4:22: 'random' must be an object, but it is 1
      4:44: 'random' needs the key 'from'
      4:44: 'random' needs the key 'to'
      4:67: 'random' needs the key 'from'
      4:69: unknown key 'form' — did you mean 'from'?
      5:32: 'from' must be a number, but it is a string
      5:58: 'decimals' must be a whole number, but it is 1.5
      5:74: 'integer' must be true or false, but it is 1
      5:84: 'not' must be a list, but it is 0
      6:46: unknown key 'decimals': what is drawn can have 'random'
      """),
    Rejection(
      "Ends, decimals and what is left between them",
      """
        "given": {
          "a": { "random": { "from": 1, "to": -1 } },
          "b": { "random": { "from": 1, "to": 1 } },
          "c": { "random": { "from": 0, "to": 1, "decimals": 11 } },
          "d": { "random": { "from": 0, "to": 1, "decimals": -1 } },
          "e": { "random": { "from": 0.1, "to": 0.9, "decimals": 0 } },
          "f": { "random": { "from": 0.001, "to": 0.019 } },
          "g": { "random": { "from": 0, "to": 1, "integer": true, "not": [0, 1, 7] } },
          "h": { "random": { "from": 0, "to": 10000000, "decimals": 10 } },
          "i": { "random": { "from": 0, "to": 1, "integer": true, "decimals": 2 } }
        },
        "steps": [{ "name": "u", "formula": "1" }]
      """,
      """
      3:32: 'from' must be below 'to'
      4:32: 'from' must be below 'to'
      5:56: 'decimals' must be from 0 to 10
      6:56: 'decimals' must be from 0 to 10
      7:22: there is no room between 'from' and 'to': at least two numbers with 0 decimals must \
      lie there
      8:22: there is no room between 'from' and 'to': at least two numbers with 2 decimals must \
      lie there
      9:68: 'not' leaves nothing to draw for 'g'
      10:22: numbers of this size cannot have 10 decimals: together they may have 15 digits
      11:73: numbers that are whole by 'integer' have no decimals
      """),
    Rejection(
      "Shapes",
      """
        "given": {
          "a": { "random": { "shape": [2, 2, 2], "from": 0, "to": 1 } },
          "b": { "random": { "shape": [0], "from": 0, "to": 1 } },
          "c": { "random": { "shape": [1000000000, 1000000000], "from": 0, "to": 1 } },
          "d": { "random": { "shape": 2, "from": 0, "to": 1 } },
          "e": { "random": { "shape": [2], "from": 0, "to": 1 } }
        },
        "steps": [{ "name": "u", "formula": "[[1, 2, 3]] @ e" }]
      """,
      """
      3:33: a shape is [] for a number, [n] for a vector or [rows, columns] for a matrix
      4:33: a shape is [] for a number, [n] for a vector or [rows, columns] for a matrix
      5:33: a value may have at most 1000000 entries
      6:33: 'shape' must be a list, but it is 2
      9:40: @ cannot multiply a 1×3 matrix by a vector of 2; the columns of the left must be as many \
      as the rows of the right
      """),
    Rejection(
      "A number that is nobody's yet is no size",
      """
        "given": { "k": { "random": { "from": 1, "to": 2, "integer": true } }, "x": [1, 2] },
        "steps": [{ "name": "u", "formula": "eye(k)" }]
      """,
      """
      3:44: the size in eye must be a number or a given number, known beforehand
      """),
    Rejection(
      "In a network",
      """
        "network": {
          "sizes": [2, 2, 1], "activations": ["sigmoid", "sigmoid"], "loss": "half-squared-error",
          "weights": [{ "random": { "shape": [2], "from": 0, "to": 1 } }, { "random": { "from": 0 } }],
          "biases": { "random": { "from": 0, "to": 1 } },
          "input": { "random": { "shape": [3], "from": 0, "to": 1 } },
          "target": [{ "random": { "from": 0, "to": 1 } }]
        },
        "steps": [{ "name": "z1" }]
      """,
      """
      4:17: 'weights' of layer 1 must be a 2×2 matrix by 'sizes', but it is a vector of 2
      4:81: 'random' needs the key 'to'
      5:15: 'biases' must be a list with one entry for each of the 2 layers, or "choose"
      6:14: 'input' must be a vector of 2 by 'sizes', but it is a vector of 3
      7:16: 'target' must be made of numbers, but here is an object
      """),
  ]
}
