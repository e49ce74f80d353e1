import Classroom
import Foundation
import LocatedJSON
import TestSupport
import Testing

@Suite("Marking a class")
struct ClassRunTests {
  private static let right = #"{ "exercise": "double", "answers": { "y": 6 } }"#

  /// A class with right and wrong answers, flat files and folders.
  private static func sampleClass(students: Int) throws -> TestFolder {
    let folder = try TestFolder()
    for number in 0..<students {
      let id = "s\(number)"
      switch number % 4 {
      case 0: try folder.write("\(id).json", right)
      case 1:
        try folder.write("\(id)/square.answers", "y = 9\n")
        try folder.write("\(id)/double.answers", "y = \(number)\n")
      case 2: try folder.write("\(id)/double.answers", "")
      default: try folder.makeFolder(id)
      }
    }
    return folder
  }

  @Test("the gradebook has a row for each student and a column for each exercise")
  func gradebook() throws {
    let output = try TestFolder()
    let folder = try Self.sampleClass(students: 4)
    try folder.write("t/double.json", #"{ "student": "Ulla, U.", "answers": { "y": 6 } }"#)
    _ = try folder.mark(into: output, roster: "id;name\nt;Tamsin, T.\n")
    #expect(
      try output.text(of: "gradebook.csv").replacing("\r\n", with: "\n") == """
        student,name,double,square,total,status
        s0,,1,,1,ok
        s1,,0,1,1,ok
        s2,,0,,0,double.answers: the file is empty
        s3,,,,0,nothing handed in
        t,"Tamsin, T.",1,,1,"ok; double.json is signed 'Ulla, U.'"

        """)
  }

  @Test("the results are JSON Lines, sorted by student and exercise")
  func results() throws {
    let output = try TestFolder()
    _ = try Self.sampleClass(students: 30).mark(into: output)
    let lines = try output.text(of: "results.jsonl").split(separator: "\n").map(String.init)
    let keys = try lines.map { line -> [String] in
      let value = try JSONText.parse(SourceText(name: "results.jsonl", text: line))
      return ["student", "exercise"].compactMap { value[$0].flatMap { String(json: $0) } }
    }
    // 8 flat files, 8 folders of two files, 7 with one empty file.
    #expect(lines.count == 31)
    #expect(keys == keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) })
    #expect(
      lines.first
        == #"{"exercise":"double","student":"s0","points":1,"outOf":1,"steps":"#
        + #"[{"name":"y","status":"correct","points":1,"outOf":1}]}"#)
  }

  @Test("the bytes are the same on any number of cores and when run again", arguments: [1, 2, 7])
  func sameBytes(_ jobs: Int) throws {
    // More than are taken at once, and not a multiple of the number of cores.
    let folder = try Self.sampleClass(students: 170)
    let first = try TestFolder()
    let second = try TestFolder()
    _ = try folder.mark(into: first, jobs: 3)
    _ = try folder.mark(into: second, jobs: jobs)
    _ = try folder.mark(into: second, jobs: jobs)
    #expect(try second.names == ["class.html", "feedback", "gradebook.csv", "results.jsonl"])
    for name in try second.names where name != "feedback" {
      #expect(try first.text(of: name) == second.text(of: name))
    }
  }

  @Test("an interrupted run leaves earlier results as they were, and its own under other names")
  func interrupted() throws {
    let output = try TestFolder()
    try output.write("gradebook.csv", "earlier")
    let folder = try Self.sampleClass(students: 3)
    let run = ClassRun(
      folder: try ClassFolder(path: folder.path), library: try SampleLibrary().library,
      output: output.path)
    let summary = try withExtendedLifetime(folder) { try run.run(isInterrupted: { true }) }
    #expect(summary.isInterrupted)
    // Pages are written as soon as they are made, each of them whole.
    let partial = ["gradebook.partial.csv", "results.partial.jsonl"]
    #expect(try output.names == ["feedback", "gradebook.csv"] + partial)
    #expect(try output.text(of: "gradebook.csv") == "earlier")
    let rows = try output.text(of: partial[0]).split(separator: "\r\n")
    #expect(rows.first?.hasPrefix("student,name,") == true)
    #expect(rows.count == summary.students + 1)
    _ = try folder.mark(into: output)
    #expect(try output.names == ["class.html", "feedback", "gradebook.csv", "results.jsonl"])
  }

  @Test("progress counts the students to the last")
  func progress() throws {
    let folder = try Self.sampleClass(students: 330)
    let output = try TestFolder()
    let run = ClassRun(
      folder: try ClassFolder(path: folder.path), library: try SampleLibrary().library,
      output: output.path)
    var counts: [Int] = []
    _ = try withExtendedLifetime((folder, output)) {
      try run.run(progress: { counts.append($0) })
    }
    #expect(counts.first == 0)
    #expect(counts.last == 330)
    #expect(counts == counts.sorted())
    #expect(counts.count > 3)
  }

  @Test("an exercise that is not sound is nobody's zero")
  func brokenExercise() throws {
    let folder = try TestFolder()
    try folder.write("ada/cube.answers", "y = 27")
    try folder.write("bob/double.answers", "y = 6")
    let output = try TestFolder()
    let (summary, records) = try folder.mark(into: output)
    let reason = "cube.answers: exercise cube is not sound; see backmark check"
    #expect(summary.isComplete == false)
    #expect(summary.faults.map(\.reason) == [reason])
    #expect(records.map(\.status) == ["not graded: \(reason)", "ok"])
    #expect(
      try output.text(of: "results.jsonl").split(separator: "\n").first
        == #"{"exercise":"cube","student":"ada","points":0,"outOf":0,"steps":[],"notes":["#
        + "\"\(reason)\"]}")
  }

  @Test("a class of nobody has an empty gradebook")
  func nobody() throws {
    let output = try TestFolder()
    let (summary, _) = try TestFolder().mark(into: output)
    #expect(summary.students == 0)
    #expect(try output.text(of: "gradebook.csv") == "student,name,total,status\r\n")
    #expect(try output.text(of: "results.jsonl") == "")
  }
}
