import Gradebooks
import LocatedJSON
import Marking
import Testing

@Suite("The file of an assignment")
struct ClassAssignmentTests {
  static func read(_ text: String) throws -> ClassAssignment {
    try ClassAssignment(
      reading: SourceText(name: "a.json", text: text),
      exercises: ["one": 5, "two": 8, "three": 4])
  }

  private static func problems(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let problems as Problems {
      return problems.list.map { "\($0.position.line):\($0.position.column): \($0.message)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test("every key but the exercises may be left out, and an exercise may be its id alone")
  func least() throws {
    let assignment = try Self.read(#"{ "exercises": ["two", { "id": "one" }] }"#)
    #expect(assignment.exercises.map(\.id) == ["two", "one"])
    #expect(assignment.exercises.map(\.maximum) == [8, 5])
    #expect(assignment.title == nil && assignment.outOf == nil && assignment.late == nil)
    #expect(!assignment.takesBest && assignment.dropped == 0 && !assignment.asksForTimes)
  }

  @Test("everything that is wrong is said at once, with its place")
  func faults() {
    #expect(
      Self.problems(
        """
        { "titel": "HW",
          "exercises": [{ "id": "thre", "points": -1 }, "one", "one"],
          "outOf": 0, "round": "x", "due": "soon",
          "late": { "perDay": 10 }, "attempts": "bst",
          "groups": { "a": ["x"], "b": ["x"] } }
        """) == [
          "1:3: unknown key 'titel' — did you mean 'title'?",
          "2:25: there is no exercise 'thre'; did you mean 'three'?",
          "2:43: 'points' must be at least 0",
          "2:56: 'one' is there twice",
          "3:12: 'outOf' must be more than 0",
          "3:24: 'round', if it is no number, must be an object, but it is a string",
          "3:36: 'soon' is no time; write it as in \"2026-03-01T23:59+01:00\"",
          "4:23: 'perDay' is a share from 0 to 1, or a text: \"10%\" or \"10 points\"",
          "4:41: 'attempts' is \"newest\" or \"best\", not 'bst'; did you mean 'best'?",
          "5:33: 'x' is in 'a' already",
        ])
    #expect(Self.problems("{}") == ["1:1: an assignment needs the key 'exercises'"])
  }

  @Test(
    "times are read as people and systems write them",
    arguments: [
      ("2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z"),
      ("2026-03-01T23:59+01:00", "2026-03-01T22:59:00Z"),
      ("2026-03-01T23:59-05:00", "2026-03-02T04:59:00Z"),
      ("2026-03-01T23:59-0500", "2026-03-02T04:59:00Z"),
      ("2026-03-01 23:59-05", "2026-03-02T04:59:00Z"),
      ("2026-03-01T23:59:58-05:00", "2026-03-02T04:59:58Z"),
      ("2026-03-01 04:03:01.123456000 -08:00", "2026-03-01T12:03:01Z"),
      ("2015-02-02 14:58:23.948203 America/Los_Angeles", "2015-02-02T22:58:23Z"),
      ("2016-01-30-15-00-00", "2016-01-30T15:00:00"),
      ("2024-02-29", "2024-02-29T23:59:59"), ("1999-12-31T24:00Z", "2000-01-01T00:00:00Z"),
    ])
  func times(_ text: String, _ read: String) {
    #expect(CourseTime(text)?.text == read)
  }

  @Test(
    "what is no time is none",
    arguments: ["", "soon", "2026-13-01", "2026-02-29", "2026-03-01T25:00Z"])
  func noTimes(_ text: String) { #expect(CourseTime(text) == nil) }

  @Test(
    "lengths of time have their units",
    arguments: [
      ("15 min", 900), ("1 h 30 min", 5400), ("PT15M", 900), ("00:15", 900), ("2 days", 172_800),
      ("2 days and 3 hours", 183_600), ("P1D", 86_400), ("90s", 90),
    ])
  func durations(_ text: String, _ seconds: Int) {
    #expect(CourseDuration.seconds(text) == seconds)
  }

  @Test(
    "rules may be written in several ways",
    arguments: [
      (#""grace": 15"#, #""grace": "15 min""#), (#""round": 2"#, #""round": { "decimals": 2 }"#),
      (#""round": 0.5"#, #""round": { "step": 0.5 }"#), (#""round": 0"#, #""round": 1"#),
      (
        #""late": { "perDay": 0.1, "atMost": 0.5 }"#,
        #""late": { "perDay": "10%", "atMost": "50 %" }"#
      ),
      (#""accept": 3"#, #""accept": "3 days""#), (#""accept": false"#, #""accept": "never""#),
    ])
  func spellings(_ one: String, _ other: String) throws {
    let (left, right) = (
      try Self.read("{ \"exercises\": [\"one\"], \(one) }"),
      try Self.read("{ \"exercises\": [\"one\"], \(other) }")
    )
    #expect(left.grace == right.grace)
    #expect(left.rounding == right.rounding)
    #expect(left.late == right.late)
    #expect(left.acceptance == right.acceptance)
  }

  @Test(
    "groups are objects, lists, lists of objects, or a table",
    arguments: [
      #"{ "red": ["ada", "bob"], "blue": ["cy"] }"#,
      #"[{ "name": "red", "members": ["ada", "bob"] }, { "name": "blue", "members": ["cy"] }]"#,
      #""teams.csv""#,
    ])
  func groups(_ text: String) throws {
    let table = "group,student\nred,ada\nblue,cy\nred,bob\n"
    let assignment = try ClassAssignment(
      reading: SourceText(name: "a", text: #"{ "exercises": ["one"], "groups": \#(text) }"#),
      exercises: ["one": 1]
    ) { path in
      path == "teams.csv"
        ? ClassAssignment.teams(in: CSVTable(Array(table.utf8))) : .failure(TeamFileFault("?"))
    }
    #expect(
      Set(assignment.groups) == [
        ClassAssignment.Team("red", ["ada", "bob"]), ClassAssignment.Team("blue", ["cy"]),
      ])
  }

  @Test("a quote that nothing closes would hide the groups behind it")
  func unclosed() {
    let table = CSVTable(Array("group,student\nred,\"ada\nblue,cy\n".utf8))
    #expect(
      ClassAssignment.teams(in: table)
        == .failure(TeamFileFault("has a quote in line 2 that is never closed")))
  }

  @Test("nobody is in two groups of a table")
  func overlap() {
    func teams(_ table: String) -> Result<[ClassAssignment.Team], TeamFileFault> {
      ClassAssignment.teams(in: CSVTable(Array(table.utf8)))
    }
    #expect(
      teams("group,student\nred,ada\nblue,Ada\n")
        == .failure(TeamFileFault("has 'Ada' in two groups, 'red' and 'blue'")))
    #expect(
      teams("group,student\nred,ada\nred,ada\n")
        == .failure(TeamFileFault("has 'ada' in 'red' twice")))
  }

  @Test("late work is taken until after it is due, and numbers have a bound")
  func bounds() {
    #expect(
      Self.problems(
        """
        { "exercises": ["one"], "outOf": 1e308, "due": "2026-03-05T12:00Z",
          "accept": "2026-03-04T12:00Z", "late": { "perDay": -0.2 } }
        """) == [
          "1:34: 'outOf' must be at most 1000000000",
          "2:13: 'accept' ends before what is due 2026-03-05T12:00:00Z; it is until when late "
            + "work is taken",
          "2:54: 'perDay' is a share from 0 to 1, or a text: \"0.2%\" or \"0.2 points\"",
        ])
  }

  @Test("a new assignment reads back")
  func template() throws {
    let text = AssignmentTemplate(
      title: "A \"first\" one", exercises: [("one", 5), ("two", 2.5)]
    ).text
    let assignment = try Self.read(text)
    #expect(assignment.title == "A \"first\" one")
    #expect(assignment.exercises.map(\.points) == [5, 2.5])
  }
}
