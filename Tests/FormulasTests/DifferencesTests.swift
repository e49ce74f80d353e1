import Formulas
import Testing

@Suite("Differences")
struct DifferencesTests {
  static let losses: [(String, String, Set<Int>)] = [
    ("sum(relu(x))", "[0, 1, -1]", [0]), ("sum(relu(x))", "[1e-6, -1e-6, 1e-4]", [0, 1]),
    ("sum(abs(x))", "[1, 0, -1]", [1]), ("sum(max(x, 2))", "[1, 2, 3]", [1]),
    ("sum(min(x, [5, 2, 2]))", "[1, 2, 3]", [1]), ("max(x)", "[1, 2, 2]", [1, 2]),
    ("max(x)", "[1, 2, 3]", []), ("min(x)", "[1, 1, 3]", [0, 1]),
    ("norm(x)", "[0, 0, 0]", [0, 1, 2]),
    ("norm(x)", "[0, 0, 1]", []), ("sum(relu'(x) * x)", "[0, 1, 2]", [0]),
    ("sum(sqrt(x))", "[0, 1, 4]", [0]), ("sum(log(x))", "[1, 1e-6, 2]", [1]),
    ("sum(x * x)", "[0, 1, 2]", []), ("sum(relu(x)^2)", "[3, 0, -1]", [1]),
    ("sum(grad(sum(abs(x) * x), x))", "[0, 1, 2]", [0]),
    ("sum((x > 1) * x)", "[0, 1, 2]", [1]), ("sum(clip(x, 0, 1))", "[0, 0.5, 1]", [0, 2]),
    ("sum(maxPool(x, 2, 1))", "[1, 1, 3]", [0, 1]), ("sum(maxPool(x, 2, 1))", "[1, 2, 3]", []),
    ("sum(step(x) * x)", "[-1, 0, 1]", [1]), ("sum(leakyRelu(x))", "[-1, 0, 1]", [1]),
    ("sum(elu(x))", "[-1, 0, 1]", []), ("sum(maxMask(x) * x)", "[2, 2, 1]", [0, 1]),
    ("sum(correlate(x, [1, 2])^2)", "[0, 1, 2]", []),
    ("relu(x[1] + 0.1 - 0.4 + 0.1)", "[0.2, 1, 1]", [0]),
  ]

  @Test("Entries at a kink are reported, and no others", arguments: losses)
  func kinks(loss: String, x: String, kinks: Set<Int>) throws {
    let inputs: Inputs = ["x": x]
    var (evaluation, slots) = try inputs.defining([("L", loss)])
    let (x, L) = try (#require(slots["x"]), #require(slots["L"]))
    #expect(evaluation.differences(of: L, by: x).kinks == kinks)
  }

  @Test(
    "A slope is a central difference with ε = 1e-5, scaled to the parameter",
    arguments: [("0.5", 0.75 + 1e-10, 2e-11), ("2000", 12e6 + 4e-4, 2e-4)])
  func slope(x: String, expected: Double, tolerance: Double) throws {
    let inputs: Inputs = ["x": x]
    var (evaluation, slots) = try inputs.defining([("L", "x^3")])
    let (x, L) = try (#require(slots["x"]), #require(slots["L"]))
    let slope = evaluation.differences(of: L, by: x).slopes[0]
    #expect(abs(slope - expected) < tolerance, "\(slope)")
  }

  @Test("Only the entries asked for are moved")
  func someEntries() throws {
    let inputs: Inputs = ["x": "[1, 2, 3]"]
    var (evaluation, slots) = try inputs.defining([("L", "sum(relu(x - 2) * x)")])
    let (x, L) = try (#require(slots["x"]), #require(slots["L"]))
    let found = evaluation.differences(of: L, by: x, entries: 2..<3)
    #expect(isClose(found.slopes, Tensor([0, 0, 4]), within: 1e-9))
    #expect(found.kinks.isEmpty)
    #expect(evaluation.differences(of: L, by: x, entries: 1..<2).kinks == [1])
  }

  @Test("Everything is left as it was found, values that were set included")
  func restoration() throws {
    let inputs: Inputs = ["x": "[1, 2]", "w": "[3, 5]"]
    var (evaluation, slots) = try inputs.defining([
      ("a", "x * w"), ("b", "exp(a / 10)"), ("L", "sum(b)"), ("n", "numgrad(L, x)"),
    ])
    let (a, x, L) = try (#require(slots["a"]), #require(slots["x"]), #require(slots["L"]))
    evaluation.set(a, to: Tensor([0, 0]))
    let before = slots.mapValues { evaluation.value(of: $0) }
    let byInput = evaluation.differences(of: L, by: x).slopes
    #expect(
      isClose(byInput, Tensor([0.3 * 1.3498588075760032, 0.5 * 2.718281828459045]), within: 1e-8))
    let byValue = evaluation.differences(of: L, by: a).slopes
    #expect(isClose(byValue, Tensor([0.1, 0.1]), within: 1e-9))
    #expect(slots.mapValues { evaluation.value(of: $0) } == before)
    let n = try #require(slots["n"])
    evaluation.run(n)
    var changed = slots.mapValues { evaluation.value(of: $0) }
    changed["n"] = before["n"]
    #expect(changed == before)
  }

  @Test("A loss that contains central differences has slopes itself")
  func nested() throws {
    let inputs: Inputs = ["x": "[1, 2]"]
    var (evaluation, slots) = try inputs.defining([
      ("L", "sum(x^3)"), ("n", "numgrad(L, x)"), ("K", "sum(n)"),
    ])
    let (x, K) = try (#require(slots["x"]), #require(slots["K"]))
    #expect(isClose(evaluation.differences(of: K, by: x).slopes, Tensor([6, 12]), within: 1e-3))
  }
}
