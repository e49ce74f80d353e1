import Formulas
import Testing

@Suite("Compiler")
struct CompilerTests {
  private static let inputs: Inputs = [
    "x": "[1, 2, 3]", "u": "[1, 2]", "A": "[[1, 2, 3], [4, 5, 6]]", "s": "2", "half": "0.5",
    "delta1": "[1, 2]", "M": "ones(2, 2)",
  ]

  @Test(
    "What does not fit is said with both shapes and its column",
    arguments: [
      ("x + u", "column 1: + does not fit a vector of 3 and a vector of 2"),
      (
        "1 + A * u",
        "column 5: * does not fit a 2×3 matrix and a vector of 2; column(…) makes a vector one "
          + "column"
      ),
      ("A - A.T", "column 1: - does not fit a 2×3 matrix and a 3×2 matrix"),
      ("max(x, u)", "column 1: max does not fit a vector of 3 and a vector of 2"),
      (
        "A @ u",
        "column 1: @ cannot multiply a 2×3 matrix by a vector of 2; the columns of the left must "
          + "be as many as the rows of the right"
      ),
      (
        "s @ x",
        "column 1: @ cannot multiply a number by a vector of 3; use * to multiply by a number"
      ),
      (
        "softmax(s)",
        "column 1: softmax needs a vector, or a matrix of columns, but here is a number"
      ),
      (
        "log(softmax(s))",
        "column 5: softmax needs a vector, or a matrix of columns, but here is a number"
      ),
      (
        "logsumexp(2)",
        "column 1: logsumexp needs a vector, or a matrix of columns, but here is a number"
      ),
      ("rowSums(x)", "column 1: rowSums needs a matrix, but here is a vector of 3"),
      ("rowMeans(s)", "column 1: rowMeans needs a matrix, but here is a number"),
      (
        "outer(A, x)",
        "column 1: outer needs two vectors, but here is a 2×3 matrix and a vector of 3"
      ),
      ("outer(x, s)", "column 1: outer needs two vectors, but here is a vector of 3 and a number"),
      (
        "dot(x, u)",
        "column 1: dot needs two vectors of one length, but here is a vector of 3 and a vector of 2"
      ),
      ("diag(A)", "column 1: diag needs a vector or a square matrix, but here is a 2×3 matrix"),
      (
        "x * u.T",
        "column 1: * does not fit a vector of 3 and a vector of 2; for every entry times every "
          + "entry write outer(x, u)"
      ),
      (
        "(x - 1) @ u",
        "column 1: @ cannot multiply a vector of 3 by a vector of 2; the columns of the left must "
          + "be as many as the rows of the right; for every entry times every entry write "
          + "outer(x - 1, u)"
      ),
      ("A^T", "column 3: unknown name 'T'; the transpose of A is written A.T"),
      (
        "concat(A, x)",
        "column 1: concat needs vectors and numbers; stack(A, B) puts rows below one another, but "
          + "here is a 2×3 matrix and a vector of 3"
      ),
      (
        "stack(x, u)",
        "column 1: stack needs vectors of one length, or matrices with as many columns, but here "
          + "is a vector of 3 and a vector of 2"
      ),
      ("columnSums(x)", "column 1: columnSums needs a matrix, but here is a vector of 3"),
      ("cumsum(A)", "column 1: cumsum needs a vector, but here is a 2×3 matrix"),
      ("rotate180(s)", "column 1: rotate180 needs a vector or a matrix, but here is a number"),
      ("x > u", "column 1: > does not fit a vector of 3 and a vector of 2"),
      ("clip(x, u, 3)", "column 1: clip does not fit a vector of 3 and a vector of 2"),
      ("variance(s, 1)", "column 1: a number has too few entries for this variance"),
      (
        "variance(x, half)",
        "column 13: the correction in variance must be a whole number from 0 to 1000000"
      ),
      (
        "correlate(A, x)",
        "column 1: correlate needs two vectors or two matrices, but here is a 2×3 matrix and a "
          + "vector of 3"
      ),
      (
        "correlate(M, A, 1, 0)",
        "column 1: correlate has no place for a 2×3 matrix as kernel on a 2×2 matrix"
      ),
      (
        "convolve(u, ones(9), 1, 3)",
        "column 1: convolve has no place for a vector of 9 as kernel on a vector of 2 with a "
          + "padding of 3"
      ),
      (
        "maxPool(A, 3)",
        "column 1: maxPool has no place for a 3×3 matrix as window on a 2×3 matrix"
      ),
      ("maxPool(s, 1)", "column 1: maxPool needs a vector or a matrix, but here is a number"),
      (
        "correlate(x, u, 0)",
        "column 17: the stride in correlate must be a whole number from 1 to 1000000"
      ),
      (
        "correlate(x, u, 1, sum(u))",
        "column 20: the padding in correlate must be a number or a given number, known beforehand"
      ),
      ("x[2..4]", "column 6: index 4 is outside a vector of 3; it runs from 1 to 3"),
      ("x[3..2]", "column 3: this part ends before it begins"),
      ("A[:, 4]", "column 6: index 4 is outside a 2×3 matrix; it runs from 1 to 3"),
      ("x[1..2, 1]", "column 1: a vector of 3 takes 1 index"),
      (
        "x[1..sum(u)]",
        "column 6: the ends of a part, and an index beside one, must be numbers or given numbers, "
          + "known beforehand"
      ),
      ("column(A)", "column 1: column needs a vector, but here is a 2×3 matrix"),
      ("row(s)", "column 1: row needs a vector, but here is a number"),
      ("argmax(A)", "column 1: argmax needs a vector, but here is a 2×3 matrix"),
      ("onehot(x, 3)", "column 8: onehot needs a number, but here is a vector of 3"),
      ("onehot(4, 3)", "column 8: the place of the 1 must be a whole number from 1 to 3"),
      ("onehot(half, 3)", "column 8: the place of the 1 must be a whole number from 1 to 3"),
      ("onehot(-9.3e18, 3)", "column 8: the place of the 1 must be a whole number from 1 to 3"),
      (
        "zeros(sum(x))",
        "column 7: the size in zeros must be a number or a given number, known beforehand"
      ),
      ("eye(half)", "column 5: the size in eye must be a whole number from 1 to 1000000"),
      ("ones(2, 0)", "column 9: the size in ones must be a whole number from 1 to 1000000"),
      (
        "[1, x]",
        "column 5: the entries of a list must have one shape: the first is a number, this is "
          + "a vector of 3"
      ),
      (
        "[[1, 2], [3]]",
        "column 10: the entries of a list must have one shape: the first is a vector of 2, this is "
          + "a vector of 1"
      ),
      (
        "[[[1]]]",
        "column 1: values have at most two dimensions; a list of matrices has three"
      ),
      ("s[1]", "column 1: a number has no entries"),
      ("x[1, 2]", "column 1: a vector of 3 takes 1 index"),
      ("A[1, 2][1]", "column 1: a number has no entries"),
      ("x[4]", "column 3: index 4 is outside a vector of 3; it runs from 1 to 3"),
      ("x[0]", "column 3: index 0 is outside a vector of 3; it runs from 1 to 3"),
      ("A[2, 4]", "column 6: index 4 is outside a 2×3 matrix; it runs from 1 to 3"),
      ("A[3]", "column 3: index 3 is outside a 2×3 matrix; it runs from 1 to 2"),
      ("A[s, sum(x) * 0 + 7][1]", "column 1: a number has no entries"),
      ("A[sum(x), 7]", "column 11: index 7 is outside a 2×3 matrix; it runs from 1 to 3"),
      ("x[1.5]", "column 3: an index must be a whole number"),
      ("x[1e300]", "column 3: an index must be a whole number"),
      (
        "x[-9223372036854775808]",
        "column 3: index -9223372036854775808 is outside a vector of 3; it runs from 1 to 3"
      ),
      ("x[u]", "column 3: an index must be a number, but this is a vector of 2"),
      (
        "A[sum(x)]",
        "column 1: the index of a whole row must be a number, or a given number; of row k of n, "
          + "where k is computed, write onehot(k, n) @ A"
      ),
      ("grad(x, s)", "column 6: only a number can be differentiated, but this is a vector of 3"),
      ("grad(s, 2 * s)", "column 9: differentiate by a named value, as in grad(L, W1)"),
      (
        "grad(sum(numgrad(s^2, s)), s)", "column 1: numgrad has no derivative; use grad inside grad"
      ),
      ("numgrad(numgrad(s^2, s), s)", "column 1: numgrad has no derivative; use grad inside grad"),
      ("X + 1", "column 1: unknown name 'X'; did you mean 'x'?"),
      ("2 * delta2", "column 5: unknown name 'delta2'; did you mean 'delta1'?"),
      ("sum(quux)", "column 5: unknown name 'quux'"),
      (
        "x * sigmoid + 1",
        "column 5: 'sigmoid' is a function and needs an argument, as in sigmoid(z1)"
      ),
    ])
  func message(formula: String, message: String) throws {
    #expect(try complaint(formula, CompilerTests.inputs) == message)
  }

  @Test("A name that is defined further down is said to be")
  func laterName() throws {
    var builder = ProgramBuilder()
    builder.laterNames = ["z2"]
    let formula = try Formula("1 + z2")
    let error = #expect(throws: FormulaError.self) { try builder.define("a1", formula) }
    #expect(
      error?.description
        == "column 5: 'z2' is defined only further down; a formula may use what stands before it")
  }

  @Test(
    "Entries are counted from 0 where the exercise says so",
    arguments: [
      ("x[0]", "1"), ("A[1, 2]", "6"), ("A[0]", "[1, 2, 3]"), ("argmax(x)", "2"),
      ("x[argmax(x)]", "3"), ("onehot(0, 2)", "[1, 0]"), ("onehot(argmax(u), 2)", "[0, 1]"),
      ("A[argmax(u), argmax(x)]", "6"), ("x[0..1]", "[1, 2]"), ("A[:, 0]", "[1, 4]"),
      ("A[0..1, 1..2]", "[[2, 3], [5, 6]]"),
    ])
  func indexBase(formula: String, value: String) throws {
    let found = try CompilerTests.inputs.value(of: formula, indexBase: 0)
    #expect(try found == tensor(value))
  }

  @Test(
    "Counted from 0, the index after the last is outside",
    arguments: [
      ("x[3]", "column 3: index 3 is outside a vector of 3; it runs from 0 to 2"),
      ("x[-1]", "column 3: index -1 is outside a vector of 3; it runs from 0 to 2"),
      ("onehot(3, 3)", "column 8: the place of the 1 must be a whole number from 0 to 2"),
    ])
  func indexBaseMessage(formula: String, message: String) throws {
    #expect(try complaint(formula, CompilerTests.inputs, indexBase: 0) == message)
  }

  @Test(
    "Given numbers, and what is calculated from them, serve as sizes and indices",
    arguments: [
      ("zeros(s)", "[0, 0]"), ("ones(s, s - 1)", "[[1], [1]]"), ("eye(2 * s / 2)", "eye(2)"),
      ("x[s]", "2"), ("x[s^2 - 1]", "3"), ("A[s, -(-s)]", "5"), ("onehot(s, s + 1)", "[0, 1, 0]"),
      ("x[s..s + 1]", "[2, 3]"), ("A[:, s]", "[2, 5]"), ("correlate(x, u, s)", "[5]"),
      ("maxPool(x, s, s - 1)", "[2, 3]"), ("x[1..-(-s)]", "[1, 2]"),
    ])
  func knownNumbers(formula: String, value: String) throws {
    #expect(try CompilerTests.inputs.value(of: formula) == tensor(value))
  }

  @Test(
    "Names of later functions, and π, may be those of values, and are functions before a bracket",
    arguments: [
      ("2 * step", "6"), ("step(step)", "1"), ("[step, sign(-step)]", "[3, -1]"), ("pi", "4"),
      ("stack(stack, stack)[1]", "[1, 2]"),
    ])
  func namesOfFunctions(formula: String, value: String) throws {
    let inputs: Inputs = ["step": "3", "pi": "4", "stack": "[1, 2]"]
    #expect(try inputs.value(of: formula) == tensor(value))
  }

  @Test(
    "An index that turns out to be outside gives NaN",
    arguments: ["x[sum(x)]", "x[half]", "A[sum(x), 1]", "onehot(sum(x), 3)[1]", "x[log(-s)]"])
  func dynamicIndexOutside(formula: String) throws {
    let inputs: Inputs = ["x": "[1, 2, 3]", "A": "ones(2, 3)", "s": "2", "half": "[0.5]"]
    let entry = formula.replacing("half", with: "(half[1] + 0)")
    #expect(try inputs.value(of: entry)[0].isNaN)
  }
}
