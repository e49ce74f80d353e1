import Exercises
import Formulas
import LocatedJSON
import Testing

@Suite("Checks by entries, and entry by entry")
struct CheckPartsTests {
  private static func unit(_ formula: String, _ check: String) -> String {
    sample(
      #"""
      "given": { "W": [[0.4, 0.45], [0.5, 0.55]], "x": [0.6, 0.7], "t": 0.3 },
      "steps": [ { "name": "z", "formula": "W @ x" }, { "name": "a", "formula": "tanh(z)" },
        { "name": "p", "formula": "softmax(z)" }, { "name": "c", "formula": "[t^2, sin0*t]" },
        { "name": "E", "formula": "sum(a^2)/2" }, { "name": "g", "formula": "\#(formula)" } ],
      "define": { "sin0": "2" },
      "checks": [ \#(check) ]
      """#)
  }

  private func agreements(_ text: String) throws -> [Verification.Agreement] {
    let verification = Verification(try exercise(text))
    #expect(verification.problems.map { $0.message } == [])
    return verification.rows.first { $0.step == "g" }?.agreements ?? []
  }

  @Test(
    "What is declared in parts is proved",
    arguments: [
      ("a[1] * (1 - a[1]^2) * x[2]", #"{ "gradient": "g", "of": "E", "by": "W[1, 2]" }"#, 1),
      ("a[2] * (1 - a[2]^2) * x", #"{ "gradient": "g", "of": "E", "by": "W[2]" }"#, 2),
      ("1 - a^2", #"{ "gradient": "g", "of": "a", "by": "z" }"#, 2),
      // The diagonal of softmax's Jacobian, not its row sums, which are 0.
      ("p * (1 - p)", #"{ "gradient": "g", "of": "p", "by": "z" }"#, 2),
      ("[2*t, 2]", #"{ "gradient": "g", "of": "c", "by": "t" }"#, 2),
      ("outer(a * (1 - a^2), x)", #"{ "gradient": "g[2, 1]", "of": "E", "by": "W[2, 1]" }"#, 1),
      ("(1 - a[2]^2) * x", #"{ "gradient": "g", "of": "a[2]", "by": "W[2]" }"#, 2),
      ("[7, -p[1]*p[2]]", #"{ "gradient": "g[2]", "of": "p[1]", "by": "z[2]" }"#, 1),
    ])
  func proved(_ formula: String, _ check: String, _ count: Int) throws {
    let agreements = try agreements(Self.unit(formula, check))
    #expect(agreements.map { $0.method } == [.reverseMode, .finiteDifferences])
    #expect(agreements.allSatisfy { $0.compared == count && $0.largestError < 1e-6 })
  }

  @Test(
    "What is no such gradient is refused, at the entry",
    arguments: [
      (
        "a[1] * a[1] * (1 - a[1]) * x[1]", #"{ "gradient": "g", "of": "E", "by": "W[1, 1]" }"#,
        "the key is wrong: g is 0.07"
      ),
      ("1 - a", #"{ "gradient": "g", "of": "a", "by": "z" }"#, "the key is wrong: g[2] is 0.4"),
      (
        "p - p^2 - [0, 0.5]", #"{ "gradient": "g", "of": "p", "by": "z" }"#,
        "the key is wrong: g[2] is -0.25"
      ),
    ])
  func refused(_ formula: String, _ check: String, _ start: String) throws {
    let problems = Verification(try exercise(Self.unit(formula, check))).problems
    #expect(problems.count == 1)
    #expect(problems.first?.message.hasPrefix(start) ?? false, "\(problems.map { $0.message })")
    #expect(problems.first?.message.contains("by reverse mode it is") ?? false)
  }

  @Test(
    "Parts that do not fit each other",
    arguments: [
      (
        #"{ "gradient": "g", "of": "E", "by": "W[1, 3]" }"#,
        "7:55: index 3 is outside a 2×2 matrix; it runs from 1 to 2"
      ),
      (
        #"{ "gradient": "g", "of": "E", "by": "2 * W" }"#,
        "7:49: 'by' must be the name of a value, or entries of one, as in W[1, 1]"
      ),
      (
        #"{ "gradient": "g", "of": "E", "by": "V[1, 1]" }"#,
        "7:49: unknown name 'V'"
      ),
      (
        #"{ "gradient": "g", "of": "E", "by": "W[1]" }"#,
        "7:27: 'g' is a number, but the gradient by 'W[1]' is a vector of 2"
      ),
      (
        #"{ "gradient": "g", "of": "a", "by": "x" }"#,
        "7:38: a loss must be a number, but 'a' is a vector of 2; one that is differentiated entry by "
          + "entry needs a gradient with as many entries"
      ),
    ])
  func misfits(_ check: String, _ message: String) {
    #expect(problems(of: Self.unit("2 * t", check)) == message)
  }

  @Test("A helper that could not be computed is no unknown name")
  func waitingHelper() {
    let text = sample(
      #"""
      "define": { "L": "u^2" },
      "steps": [ { "name": "u", "formula": "q" } ],
      "checks": [ { "gradient": "u", "of": "L", "by": "u" } ]
      """#)
    #expect(problems(of: text) == "3:39: unknown name 'q'")
  }
}
