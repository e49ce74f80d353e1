import LocatedJSON
import TestSupport
import Testing

@testable import Answers

@Suite("Submissions of any format")
struct SubmissionTests {
  @Test(
    "What is no text is refused with what to do",
    arguments: [
      ([], "the file is empty"),
      ([0xEF, 0xBB, 0xBF, 0x0A, 0x20, 0x09], "the file is empty"),
      ([0xFF, 0xFE, 0x20, 0x00], "the file is empty"), ([0xFE, 0xFF], "the file is empty"),
      ([0xFE, 0xFF, 0x00, 0x61, 0, 0], "the file is not a text: it contains a zero byte"),
      ([0x61, 0x3D, 0x31, 0x00], "the file is not a text: it contains a zero byte"),
      ([0x61, 0x3D, 0xE9, 0x01], "the file is not a text in UTF-8; save it as UTF-8"),
      ([0x1B, 0x3D, 0xED, 0xA0, 0x80], "the file is not a text in UTF-8; save it as UTF-8"),
    ] as [([UInt8], String)], Submission.Format.allCases)
  func refusals(_ example: ([UInt8], String), format: Submission.Format) {
    let fault = #expect(throws: AnswerFault.self) {
      try Submission(reading: SourceText(name: "a", bytes: example.0), as: format)
    }
    #expect(fault?.message.text == example.1)
  }

  @Test(
    "The format is known by the name of the file, in any case",
    arguments: [
      ("16.2.answers", .answers), ("16.2.JSON", .json), ("a.Answers.txt", .answers),
      ("a.json.TXT", .json), ("a.txt", nil), ("json", nil), (".json", nil), ("a.json.bak", nil),
    ] as [(String, Submission.Format?)])
  func formats(_ name: String, format: Submission.Format?) {
    #expect(Submission.Format(fileName: name) == format)
  }

  @Test("Added answers take the place of those in the file, whatever its format")
  func adding() throws {
    let file = try Submission(json: #"{"student": "ada", "answers": {"a1": 1, "b": [2]}}"#)
    let result = try file.adding("a1 = [[3, # three\n4]]\nc = 0.5")
    #expect(
      result.lines == ["student: ada", "b = [2]", "a1 = [[3,        \n4]]", "c = 0.5"])
    #expect(result.source.spelling(of: result.answers[1].nameRange) == "a1")
  }

  @Test("The file of a student is not changed by answers that cannot be read")
  func addingNothing() throws {
    let file = try Submission(answers: "a1 = 1")
    #expect(throws: AnswerFault("the file is empty", at: nil)) { try file.adding(" ") }
  }
}
