import Formulas
import Testing

/// Correlations and pooling, whose values here are worked out by hand.
@Suite("Windows")
struct WindowsTests {
  private static let inputs: Inputs = [
    "x": "[1, 2, 3, 4]", "k": "[1, 0, -1]", "X": "[[1, 2, 3], [4, 5, 6], [7, 8, 9]]",
    "K": "[[2, 0], [-1, 4]]", "G": "[[1, -1], [0, 1]]",
    "P": "[[1, 3, 2], [4, 9, 5], [9, 1, 0]]",
  ]

  @Test(
    "Sizes follow from stride and padding; what is left over at the end belongs to no window",
    arguments: [
      ("correlate(ones(7), ones(3))", "3 * ones(5)"),
      ("correlate(ones(7), ones(3), 2)", "3 * ones(3)"),
      ("correlate(ones(7), ones(3), 3)", "3 * ones(2)"),
      ("correlate(ones(7), ones(3), 1, 1)", "[2, 3, 3, 3, 3, 3, 2]"),
      ("correlate(ones(2), ones(1), 1, 2)", "[0, 0, 1, 1, 0, 0]"),
      ("correlate(ones(3, 4), ones(2, 2))", "4 * ones(2, 3)"),
      ("correlate(ones(3, 3), ones(3, 3), 2, 1)", "4 * ones(2, 2)"),
      ("maxPool(ones(5, 4), 2)", "ones(2, 2)"),
      ("averagePool(ones(5, 4), 2, 1)", "ones(4, 3)"),
      ("maxPool([3, 1, 2, 5, 4], 2)", "[3, 5]"),
    ])
  func sizes(formula: String, value: String) throws {
    #expect(try tensor(formula) == tensor(value))
  }

  @Test(
    "Gradients are those worked out by hand",
    arguments: [
      // dX spreads each g over the kernel's place, dK gathers what lay below each kernel entry.
      ("[2, 5] * correlate(x, k)", "x", "[2, 5, -2, -5]"),
      ("[2, 5] * correlate(x, k)", "k", "[12, 19, 26]"),
      ("[2, 5] * convolve(x, k)", "x", "[-2, -5, 2, 5]"),
      ("[2, 5] * convolve(x, k)", "k", "[26, 19, 12]"),
      // The windows are [0, 1, 2] and [2, 3, 4].
      ("[2, 5] * correlate(x, k, 2, 1)", "x", "[0, 3, 0, -5]"),
      ("[2, 5] * correlate(x, k, 2, 1)", "k", "[10, 17, 24]"),
      ("G * correlate(X, K)", "X", "[[2, -2, 0], [-1, 7, -4], [0, -1, 4]]"),
      ("G * correlate(X, K)", "K", "[[4, 5], [7, 8]]"),
      ("G * convolve(X, K)", "K", "[[8, 7], [5, 4]]"),
      ("G * correlate(X, K)", "G", "[[2 - 4 + 20, 4 - 5 + 24], [8 - 7 + 32, 10 - 8 + 36]]"),
      // The 9 in the middle is the first largest of all four windows.
      ("[[1, 2], [3, 4]] * maxPool(P, 2, 1)", "P", "[[0, 0, 0], [0, 10, 0], [0, 0, 0]]"),
      ("[[1, 2], [3, 4]] * averagePool(P, 2, 1)", "P", "[[1, 3, 2], [4, 10, 6], [3, 7, 4]] / 4"),
      ("x * maxPool(x, 2)[1]", "x", "[2, 2 + 10, 2, 2]"),
    ])
  func gradients(product: String, parameter: String, value: String) throws {
    let found = try Self.inputs.value(of: "grad(sum(\(product)), \(parameter))")
    #expect(try found == tensor(value))
  }

  @Test(
    "The gradient by the input is the convolution of the padded signal with the kernel, as books say",
    arguments: [
      ("grad(sum(G * correlate(X, K)), X)", "convolve(G, K, 1, 1)"),
      ("grad(sum(G * correlate(X, K)), K)", "correlate(X, G)"),
    ])
  func textbook(gradient: String, formula: String) throws {
    #expect(try Self.inputs.value(of: gradient) == Self.inputs.value(of: formula))
  }

  @Test("Masks of windows count how often an entry is the largest")
  func masks() throws {
    #expect(try Self.inputs.value(of: "maxMask(P)[2, 2]") == Tensor(1))
    #expect(try Self.inputs.value(of: "maxMask(P, 2, 1)[2, 2]") == Tensor(4))
    #expect(try Self.inputs.value(of: "sum(maxMask(P, 2, 1))") == Tensor(4))
    #expect(try tensor("maxMask([2, 2, 1, 3], 2)") == Tensor([1, 0, 0, 1]))
  }

  @Test("What is not a number is the largest, as in NumPy")
  func notANumber() throws {
    let inputs: Inputs = ["x": "[1, 0, 3]"]
    let found = try inputs.value(of: "maxPool(x * x / x, 2, 1)")
    #expect(found.entries.map { $0.isNaN } == [true, true])
  }

  @Test("Work is counted by products, and bounded")
  func work() throws {
    var builder = ProgramBuilder()
    builder.input("X", .matrix(4, 5))
    builder.input("K", .matrix(2, 2))
    for (text, work) in [
      ("correlate(X, K)", 48), ("maxPool(X, 2)", 16), ("averagePool(X, 2, 1)", 48),
    ] {
      let slot = try builder.side(Formula(text))
      #expect(builder.build().work(of: slot) == Double(work), "\(text)")
    }
    #expect(
      try complaint("correlate(zeros(1000, 1000), zeros(500, 500))")
        == "column 1: a 501×501 matrix of sums over a 500×500 matrix each takes more than "
        + "100000000 products")
    #expect(
      try complaint("maxPool(zeros(1000, 1000), 500, 1)")
        == "column 1: a 501×501 matrix of sums over a 500×500 matrix each takes more than "
        + "100000000 products")
  }
}
