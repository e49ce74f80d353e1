import Answers
import Gradebooks
import TestSupport
import Testing

@Suite("What a row says of a student's files")
struct StudentMarkerTests {
  @Test("a file's name stays a part of what is said about it, also when it is kept")
  func files() throws {
    let folder = try TestFolder(["ada/ada.answers": "y = 6\n", "ada/notes.pdf": ""])
    let problems: [Message] = [
      "\(file: "ada.answers"): there is no exercise \(visible: "'ada'")",
      "\(file: "notes.pdf") is not a submission (*.answers, *.json or *.swift, or a *.zip of these)",
    ]
    let (_, records) = try folder.mark(into: try TestFolder())
    #expect(records.first?.problems == problems)
    #expect(
      records.first?.status
        == "ada.answers: there is no exercise 'ada'; notes.pdf is not a submission (*.answers, "
        + "*.json or *.swift, or a *.zip of these)")
  }
}
