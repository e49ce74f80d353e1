import Answers
import Exercises
import Gradebooks
import LocatedJSON
import Marking
import TestSupport
import Testing

@Suite("A person's last word")
struct ClassMarksTests {
  private static func exercise() throws -> Exercise {
    try Exercise.sample(
      #""steps": [ { "name": "w", "kind": "written", "rubric": [ "#
        + #"{ "says": "names both", "points": 1 }, { "says": "compares", "points": 2 } ] }, "#
        + #"{ "name": "v", "formula": "2" } ]"#)
  }

  static func marks(_ text: String, _ name: String = "marks.json") throws(Problems) -> ClassMarks {
    try ClassMarks(reading: SourceText(name: name, text: text))
  }

  private static func ruled(
    _ marks: String, on answers: String = "w = Text.\nv = 3", name: String = "marks.json"
  ) throws -> Feedback {
    let exercise = try exercise()
    var feedback = try exercise.feedback(on: "student: ada\n" + answers)
    try Self.marks(marks, name).apply(to: &feedback, of: exercise)
    return feedback
  }

  // MARK: Texts

  private static let given: [(points: String, line: String)] = [
    ("[1, 2]", "w correct 3.0: 1 of 1: names both 2 of 2: compares"),
    ("[1, 0.5]", "w partial 1.5: 1 of 1: names both 0.5 of 2: compares"),
    ("[0, 0]", "w incorrect 0.0: 0 of 1: names both 0 of 2: compares"),
    ("2.5", "w partial 2.5: 2.5 of 3"),
    (
      #"{ "points": [1, 0], "says": "More!" }"#,
      "w partial 1.0: 1 of 1: names both 0 of 2: compares More!"
    ),
  ]

  @Test("marks for a text make the verdict, with the rubric in words", arguments: given.indices)
  func texts(_ index: Int) throws {
    let (points, line) = Self.given[index]
    let marks = #"{ "ada": { "sample": { "w": \#(points) } } }"#
    let feedback = try Self.ruled(marks, on: "w = Text.\nv = 2")
    #expect(feedback.steps[0].line == line)
    #expect(feedback.steps[0].text == "Text.")
    #expect(feedback.steps[1].line == "v correct 1.0")
    #expect(feedback.toBeRead == 0)
    let exercise = try Self.exercise()
    var other = try exercise.feedback(on: "student: bob\nw = Text.")
    try Self.marks(marks).apply(to: &other, of: exercise)
    #expect(other.steps[0].status == .toBeRead)
  }

  // MARK: Forms

  @Test(
    "the same mark may be written in several forms",
    arguments: [
      #"{ "ada": { "sample": { "v": 0.5 } } }"#,
      #"{ "ada": { "sample": { "v": { "points": 0.5 } } } }"#,
      #"{ "students": { "ada": { "exercises": { "sample": { "steps": { "v": { "points": 0.5 } } } } } } }"#,
      #"[{ "student": "ada", "exercise": "sample", "step": "v", "points": 0.5 }]"#,
      #"{ "marks": [{ "student": "ada", "exercise": "sample", "step": "v", "points": 0.5 }] }"#,
      "student,exercise,step,points\nada,sample,v,0.5\n",
      "student;exercise;step;points\nada;sample;v;0,5\n",
    ])
  func forms(_ text: String) throws {
    let feedback = try Self.ruled(text)
    #expect(feedback.steps[1].points == 0.5)
    #expect(feedback.steps[1].status == .partial)
    #expect(feedback.steps[1].ruling?.foundPoints == 0)
    #expect(feedback.steps[1].ruling?.foundStatus == .incorrect)
    #expect(
      feedback.steps[1].says.texts.first == "A person gave 0.5 of 1, the grader 0.")
  }

  @Test("a step or an exercise may be called as a key is, where its value is none of the key's")
  func names() throws {
    let marks = try Self.marks(
      """
      { "ada": { "e": { "why": [1], "by": 0.5, "points": 2, "words": ["a"] },
                 "bonus": { "x": 1 } } }
      """)
    #expect(marks.entry("ada", "e", "why")?.items == [1])
    #expect(marks.entry("ada", "e", "by")?.ruling.points == 0.5)
    #expect(marks.entry("ada", "e")?.ruling.points == 2)
    #expect(marks.entry("ada", "bonus", "x")?.ruling.points == 1)
  }

  @Test("words, who and why stay with the mark, beside what the grader found")
  func words() throws {
    let feedback = try Self.ruled(
      """
      [{ "student": "ada", "exercise": "sample", "step": "v", "points": 1, "words": "Seen in class.",
         "by": "Grace", "why": "oral" }]
      """)
    let ruling = try #require(feedback.steps[1].ruling)
    #expect(ruling.by == "Grace" && ruling.why == "oral")
    #expect(feedback.steps[1].says.texts.prefix(2).last == "Seen in class.")
    #expect(feedback.steps[1].status == .correct)
  }

  @Test("an exercise may get points and a bonus, and a step or an exercise may be excused")
  func wholes() throws {
    let points = try Self.ruled(#"{ "ada": { "sample": { "points": 2, "bonus": 0.5 } } }"#)
    #expect(points.points == 2.5)
    #expect(points.ruling?.foundPoints == 0)
    #expect(points.toBeRead == 0)
    let step = try Self.ruled(#"{ "ada": { "sample": { "w": { "excused": true } } } }"#)
    #expect((step.outOf) == 1)
    #expect(step.toBeRead == 0)
    let exercise = try Self.ruled(#"{ "ada": { "sample": { "excused": "ill" } } }"#)
    #expect(exercise.ruling?.isExcused == true && exercise.ruling?.why == "ill")
  }

  @Test("all of a student's work may get a word, and extensions are of a student or an exercise")
  func students() throws {
    let marks = try Self.marks(
      """
      { "ada": { "bonus": 2, "extension": "2 days", "words": "Well done.",
                 "sample": { "extension": "2026-03-05T12:00Z" } } }
      """)
    var record = StudentRecord(id: "ada")
    marks.apply(to: &record)
    #expect(record.extensions[DueExtension.all] == .by(172_800))
    #expect(record.extensions["sample"] == CourseTime("2026-03-05T12:00Z").map { .until($0) })
    #expect(record.points == 2)
    #expect(record.status == "ok; a person added 2; Well done.")
  }

  @Test("points for an exercise are on the scale of the assignment")
  func scale() throws {
    let marks = try Self.marks(#"{ "Ada L": { "sample": { "points": 8 } } }"#)
      .resolved(ids: ["Ada L": "ada"], scales: ["sample": 0.5])
    #expect(marks.entry("ada", "sample")?.ruling.points == 4)
  }

  // MARK: Faults

  private static func lines(_ problems: Problems?) -> [String] {
    problems?.list.map { "\($0.position.line):\($0.position.column): \($0.message)" } ?? []
  }

  @Test("marks that cannot be read are reported, all at once")
  func unreadable() throws {
    do {
      _ = try Self.marks(
        """
        { "ada": { "sample": { "w": true, "x": ["1"] }, "other": [], "excusd": true },
          "bob": 2, "cyd": { "sample": { "w": { "point": [1] } } } }
        """)
      Issue.record("these are no marks")
    } catch {
      #expect(
        Self.lines(error) == [
          "1:29: the mark of a step is points, a list of points or an object, but here is true",
          "1:41: entry 1 of the points must be a number, but it is a string",
          "1:58: the marks for an exercise are an object of names, but here is a list",
          "1:72: the marks for an exercise are an object of names, but here is true; "
            + "did you mean 'excused'?",
          "2:10: the marks of a student are an object of names, but here is 2",
          "2:41: unknown key 'point' — did you mean 'points'?",
        ])
    }
    do {
      _ = try Self.marks(
        "[{ \"student\": \"ada\", \"step\": \"w\", \"pionts\": 1 }, { \"exercise\": \"e\" }]")
      Issue.record("these are no marks")
    } catch {
      #expect(
        Self.lines(error) == [
          "1:30: a mark for a step needs the key 'exercise'",
          "1:35: unknown key 'pionts' — did you mean 'points'?",
          "1:50: a mark needs the key 'student'",
        ])
    }
  }

  @Test("marks that fit nothing are reported, all at once")
  func misfits() throws {
    let marks = try Self.marks(
      """
      { "adaa": { "sample": { "w": [1, 2] } }, "bob": { "smaple": { "w": [1, 2] },
        "sample": { "x": [1], "v": [1], "w": [1, 2.5] } }, "cyd": { "sample": { "w": [1] } },
        "eve": { "sample": { "w": [-1, 0], "v": 2 } } }
      """)
    let students = ["ada", "bob", "cyd", "eve"]
    let problems = marks.problems(
      ids: Dictionary(uniqueKeysWithValues: students.map { ($0, $0) }), students: students,
      exercises: ["sample": try Self.exercise()])
    #expect(
      Self.lines(problems) == [
        "1:3: there is no student 'adaa'; did you mean 'ada'?",
        "1:51: there is no exercise 'smaple'; did you mean 'sample'?",
        "2:15: there is no step 'x'",
        "2:30: 'v' has no rubric for a list of points; give one number",
        "2:40: item 2 of 'w' gives from 0 to 2 points, not 2.5",
        "2:80: the rubric of 'w' has 2 items, but here are points for 1",
        "3:29: item 1 of 'w' gives from 0 to 1 points, not -1",
        "3:43: 'v' gives from 0 to 1 points, not 2; what is on top is a 'bonus'",
      ])
  }

  @Test("a table's faults have their cells' places, and rows without anything are none")
  func table() throws {
    let text = "student,exercise,step,points,words\nada,sample,w,,\nada,sample,v,x,\n"
    do {
      _ = try Self.marks(text, "sheet.csv")
      Issue.record("x is no number")
    } catch {
      #expect(Self.lines(error) == ["3:14: 'x' is no number of points"])
    }
    #expect(
      try Self.marks("student,exercise,step,points\nada,sample,w,\n", "s.csv").entries.isEmpty)
    #expect(
      try Self.marks("student,exercise,step,points\nada,sample,w,1; 0.5\n", "s.csv")
        .entries.first?.items == [1, 0.5])
  }

  private static func faults(_ text: String, _ name: String = "m.csv") -> [String] {
    do {
      _ = try marks(text, name)
      return []
    } catch {
      return lines(error)
    }
  }

  @Test(
    "no mark of a table is lost without a word",
    arguments: [
      (
        "student,exercise,step,pionts\nada,e,s,1\n",
        "1:23: unknown column 'pionts' — did you mean 'points'?"
      ),
      ("student,points\n\"ada,1\n", "2:1: the quote that begins here is never closed"),
      (
        "student,exercise,step,points\nada,e,0.5\n",
        "2:7: this row ends here, with 3 cells; the first line has 4"
      ),
      ("student,points\nada,1,2\n", "2:7: '2' is in no column: the first line has 2"),
      ("student,points,points\nada,1,2\n", "1:16: there are two columns 'points'"),
      ("student,exercise,points\n,e,1\n", "2:4: there is a mark here, but no student"),
      (
        "student,exercise,step,points\nada,,s,1\n", "2:6: a mark for a step needs an exercise"
      ),
    ])
  func lost(_ text: String, _ fault: String) { #expect(Self.faults(text) == [fault]) }

  @Test("rows that a spreadsheet has cut behind the last cell with anything in it are whole")
  func cut() throws {
    let text = "student,exercise,step,points,words,by\nada,e,s,1\nbob,e,s,\n,,,\n"
    #expect(try Self.marks(text, "m.csv").entries.count == 1)
  }

  @Test(
    "whether somebody is excused is yes or no in words",
    arguments: [
      ("yes", true), ("X", true), ("1", true), ("no", false), ("False", false), ("0", false),
    ])
  func excuses(_ word: String, _ isExcused: Bool) throws {
    let marks = try Self.marks("student,exercise,excused,words\nada,e,\(word),a\n", "m.csv")
    #expect(marks.entry("ada", "e")?.ruling.isExcused == isExcused)
    let json = try Self.marks(
      #"{ "ada": { "e": { "excused": "\#(word)", "words": "a" } } }"#)
    #expect(json.entry("ada", "e")?.ruling.isExcused == isExcused)
    #expect(json.entry("ada", "e")?.ruling.why == nil)
  }

  @Test("numbers are words for that too, and what is neither yes nor no is refused")
  func unclearExcuses() throws {
    let marks = try Self.marks(#"{ "ada": { "e": { "excused": 1 } } }"#)
    #expect(marks.entry("ada", "e")?.ruling.isExcused == true)
    for word in ["maybe", "-", "n/a"] {
      #expect(
        Self.faults("student,excused\nada,\(word)\n")
          == ["2:5: 'excused' is yes or no, not '\(word)'; a reason goes into 'why'"])
      #expect(
        Self.faults(#"{ "ada": { "e": { "excused": "\#(word)" } } }"#, "m.json")
          == ["1:30: 'excused' is true or false, or a reason, but here is '\(word)'"])
    }
  }

  @Test("points in quotes for a step that is called as a key are no reason for nothing")
  func quoted() {
    #expect(
      Self.faults(#"{ "ada": { "e": { "why": "2" } } }"#, "m.json") == [
        "1:17: 'why' is in words, and nothing is decided; points for a step of that name are a "
          + "number without quotes"
      ])
  }

  @Test("two marks for one student are two, whatever they call the student")
  func doubled() throws {
    let marks = try Self.marks(
      #"{ "ada": { "sample": { "v": 1 } }, "Ada L": { "sample": { "v": 0 } } }"#)
    #expect(
      Self.lines(
        marks.problems(
          ids: ["ada": "ada", "Ada L": "ada"], students: ["ada"],
          exercises: ["sample": try Self.exercise()]))
        == ["1:36: there are two marks for the same: 'ada' and 'Ada L' are one student"])
  }
}

@Suite("A marking sheet")
struct MarkingSheetTests {
  private static func record(_ id: String, text: String) throws -> StudentRecord {
    var record = StudentRecord(id: id)
    record.results = [try exercise().feedback(on: "student: \(id)\nw = \(text)\nv = 2")]
    return record
  }

  private static func exercise() throws -> Exercise {
    try Exercise.sample(
      #""steps": [ { "name": "w", "text": "Why?", "kind": "written", "model": "As so.", "rubric": [ "#
        + #"{ "says": "names both", "points": 1 } ] }, { "name": "v", "formula": "2" } ]"#)
  }

  private static func write(
    _ folder: TestFolder, _ students: [(String, String)], marks: ClassMarks? = nil
  ) throws -> (rows: [[String]], open: Int) {
    let sheet = try MarkingSheet(
      folder("sheet.csv"), exercises: ["sample": try exercise()], marks: marks)
    for (id, text) in students { try sheet.add(record(id, text: text)) }
    try sheet.finish()
    return (
      try CSVReader.rows(String(folder.text(of: "sheet.csv").dropFirst())), sheet.open
    )
  }

  @Test("every text has a row with its question and rubric, and what was filled in stays")
  func resumed() throws {
    let folder = try TestFolder()
    let (rows, open) = try Self.write(folder, [("ada", "One."), ("bob", "Two.")])
    #expect(rows.map(\.count) == [13, 13, 13])
    #expect(
      rows[1] == ["ada", "", "sample", "w", "Why?", "One.", "1: names both", "As so.", "1"]
        + ["", "", "", ""])
    #expect(open == 2)
    let text = try folder.text(of: "sheet.csv")
    try folder.write(
      "sheet.csv",
      text.replacing(
        "Two.,1: names both,As so.,1,,,,", with: "Two.,1: names both,As so.,1,0.5,Short,Grace,"))
    let again = try Self.write(folder, [("ada", "One."), ("bob", "Two."), ("cy", "Three.")])
    #expect(again.open == 2)
    #expect(again.rows[2].suffix(4) == ["0.5", "Short", "Grace", ""])
    // Whose work is gone loses no mark.
    let gone = try Self.write(folder, [("ada", "One.")])
    #expect(gone.rows.last?.first == "bob")
    #expect(gone.rows.last?.suffix(4) == ["0.5", "Short", "Grace", ""])
    let marks = try ClassMarksTests.marks(folder.text(of: "sheet.csv"), "sheet.csv")
    #expect(marks.entry("bob", "sample", "w")?.ruling.points == 0.5)
    #expect(marks.entry("ada", "sample", "w") == nil)
  }

  @Test("marks that were given fill it in, and another table is not written over")
  func given() throws {
    let folder = try TestFolder()
    let marks = try ClassMarksTests.marks(#"{ "ada": { "sample": { "w": [1] } } }"#)
    #expect(try Self.write(folder, [("ada", "One.")], marks: marks).rows[1][9] == "1")
    try folder.write("sheet.csv", "a,b\n1,2\n")
    #expect(throws: MarkingSheet.Fault.self) { try Self.write(folder, []) }
  }
}
