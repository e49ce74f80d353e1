import Exercises
import Formulas
import Testing

@testable import Answers
@testable import Marking

@Suite("How answers were taken")
struct AnswerSheetTests {
  private static func notes(_ text: String) throws -> [String] {
    let exercise = try Exercise.sample(
      #"""
      "steps": [
        { "name": "L", "formula": "0.25" }, { "name": "a1", "formula": "[0.5, 0.25]" },
        { "name": "z1", "formula": "[0.5, 0.25]" }, { "name": "W1", "formula": "[[1, 2], [3, 4]]" }
      ]
      """#)
    return try exercise.feedback(on: text).notes.texts
  }

  @Test(
    "Each kind is told once for a sheet, with the first answer taken so",
    arguments: [
      ("L = 0.25\na1 = [0.5, 1/4]", []),
      ("L = 0,25", ["L is read as 0.25: decimal commas."]),
      (
        "L = 0,25\na1 = [0,5; 0,25]\nz1 = [0,5; 0,25]",
        ["L is read as 0.25: decimal commas.", "a1 is read as [[0.5], [0.25]]: ';' between rows."]
      ),
      (
        "A1 = [0.5 0.25]\nZ1 = [0.5 0.25]",
        ["a1 is read as [0.5, 0.25]: blanks between entries.", "'A1' is taken for a1."]
      ),
      (
        "W1 =\n1 2\n3 4",
        [
          "W1 is read as [[1, 2], [3, 4]]: blanks between entries; a line for each row; a list without brackets."
        ]
      ),
      ("a1[1] = 0.5\na1[2] = 0.25", ["a1: put together from its entries."]),
      (
        "a1 0.5 0.25",
        [
          "a1 stands without a sign of equality; the numbers behind it are taken as its value.",
          "a1 is read as [0.5, 0.25]: blanks between entries; a list without brackets.",
        ]
      ),
      (
        "| L | 0.25 |",
        ["L stands without a sign of equality; the numbers behind it are taken as its value."]
      ),
    ] as [(String, [String])])
  func told(_ text: String, _ notes: [String]) throws {
    #expect(try Self.notes(text) == notes)
  }

  @Test(
    "Lines that belong to no answer are still not understood",
    arguments: [
      (
        "L = 0.25\n7 8",
        ["Line 2, column 1: '7 8' is not understood; an answer is written name = value."]
      ),
      (
        "b1 0.5",
        ["Line 1, column 1: 'b1 0.5' is not understood; an answer is written name = value."]
      ),
      ("b1 = 0.5", ["Exercise sample has no step 'b1'; did you mean 'a1'?"]),
    ])
  func notUnderstood(_ text: String, _ notes: [String]) throws {
    #expect(try Self.notes(text) == notes)
  }

  @Test(
    "Entries that do not make the whole are said",
    arguments: [
      ("a1[1] = 0.5", "Line 1, column 1: a1 has 2 entries, of which 1 is given."),
      ("a1[1] = 0.5\na1[3] = 0.25", "Line 2, column 1: a1 is a vector of 2 and has no such entry."),
      ("a1[1] = 0.5\na1[2] = x", "Line 2, column 9: a number is expected here, but 'x' is a name."),
      (
        "a1[1] = 0.5\na1[2] = [1, 2]",
        "Line 2, column 9: a number is expected here, but there is a vector of 2."
      ),
    ])
  func entries(_ text: String, _ says: String) throws {
    let exercise = try Exercise.sample(#""steps": [{ "name": "a1", "formula": "[0.5, 0.25]" }]"#)
    let feedback = try exercise.feedback(on: text)
    #expect(feedback.lines == ["a1 unreadable 0.0: \(says)"])
  }

  @Test("A name that two steps may mean is taken for neither, and an exact one goes first")
  func names() throws {
    let table = NameTable(["a1", "A1", "delta2", "dW2", "W2_new", "L", "b1_new"])
    let meant = [
      "a_1": "a1", "A_1": "A1", "δ⁽²⁾": "delta2", "\\delta^{(2)}": "delta2", "dL/dW2": "dW2",
      "∂L/∂W₂": "dW2", "grad_W2": "dW2", "W2.grad": "dW2", "∇_{W2} L": "dW2", "dw2": "dW2",
      "dL/dz2": "delta2", "W2new": "W2_new", "W2'": "W2_new", "Loss": "L", "b_1^{new}": "b1_new",
      "\\frac{\\partial L}{\\partial W^{(2)}}": "dW2", "dz^{[2]}": "delta2",
    ]
    for (typed, name) in meant { #expect(table.name(meantBy: typed) == name, "\(typed)") }
    for typed in ["W2", "ΔW2", "a11", "a", "", "\\", "W", "dW", "z2", "new", "grad"] {
      #expect(table.name(meantBy: typed) == nil, "\(typed)")
    }
    #expect(NameTable(["ab", "aB"]).name(meantBy: "AB") == nil)
  }
}
