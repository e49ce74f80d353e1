import Exercises
import LocatedJSON
import TestSupport
import Testing

@testable import Answers

/// A text and what is read from it.
struct TextCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let lines: [String]

  init(_ name: String, _ text: String, _ lines: [String]) {
    self.name = name
    self.text = text
    self.lines = lines
  }

  var testDescription: String { name }
}

@Suite("Submissions in the text format")
struct SubmissionTextTests {
  @Test("Every way to write headings and answers is read", arguments: written)
  func reading(_ example: TextCase) throws {
    let lines = try Submission(answers: example.text).lines
    #expect(lines == example.lines)
  }

  private static let written = [
    TextCase("plain", "a1 = 0.5", ["a1 = 0.5"]),
    TextCase(
      "comments and blank lines", "# first\n\na1 = 0.5 # half\n   # z1 = 3\n\n", ["a1 = 0.5"]),
    TextCase("CRLF", "a1 = 0.5\r\nz2 = 1\r\n", ["a1 = 0.5", "z2 = 1"]),
    TextCase("lone CR", "a1 = 0.5\rz2 = 1\r", ["a1 = 0.5", "z2 = 1"]),
    TextCase(
      "byte order mark", "\u{FEFF}exercise: 16.2\na1 = 0.5", ["exercise: 16.2", "a1 = 0.5"]),
    TextCase("Unicode minus", "a1 = −0.5", ["a1 = −0.5"]),
    TextCase("NBSP", "a1\u{A0}=\u{A0}0.5\u{A0}", ["a1 = 0.5"]),
    TextCase(
      "other spaces", "\u{3000}a1\u{2003}=\u{202F}0.5\u{2009}\u{200B}\u{85}", ["a1 = 0.5"]),
    TextCase("tabs", "\ta1\t=\t0.5\t", ["a1 = 0.5"]),
    TextCase("colon", "a1: 0.5", ["a1 = 0.5"]),
    TextCase(
      "matrix over lines", "W1 = [[1, 2],\n  [3, 4]]\na1 = 1",
      ["W1 = [[1, 2],\n  [3, 4]]", "a1 = 1"]),
    TextCase(
      "matrix over lines, CRLF", "W1 = [[1, 2],\r\n\r\n[3, 4]]\r\na1 = 1",
      ["W1 = [[1, 2],\r\n\r\n[3, 4]]", "a1 = 1"]),
    TextCase(
      "comments inside a matrix", "W1 = [[1, 2], # ä [\n # [[\n [3, 4]] # end\na1 = 1",
      ["W1 = [[1, 2],      \n     \n [3, 4]]", "a1 = 1"]),
    TextCase("round brackets over lines", "a1 = (1 +\n 2)", ["a1 = (1 +\n 2)"]),
    TextCase("unclosed, then an answer", "a1 = [0.5, 1\nz2 = 1", ["a1 = [0.5, 1", "z2 = 1"]),
    TextCase("unclosed, then a colon", "a1 = [0.5, 1\n\n# x\nz2: 1", ["a1 = [0.5, 1", "z2 = 1"]),
    TextCase("unclosed to the end", "a1 = [0.5,\n1", ["a1 = [0.5,\n1"]),
    TextCase("closed too often", "a1 = [0.5]]\nz2 = 1", ["a1 = [0.5]]", "z2 = 1"]),
    TextCase("two answers", "a1 = 0.5\na1 = 1", ["a1 = 0.5", "a1 = 1"]),
    TextCase("empty", "a1 =\nz2 = # later\nz3:", ["a1 =", "z2 =", "z3 ="]),
    TextCase(
      "headings in any case", "EXERCISE :  16.2 \n Student:Ada L. # me\nCode: a.swift",
      ["exercise: 16.2", "student: Ada L.", "code: a.swift"]),
    TextCase(
      "headings with =", "Exercise = 16.2\nstudent= a=b", ["exercise: 16.2", "student: a=b"]),
    TextCase("empty headings", "exercise:\nstudent: # nobody\na1 = 1", ["a1 = 1"]),
    TextCase("a step called code", "code = 1", ["code = 1"]),
    TextCase("Greek names", "δ1 = 1\nη = 2\nσ1 = 3", ["delta1 = 1", "eta = 2", "σ1 = 3"]),
    TextCase("trailing semicolon", "a1 = 0.5;", ["a1 = 0.5;"]),
    TextCase("two signs", "a1 = z1 = 0.5", ["a1 = z1 = 0.5"]),
    TextCase(
      "lines that say nothing", "hello\n= 5\na1 = 1\n???",
      [
        "a1 = 1",
        "note: Line 1, column 1: 'hello' is not understood; an answer is written name = value.",
        "note: Line 2, column 1: '= 5' is not understood; an answer is written name = value.",
        "note: Line 4, column 1: '???' is not understood; an answer is written name = value.",
      ]),
    TextCase(
      "control characters are shown", "a\u{7}bell\u{202E}",
      [
        "note: Line 1, column 1: 'a\u{2407}bell' is not understood; an answer is written name = value."
      ]),
  ]

  @Test("A place in a value with comments is the place in the file")
  func placesBehindComments() throws {
    let submission = try Submission(answers: "W1 = [[1, 2], # δδ\n[3, x]]")
    guard case .failure(let fault) = submission.value() else {
      Issue.record("x was read as a number")
      return
    }
    #expect(
      submission.sentence(fault).text
        == "Line 2, column 5: a number is expected here, but 'x' is a name.")
  }

  @Test("A megabyte on one line, or in a million lines, is read")
  func longTexts() throws {
    let digits = String(repeating: "0", count: 1 << 20)
    #expect(try Submission(answers: "a1 = 0.5\(digits)\nz2 = 1").answers.count == 2)
    let breaks = String(repeating: "\n", count: 1 << 20)
    #expect(
      try Submission(answers: "a1 = [\(breaks)1]\nz2 = 1").lines == ["a1 = [\(breaks)1]", "z2 = 1"])
    #expect(try Submission(answers: breaks + "a1 = 1").lines == ["a1 = 1"])
    let open = String(repeating: "[\n", count: 1 << 19)
    #expect(try Submission(answers: "a1 = \(open)\nz2 = 1").answers.map(\.name) == ["a1", "z2"])
  }
}
