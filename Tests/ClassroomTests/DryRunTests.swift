import Classroom
import TestSupport
import Testing

@Suite("What a class folder is taken for")
struct DryRunTests {
  @Test("an exercise that is not there is told in the grader's words")
  func unknown() throws {
    let folder = try TestFolder([
      "ada/duoble.answers": "y = 6\n", "ada/zzz.answers": "y = 6\n", "bob/cube.answers": "y = 6\n",
      "ada/zzzz.json": #"{ "id": "zzzz", "statement": "S", "steps": [] }"#,
    ])
    let (_, lines) = try folder.reading()
    #expect(
      lines == [
        "ada → duoble.answers → there is no exercise 'duoble'; did you mean 'double'?",
        "ada → zzz.answers → there is no exercise 'zzz'",
        "ada → zzzz.json → the file is an exercise, not answers to one",
        // It cannot be marked with, but is there.
        "bob → cube.answers → cube",
      ])
  }
}
