import Gradebooks
import LocatedJSON
import Marking
import Testing

@Suite("What work comes to in an assignment")
struct GradeTests {
  /// A student with so many points for exercises that are out of 5, 8 and 4.
  private static func record(
    _ points: [String: Double], at time: String? = nil
  ) -> StudentRecord {
    let maxima = ["one": 5.0, "two": 8, "three": 4, "other": 3]
    var record = StudentRecord(id: "ada")
    record.results = points.sorted { $0.key < $1.key }.map { id, points in
      Feedback(
        exercise: id, student: "ada",
        steps: [
          StepFeedback(name: "u", status: .partial, points: points, outOf: maxima[id] ?? 1)
        ])
    }
    for id in points.keys {
      if let time { record.times[id] = HandInTime(time: CourseTime(time)) }
    }
    return record
  }

  private static func grade(
    _ keys: String, _ record: StudentRecord, exercises: String = #"["one", "two"]"#
  ) throws -> Grade {
    let comma = keys.isEmpty ? "" : ", "
    return try ClassAssignmentTests.read("{ \"exercises\": \(exercises)\(comma)\(keys) }")
      .grade(of: record)
  }

  @Test("exercises are scaled, what was not handed in is nothing, and the whole is scaled too")
  func scale() throws {
    let grade = try Self.grade(
      #""outOf": 60"#, Self.record(["one": 4]),
      exercises: #"[{ "id": "one", "points": 10 }, { "id": "two", "points": 20 }]"#)
    #expect(grade.parts.map(\.points) == [8, 0])
    #expect(grade.parts.map(\.maximum) == [10, 20])
    #expect([grade.raw, grade.scaled, grade.maximum] == [4, 16, 60])
    #expect(grade.total == 16)
    #expect(try Self.grade("", Self.record(["one": 4])).maximum == 13)
  }

  @Test(
    "totals are rounded to a step, halves upwards",
    arguments: [
      ("0.5", 4.25, 4.5), ("0.5", 4.24, 4), ("1", 4.5, 5), ("2", 4.125, 4.13), ("0.1", 4.25, 4.3),
      ("0.25", 4.3, 4.25), ("0.1", 0.3, 0.3),
    ])
  func rounding(_ step: String, _ points: Double, _ total: Double) throws {
    #expect(try Self.grade("\"round\": \(step)", Self.record(["one": points])).total == total)
  }

  private static let rule =
    #""due": "2026-03-01T12:00Z", "grace": "15 min", "late": { "perDay": 0.1, "atMost": 0.25 }"#

  @Test(
    "every day that has begun behind the grace costs a share of what was earned, up to the most",
    arguments: [
      ("2026-03-01T12:00Z", 0), ("2026-03-01T12:15Z", 0), ("2026-03-01T12:15:01Z", 0.4),
      ("2026-03-02T12:15Z", 0.4), ("2026-03-02T12:16Z", 0.8), ("2026-03-09T12:00Z", 1),
    ])
  func late(_ time: String, _ penalty: Double) throws {
    let grade = try Self.grade(Self.rule, Self.record(["one": 4], at: time))
    #expect(abs(grade.penalty - penalty) < 1e-12)
    #expect(grade.reasons.isEmpty == (penalty == 0))
  }

  @Test("a penalty says how late it was and what that cost")
  func reason() throws {
    let record = Self.record(["one": 4], at: "2026-03-02T13:00Z")
    #expect(
      try Self.grade(Self.rule, record).reasons
        == ["one: 1 day 1 hour late, which counts as 2 days and costs 0.8 points"])
  }

  @Test("an exercise may have its own due date, and a day may cost points")
  func ownDue() throws {
    let record = Self.record(["one": 4, "two": 1], at: "2026-03-05T12:00Z")
    let grade = try Self.grade(
      #""due": "2026-03-04T12:00Z", "late": { "perDay": "2 points" }"#, record,
      exercises: #"[{ "id": "one", "due": "2026-03-06T00:00Z" }, "two"]"#)
    // Never more than was earned.
    #expect(grade.parts.map(\.penalty) == [0, 1])
  }

  @Test(
    "what comes too late counts for nothing, and is shown all the same",
    arguments: [#""accept": "2 days""#, #""accept": "2026-03-03T12:00Z""#])
  func accept(_ rule: String) throws {
    let early = Self.record(["one": 4], at: "2026-03-03T11:00Z")
    let late = Self.record(["one": 4], at: "2026-03-04T12:00Z")
    let keys = #""due": "2026-03-01T12:00Z", "# + rule
    #expect(try Self.grade(keys, early).total == 4)
    let grade = try Self.grade(keys, late)
    #expect([grade.raw, grade.total] == [4, 0])
    #expect(grade.reasons == ["one: 3 days late, when nothing was taken any more"])
  }

  @Test("who is known to be late and not by how much is late by a day; an extension lets it pass")
  func vague() throws {
    var record = Self.record(["one": 4])
    record.times["one"] = HandInTime(isLate: true)
    #expect(try Self.grade(Self.rule, record).penalty == 0.4)
    record.extensions[DueExtension.all] = .by(86_400)
    #expect(try Self.grade(Self.rule, record).penalty == 0)
  }

  @Test("a time without a zone is on the clock of the due date")
  func zone() throws {
    let keys = #""due": "2026-03-01T23:59+01:00", "late": { "perDay": 0.5 }"#
    #expect(try Self.grade(keys, Self.record(["one": 4], at: "2026-03-01 23:58")).penalty == 0)
    #expect(try Self.grade(keys, Self.record(["one": 4], at: "2026-03-02 00:10")).penalty == 2)
  }

  @Test("an extension moves the due date")
  func extensions() throws {
    var record = Self.record(["one": 4], at: "2026-03-03T11:00Z")
    record.extensions["one"] = .by(2 * 86_400)
    #expect(try Self.grade(Self.rule, record).penalty == 0)
    record.extensions["one"] = CourseTime("2026-03-02T12:00Z").map { .until($0) }
    #expect(try Self.grade(Self.rule, record).penalty == 0.4)
  }

  @Test("an extended due date is on the clock of the due date")
  func extendedZone() throws {
    let keys = #""due": "2026-03-01T23:59+01:00", "late": { "perDay": 0.5 }"#
    var record = Self.record(["one": 4], at: "2026-03-02 23:30")
    record.extensions[DueExtension.all] = .by(86_400)
    #expect(try Self.grade(keys, record).penalty == 0)
    record.extensions[DueExtension.all] = CourseTime("2026-03-02T23:59+01:00").map { .until($0) }
    #expect(try Self.grade(keys, record).penalty == 0)
  }

  @Test("the weakest are left out of the total and of what it is out of")
  func drop() throws {
    let grade = try Self.grade(
      #""drop": 1"#, Self.record(["one": 4, "two": 2]),
      exercises: #"["one", "two", "three"]"#)
    #expect(grade.parts.map(\.counts) == [true, true, false])
    #expect([grade.total, grade.maximum] == [6, 13])
  }

  @Test("work outside the assignment is remarked on and counts for nothing")
  func outside() throws {
    let grade = try Self.grade("", Self.record(["one": 4, "other": 3]))
    #expect(grade.total == 4)
    #expect(grade.remarks == ["other is not part of the assignment, and is not counted"])
  }

  @Test("what a person excuses is left out, and bonuses come on top")
  func rulings() throws {
    var record = Self.record(["one": 4, "two": 2])
    record.results[1].ruling = Ruling()
    record.results[1].ruling?.isExcused = true
    record.ruling = Ruling()
    record.ruling?.bonus = 2
    let grade = try Self.grade("", record)
    #expect([grade.total, grade.maximum] == [6, 5])
    record.ruling?.points = 3
    #expect(try Self.grade("", record).total == 5)
    record.ruling?.isExcused = true
    #expect(try Self.grade("", record).total == nil)
  }

  @Test(
    "a total is not final while an answer that nobody has read may change what is left out",
    arguments: [(4.0, true), (0, false)])
  func unread(_ openPoints: Double, _ mayReturn: Bool) throws {
    var record = Self.record(["one": 4, "two": 2])
    record.results[1].steps = [
      StepFeedback(name: "u", status: .partial, points: 1, outOf: 8 - openPoints),
      StepFeedback(name: "w", status: .toBeRead, points: 0, outOf: openPoints),
    ]
    record.grade = try Self.grade(#""drop": 1"#, record)
    #expect(record.grade?.parts.map(\.counts) == [true, false])
    #expect(record.grade?.parts[1].mayReturn == false)
    #expect(record.toBeRead == 0)
    record.results[0].steps[0].points = 1.5
    record.grade = try Self.grade(#""drop": 1"#, record)
    #expect(record.grade?.parts[1].mayReturn == mayReturn)
    #expect(record.toBeRead == (mayReturn ? 1 : 0))
    #expect(record.status.hasPrefix("not final") == mayReturn)
  }

  @Test("a person's points for an exercise are the last word, however late it was")
  func lastWord() throws {
    var record = Self.record(["one": 4], at: "2026-03-03T13:00Z")
    record.results[0].ruling = Ruling()
    record.results[0].ruling?.points = 3
    let grade = try Self.grade(Self.rule, record)
    #expect([grade.penalty, grade.total] == [0, 3])
  }

  @Test("a total does not fall below nothing")
  func negative() throws {
    var record = Self.record(["one": 4])
    record.ruling = Ruling()
    record.ruling?.bonus = -9
    #expect(record.points == 0)
    #expect(try Self.grade("", record).total == 0)
  }
}
