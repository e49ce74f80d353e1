import Classroom
import Foundation
import Gradebooks
import TestSupport
import Testing

/// Something a class folder can hold, and the row its student must get.
struct OddEntry: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let id: String
  let status: String
  let points: Double
  let make: @Sendable (TestFolder) throws -> Void

  init(
    _ description: String, id: String = "odd", points: Double = 0, _ status: String,
    _ make: @escaping @Sendable (TestFolder) throws -> Void
  ) {
    testDescription = description
    self.id = id
    self.status = status
    self.points = points
    self.make = make
  }
}

@Suite("Odd things in a class folder")
struct OddSubmissionsTests {
  static let files: [OddEntry] = [
    OddEntry("a blank behind the ending", points: 1, "ok") {
      try $0.write("odd/double.answers ", "y = 6")
    },
    OddEntry("an empty folder", "nothing handed in") { try $0.makeFolder("odd") },
    OddEntry("a folder with hidden files alone", "nothing handed in") {
      try $0.write("odd/.DS_Store", "rubbish")
    },
    OddEntry("an empty file", "double.answers: the file is empty") {
      try $0.write("odd/double.answers", "")
    },
    OddEntry("a blank file", "double.json: the file is empty") {
      try $0.write("odd/double.json", "\u{FEFF} \r\n")
    },
    OddEntry("a binary file", "double.answers: the file is not a text: it contains a zero byte") {
      try $0.write("odd/double.answers", Data([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0xFF]))
    },
    OddEntry("Latin-1", points: 1, "ok") {
      try $0.write("odd/double.answers", Data([0x79, 0x3D, 0x36, 0x20, 0x23, 0xE9]))
    },
    OddEntry("UTF-16", points: 1, "ok") {
      try $0.write(
        "odd/double.answers", Data([0xFF, 0xFE]) + Data("y = 6\r\n".utf8.flatMap { [$0, 0] }))
    },
    OddEntry("a plain text that names its exercise", points: 1, "ok") {
      try $0.write("odd/homework.txt", "exercise: double\ny = 6")
    },
    OddEntry("a plain text that is named by its exercise", points: 1, "ok") {
      try $0.write("odd/double.txt", "y = 6")
    },
    OddEntry(
      "a plain text of another sort", points: 1,
      "readme.txt is not a submission (*.answers, *.json or *.swift, or a *.zip of these)"
    ) {
      try $0.write("odd/double.answers", "y = 6")
      try $0.write("odd/readme.txt", "My homework: all of it.")
    },
    OddEntry(
      "the exercise itself beside the answers to it", points: 1,
      "double.json: the file is an exercise, not answers to one"
    ) {
      try $0.write("odd/double.answers", "y = 6")
      try $0.write("odd/double.json", #"{ "id": "double", "statement": "S", "steps": [] }"#)
    },
    OddEntry("two exercises in one file", points: 2, "ok") {
      try $0.write("odd/double.answers", "exercise: double\ny = 6\n\nexercise: square\ny = 9\n")
    },
    OddEntry(
      "an unknown exercise beside another in one file", points: 1,
      "all.answers: there is no exercise 'zzzzzzzz'"
    ) {
      try $0.write("odd/all.answers", "exercise: double\ny = 6\n\nexercise: zzzzzzzz\ny = 9\n")
    },
    OddEntry("a file of 100 MB", "double.answers has 102400 kB; a submission has at most 1024 kB") {
      try $0.makeSparseFile("odd/double.answers", bytes: 100 << 20)
    },
    OddEntry(
      "a file of one byte too many",
      "double.answers has 1025 kB; a submission has at most 1024 kB"
    ) { try $0.makeSparseFile("odd/double.answers", bytes: 1 << 20 + 1) },
    OddEntry("a folder called a.json", "a.json is a folder, not a file") {
      try $0.makeFolder("odd/a.json")
    },
    OddEntry(
      "a document",
      "work.pdf is not a submission (*.answers, *.json or *.swift, or a *.zip of these)"
    ) { try $0.write("odd/work.pdf", "%PDF") },
    OddEntry(
      "a flat document",
      "odd.pdf is not a submission (*.answers, *.json or *.swift, or a *.zip of these)"
    ) { try $0.write("odd.pdf", "%PDF") },
    OddEntry(
      "an unknown exercise", "duoble.answers: there is no exercise 'duoble'; did you mean 'double'?"
    ) { try $0.write("odd/duoble.answers", "y = 6") },
    OddEntry("an exercise unlike any", "x.answers: there is no exercise 'zzzzzzzz'") {
      try $0.write("odd/x.answers", "exercise: zzzzzzzz\ny = 6")
    },
    OddEntry(
      "the wrong exercise in the name", points: 1,
      "square.answers says that it answers double, and is marked as that"
    ) { try $0.write("odd/square.answers", "exercise: double\ny = 6") },
    OddEntry("a name of the student's own choosing", points: 1, "ok") {
      try $0.write("odd/homework.answers", "exercise: double\ny = 6")
    },
    OddEntry(
      "a flat file that names no exercise",
      "odd.answers does not say which exercise it answers"
    ) { try $0.write("odd.answers", "y = 6") },
    OddEntry("a folder and a flat file", points: 2, "ok") {
      try $0.write("odd/square.answers", "y = 9")
      try $0.write("odd.answers", "exercise: double\ny = 6")
    },
    OddEntry(
      "two files for one exercise", points: 1, "several files for double; double.json counts"
    ) {
      try $0.write("odd/double.answers", "y = 5")
      try $0.write("odd/double.json", #"{ "answers": { "y": 6 } }"#)
    },
    OddEntry("three files for one exercise", points: 1, "several files for double; z.json counts") {
      try $0.write("odd/double.answers", "y = 5")
      try $0.write("odd/double.json", #"{ "answers": { "y": 7 } }"#)
      try $0.write("odd/z.json", #"{ "exercise": "double", "answers": { "y": 6 } }"#)
    },
    OddEntry("an editor's stray .txt", points: 2, "ok") {
      try $0.write("odd/double.answers.txt", "y = 6")
      try $0.write("odd.json.txt", #"{ "exercise": "square", "answers": { "y": 9 } }"#)
    },
    OddEntry("an extension in capitals", points: 1, "ok") {
      try $0.write("odd/double.JSON", #"{ "answers": { "y": 6 } }"#)
    },
    OddEntry("a folder in a folder", points: 1, "ok") {
      try $0.write("odd/work/double.answers", "y = 6")
    },
    OddEntry("a folder beside a file", points: 1, "work is a folder, not a file") {
      try $0.write("odd/work/square.answers", "y = 9")
      try $0.write("odd/double.answers", "y = 6")
    },
    OddEntry("a second download", points: 2, "ok") {
      try $0.write("odd/double-1.answers", "y = 6")
      try $0.write("odd/square (2).answers", "y = 9")
    },
    OddEntry(
      "more files than are looked at", points: 1,
      "there are 201 files; only the first 200 are looked at"
    ) {
      for number in 1...200 { try $0.write("odd/x\(number)/y", "") }
      try $0.write("odd/a.answers", "exercise: double\ny = 6")
    },
  ]

  static let links: [OddEntry] = [
    OddEntry("a link to a file", "odd.json is a link; links are not followed") {
      try $0.makeLink("odd.json", to: "zoe.json")
    },
    OddEntry(
      "a link to a folder", id: "odd.one", "odd.one is a link; links are not followed"
    ) {
      try $0.write("yan/double.answers", "y = 6")
      try $0.makeLink("odd.one", to: "yan")
    },
    OddEntry("a dangling link", "odd.json is a link; links are not followed") {
      try $0.makeLink("odd.json", to: "nowhere")
    },
    OddEntry("a link in a folder", "double.json is a link; links are not followed") {
      try $0.makeLink("odd/double.json", to: "../zoe.json")
    },
    OddEntry("a link to the folder it is in", "double is a link; links are not followed") {
      try $0.makeLink("odd/double", to: ".")
    },
    OddEntry("a link to a device", "double.json is a link; links are not followed") {
      try $0.makeLink("odd/double.json", to: "/dev/zero")
    },
    OddEntry("a pipe", "odd.json is a pipe or a device, not a file") {
      try $0.makePipe("odd.json")
    },
    OddEntry("a pipe in a folder", "double.json is a pipe or a device, not a file") {
      try $0.makePipe("odd/double.json")
    },
  ]

  @Test("every entry gets its row with its reason, and stops no other", arguments: files + links)
  func row(_ entry: OddEntry) throws {
    let folder = try TestFolder()
    try folder.write("zoe.json", #"{ "exercise": "double", "answers": { "y": 6 } }"#)
    try entry.make(folder)
    let (summary, records) = try folder.mark(into: try TestFolder())
    let odd = try #require(records.first { $0.id == entry.id })
    #expect(Self.lastRemark(odd) == entry.status)
    #expect(odd.points == entry.points)
    let zoe = try #require(records.first { $0.id == "zoe" })
    #expect(zoe.status == "ok" && zoe.points == 1)
    #expect(summary.isComplete == true)
  }

  /// The last of the remarks, or "ok".
  private static func lastRemark(_ record: StudentRecord) -> String {
    record.problems.last?.text ?? record.status
  }

  @Test(
    "what the machine refuses to read is the machine's fault",
    .disabled(if: getuid() == 0, "the superuser may read everything"))
  func unreadable() throws {
    let folder = try TestFolder()
    try folder.write("ada/double.answers", "y = 6")
    try folder.write("bob/double.answers", "y = 6")
    chmod(folder("ada/double.answers"), 0)
    chmod(folder("bob"), 0)
    defer { chmod(folder("bob"), 0o755) }
    let (summary, records) = try folder.mark(into: try TestFolder())
    #expect(
      records.map(\.status) == [
        "not graded: double.answers could not be read: Permission denied",
        "not graded: the folder could not be read: Permission denied",
      ])
    #expect(summary.isComplete == false)
  }

  @Test("a row never grows without bound")
  func manyRemarks() throws {
    let folder = try TestFolder()
    for number in 1...30 { try folder.write("odd/n\(number).pdf", "") }
    let (_, records) = try folder.mark(into: try TestFolder())
    #expect(records[0].problems.count == 30)
    #expect(records[0].status.hasSuffix("; and 20 more"))
  }
}
