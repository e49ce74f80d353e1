import LocatedJSON
import Testing

@testable import Answers

@Suite("Swift files by themselves")
struct SubmissionSwiftTests {
  private func headings(_ text: String) throws -> [String] {
    let submission = try Submission(
      reading: SourceText(name: "a.swift", text: text), as: .swift)
    #expect(submission.program?.bytes == Array(text.utf8))
    #expect(submission.answers.isEmpty)
    return submission.lines
  }

  private static let both = ["exercise: 16.4", "student: ada@example.edu"]

  @Test(
    "exercise and student are read from comments at the top",
    arguments: [
      "// exercise: 16.4\n// student: ada@example.edu\nfunc f() {}",
      "\u{FEFF}// exercise: 16.4\r\n// student: ada@example.edu\r\nfunc f() {}",
      "//exercise:16.4\n///  Student :\tada@example.edu  \n",
      "\n\n//\n//  16.4.swift\n//\n// EXERCISE: 16.4 \n//\tstudent: ada@example.edu",
      "// Created: today\n// exercise: 15\n// exercise: 16.4\n// student: ada@example.edu",
    ])
  func atTheTop(_ text: String) throws {
    #expect(try headings(text) == Self.both)
  }

  @Test(
    "nothing is read from anything else",
    arguments: [
      "func f() {}", "func f() {}\n// exercise: 16.4", "/* exercise: 16.4 */", "// exercise:",
      "// exercise: \n// student:\t", "// exercise 16.4", "let exercise: Int = 3",
      (1...10).map { "// line \($0)\n" }.joined() + "// exercise: 16.4",
    ])
  func noHeadings(_ text: String) throws {
    #expect(try headings(text) == [])
  }

  @Test("a value keeps what follows a second colon")
  func colons() throws {
    #expect(try headings("// student: a: b") == ["student: a: b"])
  }

  @Test(
    "what is no text is refused",
    arguments: [
      ([], "the file is empty"), ([0x20, 0x0A], "the file is empty"),
      ([0x66, 0], "the file is not a text: it contains a zero byte"),
      ([0x66, 0xFF, 0x02], "the file is not a text in UTF-8; save it as UTF-8"),
    ] as [([UInt8], String)])
  func refused(_ bytes: [UInt8], _ message: String) {
    let fault = #expect(throws: AnswerFault.self) {
      try Submission(reading: SourceText(name: "a.swift", bytes: bytes), as: .swift)
    }
    #expect(fault?.message.text == message)
  }

  @Test("answers added on the command line keep the program")
  func adding() throws {
    let submission = try Submission(
      reading: SourceText(name: "a.swift", text: "// exercise: 16.4\nfunc f() {}"), as: .swift
    ).adding("p = 6")
    #expect(submission.lines == ["exercise: 16.4", "p = 6"])
    #expect(submission.program?.bytes.count == 29)
  }
}
