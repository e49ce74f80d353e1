import Exercises
import Reports
import Testing

@Suite("A verification as text")
struct VerificationTextTests {
  static func text(_ gradient: String) throws -> VerificationText {
    let exercise = try SampleExercise.read(
      """
      { "id": "e", "title": "t", "statement": "s", "given": { "x": 2 },
        "steps": [{ "name": "y", "formula": "x^2" }, { "name": "d", "formula": "\(gradient)" }],
        "checks": [{ "gradient": "d", "of": "y", "by": "x" }] }
      """)
    return VerificationText(
      Verification(exercise), exercise, file: "e.json", style: TerminalStyle())
  }

  @Test("a sound exercise is shown with what confirmed each step")
  func sound() throws {
    let text = try Self.text("2*x")
    #expect(text.verdict == "e.json: sound, 2 steps")
    #expect(
      text.full == """
        e.json: sound, 2 steps
          y  by its formula alone
          d  reverse mode equal, finite differences equal
        """)
  }

  @Test("a wrong key is not sound, and what is computed from it is not checked")
  func wrong() throws {
    #expect(try Self.text("x").verdict == "e.json: not sound, 1 problem")
    let exercise = try SampleExercise.read(
      """
      { "id": "e", "title": "t", "statement": "s", "given": { "x": 2 }, "define": { "y": "x^2" },
        "steps": [{ "name": "d", "formula": "3*x" }, { "name": "e", "formula": "d*y" }],
        "checks": [{ "gradient": "d", "of": "y", "by": "x" }, { "gradient": "e", "of": "y", "by": "x" }] }
      """)
    let text = VerificationText(
      Verification(exercise), exercise, file: "e.json", style: TerminalStyle())
    #expect(
      text.full == """
        e.json: not sound, 1 problem
          d  wrong
          e  not checked: rests on d
        """)
  }
}
