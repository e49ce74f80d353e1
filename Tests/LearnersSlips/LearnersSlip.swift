/// Slips that learners really make, as the formula that they used in the place of a step's.
package struct LearnersSlip: CustomStringConvertible, Sendable {
  /// Whose values these are, of ``networks``.
  package let network: String
  package let step: String
  package let kind: Kind
  package let formula: String

  /// What sort of slip it is, in the order in which they were gathered.
  package enum Kind: String, CaseIterable, Sendable {
    /// A value before its last factor is taken on.
    case lastFactor = "A, before the last factor"
    case slope = "B, a wrong slope or function"
    /// Another quantity of the same shape.
    case quantity = "C, a wrong quantity"
    case dropped = "D, an operand or path dropped"
    /// Sums, means, and what they are divided by.
    case reduction = "E, a wrong reduction or factor"
    case rate = "F, the learning rate"
    case softmax = "G, softmax and logarithms"
    /// Signs, brackets, transposes.
    case pen = "H, pen and calculator"
    /// What is right in the wrong order, or spread or added up by a library otherwise than was meant.
    case composition = "K, compositions"
    /// A row for another, a lost sign, one entry otherwise than the rest.
    case miscopied = "L, copied or in one entry only"
  }

  package var description: String { "\(network), \(step) = \(formula)" }

  /// What the networks are called.
  package static let networks = [
    "sigmoid 2-2-2", "softmax 2-3-3", "deep 2-2-2-1", "batch 2-2-1",
  ]

  /// The members of an exercise file: a network of each sort, with numbers drawn for each student.
  static func members(_ network: String) -> String {
    func drawn(_ range: String, _ more: String = "") -> String {
      #"{ "random": { \#(range), "decimals": 2, "not": [0]\#(more) } }"#
    }
    let (weights, input) = (drawn(#""from": -1, "to": 1"#), drawn(#""from": 0.3, "to": 1.2"#))
    let biases = drawn(#""from": 0.1, "to": 0.5"#)
    func block(_ sizes: [Int], _ activations: String, _ loss: String, _ data: String) -> String {
      let layers = sizes.count - 1
      func list(_ text: String) -> String {
        "[" + Array(repeating: text, count: layers).joined(separator: ", ") + "]"
      }
      return #"""
        "network": { "sizes": \#(sizes), "activations": [\#(activations)], "loss": "\#(loss)",
          "weights": \#(list(weights)), "biases": \#(list(biases)), \#(data), "learningRate": 0.3 }
        """#
    }
    switch network {
    case "sigmoid 2-2-2":
      return block(
        [2, 2, 2], #""sigmoid", "sigmoid""#, "half-squared-error",
        #""input": \#(input), "target": [0.2, 0.9]"#)
    case "softmax 2-3-3":
      return block(
        [2, 3, 3], #""tanh", "softmax""#, "cross-entropy",
        #""input": \#(input), "target": [0, 1, 0]"#)
    case "deep 2-2-2-1":
      return block(
        [2, 2, 2, 1], #""tanh", "sigmoid", "identity""#, "half-squared-error",
        #""input": \#(input), "target": [-0.5]"#)
    default:
      return block(
        [2, 2, 1], #""tanh", "sigmoid""#, "binary-cross-entropy",
        #""inputs": [[0.4, -0.7], [1.1, 0.3], [-0.6, 0.9]], "targets": [[0], [1], [1]]"#)
    }
  }

  /// The slips of each step of each network, by kind.
  package static let all: [LearnersSlip] = [
    ("sigmoid 2-2-2", "z1", .dropped, ["W1 @ x"]),
    ("sigmoid 2-2-2", "z1", .composition, ["W1 @ sigmoid(x) + b1"]),
    (
      "sigmoid 2-2-2", "z1", .miscopied,
      [
        "[(W1 @ x + b1)[1], (W1 @ x)[2]]", "[W1[1], W1[1]] @ x + b1",
        "[[-W1[1, 1], W1[1, 2]], W1[2]] @ x + b1", "W1 @ [x[2], x[1]] + b1",
        "W1 @ x + [-b1[1], b1[2]]",
      ]
    ),
    (
      "softmax 2-3-3", "z2", .miscopied,
      ["W2 @ a1 - W2.T[3] * a1[3] + b2", "[W2[1], W2[1], W2[3]] @ a1 + b2"]
    ),
    ("softmax 2-3-3", "dW2", .miscopied, ["outer(ones(3), outer(delta2, a1)[1])"]),
    ("softmax 2-3-3", "L", .softmax, ["sum(square(a2 - y)) / 2"]),
    ("batch 2-2-1", "Z1", .miscopied, ["W1 @ [X.T[2], X.T[1], X.T[3]].T + column(b1)"]),
    ("sigmoid 2-2-2", "z2", .composition, ["rowSums(W2.T) * a1 + b2"]),
    (
      "sigmoid 2-2-2", "delta2", .composition,
      ["(a2 - y) * sum(sigmoid'(z2))", "(a2 - y) * a2 - a2"]
    ),
    ("sigmoid 2-2-2", "delta1", .composition, ["rowSums(W2) * delta2 * sigmoid'(z1)"]),
    (
      "sigmoid 2-2-2", "dW2", .composition,
      ["outer(delta2 * a1, ones(2))", "ones(2, 2) * dot(delta2, a1)"]
    ),
    ("sigmoid 2-2-2", "b2_new", .composition, ["b2 - 2 * eta * db2"]),
    (
      "softmax 2-3-3", "a1", .composition,
      [
        "tanh(W1 @ x) + b1", "1 - exp(-2 * z1) / (1 + exp(-2 * z1))",
        "exp(z1) - exp(-z1) / (exp(z1) + exp(-z1))",
      ]
    ),
    ("softmax 2-3-3", "L", .softmax, ["-sum(y * log(a2) + (1 - y) * log(1 - a2))"]),
    ("softmax 2-3-3", "delta2", .softmax, ["-y * (1 - a2)", "a2 - [y[2], y[3], y[1]]"]),
    ("sigmoid 2-2-2", "z1", .pen, ["W1.T @ x + b1", "W1 @ x - b1"]),
    ("sigmoid 2-2-2", "z1", .quantity, ["W2 @ x + b1"]),
    ("sigmoid 2-2-2", "a1", .pen, ["1 / 1 + exp(-z1)", "sigmoid(-z1)"]),
    ("sigmoid 2-2-2", "a1", .slope, ["tanh(z1)", "relu(z1)"]),
    ("sigmoid 2-2-2", "a1", .dropped, ["sigmoid(W1 @ x)"]),
    (
      "sigmoid 2-2-2", "z2", .quantity,
      ["W2 @ z1 + b2", "W1 @ a1 + b2", "W2 @ a1 + b1", "W2 @ x + b2"]
    ),
    ("sigmoid 2-2-2", "L", .reduction, ["sum(square(a2 - y))", "mean(square(a2 - y))"]),
    ("sigmoid 2-2-2", "L", .quantity, ["0.5 * sum(square(z2 - y))"]),
    ("sigmoid 2-2-2", "delta2", .lastFactor, ["a2 - y", "sigmoid'(z2)"]),
    ("sigmoid 2-2-2", "delta2", .pen, ["(y - a2) * sigmoid'(z2)", "a2 - y * sigmoid'(z2)"]),
    (
      "sigmoid 2-2-2", "delta2", .slope,
      [
        "(a2 - y) * sigmoid'(a2)", "(a2 - y) * (1 - a2)", "(a2 - y) * a2",
        "(a2 - y) * a2 * (1 + a2)", "(a2 - y) * y * (1 - y)", "(a2 - y) * sigmoid(z2)",
      ]
    ),
    (
      "sigmoid 2-2-2", "delta2", .rate,
      ["eta * (a2 - y) * sigmoid'(z2)", "eta * (a2 - y) * sigmoid'(a2)"]
    ),
    ("sigmoid 2-2-2", "delta2", .quantity, ["(z2 - y) * sigmoid'(z2)"]),
    (
      "sigmoid 2-2-2", "delta2", .reduction,
      ["2 * (a2 - y) * sigmoid'(z2)", "square(a2 - y) * sigmoid'(z2)"]
    ),
    (
      "sigmoid 2-2-2", "delta1", .lastFactor,
      ["W2.T @ delta2", "(W2.T @ (a2 - y)) * sigmoid'(z1)", "W2.T @ (a2 - y)"]
    ),
    (
      "sigmoid 2-2-2", "delta1", .quantity,
      [
        "(W2.T @ a2) * sigmoid'(z1)", "(W1 @ delta2) * sigmoid'(z1)",
        "((W2 - eta * dW2).T @ delta2) * sigmoid'(z1)",
      ]
    ),
    ("sigmoid 2-2-2", "delta1", .pen, ["(W2 @ delta2) * sigmoid'(z1)", "sigmoid'(W2.T @ delta2)"]),
    (
      "sigmoid 2-2-2", "delta1", .slope,
      [
        "(W2.T @ delta2) * sigmoid'(a1)", "(W2.T @ delta2) * sigmoid'(z2)",
        "(W2.T @ delta2) * (1 - a1^2)", "(W2.T @ delta2) * z1 * (1 - z1)",
        "(W2.T @ delta2) * (1 - a1)", "(W2.T @ delta2) * a1",
      ]
    ),
    (
      "sigmoid 2-2-2", "delta1", .dropped,
      ["delta2 * sigmoid'(z1)", "W2.T @ delta2 + sigmoid'(z1)", "rowSums(W2.T) * sigmoid'(z1)"]
    ),
    ("sigmoid 2-2-2", "dW2", .lastFactor, ["outer(a2 - y, a1)"]),
    (
      "sigmoid 2-2-2", "dW2", .quantity,
      ["outer(delta2, a2)", "outer(delta2, x)", "outer(delta2, z1)", "outer(delta2, a1) * W2"]
    ),
    ("sigmoid 2-2-2", "dW2", .dropped, ["outer(delta2, ones(2))", "outer(delta2, rowSums(W2.T))"]),
    ("sigmoid 2-2-2", "dW2", .pen, ["outer(a1, delta2)"]),
    ("sigmoid 2-2-2", "dW2", .rate, ["eta * outer(delta2, a1)"]),
    ("sigmoid 2-2-2", "dW1", .quantity, ["outer(delta2, x)", "outer(delta1, a1)"]),
    ("sigmoid 2-2-2", "dW1", .lastFactor, ["outer(W2.T @ delta2, x)"]),
    ("sigmoid 2-2-2", "db2", .quantity, ["delta2 * a1"]),
    ("sigmoid 2-2-2", "db2", .pen, ["-delta2"]),
    ("sigmoid 2-2-2", "db2", .lastFactor, ["a2 - y"]),
    ("sigmoid 2-2-2", "db2", .rate, ["eta * delta2"]),
    ("sigmoid 2-2-2", "W2_new", .pen, ["W2 + eta * dW2", "W2 - eta * dW2.T"]),
    (
      "sigmoid 2-2-2", "W2_new", .rate,
      ["W2 - dW2", "(1 - eta) * W2 - eta * dW2", "W2 - eta * eta * dW2"]
    ),
    ("sigmoid 2-2-2", "W2_new", .dropped, ["-eta * dW2"]),
    ("sigmoid 2-2-2", "W2_new", .quantity, ["W2 - eta * W2"]),
    ("sigmoid 2-2-2", "W1_new", .quantity, ["W1 - eta * dW2"]),
    (
      "softmax 2-3-3", "a2", .softmax,
      ["sigmoid(z2)", "exp(z2)", "z2 / sum(z2)", "exp(z2) / sum(exp(z1))", "softmax(-z2)"]
    ),
    ("softmax 2-3-3", "a2", .quantity, ["softmax(a1)"]),
    ("softmax 2-3-3", "L", .pen, ["sum(y * log(a2))", "-sum(y * log(a2)) / log(10)"]),
    ("softmax 2-3-3", "L", .reduction, ["-sum(y * log(a2)) / 3"]),
    (
      "softmax 2-3-3", "delta2", .softmax,
      ["(a2 - y) * a2 * (1 - a2)", "(diag(a2) - outer(a2, a2)) @ (a2 - y)", "-y / a2"]
    ),
    ("softmax 2-3-3", "delta2", .reduction, ["(a2 - y) / 3"]),
    ("softmax 2-3-3", "delta2", .pen, ["y - a2"]),
    ("softmax 2-3-3", "delta2", .quantity, ["a2"]),
    (
      "softmax 2-3-3", "delta1", .slope,
      [
        "(W2.T @ delta2) * (1 - z1^2)", "(W2.T @ delta2) * (1 + a1^2)",
        "(W2.T @ delta2) * (1 - a1)", "(W2.T @ delta2) * tanh'(a1)",
        "(W2.T @ delta2) * a1 * (1 - a1)",
      ]
    ),
    ("softmax 2-3-3", "delta1", .pen, ["(W2 @ delta2) * tanh'(z1)"]),
    ("deep 2-2-2-1", "delta2", .slope, ["(W3.T @ delta3) * tanh'(z2)"]),
    ("deep 2-2-2-1", "delta2", .lastFactor, ["W3.T @ delta3"]),
    ("deep 2-2-2-1", "delta2", .quantity, ["(W3.T @ a3) * sigmoid'(z2)"]),
    (
      "deep 2-2-2-1", "delta1", .lastFactor,
      ["(W2.T @ (W3.T @ delta3)) * tanh'(z1)", "W2.T @ (W3.T @ delta3)"]
    ),
    (
      "deep 2-2-2-1", "delta1", .slope,
      ["(W2.T @ delta2) * sigmoid'(z2)", "(W3.T @ delta3) * tanh'(z1)"]
    ),
    ("deep 2-2-2-1", "delta1", .pen, ["(W2 @ delta2) * tanh'(z1)"]),
    ("batch 2-2-1", "delta2", .reduction, ["(A2 - Y) / 3"]),
    ("batch 2-2-1", "delta2", .slope, ["(A2 - Y) * sigmoid'(Z2)"]),
    ("batch 2-2-1", "delta2", .softmax, ["-Y / A2"]),
    ("batch 2-2-1", "delta1", .reduction, ["(W2.T @ delta2) * (1 - A1^2) / 3"]),
    ("batch 2-2-1", "delta1", .slope, ["(W2.T @ delta2) * (1 - A1^2) * Z1"]),
    (
      "batch 2-2-1", "dW1", .reduction,
      ["delta1 @ X.T", "delta1 @ X.T / 2", "(X @ delta1.T).T / 9"]
    ),
    ("batch 2-2-1", "db1", .reduction, ["rowSums(delta1)", "rowSums(dW1)", "delta1.T[3]"]),
  ].flatMap { network, step, kind, formulas in
    formulas.map { LearnersSlip(network: network, step: step, kind: kind, formula: $0) }
  }
}
