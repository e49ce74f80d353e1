import Exercises
import Formulas
import Foundation
import Gradebooks
import Numerics
import TestSupport
import Testing

@testable import Classroom

@Suite("Archives that students hand in")
struct StudentArchiveTests {
  private static func zip(_ files: KeyValuePairs<String, String>) -> Data {
    var zip = ZipBytes()
    for (name, text) in files { zip.add(name, text) }
    return zip.data
  }

  /// What comes of a student who handed in one archive.
  private static func record(_ archive: Data, as name: String = "ada/work.zip") throws
    -> StudentRecord
  {
    let (folder, output) = (try TestFolder(), try TestFolder())
    try folder.write(name, archive)
    return try #require(try folder.mark(into: output).records.first)
  }

  @Test("its files are marked as if they lay in a folder, in whatever folder of it they are")
  func marked() throws {
    let archive = Self.zip([
      "hw/": "", "hw/double.answers": "y = 6", "hw/sub/square.answers": "y = 8",
      "__MACOSX/hw/._double.answers": "x", "hw/.DS_Store": "x",
    ])
    for name in ["ada/work.zip", "ada.ZIP", "ada/deep/er/work.zip"] {
      let record = try Self.record(archive, as: name)
      #expect(record.id == "ada")
      #expect(record.results.map(\.exercise) == ["double", "square"])
      #expect(record.points == 1)
      #expect(record.status == "ok")
    }
  }

  @Test("a Swift file in it belongs to the answers beside it")
  func programs() throws {
    let files = try StudentFilesSample(["ada/w.zip": Self.zip(["16.4.swift": "", "16.4.json": ""])])
    #expect(files.groups.map(\.archive) == ["w.zip", "w.zip", nil, nil])
    #expect(files.groups[0].files.map(\.name) == ["16.4.json", "16.4.swift"])
    // Each folder is by itself, whatever its files are called.
    let folders = try StudentFilesSample([
      "ada/w.zip": Self.zip(["16.4/a.swift": "", "16.5/a.swift": "", "16.5/a.json": ""])
    ])
    #expect(folders.groups.map(\.archive) == ["w.zip/16.4", "w.zip/16.5", "w.zip", nil, nil])
  }

  @Test("Autolab's archives are the student's")
  func autolab() throws {
    let record = try Self.record(
      Self.zip(["double.answers": "y = 6"]), as: "u@example.edu_1_handin.zip")
    let layout = try TestFolder()
    try layout.write("u@example.edu_1_handin.zip", Self.zip(["double.answers": "y = 6"]))
    let reading = try ClassReader().read(layout.path)
    #expect(reading.layout.hasPrefix("autolab"))
    let lines = DryRun(reading.folder, library: try SampleLibrary().library)
      .lines(of: try #require(reading.folder.students.first))
    #expect(lines == ["u@example.edu → handin.zip/double.answers → double"])
    #expect(record.points == 1)
  }

  @Test("what is wrong with one is said in the row, and keeps nobody from being marked")
  func faults() throws {
    func status(_ change: (inout ZipBytes) -> Void) throws -> String {
      var zip = ZipBytes()
      zip.add("double.answers", "y = 6")
      change(&zip)
      return try Self.record(zip.data).status
    }
    #expect(
      try Self.record(Data("no zip".utf8)).status
        == "work.zip is not a zip archive, or only part of one")
    let name = Array("square.answers".utf8)
    #expect(
      try status { $0.add(name, [1, 2, 3], checksum: 1) }
        == "square.answers is damaged at 'square.answers'")
    #expect(
      try status { $0.add(name, [1], flags: 1) }
        == "square.answers asks for a password for 'square.answers'")
    // The names lead nowhere, since nothing is written.
    #expect(try status { $0.add("../../square.answers", "y = 9") } == "ok")
    // Links are nothing that was handed in.
    #expect(try status { $0.add(name, Array("/etc/passwd".utf8), mode: 0o120777) } == "ok")
    #expect(
      try status { $0.add(name, [1], size: 1 << 21) }
        == "square.answers has 2048 kB; a submission has at most 1024 kB")
    #expect(
      try status { $0.add(name, [1], size: 1 << 30) }
        == "work.zip would unpack to more than 16 MB, so it is left as it is")
    #expect(
      try status { $0.add("in.zip", "x") }
        == "in.zip is an archive within an archive, which is not looked into")
    #expect(
      try status { zip in for number in 0..<200 { zip.add("\(number).txt", "") } }
        .hasPrefix("0.txt is not a submission"))
  }

  @Test(
    "of copies the one with the highest number counts",
    arguments: ["double (2).answers", "double-10.answers", "double-2.answers.txt"])
  func copies(_ latest: String) throws {
    let files = ["double.answers": "y = 1", "double-1.answers": "y = 2", latest: "y = 6"]
    let (folder, output) = (try TestFolder(), try TestFolder())
    var zip = ZipBytes()
    for (name, text) in files {
      try folder.write("ada/\(name)", text)
      zip.add(name, text)
    }
    try folder.write("bob/all.zip", zip.data)
    let records = try folder.mark(into: output).records
    #expect(records.map(\.points) == [1, 1])
    #expect(records[0].problems.last?.text == "several files for double; \(latest) counts")
  }

  @Test("a damaged archive is damaged, and never more than that")
  func damage() throws {
    let whole = [UInt8](
      Self.zip(["hw/double.answers": "y = 6", "square.answers": String(repeating: "y", count: 99)]))
    var random = SplitMix64(seededBy: "archives")
    for _ in 0..<4_000 {
      var bytes = whole
      for _ in 0...random.next() % 4 {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      bytes.removeLast(random.next() % 8 == 0 ? Int(random.next() % UInt64(bytes.count)) : 0)
      let groups = StudentArchive.groups("w.zip", .success(bytes))
      let read = groups.flatMap(\.files).filter { (try? $0.read()) != nil }
      #expect(read.count <= 2)
      #expect(groups.flatMap(\.faults).isEmpty)
    }
  }

  @Test("an archive is marked again where only something within it has changed")
  func changes() throws {
    let (folder, output) = (try TestFolder(), try TestFolder())
    func run(_ answer: String) throws -> ClassSummary {
      try folder.write("ada/work.zip", Self.zip(["double.answers": answer]))
      let run = ClassRun(
        folder: try ClassFolder(path: folder.path), library: try SampleLibrary().library,
        output: output.path, jobs: 1, keeping: KeptWork.Settings(version: "1"))
      return try run.run()
    }
    #expect(try run("y = 6").reused == 0)
    #expect(try run("y = 6").reused == 1)
    #expect(try run("y = 7").changes == ["ada: double 1 → 0 points"])
  }

  @Test("within the archive of a class it may be as large as elsewhere")
  func largeWithin() throws {
    let folder = try TestFolder()
    let noise = (0..<(2 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
    var own = ZipBytes()
    own.add("double.answers", "y = 6")
    own.add(Array("scan.png".utf8), noise)
    var zip = ZipBytes()
    zip.add(Array("ada/work.zip".utf8), [UInt8](own.data))
    zip.add("bob/double.answers", "y = 6")
    try folder.write("class.zip", zip.data)
    let reading = try ClassReader().read(folder("class.zip"))
    let lines = DryRun(reading.folder, library: try SampleLibrary().library)
      .lines(of: try #require(reading.folder.students.first))
    #expect(lines.first == "ada → work.zip/double.answers → double")
  }

  @Test("a student's archives together have a limit")
  func together() throws {
    let folder = try TestFolder()
    let noise = [UInt8](repeating: 7, count: 4_000_000)
    for number in 1...5 {
      var zip = ZipBytes()
      zip.add(Array("scan.png".utf8), noise)
      try folder.write("ada/\(number).zip", zip.data)
    }
    let record = try #require(try folder.mark(into: try TestFolder()).records.first)
    #expect(
      record.problems.last?.text
        == "5.zip is left as it is: a student's archives have at most 16 MB in all")
  }

  @Test("an archive that is too large is left alone, and so is a link to one")
  func large() throws {
    let (folder, output) = (try TestFolder(), try TestFolder())
    try folder.makeSparseFile("ada/work.zip", bytes: 5 << 20)
    try folder.write("else.txt", Self.zip(["double.answers": "y = 6"]))
    try folder.makeLink("bob/work.zip", to: folder("else.txt"))
    let records = try folder.mark(into: output).records
    #expect(
      records.map(\.status) == [
        "work.zip has 5120 kB; an archive of a student's has at most 4096 kB",
        "work.zip is a link; links are not followed",
        "else.txt is not a submission (*.answers, *.json or *.swift, or a *.zip of these)",
      ])
  }
}

/// The files of the only student of a class.
private struct StudentFilesSample {
  let groups: [StudentFiles.Group]

  init(_ files: [String: Data]) throws {
    let folder = try TestFolder()
    for (name, data) in files { try folder.write(name, data) }
    let student = try #require(try ClassFolder(path: folder.path).students.first)
    groups = StudentFiles(student, in: folder.path, isHashed: false).groups
  }
}
