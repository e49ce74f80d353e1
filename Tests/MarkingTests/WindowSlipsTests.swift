import Exercises
import Formulas
import Numerics
import TestSupport
import Testing

@testable import Answers
@testable import Marking

/// Slips with kernels, windows, parts, rows and columns are found by value, on numbers drawn at random.
@Suite("Slips with windows and parts")
struct WindowSlipsTests {
  @Test("Each is named as a tutor would", arguments: WindowSlip.all, [1, 2, 3])
  func words(_ slip: WindowSlip, seed: UInt64) throws {
    let exercise = try Self.exercise(slip.formula, seed: seed)
    let answer = try Self.value(of: slip.wrong, in: exercise)
    let step = try exercise.feedback(on: "v = " + Self.typed(answer)).steps[0]
    #expect(step.says.texts == [slip.says], "seed \(seed)")
    #expect(step.diagnosis?.edits == [slip.edit], "seed \(seed)")
    #expect(step.says.flatMap(\.numbersHidden).isEmpty)
  }

  @Test(
    "Where the slip gives another shape, it is named behind the two shapes", arguments: [1, 2, 3])
  func shapes(seed: UInt64) throws {
    for (formula, wrong, shapes, says) in [
      (
        "correlate(X, K, 2)", "correlate(X, K)",
        "v is a 2×2 matrix, but your answer is a 3×3 matrix.",
        "You used a stride of one where the formula has two."
      ),
      (
        "relu(correlate(X, K, 1, 1))", "relu(correlate(X, K))",
        "v is a 5×5 matrix, but your answer is a 3×3 matrix.",
        "You used a padding of zero where the formula has one."
      ),
      (
        "maxPool(X, 2)", "maxPool(X, 2, 1)", "v is a 2×2 matrix, but your answer is a 3×3 matrix.",
        "You used a stride of one where the formula has two."
      ),
      (
        "rowSums(X[:, 1..3])", "columnSums(X[:, 1..3])",
        "v is a vector of 4, but your answer is a vector of 3.",
        "You went down the columns where the formula goes along the rows."
      ),
      (
        "sum(X[1])", "X[1]", "v is a number, but your answer is a vector of 4.",
        "You did not add up X[1]."
      ),
    ] {
      let exercise = try Self.exercise(formula, seed: seed)
      let answer = try Self.value(of: wrong, in: exercise)
      let step = try exercise.feedback(on: "v = " + Self.typed(answer)).steps[0]
      #expect(step.says.texts == [shapes, says], "seed \(seed)")
    }
  }

  /// One step over numbers with two decimals.
  private static func exercise(_ formula: String, seed: UInt64) throws -> Exercise {
    var random = SplitMix64(seed: seed)
    func vector(_ count: Int) -> String {
      let numbers = (0..<count).map { _ in
        NumberText.fixed(random.number(from: -2, to: 2), decimals: 2)
      }
      return "[" + numbers.joined(separator: ", ") + "]"
    }
    func matrix(_ rows: Int, _ columns: Int) -> String {
      "[" + (0..<rows).map { _ in vector(columns) }.joined(separator: ", ") + "]"
    }
    return try .sample(
      """
      "given": { "X": \(matrix(4, 4)), "K": \(matrix(2, 2)), "x": \(vector(6)), "k": \(vector(3)),
        "S": \(matrix(3, 3)), "G": \(matrix(2, 2)), "b": 0.37 },
      "define": { "Y": "correlate(X, K, 1, 1)[1..4, 1..4]", "P": "maxPool(Y, 2)", "L": "sum(G * P)" },
      "steps": [ { "name": "v", "formula": "\(formula)" } ]
      """)
  }

  private static func value(of formula: String, in exercise: Exercise) throws -> Tensor {
    var builder = exercise.builder
    let slot = try builder.side(Formula(formula))
    var key = exercise.evaluation()
    key.run()
    var values = Evaluation(builder.build())
    values.adopt(key)
    values.run(slot)
    return values.value(of: slot)
  }

  private static func typed(_ value: Tensor) -> String {
    func list(_ entries: some Sequence<Double>) -> String {
      "[" + entries.map { NumberText.fixed($0, decimals: 4) }.joined(separator: ", ") + "]"
    }
    switch value.shape {
    case .scalar: return NumberText.fixed(value[0], decimals: 5)
    case .vector: return list(value.entries)
    case .matrix(let rows, let columns):
      let texts = (0..<rows).map { list(value.entries[($0 * columns)..<(($0 + 1) * columns)]) }
      return "[" + texts.joined(separator: ", ") + "]"
    }
  }
}

/// A formula, what somebody used in its place, and what must be said of it.
struct WindowSlip: CustomTestStringConvertible {
  let formula: String
  let wrong: String
  let edit: String
  let says: String

  init(_ formula: String, _ wrong: String, _ edit: String, _ says: String) {
    self.formula = formula
    self.wrong = wrong
    self.edit = edit
    self.says = says
  }

  var testDescription: String { "\(wrong) for \(formula)" }

  static let all: [WindowSlip] = [
    // The kernel.
    WindowSlip(
      "correlate(X, K)", "convolve(X, K)", "wrong-function",
      "You turned K by 180° where the formula has it as it is."),
    WindowSlip(
      "convolve(X, K)", "correlate(X, K)", "wrong-function",
      "You did not turn K by 180°, as the formula does."),
    WindowSlip(
      "correlate(x, k) + b", "convolve(x, k) + b", "wrong-function",
      "You turned k by 180° where the formula has it as it is."),
    WindowSlip(
      "correlate(X, K, 2, 1)", "correlate(X, K.T, 2, 1)", "add-transpose",
      "You transposed K; the formula has it as it is."),
    WindowSlip(
      "correlate(X, rotate180(K))", "correlate(X, K.T)", "wrong-function",
      "You transposed K where the formula turns it by 180°."),
    WindowSlip(
      "relu(correlate(X, rotate180(K)))", "relu(correlate(X, K))", "drop-function",
      "You did not turn K by 180°."),
    // How it moves.
    WindowSlip(
      "sum(correlate(X, K, 2))", "sum(correlate(X, K))", "wrong-index",
      "You used a stride of one where the formula has two."),
    WindowSlip(
      "sum(correlate(X, K, 1, 1))", "sum(correlate(X, K))", "wrong-index",
      "You used a padding of zero where the formula has one."),
    WindowSlip(
      "mean(maxPool(X, 2))", "mean(maxPool(X, 2, 1))", "wrong-index",
      "You used a stride of one where the formula has two."),
    // Pooling.
    WindowSlip(
      "maxPool(X, 2)", "averagePool(X, 2)", "wrong-function",
      "You took the mean of each window where the formula takes its largest entry."),
    WindowSlip(
      "averagePool(X, 2)", "maxPool(X, 2)", "wrong-function",
      "You took the largest entry of each window where the formula takes the mean."),
    WindowSlip(
      "grad(sum(G * maxPool(X, 2)), X)", "grad(sum(G * 4 * averagePool(X, 2)), X)",
      "wrong-function",
      "You gave every entry of a window its gradient, which goes to the largest alone."),
    // Through names.
    WindowSlip(
      "grad(L, X)", "grad(sum(G * 4 * averagePool(correlate(X, K, 1, 1)[1..4, 1..4], 2)), X)",
      "wrong-function",
      "You gave every entry of a window its gradient, which goes to the largest alone."),
    WindowSlip(
      "grad(L, K)", "grad(sum(G * maxPool(convolve(X, K, 1, 1)[1..4, 1..4], 2)), K)",
      "wrong-function", "You turned K by 180° where the formula has it as it is."),
    // Rows and columns.
    WindowSlip(
      "rowSums(S)", "columnSums(S)", "wrong-function",
      "You went down the columns where the formula goes along the rows."),
    WindowSlip(
      "columnMeans(S)", "rowMeans(S)", "wrong-function",
      "You went along the rows where the formula goes down the columns."),
    WindowSlip(
      "columnMeans(S)", "columnSums(S)", "wrong-function",
      "You added up where the formula takes the mean."),
    WindowSlip(
      "softmax(S)", "rowSoftmax(S)", "wrong-function",
      "You went along the rows where the formula goes down the columns."),
    WindowSlip(
      "rowSoftmax(S)", "softmax(S)", "wrong-function",
      "You went down the columns where the formula goes along the rows."),
    // n − 1 for n.
    WindowSlip(
      "variance(x)", "variance(x, 1)", "wrong-function",
      "You divided by one less than n where the formula divides by n."),
    WindowSlip(
      "(x - mean(x)) / sqrt(variance(x) + 0.01)", "(x - mean(x)) / sqrt(variance(x, 1) + 0.01)",
      "wrong-function", "You divided by one less than n where the formula divides by n."),
    // Parts.
    WindowSlip(
      "x[2..4] * 3", "x[3..5] * 3", "wrong-index",
      "You used x[3..5] where the formula has x[2..4]."),
    WindowSlip(
      "sum(x[2..4])", "sum(x[2..5])", "wrong-index",
      "You used x[2..5] where the formula has x[2..4]."),
    WindowSlip(
      "S[:, 2]", "S[:, 3]", "wrong-index", "You used S[:, 3] where the formula has S[:, 2]."),
    WindowSlip(
      "S[:, 2]", "S[2, :]", "wrong-index", "You used S[2, :] where the formula has S[:, 2]."),
    // Masks.
    WindowSlip(
      "x * (x > mean(x))", "x * (x < mean(x))", "wrong-operation",
      "You used x < mean(x) where the formula has x > mean(x)."),
    WindowSlip(
      "maxMask(X, 2) * X", "X", "drop-factor", "You left out the factor maxMask(X, 2)."),
  ]
}
