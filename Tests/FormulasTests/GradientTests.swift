import Formulas
import Testing

@Suite("Gradients")
struct GradientTests {
  /// A loss of smooth operations, with the parameters to differentiate by.
  private static let losses: [(loss: String, parameters: [String])] = [
    // Elementwise functions.
    ("sum(w * exp(v))", ["v", "w"]), ("sum(w * log(v * v))", ["v"]), ("sum(sqrt(exp(v)))", ["v"]),
    ("sum(w * abs(v))", ["v"]), ("sum(w * square(v))", ["v"]), ("sum(w * sigmoid(v))", ["v"]),
    ("sum(w * tanh(v))", ["v"]), ("sum(w * relu(v))", ["v"]), ("sum(w * identity(v))", ["v"]),
    ("sum(w * softplus(v))", ["v"]), ("sum(w * log(sigmoid(v)))", ["v"]),
    ("sum(w * log(1 - sigmoid(v)))", ["v"]), ("-sum(w / -v)", ["v", "w"]),
    ("sum(w * leakyRelu(v))", ["v"]), ("sum(w * elu(v))", ["v"]), ("sum(w * swish(v))", ["v"]),
    ("sum(w * gelu(v))", ["v"]), ("sum(w * erf(v))", ["v"]),
    // Derivatives.
    ("sum(w * sigmoid'(v))", ["v"]), ("sum(w * tanh'(v))", ["v"]), ("sum(w * relu'(v))", ["v"]),
    ("sum(w * identity'(v))", ["v"]), ("sum(w * exp'(v))", ["v"]), ("sum(w * log'(v))", ["v"]),
    ("sum(w * softplus'(v))", ["v"]), ("sum(w * square'(v))", ["v"]),
    ("sum(w * leakyRelu'(v))", ["v"]), ("sum(w * elu'(v))", ["v"]), ("sum(w * swish'(v))", ["v"]),
    ("sum(w * gelu'(v))", ["v"]), ("sum(w * erf'(v))", ["v"]),
    // Broadcasting in every direction.
    ("sum((s + v) * w)", ["s", "v", "w"]), ("sum((v - s)^2)", ["s", "v"]),
    ("sum((M + v)^2)", ["M", "v"]), ("sum((v - M)^2)", ["M", "v"]), ("sum((s / M)^2)", ["s", "M"]),
    ("sum((M * R)^2)", ["M", "R"]), ("sum((K * M)^2)", ["K", "M"]), ("sum((R / K)^2)", ["R", "K"]),
    ("sum((K - R)^3)", ["R", "K"]), ("sum((v * K)^2)", ["v", "K"]), ("sum((R + v)^2)", ["R", "v"]),
    ("sum((M - column(p))^2)", ["M", "p"]), ("sum(([s] * v)^2)", ["s", "v"]),
    ("sum(([[s]] + v)^2)", ["s", "v"]),
    // Powers, and the larger and the smaller of two.
    ("sum(exp(v)^w)", ["v", "w"]), ("sum(v^3)", ["v"]), ("sum(2^M)", ["M"]), ("sum(v^-2)", ["v"]),
    ("sum(abs(M)^s)", ["M", "s"]), ("sum(abs(v)^K)", ["v", "K"]), ("sum(max(v, w)^2)", ["v", "w"]),
    ("sum(min(M, v)^2)", ["M", "v"]), ("sum(max(0, M))", ["M"]), ("sum(min(K, R)^2)", ["K", "R"]),
    // Products of every shape.
    ("(v @ w)^2", ["v", "w"]), ("sum((M @ v)^2)", ["M", "v"]), ("sum((p @ M)^2)", ["M", "p"]),
    ("sum((M @ N)^2)", ["M", "N"]), ("sum((N @ M)^2)", ["M", "N"]),
    ("sum((R @ K3)^2)", ["R", "K3"]),
    ("sum((K @ R)^2)", ["K", "R"]), ("sum((R @ v)^2)", ["R", "v"]),
    ("sum((v @ K3)^2)", ["v", "K3"]),
    ("sum((M.T @ p)^2)", ["M", "p"]), ("sum((M @ M.T)^2)", ["M"]), ("sum((M.T @ M)^3)", ["M"]),
    ("sum((N.T @ M.T)^2)", ["M", "N"]), ("sum(tanh(M @ tanh(N @ M)))", ["M", "N"]),
    ("dot(v, w)^2", ["v", "w"]), ("sum(outer(v, p)^2 * N)", ["v", "p", "N"]),
    // Rearrangements.
    ("sum(M.T * N)", ["M", "N"]), ("sum(R.T @ R)", ["R"]), ("sum(transpose(M) * N)", ["M"]),
    ("sum(column(v) * N)", ["v"]), ("sum(row(v) * M)", ["v"]),
    ("sum(diag(v) @ diag(w))", ["v", "w"]),
    ("sum(diag(Q) * v)", ["Q", "v"]), ("sum(diag(diag(Q))^2)", ["Q"]), ("v[2]^2", ["v"]),
    ("M[1, 2] * M[2, 3]", ["M"]), ("sum(M[2]^2)", ["M"]), ("M[2][1]^2", ["M"]),
    ("v[argmax(w)]^2", ["v", "w"]), ("M[argmax(p), argmax(v)]^2", ["M", "p"]),
    ("sum([s, s^2, v[1]] * w)", ["s", "v"]), ("sum([v, w] @ v)", ["v", "w"]),
    ("sum([[s, 2], p] @ p)", ["s", "p"]), ("sum([v]^2)", ["v"]), ("sum([s]^2)", ["s"]),
    ("sum(onehot(2, 3) * v)", ["v"]), ("sum(onehot(argmax(v), 3) * v^2)", ["v"]),
    // Reductions.
    ("sum(v)^2", ["v"]), ("sum(s)^2", ["s"]), ("mean(M)^2", ["M"]), ("sum(rowSums(M)^2)", ["M"]),
    ("sum(rowMeans(M) * p)", ["M", "p"]), ("sum(rowSums(K)^2)", ["K"]), ("max(v) * min(v)", ["v"]),
    ("max(M) * min(M)", ["M"]), ("norm(v)", ["v"]), ("norm(M)^3", ["M"]), ("norm([s])", ["s"]),
    // Softmax.
    ("sum(w * softmax(v))", ["v", "w"]), ("sum(M * softmax(M))", ["M"]),
    ("sum(softmax(R)^2)", ["R"]),
    ("sum(softmax(K)^2)", ["K"]), ("sum(w * log(softmax(v)))", ["v"]),
    ("sum(M * log(softmax(M)))", ["M"]), ("logsumexp(v)^2", ["v"]),
    ("sum(v * logsumexp(M))", ["M", "v"]),
    ("sum(w * log(softmax(M @ v)[1]))", ["M", "v"]),
    ("sum(M * rowSoftmax(M))", ["M"]), ("sum(w * log(rowSoftmax(v)))", ["v"]),
    ("sum(M * log(rowSoftmax(M)))", ["M"]),
    // Parts, and what is put together.
    ("sum(v[2..3]^2)", ["v"]), ("sum(M[:, 2]^3)", ["M"]), ("sum(M[1..2, 2..3]^3)", ["M"]),
    ("sum(Q[2..3]^2)", ["Q"]), ("sum((Q[:, 1..2] @ M)^2)", ["Q", "M"]),
    ("sum(Q[2..3, 1] * p^2)", ["Q", "p"]), ("sum(concat(v, s, w)^3)", ["v", "s", "w"]),
    ("sum(stack(v, M, w)^3)", ["v", "M", "w"]), ("sum(concat(v, v) * concat(w, v))", ["v", "w"]),
    // Masks.
    ("sum((v > w) * v * w)", ["v", "w"]), ("sum((M <= 0.1) * M^2)", ["M"]),
    ("sum((v != w) * v + (v == w) + (v >= 0) * w^2 + (v < 0))", ["v", "w"]),
    ("sum(step(v) * v * w)", ["v", "w"]), ("sum(sign(v) * v^2)", ["v"]),
    ("sum(clip(v, -1, s)^2)", ["v", "s"]), ("sum(maxMask(M) * M^2)", ["M"]),
    ("sum(maxMask(Q, 2, 1) * Q^2)", ["Q"]),
    // Columns, and what is counted.
    ("sum(columnSums(M)^2)", ["M"]), ("sum(columnMeans(M) * w^2)", ["M", "w"]),
    ("sum(w * cumsum(v)^2)", ["v", "w"]), ("variance(v)", ["v"]), ("variance(M, 1)^2", ["M"]),
    ("pi * s^2", ["s"]),
    // Windows.
    ("sum(correlate(I, F)^2)", ["I", "F"]), ("sum(correlate(I, F, 2, 1)^3)", ["I", "F"]),
    ("sum(correlate(t, v, 1, 2)^2)", ["t", "v"]), ("sum(correlate(t, p, 3)^2)", ["t", "p"]),
    ("sum(correlate(I, M, padding=2)^2)", ["I", "M"]), ("sum(convolve(I, F)^2)", ["I", "F"]),
    ("sum(convolve(t, v, 2, 1)^2)", ["t", "v"]), ("sum(rotate180(M) * M)", ["M"]),
    ("sum(rotate180(v) * w^2)", ["v", "w"]), ("sum(maxPool(I, 2)^2)", ["I"]),
    ("sum(maxPool(I, 3, 1)^3)", ["I"]), ("sum(maxPool(t, 2, 1)^2)", ["t"]),
    ("sum(averagePool(I, 2)^2)", ["I"]), ("sum(averagePool(t, 3, 2)^2)", ["t"]),
    // Gradients themselves.
    ("sum(grad(sum(tanh(M @ v)), v)^2)", ["M", "v"]),
    ("sum(grad(sum(softmax(v) * w), v)^2)", ["v", "w"]),
    ("sum(grad(sum(grad(sum(v^4), v)^2), v))", ["v"]),
  ]

  @Test("The losses use every function, and every derivative that may be written")
  func completeness() {
    let constant: Set<Function> = [.zeros, .ones, .eye]
    let text = Self.losses.map(\.loss).joined(separator: " ")
    for function in Function.allCases where !constant.contains(function) {
      #expect(text.contains("\(function.rawValue)("), "\(function)")
      #expect(text.contains("\(function.rawValue)'(") == function.hasDerivative, "\(function)")
    }
  }

  /// Random inputs that stay clear of kinks and of the edges of logarithms.
  private static func inputs(
    _ random: inout SeededGenerator
  ) -> (builder: ProgramBuilder, values: [Tensor]) {
    let shapes: [(String, Shape)] = [
      ("s", .scalar), ("v", .vector(3)), ("w", .vector(3)), ("p", .vector(2)), ("M", .matrix(2, 3)),
      ("N", .matrix(3, 2)), ("R", .matrix(1, 3)), ("K", .matrix(2, 1)), ("K3", .matrix(3, 1)),
      ("Q", .matrix(3, 3)), ("I", .matrix(4, 5)), ("F", .matrix(2, 2)), ("t", .vector(6)),
    ]
    var builder = ProgramBuilder()
    let values = shapes.map { name, shape in
      builder.input(name, shape)
      let entries = (0..<shape.count).map { _ in
        Double.random(in: 0.2..<1.5, using: &random) * (Bool.random(using: &random) ? 1 : -1)
      }
      return Tensor(shape: shape, entries: entries)
    }
    return (builder, values)
  }

  @Test("grad, numgrad and differences agree for every operation", arguments: losses, [1, 2, 3])
  func agreement(_ loss: (loss: String, parameters: [String]), seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var (builder, values) = Self.inputs(&random)
    let lossSlot = try builder.define("L", Formula(loss.loss))
    let slots = try loss.parameters.map { name in
      (
        name,
        try builder.define("g_\(name)", Formula("grad(L, \(name))")),
        try builder.define("n_\(name)", Formula("numgrad(L, \(name))"))
      )
    }
    let program = builder.build()
    var evaluation = Evaluation(program)
    for (slot, value) in zip(program.inputs, values) { evaluation.set(slot, to: value) }
    evaluation.run()
    for (name, gradientSlot, numericalSlot) in slots {
      let parameter = try #require(program.slot(named: name))
      let differences = evaluation.differences(of: lossSlot, by: parameter)
      let gradient = evaluation.value(of: gradientSlot)
      #expect(differences.kinks.isEmpty, "seed \(seed), by \(name)")
      #expect(evaluation.value(of: numericalSlot) == differences.slopes, "seed \(seed), by \(name)")
      let isAccurate = isClose(gradient, differences.slopes, within: 2e-7)
      #expect(isAccurate, "seed \(seed), by \(name): \(gradient) is not \(differences.slopes)")
    }
  }

  @Test("The second derivative of a loss is the difference of its gradients", arguments: losses)
  func secondDerivatives(loss: String, parameters: [String]) throws {
    let seed: UInt64 = 7
    var random = SeededGenerator(seed: seed)
    let (inputs, values) = Self.inputs(&random)
    for name in parameters {
      var builder = inputs
      let first = try builder.define("g", Formula("sum(grad(\(loss), \(name))^2)"))
      let second = try builder.define("h", Formula("grad(g, \(name))"))
      let program = builder.build()
      var evaluation = Evaluation(program)
      for (slot, value) in zip(program.inputs, values) { evaluation.set(slot, to: value) }
      evaluation.run()
      let parameter = try #require(program.slot(named: name))
      let (found, slopes) = (
        evaluation.value(of: second), evaluation.differences(of: first, by: parameter).slopes
      )
      #expect(
        isClose(found, slopes, within: 1e-5), "seed \(seed), by \(name): \(found) is not \(slopes)")
    }
  }

  @Test(
    "Derivatives by values between, and by what does not matter",
    arguments: [
      ("grad(L, a)", "[0.6, -0.8]"), ("grad(L, z)", "[0.6, -0.8]"), ("grad(L, L)", "1"),
      ("grad(L, x)", "[[1, 2], [3, 4]].T @ [0.6, -0.8]"), ("grad(L, unused)", "zeros(2, 3)"),
      ("numgrad(L, unused)", "zeros(2, 3)"), ("grad(z[1], later)", "0"),
      ("grad(a[2], a)", "[0, 1]"),
      ("grad(3, x)", "[0, 0]"), ("grad(argmax(x), x)", "[0, 0]"),
    ])
  func intermediate(formula: String, value: String) throws {
    let inputs: Inputs = ["x": "[1, 2]", "unused": "ones(2, 3)"]
    let found = try inputs.defining([
      ("z", "[[1, 2], [3, 4]] @ x"), ("a", "z"), ("L", "sum([0.6, -0.8] * a)"), ("later", "2"),
      ("g", formula),
    ])
    let slot = try #require(found.slots["g"])
    #expect(isClose(found.evaluation.value(of: slot), try tensor(value), within: 1e-9))
  }

  @Test("The gradients of a network are those of BP1 to BP4")
  func backpropagation() throws {
    let inputs: Inputs = [
      "x": "[1, 0.5, -1]", "y": "[1, 0]", "W1": "[[0.1, 0.2, 0.3], [-0.4, 0.5, 0.6]]",
      "b1": "[0.1, -0.1]", "W2": "[[0.7, -0.8], [0.9, 0.3]]", "b2": "[0.05, -0.2]",
    ]
    let (evaluation, slots) = try inputs.defining([
      ("z1", "W1 @ x + b1"), ("a1", "sigmoid(z1)"), ("z2", "W2 @ a1 + b2"), ("a2", "sigmoid(z2)"),
      ("L", "0.5 * sum((a2 - y)^2)"), ("delta2", "(a2 - y) * sigmoid'(z2)"),
      ("delta1", "(W2.T @ delta2) * sigmoid'(z1)"), ("e1", "grad(L, z1) - delta1"),
      ("e2", "grad(L, z2) - delta2"), ("e3", "grad(L, W1) - outer(delta1, x)"),
      ("e4", "grad(L, b1) - delta1"), ("e5", "grad(L, W2) - outer(delta2, a1)"),
      ("e6", "grad(L, b2) - delta2"), ("e7", "grad(L, x) - W1.T @ delta1"),
    ])
    for name in ["e1", "e2", "e3", "e4", "e5", "e6", "e7"] {
      let slot = try #require(slots[name])
      #expect(evaluation.value(of: slot).scale < 1e-16, "\(name)")
    }
  }
}
