import Exercises
import LocatedJSON
import Synchronization
import TestSupport
import Testing

@testable import Answers
@testable import Marking

@Suite("Answers that the instructor's own program checks")
struct ExternalKindTests {
  private static func line(_ output: String) throws -> String {
    let exercise = try Exercise.sample(
      #""steps": [ { "name": "p", "kind": "external", "command": ["./c"], "points": 2 } ]"#)
    let tools = MarkingTools(external: ExternalCheck { _ in .output(Array(output.utf8)) })
    var marker = Marker(exercise, tools: tools)
    return marker.mark(try Submission(answers: "p = up")).steps[0].line
  }

  private static let verdicts: [(output: String, line: String)] = [
    (#"{ "status": "correct" }"#, "p correct 2.0"),
    (#"{ "status": "correct", "credit": 1, "says": ["Yes."] }"#, "p correct 2.0: Yes."),
    (#"{ "status": "partial", "credit": 0.25, "says": [] }"#, "p partial 0.5"),
    (#"{ "status": "incorrect", "says": ["No.", "No!"] }"#, "p incorrect 0.0: No. No!"),
    (#"{ "status": "unreadable", "says": ["What?"] }"#, "p unreadable 0.0: What?"),
  ]

  @Test("what the program says is the verdict", arguments: verdicts.indices)
  func eachVerdicts(_ index: Int) throws {
    #expect(try Self.line(Self.verdicts[index].output) == Self.verdicts[index].line)
  }

  private static let malformed: [(output: String, reason: String)] = [
    ("", "line 1, column 1: expected a value, but the text is empty"),
    ("fine", "line 1, column 1: expected a value, but found 'f'"),
    ("[]", "line 1, column 1: the answer must be an object, but it is a list"),
    ("{}", "line 1, column 1: the answer needs the key 'status'"),
    (
      #"{ "status": "notRun" }"#,
      "line 1, column 13: there is no verdict 'notRun'; it is one of correct, partial, incorrect, "
        + "unreadable"
    ),
    (#"{ "status": "partial" }"#, "line 1, column 1: 'partial' needs a 'credit' from 0 to 1"),
    (
      #"{ "status": "partial", "credit": 2 }"#,
      "line 1, column 34: 'partial' needs a 'credit' from 0 to 1"
    ),
    (
      #"{ "status": "incorrect", "credit": 1 }"#,
      "line 1, column 36: 'incorrect' has no 'credit' but 0"
    ),
    (
      #"{ "status": "correct", "say": "x" }"#,
      "line 1, column 24: unknown key 'say' — did you mean 'says'?"
    ),
    (
      #"{ "status": "correct", "says": "x" }"#,
      "line 1, column 32: 'says' must be a list, but it is a string"
    ),
  ]

  @Test("what is no verdict is never held against the student", arguments: malformed.indices)
  func eachMalformed(_ index: Int) throws {
    let (output, reason) = Self.malformed[index]
    let line = try Self.line(output)
    // The JSON reader's own words are tested elsewhere.
    if index < 2 {
      #expect(
        line.hasPrefix("p notRun 0.0: p was not checked: the checker's answer cannot be used"))
    } else {
      #expect(
        line == "p notRun 0.0: p was not checked: the checker's answer cannot be used (\(reason)).")
    }
  }

  @Test("the program is given the question, the answer and the given values")
  func question() throws {
    let exercise = try Exercise.sample(
      #""given": { "x": [1, 0.5], "M": [[1, 2]], "k": 3 }, "steps": [ { "name": "p", "#
        + #""kind": "external", "command": ["./c", "-x"], "seconds": 2.5, "points": 2 } ]"#)
    let seen = Mutex<ExternalCheck.Job?>(nil)
    let check = ExternalCheck { job in
      seen.withLock { $0 = job }
      return .failed("the checker hid")
    }
    var marker = Marker(exercise, tools: MarkingTools(external: check))
    let feedback = marker.mark(try Submission(answers: "student: ada\np = up \"and\" away"))
    #expect(feedback.steps[0].line == "p notRun 0.0: p was not checked: the checker hid.")
    let job = try #require(seen.withLock { $0 })
    #expect(job.command == ["./c", "-x"])
    #expect(job.seconds == 2.5)
    #expect(job.exerciseFile == "sample.json")
    #expect(
      String(decoding: job.input, as: UTF8.self)
        == #"{"exercise":"sample","step":"p","student":"ada","answer":"up \"and\" away","#
        + #""given":{"x":[1,0.5],"M":[[1,2]],"k":3},"points":2}"# + "\n")
  }

  @Test("an unanswered step is not run")
  func unanswered() throws {
    let exercise = try Exercise.sample(
      #""steps": [ { "name": "p", "kind": "external", "command": ["./c"] } ]"#)
    #expect(try exercise.verdicts(on: "p =") == ["p unanswered 0.0"])
  }
}
