import Formulas
import Testing

@Suite("Values that are computed more exactly than by their formula")
struct RefinedValueTests {
  /// The loss of a saturated sigmoid, whose output is 1 but for its last digits.
  private static func program(z: Double) throws -> (Evaluation, [String: Program.Slot]) {
    var builder = ProgramBuilder()
    builder.input("z", .scalar)
    builder.input("y", .scalar)
    try builder.define("a", Formula("sigmoid(z)"))
    try builder.define(
      "L", Formula("-(y * log(a) + (1 - y) * log(1 - a))"),
      exact: Formula("softplus(z) - y * z"))
    try builder.define("twice", Formula("2 * L"))
    for (name, by) in [("dz", "z"), ("da", "a"), ("dy", "y")] {
      try builder.define(name, Formula("grad(twice, \(by))"))
    }
    let program = builder.build()
    var evaluation = Evaluation(program)
    let slots = (program.inputs + program.definitions).map { (program.name(of: $0), $0) }
    evaluation.set(program.inputs[0], to: Tensor(z))
    evaluation.run()
    return (evaluation, Dictionary(uniqueKeysWithValues: slots))
  }

  @Test("All that is run is run exactly, and what follows rests on it")
  func exact() throws {
    let (evaluation, slots) = try Self.program(z: 36)
    func value(_ name: String) throws -> Double {
      evaluation.entry(0, of: try #require(slots[name]))
    }
    #expect(try value("L") == 36)
    #expect(try value("twice") == 72)
    #expect(abs(try value("dz") - 2) < 1e-14)
    #expect(try value("dy") == -72)
  }

  @Test("What only the formula reads has its slope by the formula")
  func slopeByFormula() throws {
    var (evaluation, slots) = try Self.program(z: 1)
    let (a, L, z) = try (#require(slots["a"]), #require(slots["L"]), #require(slots["z"]))
    let da = evaluation.entry(0, of: try #require(slots["da"]))
    #expect(abs(da - 2 / (1 - evaluation.entry(0, of: a))) < 1e-12)
    #expect(abs(evaluation.differences(of: L, by: a).slopes[0] - da / 2) < 1e-8)
    let slope = evaluation.differences(of: L, by: z).slopes[0]
    #expect(abs(slope - evaluation.entry(0, of: a)) < 1e-9)
  }

  @Test("The value by itself is run by the formula, and reads what that reads")
  func byItself() throws {
    var (evaluation, slots) = try Self.program(z: 36)
    let (a, L) = try (#require(slots["a"]), #require(slots["L"]))
    #expect(evaluation.program.reads(of: L) == [try #require(slots["y"]), a])
    #expect(evaluation.program.formula(of: L)?.text == "-(y * log(a) + (1 - y) * log(1 - a))")
    evaluation.set(a, to: Tensor(0.5))
    evaluation.run(L)
    #expect(abs(evaluation.entry(0, of: L) - 0.6931471805599453) < 1e-15)
  }

  @Test("The spread of a formula is what one unit in the last place of what it reads can do")
  func spread() throws {
    let (saturated, slots) = try Self.program(z: 36)
    let L = try #require(slots["L"])
    let spread = try #require(saturated.spread(ofFormulaOf: L))
    #expect(abs(spread.lowerBound - 35.638) < 1e-3 || abs(spread.lowerBound - 36.043) < 1e-3)
    #expect(spread.contains(36) && spread.upperBound < 36.75)
    let plain = try Self.program(z: 1).0
    let narrow = try #require(plain.spread(ofFormulaOf: L))
    #expect(narrow.upperBound - narrow.lowerBound < 1e-14)
    #expect(try Self.program(z: 40).0.spread(ofFormulaOf: L) == nil)
    #expect(plain.spread(ofFormulaOf: try #require(slots["a"])) == nil)
  }
}
