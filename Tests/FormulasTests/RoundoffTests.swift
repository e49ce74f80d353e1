import Formulas
import Testing

@Suite("Roundoff")
struct RoundoffTests {
  @Test(
    "What rounding may have done is seen, and hardly more",
    arguments: [
      // Products keep their digits; sums lose what cancels; saturated units lose what is left to 1.
      ("u * v", 1e-15...1e-13), ("u + v - 1", 1e-15...1e-13),
      ("1e6 * u + 1e6 * v - 1e6", 1e-9...1e-7), ("1 - sigmoid(100 * u)", 1e-16...1e-13),
      ("sigmoid'(100 * u)", 1e-15...1e-13), ("u - u", 0...0), ("x[w + 1] * 0", 0...0),
    ])
  func size(formula: String, range: ClosedRange<Double>) throws {
    let inputs: Inputs = ["u": "0.3", "v": "0.7", "x": "[1, 2]", "w": "1"]
    let (evaluation, slots) = try inputs.defining([("value", formula)])
    var roundoff = Roundoff(of: evaluation)
    let error = roundoff.error(of: try #require(slots["value"]), entry: 0, in: evaluation)
    #expect(range.contains(error), "\(error)")
  }

  @Test("Formulas on the side are run on the shaken values too")
  func side() throws {
    let inputs: Inputs = ["u": "0.3"]
    var builder = try inputs.builder()
    let slot = try builder.side(Formula("grad(exp(30 * u), u)"))
    var evaluation = try inputs.evaluation(of: builder.build())
    evaluation.run()
    evaluation.run(slot)
    var roundoff = Roundoff(of: evaluation)
    let error = roundoff.error(of: slot, entry: 0, in: evaluation)
    #expect(error > 1e-11 && error < 1e-6)
  }
}
