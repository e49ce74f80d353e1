import Gradebooks
import Marking
import Testing

@Suite("What came of a student")
struct StudentRecordTests {
  private static func record(_ statuses: [Status], _ unread: Unread = Unread()) -> StudentRecord {
    var feedback = Feedback(
      exercise: "e", student: "s",
      steps: statuses.map { StepFeedback(name: "u", status: $0, points: 0, outOf: 1) })
    feedback.unread = unread
    var record = StudentRecord(id: "s")
    record.results = [feedback]
    return record
  }

  @Test("The status says what earned nothing because nobody understood it, or has read it yet")
  func status() {
    #expect(Self.record([.correct, .incorrect, .unanswered]).status == "ok")
    #expect(
      Self.record([.correct, .unreadable], Unread(answers: 1)).status == "1 answer unreadable")
    #expect(
      Self.record([.correct, .toBeRead], Unread(names: 1)).status
        == "1 name unknown; not final: 1 answer to be read")
    #expect(
      Self.record(
        [.toBeRead, .toBeRead], Unread(answers: 2, names: 3, lines: 4, choices: ["W1", "b1"])
      ).status
        == "e has no value for W1 and b1; 2 answers unreadable; 3 names unknown; "
        + "4 lines not understood; not final: 2 answers to be read")
  }

  @Test("It stands between what was not graded and what is odd about the files")
  func order() {
    var record = Self.record([.unreadable, .correct], Unread(answers: 1))
    record.results.append(record.results[0])
    record.faults = ["no disk"]
    record.problems = ["several files"]
    record.remarks = ["late"]
    #expect(
      record.status == "not graded: no disk; 2 answers unreadable; several files; late")
  }

  @Test("Whoever's sheet was largely unread is to be looked at")
  func attention() {
    let three: [Status] = [.correct, .incorrect, .correct]
    #expect(!Self.record(three + [.unreadable], Unread(answers: 1)).needsAttention)
    #expect(
      Self.record(three + [.unreadable, .unreadable], Unread(answers: 2)).needsAttention)
    #expect(!Self.record([.toBeRead]).needsAttention)
  }
}
