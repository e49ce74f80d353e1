import Exercises
import LocatedJSON
import TestSupport
import Testing

@Suite("What an exercise may ask for at most")
struct ExerciseBoundsTests {
  /// A file that asks for too much, the place of the message, and its beginning.
  private struct Excess: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let members: String
    let says: String

    init(_ name: String, _ members: String, _ says: String) {
      (testDescription, self.members, self.says) = (name, members, says)
    }
  }

  private static func repeated(_ count: Int, _ item: (Int) -> String) -> String {
    (1...count).map(item).joined(separator: ", ")
  }

  private static func drawn(_ name: String, _ shape: String) -> String {
    #""\#(name)": { "random": { "shape": \#(shape), "from": -1, "to": 1 } }"#
  }

  private static let excesses = [
    Excess(
      "steps",
      #""steps": [\#(repeated(5000) { #"{ "name": "s\#($0)", "formula": "1" }"# })]"#,
      "2:1: 'steps' has 5000 entries; an exercise may have at most 1000"),
    Excess(
      "repeated steps",
      """
      "steps": [{ "name": "s{i}", "formula": "1", "repeat": { "i": [1, 400] } },
      { "name": "t{i}", "formula": "1", "repeat": { "i": [1, 400] } },
      { "name": "u", "formula": "1" },
      { "name": "v{i}", "formula": "1", "repeat": { "i": [1, 400] } }]
      """, "5:1: with these repetitions there are 1201 steps; an exercise may have at most 1000"),
    Excess(
      "mistakes",
      """
      "steps": [{ "name": "s", "formula": "1",
      "mistakes": [\(repeated(4999) { #"{ "formula": "\#($0 + 1)", "says": "No." }"# })] }]
      """, "3:1: 'mistakes' has 4999 entries; an exercise may have at most 100"),
    Excess(
      "mistakes of all steps together",
      """
      "steps": [\(repeated(40) { step in
        let mistakes = repeated(90) { #"{ "formula": "\#($0 + 1)", "says": "No." }"# }
        return #"{ "name": "s\#(step)", "formula": "1", "mistakes": [\#(mistakes)] }"#
      })]
      """, ": with these there are more than 3000 mistakes, other answers and ways in all"),
    Excess(
      "numbers drawn",
      """
      "given": { \(drawn("x", "[1000, 900]")),
      \(drawn("y", "[1000, 900]")) }, "steps": [{ "name": "s", "formula": "1" }]
      """, "3:6: with this more than 1000000 numbers would be drawn for every student"),
    Excess(
      "numbers shown",
      """
      "given": { \(drawn("x", "[1000]")) }, "steps": [{ "name": "s", "formula": "sum(x)" }]
      """, "1:41: 30000 numbers would stand in the statement in the place of {{…}}; the most is"),
    Excess(
      "products of large matrices",
      """
      "given": { \(drawn("A", "[1000, 1000]")) }, "steps": [
      { "name": "B", "formula": "A @ A" }, { "name": "s", "formula": "sum(B @ B)" }]
      """, "3:64: this exercise needs about 1"),
    Excess(
      "a mistake that nobody can make",
      """
      "given": { \(drawn("x", "[2]")) }, "steps": [
      { "name": "s", "formula": "sum(x)", "mistakes": [
        { "formula": "sum(x[1]^ones(1000, 1000))", "says": "No." }] }]
      """, "3:27: this exercise needs about 20"),
    Excess(
      "a gradient by many differences",
      """
      "given": { \(drawn("x", "[300, 300]")) }, "steps": [{ "name": "s", "formula": "sum(tanh(x @ x))" },
      { "name": "ds", "formula": "grad(s, x)" }], "checks": [
      { "gradient": "ds", "of": "s", "by": "x" }]
      """, "4:15: this exercise needs about 1"),
    Excess(
      "many gradients",
      """
      "given": { "x": [\(repeated(60) { _ in "[\(repeated(60) { _ in "0.1" })]" })] },
      "steps": [{ "name": "s", "formula": "sum(tanh(x @ x))" }, { "name": "ds", "formula": "grad(s, x)" }],
      "checks": [\(repeated(50) { _ in #"{ "gradient": "ds", "of": "s", "by": "x" }"# })]
      """, "4:26: this exercise needs about "),
  ]

  @Test("is counted before it is done, and an error at its place", arguments: excesses)
  private func excess(_ excess: Excess) throws {
    let shown =
      excess.testDescription == "numbers shown" ? String(repeating: "{{x}} ", count: 30) : "S"
    let text =
      #"{ "id": "t", "title": "T", "statement": "\#(shown)","# + "\n\(excess.members) }"
    do {
      _ = try Exercise(text: text)
      Issue.record("it is read")
    } catch {
      let lines = error.list.map { "\($0.position.line):\($0.position.column): \($0.message)" }
      #expect(lines.count == 1)
      #expect(lines.first?.contains(excess.says) == true, "\(lines.first ?? "")")
    }
  }

  @Test("is more than a large network asks for")
  func network() throws {
    let exercise = try Exercise(
      text: """
        { "id": "t", "title": "T", "statement": "S", "network": {
          "sizes": [60, 40, 10], "activations": ["sigmoid", "softmax"], "loss": "cross-entropy",
          "weights": [{ "random": { "from": -1, "to": 1 } }, { "random": { "from": -1, "to": 1 } }],
          "biases": [{ "random": { "from": -1, "to": 1 } }, { "random": { "from": -1, "to": 1 } }],
          "input": { "random": { "from": -1, "to": 1 } }, "target": [1, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
          "steps": [{ "name": "dW1" }] }
        """)
    #expect(exercise.hasOwnNumbers)
  }

  @Test("is no control of terminals or of the direction of reading: an error at its character")
  func controls() {
    let refused = [
      (#""title": "T\u001b[31m", "statement": "S""#, "1:25: the control character U+001B"),
      (#""title": "T", "statement": "1\rS""#, "1:43: the control character U+000D"),
      (
        #""title": "T", "statement": "S", "source": "a\u202eb""#,
        "1:58: the control character U+202E"
      ),
    ]
    for (members, says) in refused {
      do {
        _ = try Exercise(
          text: #"{ "id": "t", \#(members), "steps": [{ "name": "s", "formula": "1" }] }"#)
        Issue.record("it is read")
      } catch {
        let lines = error.list.map { "\($0.position.line):\($0.position.column): \($0.message)" }
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix(says) == true, "\(lines)")
      }
    }
    #expect(throws: Never.self) {
      try Exercise(
        text: #"""
          { "id": "t", "title": "T", "statement": "a\r\nb\tc \u200f",
            "steps": [{ "name": "s", "formula": "1" }] }
          """#)
    }
  }
}
