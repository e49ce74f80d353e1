import Exercises
import LocatedJSON
import Testing

@testable import Marking

@Suite("Formulas with functions of which nothing is known")
struct FormulaFunctionsTests {
  private func exercise(
    _ formula: String = "(W * d) * f'(z)", functions: String = #"["f", "g"]"#, further: String = ""
  ) throws -> Exercise {
    try Exercise.sample(
      #"""
      "steps": [ { "name": "v", "kind": "formula", "formula": "\#(formula)",
        "functions": \#(functions), "variables": { "W": { "from": -2, "to": 2 },
          "d": { "from": -1, "to": 1 }, "z": { "from": -2, "to": 2 } }\#(further) } ]
      """#)
  }

  @Test(
    "What holds of every function is right, however the slope is written",
    arguments: [
      "W * d * f'(z)", "f′(z)*W*d", "d ⊙ f’(z) · W", "W * d * f'(z) + f(z) - f(z)",
      "f'(z) * (g(z) - g(z) + W) * d",
    ])
  func right(_ answer: String) throws {
    let feedback = try exercise().feedback(on: "v = \(answer)")
    #expect(feedback.steps[0].status == .correct, "\(feedback.lines)")
  }

  @Test(
    "What holds only of one function is wrong",
    arguments: [
      ("W * d * f(z)", "wrong-function"), ("W * d", "drop-factor"), ("W * d * z", "drop-function"),
      ("W * d * g'(z)", nil), ("W * d * f(z) * (1 - f(z))", nil), ("W * d * sigmoid'(z)", nil),
    ])
  func wrong(_ answer: String, _ edit: String?) throws {
    let step = try exercise().feedback(on: "v = \(answer)").steps[0]
    #expect(step.status == .incorrect)
    if let edit { #expect(step.diagnosis?.edits == [edit], "\(step.says.map { $0.text })") }
  }

  @Test("The point that shows it names the function, and none of its constants")
  func witness() throws {
    let step = try exercise().feedback(on: "v = W * d * g'(z)").steps[0]
    let text = step.says.map { $0.text }.joined(separator: " ")
    #expect(text.contains("some smooth f"), "\(text)")
    #expect(!text.contains("#"))
  }

  @Test("The derivative of a loss with any activation is proved by differences")
  func slope() throws {
    let further = #", "slope": { "of": "0.5 * (f(W*z) - d)^2", "by": "W" }"#
    let sound = try exercise("(f(W*z) - d) * f'(W*z) * z", further: further)
    #expect(Verification(sound).isSound)
    let wrong = try exercise("(f(W*z) - d) * f(W*z) * z", further: further)
    #expect(!Verification(wrong).isSound)
  }

  @Test(
    "What cannot be read is said",
    arguments: [
      ("h(z)", "there is no function 'h'"), ("f(z, W)", "f takes 1 argument, but here are 2"),
      ("f * z", "'f' is a function and needs an argument, as in f(z1)"),
    ])
  func unreadable(_ answer: String, _ words: String) throws {
    let step = try exercise().feedback(on: "v = \(answer)").steps[0]
    #expect(step.status == .unreadable)
    #expect(step.says.contains { $0.text.contains(words) }, "\(step.says.map { $0.text })")
  }

  @Test(
    "A function needs a name of its own",
    arguments: [#"["sigmoid"]"#, #"["z"]"#, #"["f", "f"]"#, #"["f 1"]"#, #"["grad"]"#])
  func names(_ functions: String) {
    #expect(throws: Problems.self) { try exercise("f(z)", functions: functions) }
  }

  @Test("Without the key there are no such functions")
  func undeclared() {
    #expect(throws: Problems.self) { try exercise("h'(z)") }
  }
}
