import Answers
import Testing

@testable import FunctionMarking

@Suite("What is said of a compiler's error")
struct CompilerErrorWordsTests {
  private func error() -> FunctionReport.CompilerError {
    var error = FunctionReport.CompilerError(
      line: 4, column: 16,
      message: "left side of mutating operator isn't mutable: 's' is a 'let' constant",
      excerpt: "  for v in z { s += v }")
    error.marks = ["               ~ ^"]
    error.notes = [
      .init(
        line: 3, column: 3, message: "change 'let' to 'var' to make it mutable",
        excerpt: "  let s = 0.0", marks: ["  ^~~", "  var"])
    ]
    return error
  }

  @Test("the line, the notes and the compiler's change stand in one block")
  func block() {
    let messages = CompilerErrorWords(error: error(), file: "ada.swift").messages
    #expect(
      messages.map(\.withoutListings.text) == [
        "ada.swift:4:16: left side of mutating operator isn't mutable: 's' is a 'let' constant"
      ])
    #expect(
      messages[0].listings.map(\.text) == [
        """
        for v in z { s += v }
                     ~ ^
        ada.swift:3:3: note: change 'let' to 'var' to make it mutable
        let s = 0.0
        ^~~
        var
        """
      ])
  }

  @Test("below it stands what Swift wants, with the line mended")
  func advice() {
    var error = error()
    error.advice = .init(
      sentence: "A 'let' keeps its value; what changes is a 'var'", lines: 3...3,
      mended: "  var s = 0.0")
    error.advice?.further = [7, 9]
    let messages = CompilerErrorWords(error: error, file: "ada.swift").messages
    #expect(messages.count == 2)
    #expect(
      messages[1].withoutListings.text
        == "A 'let' keeps its value; what changes is a 'var'. The same in lines 7 and 9. "
        + "Line 3, mended:")
    #expect(messages[1].listings.map(\.text) == ["var s = 0.0"])
  }

  @Test("several lines keep their indentation; without any, the sentence stands alone")
  func lines() {
    var error = error()
    error.advice = .init(
      sentence: "Braces", lines: 4...5, mended: "  for v in z {\n    s += v\n  }")
    let messages = CompilerErrorWords(error: error, file: "ada.swift").messages
    #expect(messages[1].withoutListings.text == "Braces. Lines 4 to 5, mended:")
    #expect(messages[1].listings.map(\.text) == ["for v in z {\n  s += v\n}"])
    error.advice = .init(sentence: "Braces", lines: 4...4, mended: "")
    #expect(CompilerErrorWords(error: error, file: "a").messages[1].text == "Braces.")
  }
}
