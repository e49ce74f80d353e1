import Testing

@testable import Exercises

@Suite("Keys of formulas that verification refuses")
struct FormulaFaultsTests {
  private static func step(_ keys: String) -> String {
    sample(
      #"""
        "steps": [ { "name": "f", "kind": "formula",
          "variables": { "a": { "from": 0.05, "to": 0.95 }, "y": { "values": [0, 1] } },
          \#(keys) } ]
      """#)
  }

  private static let faults: [(keys: String, complaints: String)] = [
    (#""formula": "a - y""#, ""),
    (
      #""formula": "log(a - 2)""#,
      "4:16: the key of 'f' is a finite number at 0 of the sample points; 20 are needed to tell "
        + "right from wrong"
    ),
    (
      #""formula": "a - y", "mistakes": [ { "formula": "-y + a", "says": "x" } ]"#,
      "4:52: this is the right formula of 'f', so its words would never be said"
    ),
    (
      #""formula": "a - 1*y", "form": { "operators": 1 }"#,
      "4:35: the key itself has 2 operators, but 'form' allows 1"
    ),
    (
      #""formula": "a - y", "slope": { "of": "square(a - y)", "by": "a" }"#,
      "4:16: the key is wrong: at a = 0.58, y = 0 it gives 0.58, but by finite differences of "
        + "'slope' it is 1.16"
    ),
    (#""formula": "2 * (a - y)", "slope": { "of": "square(a - y)", "by": "a" }"#, ""),
    (#""formula": "relu'(a)", "slope": { "of": "relu(a)", "by": "a" }"#, ""),
  ]

  @Test("each is named at its place", arguments: faults.indices)
  func eachFaults(_ index: Int) throws {
    let (keys, expected) = Self.faults[index]
    #expect(try complaints(about: Self.step(keys)) == expected)
  }
}
