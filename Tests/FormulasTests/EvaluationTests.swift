import Formulas
import Testing

@Suite("Evaluation")
struct EvaluationTests {
  private static let inputs: Inputs = ["x": "[1, 2]", "w": "[3, 5]"]

  @Test("A value that is set changes only what reads it, and only in later runs")
  func set() throws {
    var (evaluation, slots) = try Self.inputs.defining([
      ("a", "x * w"), ("b", "a + 1"), ("c", "x + 1"),
    ])
    let (a, b, c) = try (
      #require(slots["a"]), #require(slots["b"]), #require(slots["c"])
    )
    evaluation.set(a, to: Tensor([100, 200]))
    #expect(evaluation.value(of: b) == Tensor([4, 11]))
    evaluation.run(b)
    #expect(evaluation.value(of: a) == Tensor([100, 200]))
    #expect(evaluation.value(of: b) == Tensor([101, 201]))
    #expect(evaluation.value(of: c) == Tensor([2, 3]))
    evaluation.set(a, entry: 1, to: -1)
    #expect(evaluation.entry(1, of: a) == -1)
    evaluation.run(b)
    #expect(evaluation.value(of: b) == Tensor([101, 0]))
    evaluation.run()
    #expect(evaluation.value(of: a) == Tensor([3, 10]))
    #expect(evaluation.value(of: b) == Tensor([4, 11]))
  }

  @Test(
    "A definition owns its entries, whatever its formula shows",
    arguments: [
      ("x", [7, 8]), ("identity(x)", [7, 8]), ("x.T", [7, 8]), ("M[2]", [7, 8]),
      ("(2 * M)[1]", [7, 8]), ("[3, 4]", [7, 8]), ("a", [7, 8]), ("grad(sum(x), x)", [7, 8]),
      ("grad(sum(a * a), a)", [7, 8]),
    ])
  func ownership(formula: String, entries: [Double]) throws {
    let inputs: Inputs = ["x": "[1, 2]", "M": "[[1, 2], [3, 4]]"]
    var (evaluation, slots) = try inputs.defining([("a", "x + 1"), ("d", formula)])
    let d = try #require(slots["d"])
    slots["d"] = nil
    let before = slots.mapValues { evaluation.value(of: $0) }
    let value = evaluation.value(of: d)
    evaluation.set(d, to: Tensor(entries))
    #expect(slots.mapValues { evaluation.value(of: $0) } == before)
    evaluation.run(d)
    #expect(evaluation.value(of: d) == value)
  }

  @Test("Two names for one formula are two values")
  func twins() throws {
    var (evaluation, slots) = try Self.inputs.defining([("a", "(x * w).T"), ("b", "a"), ("c", "b")])
    let (a, b, c) = try (#require(slots["a"]), #require(slots["b"]), #require(slots["c"]))
    evaluation.set(b, to: Tensor([0, 0]))
    #expect(evaluation.value(of: a) == Tensor([3, 10]))
    evaluation.run(c)
    #expect(evaluation.value(of: c) == Tensor([0, 0]))
  }

  @Test(
    "A definition reads the named values it is computed from",
    arguments: [
      ("x + 1", ["x"]), ("z * z", ["z"]), ("x[1] + r", ["x", "r"]), ("3", []), ("r", ["r"]),
      ("grad(L, a)", ["y", "a"]), ("grad(L, z)", ["y", "z", "a"]),
      ("grad(L, x)", ["w", "y", "z", "a"]),
      ("numgrad(L, a)", ["y", "a"]), ("numgrad(L, x)", ["x", "w", "y"]), ("grad(L, r)", []),
      ("grad(sum(w * w), w)", ["w"]), ("grad(r[1], z)", ["r"]),
    ])
  func reads(formula: String, names: [String]) throws {
    let inputs: Inputs = ["x": "[1, 2]", "w": "[3, 5]", "y": "[0, 1]"]
    let (evaluation, slots) = try inputs.defining([
      ("z", "x * w"), ("a", "sigmoid(z)"), ("L", "0.5 * sum((a - y)^2)"), ("r", "(exp(z)).T"),
      ("d", formula),
    ])
    let program = evaluation.program
    let d = try #require(slots["d"])
    #expect(program.reads(of: d).map(program.name) == names)
    #expect(program.formula(of: d)?.text == formula)
    #expect(!program.isInput(d))
  }

  @Test("A gradient follows values that were set, down to those between that have no name")
  func gradientOfSetValues() throws {
    let inputs: Inputs = ["x": "[1, 2]", "w": "[3, 5]", "y": "[0, 1]"]
    var (evaluation, slots) = try inputs.defining([
      ("z", "x * w"), ("a", "sigmoid(z)"), ("L", "0.5 * sum((a - y)^2)"), ("g", "grad(L, z)"),
      ("n", "numgrad(L, a)"),
    ])
    let (z, a, L) = try (#require(slots["z"]), #require(slots["a"]), #require(slots["L"]))
    let (g, n) = try (#require(slots["g"]), #require(slots["n"]))
    let loss = evaluation.value(of: L)
    evaluation.set(z, to: Tensor([0, 0]))
    evaluation.set(a, to: Tensor([0.5, 0.5]))
    evaluation.run(g)
    #expect(evaluation.value(of: g) == Tensor([0.125, -0.125]))
    evaluation.run(n)
    #expect(isClose(evaluation.value(of: n), Tensor([0.5, -0.5]), within: 1e-9))
    #expect(evaluation.value(of: a) == Tensor([0.5, 0.5]))
    #expect(evaluation.value(of: L) == loss)
  }

  @Test("A gradient through a definition that only shows its formula reads what was set")
  func gradientThroughView() throws {
    var (evaluation, slots) = try Self.inputs.defining([
      ("e", "exp(x * 0).T"), ("L", "sum(e * w)"), ("g", "grad(L, x)"), ("h", "grad(sum(e), x)"),
    ])
    let (e, h) = try (#require(slots["e"]), #require(slots["h"]))
    evaluation.set(e, to: Tensor([7, 9]))
    evaluation.run(h)
    #expect(evaluation.value(of: e) == Tensor([7, 9]))
    #expect(evaluation.program.reads(of: h) == [e])
    #expect(evaluation.value(of: h) == Tensor([0, 0]))
  }

  @Test("A formula on the side is computed on request only, and changes nothing")
  func side() throws {
    var builder = try Self.inputs.builder()
    try builder.define("a", Formula("x * w"))
    let side = try builder.side(Formula("a - x"))
    let b = try builder.define("b", Formula("a + 1"))
    let program = builder.build()
    var evaluation = try Self.inputs.evaluation(of: program)
    evaluation.run()
    #expect(program.definitions.map(program.name) == ["a", "b"])
    #expect(program.name(of: side) == "")
    #expect(program.reads(of: side).map(program.name) == ["x", "a"])
    #expect(evaluation.value(of: side) == Tensor([0, 0]))
    evaluation.run(side)
    #expect(evaluation.value(of: side) == Tensor([2, 8]))
    #expect(evaluation.value(of: b) == Tensor([4, 11]))
  }

  @Test("Runs repeat to the last bit, and copies are independent")
  func repetition() throws {
    let definitions = [
      ("z", "tanh(x * w) @ [[0.1, 0.7], [0.3, -0.9]]"), ("L", "logsumexp(z)^2 + norm(x)"),
      ("g", "grad(L, w)"), ("n", "numgrad(L, w)"),
    ]
    var (evaluation, slots) = try Self.inputs.defining(definitions)
    let first = slots.mapValues { evaluation.value(of: $0) }
    for _ in 0..<3 { evaluation.run() }
    #expect(slots.mapValues { evaluation.value(of: $0) } == first)
    var copy = evaluation
    let x = try #require(slots["x"])
    copy.set(x, to: Tensor([-4, 0.5]))
    copy.run()
    #expect(slots.mapValues { evaluation.value(of: $0) } == first)
    #expect(slots.mapValues { copy.value(of: $0) } != first)
    copy.set(x, to: Tensor([1, 2]))
    copy.run()
    #expect(slots.mapValues { copy.value(of: $0) } == first)
  }

  @Test("A builder that is copied grows independently")
  func builders() throws {
    var builder = try Self.inputs.builder()
    try builder.define("a", Formula("x * w"))
    var other = builder
    let mine = try builder.define("b", Formula("a + 1"))
    let theirs = try other.define("c", Formula("a - 1"))
    var evaluation = try Self.inputs.evaluation(of: builder.build())
    var otherEvaluation = try Self.inputs.evaluation(of: other.build())
    evaluation.run()
    otherEvaluation.run()
    #expect(evaluation.value(of: mine) == Tensor([4, 11]))
    #expect(otherEvaluation.value(of: theirs) == Tensor([2, 9]))
    #expect(builder.slot(named: "c") == nil)
    #expect(builder.shape(of: mine) == .vector(2))
  }
}
