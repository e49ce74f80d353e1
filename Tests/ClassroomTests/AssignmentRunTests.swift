import Foundation
import Gradebooks
import LocatedJSON
import Marking
import SystemCalls
import TestSupport
import Testing

@testable import Classroom

@Suite("A class with an assignment")
struct AssignmentRunTests {
  private static func assignment(_ keys: String = "") throws -> ClassAssignment {
    try ClassAssignment(
      reading: SourceText(
        name: "a",
        text: """
          { "exercises": [{ "id": "double", "points": 10 }, "square"]\(keys) }
          """),
      exercises: ["double": 1, "square": 1])
  }

  private static let files = [
    "gradebook.csv", "results.jsonl", "class.html",
  ]

  /// A class of whom some are late, some did one exercise, and some something else.
  private static func folder(_ count: Int = 40) throws -> TestFolder {
    let folder = try TestFolder()
    for number in 0..<count {
      let id = "s\(number)"
      try folder.write("\(id)/double.answers", "y = \(number % 3 == 0 ? 6 : 7)")
      if number % 2 == 0 { try folder.write("\(id)/square.answers", "y = 9") }
      for name in try FileManager.default.contentsOfDirectory(atPath: folder(id)) {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 1_772_366_400 + Double(number) * 7200)],
          ofItemAtPath: folder("\(id)/\(name)"))
      }
    }
    return folder
  }

  private static func run(
    _ folder: TestFolder, _ assignment: ClassAssignment, into output: TestFolder, jobs: Int = 2,
    shard: Shard? = nil, stopsAfter: Int? = nil, usesFileTimes: Bool = false
  ) throws -> [StudentRecord] {
    var reader = ClassReader()
    reader.teams = assignment.groups
    reader.keepsAttempts = assignment.takesBest
    reader.refuses = { assignment.refuses($0) }
    let run = ClassRun(
      folder: try reader.read(folder.path).folder, library: try SampleLibrary().library,
      output: output.path, jobs: jobs, keeping: KeptWork.Settings(version: "1"), shard: shard,
      assignment: assignment, usesFileTimes: usesFileTimes)
    var records: [StudentRecord] = []
    // A thread of a run that was stopped may be at its last student still.
    try untilUnlocked {
      records = []
      var done = 0
      _ = try run.run(
        progress: { done = $0 }, isInterrupted: { stopsAfter.map { done >= $0 } ?? false },
        each: { record, _ in records.append(record) })
    }
    return records
  }

  /// Does something with results that another run may still hold for a moment.
  private static func untilUnlocked(_ body: () throws -> Void) throws {
    var attempts = 0
    while true {
      do {
        return try body()
      } catch let fault as OutputFile.Fault {
        attempts += 1
        if attempts > 500 || !fault.description.hasPrefix("another run") { throw fault }
        usleep(20_000)
      }
    }
  }

  private static let rules =
    #", "outOf": 100, "round": 0.5, "due": "2026-03-01T12:00Z", "late": { "perDay": "10%" }"#

  @Test("the gradebook has what counts, the sums, and how each came about")
  func gradebook() throws {
    let output = try TestFolder()
    let folder = try Self.folder(14)
    _ = try Self.run(
      folder, try Self.assignment(Self.rules), into: output, usesFileTimes: true)
    let rows = try CSVReader.rows(output.text(of: "gradebook.csv"))
    let header = try #require(rows.first)
    func cell(_ title: String, _ row: Int) -> String {
      header.firstIndex(of: title).map { rows[row][$0] } ?? "none"
    }
    #expect(rows[1][0] == "s0")
    #expect(cell("late", 1) == "" && cell("total", 1) == "100" && cell("max", 1) == "100")
    let last = try #require(rows.indices.last { rows[$0][0] == "s12" })
    #expect(cell("late", last) == "late")
    #expect(cell("double", last) == "9" && cell("double raw", last) == "1")
    #expect(cell("double scaled", last) == "10" && cell("double penalty", last) == "1")
    #expect(cell("double handed in", last) == "2026-03-02T12:00:00Z")
    #expect(cell("penalty", last) == "10" && cell("total", last) == "90")
    #expect(
      cell("double reason", last) == "1 day late, which counts as 1 day and costs 1 point")
  }

  @Test(
    "shards, merged, and a run that was stopped are one run, byte for byte",
    arguments: [1, 2, 7, 64])
  func merged(_ count: Int) throws {
    let folder = try Self.folder()
    let assignment = try Self.assignment(Self.rules + #", "drop": 1"#)
    let whole = try TestFolder()
    _ = try Self.run(folder, assignment, into: whole, jobs: 1, usesFileTimes: true)
    var shards: [TestFolder] = []
    for number in 1...count {
      let output = try TestFolder()
      shards.append(output)
      let shard = Shard(number: number, count: count)
      _ = try Self.run(
        folder, assignment, into: output, shard: shard, stopsAfter: 0, usesFileTimes: true)
      _ = try Self.run(folder, assignment, into: output, shard: shard, usesFileTimes: true)
    }
    let merged = try TestFolder()
    _ = try ClassMerge(shards.map(\.path), output: merged.path).run()
    for name in Self.files {
      #expect(try merged.text(of: name) == whole.text(of: name), "\(name)")
    }
  }

  @Test("every student has a page with the total and links to the feedback")
  func index() throws {
    let folder = try TestFolder([
      "ada/double.answers": "y = 6", "ada/square.answers": "y = 9", "bob/double.answers": "y = 6",
    ])
    let output = try TestFolder()
    _ = try Self.run(folder, try Self.assignment(#", "title": "Sheet <1>""#), into: output)
    let page = try output.text(of: "feedback/ada/index.html")
    #expect(page.contains("<h1>Sheet &lt;1&gt;</h1>") && page.contains("11 of 11 points"))
    #expect(page.contains("<a href=\"double.html\">double double</a>"))
    let other = try output.text(of: "feedback/bob/index.html")
    #expect(other.contains("10 of 11 points") && other.contains("not handed in"))
    #expect(!other.contains("square.html"))
    // Whoever has left loses the page too.
    try FileManager.default.removeItem(atPath: folder("bob"))
    _ = try Self.run(folder, try Self.assignment(), into: output)
    #expect(try FileManager.default.contentsOfDirectory(atPath: output("feedback")) == ["ada"])
  }

  @Test("the first page of a student who changed nothing follows the assignment and is mended")
  func laterIndex() throws {
    let folder = try TestFolder(["ada/double.answers": "y = 6"])
    let output = try TestFolder()
    let page = "feedback/ada/index.html"
    for title in ["One", "Two", "Two", "One"] {
      _ = try Self.run(folder, try Self.assignment(#", "title": "\#(title)""#), into: output)
      #expect(try output.text(of: page).contains("<h1>\(title)</h1>"))
    }
    let whole = try output.text(of: page)
    try "changed by hand".write(toFile: output(page), atomically: false, encoding: .utf8)
    _ = try Self.run(folder, try Self.assignment(#", "title": "One""#), into: output)
    #expect(try output.text(of: page) == whole)
    try FileManager.default.removeItem(atPath: output(page))
    _ = try Self.run(folder, try Self.assignment(#", "title": "One""#), into: output)
    #expect(try output.text(of: page) == whole)
  }

  @Test("a class of whom nobody changed is written as the assignment of the day has it")
  func laterLines() throws {
    let folder = try Self.folder(14)
    let output = try TestFolder()
    for rules in ["", Self.rules, #", "outOf": 50"#, Self.rules] {
      let assignment = try Self.assignment(rules)
      let fresh = try TestFolder()
      _ = try Self.run(folder, assignment, into: fresh)
      _ = try Self.run(folder, assignment, into: output)
      for name in Self.files {
        #expect(try output.text(of: name) == fresh.text(of: name), "\(name) \(rules)")
      }
    }
  }

  @Test("what is kept follows a new assignment once, and is left alone then")
  func renewed() throws {
    let folder = try Self.folder(14)
    let output = try TestFolder()
    func journal(after rules: String) throws -> String {
      _ = try Self.run(folder, try Self.assignment(rules), into: output)
      #expect(try Journal(reading: output(".backmark/journal")).count == 14)
      return try String(
        contentsOfFile: output(".backmark/journal"), encoding: .isoLatin1)
    }
    let other = #", "title": "Again", "outOf": 50"#
    let first = try journal(after: "")
    let second = try journal(after: other)
    #expect(first != second)
    #expect(try journal(after: other) == second)
  }

  @Test("without an assignment there is a page with the total too, which is written once")
  func plainIndex() throws {
    let folder = try TestFolder(["ada/double.answers": "y = 6", "bob/none.answers": "y = 6"])
    let output = try TestFolder()
    _ = try Self.summary(folder, into: output)
    let page = try output.text(of: "feedback/ada/index.html")
    #expect(page.contains("1 of 1 point<") && page.contains("<a href=\"double.html\">"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: output("feedback")) == ["ada"])
    #expect(
      try output.text(of: "class.html").contains("<a href=\"feedback/ada/index.html\">ada</a>"))
    func number() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: output("feedback/ada/index.html"))[
        .systemFileNumber] as? Int
    }
    let first = try number()
    _ = try Self.summary(folder, into: output)
    #expect(try number() == first)
  }

  @Test("what came when nothing was taken any more takes nobody's earlier attempt away")
  func refused() throws {
    let folder = try TestFolder([
      "HW_ann_attempt_2026-03-01-11-00-00_double.answers": "exercise: double\ny = 6",
      "HW_ann_attempt_2026-03-09-11-00-00_double.answers": "exercise: double\ny = 7",
      "HW_bob_attempt_2026-03-01-10-00-00_double.answers": "exercise: double\ny = 7",
      "HW_bob_attempt_2026-03-01-11-00-00_double.answers": "exercise: double\ny = 6",
    ])
    let rules = #", "due": "2026-03-01T12:00Z", "accept": "2 days", "late": { "perDay": 0.5 }"#
    let records = try Self.run(folder, try Self.assignment(rules), into: try TestFolder())
    #expect(records.map { $0.grade?.part("double")?.points } == [10, 10])
    #expect(
      records[0].status
        == "ok; of several attempts at double what came when nothing was taken any more does not "
        + "count: double.answers"
    )
    #expect(records[1].status == "ok; handed in 2 times; the newest counts")
  }

  @Test("an exercise's own page says what being late has cost")
  func latePage() throws {
    let output = try TestFolder()
    _ = try Self.run(
      try Self.folder(14), try Self.assignment(Self.rules), into: output, usesFileTimes: true)
    let words = "counts as 9 / 10, being 1 day late, which counts as 1 day and costs 1 point"
    #expect(try output.text(of: "feedback/s12/double.html").contains(words))
    #expect(try output.text(of: "feedback/s12/double.md").contains(words))
    #expect(try !output.text(of: "feedback/s0/double.md").contains("counts as"))
  }

  @Test("changes are told by step and reason")
  func regrades() throws {
    let folder = try Self.folder(9)
    let output = try TestFolder()
    _ = try Self.summary(folder, into: output)
    for number in 0..<4 { try folder.write("s\(number)/double.answers", "y = 6") }
    #expect(
      try Self.summary(folder, into: output).regrades.lines
        == ["double, step y: 2 gain 2 points; other work was handed in"])
    let marks = try ClassMarks(
      reading: SourceText(
        name: "m", text: #"{ "s0": { "double": { "y": 0.5 } }, "s4": { "double": { "y": 1 } } }"#))
    #expect(
      try Self.summary(folder, into: output, marks).regrades.lines
        == ["double, step y: 1 gains 1 point, 1 loses 0.5 points; by a person's marks"])
  }

  private static func summary(
    _ folder: TestFolder, into output: TestFolder, _ marks: ClassMarks? = nil
  ) throws -> ClassSummary {
    try ClassRun(
      folder: try ClassFolder(path: folder.path), library: try SampleLibrary().library,
      output: output.path, marks: marks, keeping: KeptWork.Settings(version: "1")
    ).run()
  }

  @Test("shards of other assignments are not of one run")
  func difference() throws {
    let folder = try Self.folder(4)
    let (one, other) = (try TestFolder(), try TestFolder())
    _ = try Self.run(
      folder, try Self.assignment(), into: one, shard: Shard(number: 1, count: 2))
    _ = try Self.run(
      folder, try Self.assignment(#", "outOf": 5"#), into: other,
      shard: Shard(number: 2, count: 2))
    let output = try TestFolder().path
    let fault = #expect(throws: ClassMerge.Fault.self) {
      try ClassMerge([one.path, other.path], output: output)
    }
    #expect(fault?.description.hasSuffix("the assignment is not the same") == true)
  }

  @Test("what one of a group hands in is everybody's in it")
  func groups() throws {
    let folder = try TestFolder([
      "ada/double.answers": "student: ada\ny = 6", "red/square.answers": "y = 9",
      "dan/double.answers": "y = 7",
    ])
    let assignment = try Self.assignment(#", "groups": { "red": ["ada", "bob"] }"#)
    let records = try Self.run(folder, assignment, into: try TestFolder())
    #expect(records.map(\.id) == ["ada", "bob", "dan"])
    #expect(records.map(\.points) == [11, 11, 0])
    #expect(records[1].status == "ok")
  }

  @Test("times and lateness come from what systems hand out, each in its own way")
  func late() throws {
    let rules = #", "due": "2026-03-05T12:00+01:00", "late": { "perDay": 0.5 }"#
    let right = "exercise: double\ny = 6"
    let classes: [[String: String]] = [
      [
        "ann_1_11_double.answers": right, "bob_LATE_2_12_double.answers": right,
      ],
      [
        "HW_ann_attempt_2026-03-05-11-59-00_double.answers": right,
        "HW_bob_attempt_2026-03-05-12-01-00_double.answers": right,
      ],
      [
        "submission_metadata.yml": """
        submission_1:
          :submitters:
          - :name: Ann
            :sid: '1'
          :created_at: 2026-03-05 10:59:01.123456000 Z
        submission_2:
          :submitters:
          - :name: Bob
            :sid: '2'
          :created_at: 2026-03-05 11:03:01.123456000 Z

        """,
        "submission_1/double.answers": right, "submission_2/double.answers": right,
      ],
      [
        "submitted/ann/hw/double.answers": right,
        "submitted/ann/hw/timestamp.txt": "2026-03-05 10:58:23.948203 UTC",
        "submitted/bob/hw/double.answers": right,
        "submitted/bob/hw/timestamp.txt": "2026-03-05 06:58:23.948203 America/New_York",
      ],
    ]
    for files in classes {
      let records = try Self.run(
        try TestFolder(files), try Self.assignment(rules), into: try TestFolder())
      #expect(records.map(\.points) == [10, 5], "\(files.keys.sorted())")
      #expect(records.map(\.isLate) == [false, true])
    }
  }

  @Test("the best of several attempts counts where the assignment says so")
  func best() throws {
    let folder = try TestFolder([
      "a@b.c_0_handin.answers": "exercise: double\ny = 6",
      "a@b.c_1_handin.answers": "exercise: double\ny = 5",
    ])
    let best = try Self.run(
      folder, try Self.assignment(#", "attempts": "best""#), into: try TestFolder())
    #expect(best.map(\.points) == [10])
    #expect(best[0].status.contains("several attempts at double; the best counts"))
    let newest = try Self.run(folder, try Self.assignment(), into: try TestFolder())
    #expect(newest.map(\.points) == [0])
  }

  private static func grouped(
    _ groups: String, roster: String
  ) throws -> (rows: [String], notes: [String]) {
    let folder = try TestFolder(["ada/double.answers": "y = 6"])
    var reader = ClassReader(roster: try Roster(Array(roster.utf8)))
    reader.teams = try assignment(", \"groups\": \(groups)").groups
    let (reading, rows) = try folder.reading(reader)
    return (rows, reading.notes)
  }

  @Test("whom a group names and nobody knows gets no row where there is a roster")
  func strangers() throws {
    let roster = "id,name\nada,Ada\nben,Ben\n1,Cy\n2,Cy\n"
    let found = try Self.grouped(#"{ "g": ["ada", "bem", "Cy"] }"#, roster: roster)
    #expect(found.rows.map { String($0.prefix { $0 != " " }) } == ["1", "2", "ada", "ben"])
    #expect(
      found.notes.contains(
        "in a group, but with no entry in the class and on no roster, and without a row (2): "
          + "bem, Cy (who could be several people)"))
  }

  @Test("nobody is in two groups under two names")
  func overlap() throws {
    let fault = #expect(throws: ClassFault.self) {
      try Self.grouped(
        #"{ "g": ["ada", "ben"], "h": ["s1@x", "cyd"] }"#,
        roster: "id,email\nada,s1@x\nben,\ncyd,\n")
    }
    #expect(
      fault == .groups("'ada' in 'g' and 's1@x' in 'h' are one person"))
  }

  @Test("a time of handing in that cannot be read is remarked on in the row")
  func garbage() throws {
    let records = try Self.run(
      try TestFolder([
        "submission_metadata.yml":
          "submission_1:\n  :submitters:\n  - :name: Ann\n    :sid: '1'\n  :created_at: garbage\n",
        "submission_1/double.answers": "y = 6",
      ]), try Self.assignment(Self.rules), into: try TestFolder())
    #expect(
      records.map(\.status)
        == ["the time of handing in cannot be read, and counts as on time: garbage"])
  }

  @Test("numbers below nothing are numbers in the gradebook")
  func negative() throws {
    var record = StudentRecord(id: "-1")
    record.ruling = Ruling()
    record.ruling?.bonus = -2
    let assignment = try Self.assignment()
    let output = try TestFolder()
    var book = try Gradebook(output("g.csv"), assigned: GradebookColumns(assignment))
    record = assignment.graded(record)
    try book.add(.init(record, assigned: GradebookColumns(assignment)), of: record)
    try book.finish()
    let rows = try CSVReader.rows(output.text(of: "g.csv"))
    #expect(rows[1].first == "'-1")
    #expect(rows[0].firstIndex(of: "bonus").map { rows[1][$0] } == "-2")
    #expect(rows[0].firstIndex(of: "total").map { rows[1][$0] } == "0")
  }
}
