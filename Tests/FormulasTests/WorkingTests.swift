import Testing

@testable import Formulas

/// The arithmetic that a worked solution prints.
@Suite("Working")
struct WorkingTests {
  private static let values: [(String, Tensor)] = [
    ("W", Tensor(rows: [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]])), ("x", Tensor([1, 0.5, -1])),
    ("b", Tensor([0.1, 0.2])), ("d", Tensor([-0.25, 2])), ("t", Tensor(3)),
    ("v", Tensor((1...12).map(Double.init))), ("D", Tensor(rows: [[1, -2], [3, 4]])),
    ("K", Tensor(rows: [[2, 0.5], [-1, 3]])),
    ("X", Tensor(rows: [[1, 2, 3], [4, 5, 6], [7, 8, 9]])),
  ]

  private func arithmetic(
    _ text: String, row: Int, column: Int, signs: Working.Signs = .unicode
  ) throws -> String? {
    var builder = ProgramBuilder()
    for (name, value) in Self.values { builder.input(name, value.shape) }
    var evaluation = Evaluation(builder.build())
    for (name, value) in Self.values {
      evaluation.set(try #require(builder.slot(named: name)), to: value)
    }
    let formula = try Formula(text)
    var working = Working(evaluation, builder: builder, signs: signs) { value in
      value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
    return working.entry(row: row, column: column, of: formula.expression)
  }

  @Test(
    "An entry's arithmetic is what a person would write",
    arguments: [
      ("W @ x + b", 0, 0, "0.1·1 + 0.2·0.5 + 0.3·(−1) + 0.1"),
      ("W @ x + b", 0, 1, "0.4·1 + 0.5·0.5 + 0.6·(−1) + 0.2"),
      ("x @ W.T", 0, 1, "1·0.4 + 0.5·0.5 + (−1)·0.6"),
      ("W.T @ d", 0, 2, "0.3·(−0.25) + 0.6·2"),
      ("outer(d, x)", 1, 2, "2·(−1)"),
      ("(W.T @ d) * sigmoid'(x)", 0, 0, "(0.1·(−0.25) + 0.4·2)·σ′(1)"),
      ("0.5 * sum(square(d - b))", 0, 0, "0.5·((−0.25 − 0.1)² + (2 − 0.2)²)"),
      ("mean(d)", 0, 0, "(−0.25 + 2) / 2"),
      ("rowMeans(D)", 0, 1, "(3 + 4) / 2"),
      ("D @ D.T / 4", 1, 0, "(3·1 + 4·(−2)) / 4"),
      ("softmax(d)", 0, 1, "exp(2) / (exp(−0.25) + exp(2))"),
      ("diag(d) - outer(d, d)", 0, 1, "0 − (−0.25)·2"),
      ("D + column(b)", 1, 0, "3 + 0.2"),
      ("D + b", 1, 1, "4 + 0.2"),
      ("-t^2", 0, 0, "−3²"),
      ("(t - 1) * (t + 1)", 0, 0, "(3 − 1)·(3 + 1)"),
      ("x[2] * W[2, 3]", 0, 0, "0.5·0.6"),
      ("sum(v)", 0, 0, "1 + 2 + 3 + … + 12"),
      ("correlate(X, K)", 1, 0, "4·2 + 5·0.5 + 7·(−1) + 8·3"),
      ("convolve(X, K)", 0, 0, "1·3 + 2·(−1) + 4·0.5 + 5·2"),
      ("correlate(X, K, 2, 1)", 0, 0, "1·3"),
      ("correlate(X, K, 1, 1)", 0, 2, "2·(−1) + 3·3"),
      ("correlate(x, d) + 1", 0, 1, "0.5·(−0.25) + (−1)·2 + 1"),
      ("maxPool(X, 2, 1)", 1, 1, "max(5, 6, 8, 9)"),
      ("averagePool(X, 2, 1)", 0, 1, "(2 + 3 + 5 + 6) / 4"),
      ("rotate180(D) * K", 0, 1, "3·0.5"),
      ("W[1..2, 2..3] @ d", 0, 1, "0.5·(−0.25) + 0.6·2"),
      ("W[:, 3] + b", 0, 1, "0.6 + 0.2"),
      ("x[2..3] * d", 0, 1, "(−1)·2"),
      ("(W @ x)[2]", 0, 0, "0.4·1 + 0.5·0.5 + 0.6·(−1)"),
      ("concat(d, W @ x)", 0, 2, "0.1·1 + 0.2·0.5 + 0.3·(−1)"),
      ("stack(x, W) * x", 2, 0, "0.4·1"),
      ("[t + 1, t * 2]", 0, 1, "3·2"),
      ("(d > b) * 2", 0, 0, "(−0.25 > 0.1)·2"),
      ("t >= 2", 0, 0, "3 ≥ 2"),
      ("columnMeans(D)", 0, 1, "(−2 + 4) / 2"),
      ("cumsum(x)", 0, 2, "1 + 0.5 + (−1)"),
      ("variance(d)", 0, 0, "((−0.25 − 0.875)² + (2 − 0.875)²) / 2"),
      ("variance(d, 1)", 0, 0, "((−0.25 − 0.875)² + (2 − 0.875)²) / 1"),
      ("rowSoftmax(D)", 1, 0, "exp(3) / (exp(3) + exp(4))"),
      ("softmax(D)", 1, 0, "exp(3) / (exp(1) + exp(3))"),
      ("max(0, 1 - t)", 0, 0, "max(0, 1 − 3)"),
      ("clip(d, -1, 1)", 0, 1, "clip(2, −1, 1)"),
      ("2 * pi * t", 0, 0, "2·π·3"),
    ])
  func writes(_ formula: String, _ row: Int, _ column: Int, _ expected: String) throws {
    #expect(try arithmetic(formula, row: row, column: column) == expected)
  }

  @Test("Plain signs are used where asked for")
  func writesASCII() throws {
    let text = try arithmetic("(W.T @ d) * sigmoid'(x)", row: 0, column: 0, signs: .ascii)
    #expect(text == "(0.1*(-0.25) + 0.4*2)*sigmoid'(1)")
  }
}
