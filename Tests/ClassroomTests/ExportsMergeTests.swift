@testable import Classroom
@testable import Gradebooks
import Foundation
import TestSupport
import Testing

@Suite("Exports of merged shards")
struct ExportsMergeTests {
  /// What a run may meet: right, wrong, unreadable and missing work, and a name whose folder of
  /// pages is called by its number.
  private static func sampleClass() throws -> TestFolder {
    let folder = try TestFolder()
    for number in 1...9 {
      let name = "S \(number)_\(number)_assignsubmission_file_"
      try folder.write("\(name)/double.answers", "student: Ü \(number)\ny = \(number)")
      if number > 5 { try folder.write("\(name)/square.answers", "y = \(number)") }
    }
    try folder.write("A_10_assignsubmission_file_/double.answers", "")
    try folder.write("B_11_assignsubmission_file_/none.answers", "y = 1")
    try folder.write("C_12_assignsubmission_file_/double.json", #"{ "answers": { "y": "3,," } }"#)
    try folder.makeFolder("D_13_assignsubmission_file_")
    let long = String(repeating: "}", count: 70)
    try folder.write("\(long)_14_assignsubmission_file_/double.answers", "y = 3")
    return folder
  }

  private static let downloads = [
    "canvas": "Student,ID,Section,double (1),square (2)\n"
      + "Points Possible,,,1,5\nA,S 3_3_assignsubmission_file_,S,,\nZ,z,S,,\n",
    "moodle": "Identifier,Full name,Grade,Maximum Grade,Feedback comments\n"
      + "S 3_3_assignsubmission_file_,x,,100,\nParticipant 77,z,,100,\n",
  ]

  /// The notes and every file of an export.
  private struct Exported: Equatable {
    var notes: [String]
    var files: [String: Data] = [:]
  }

  /// Writes an export in two folders that are called the same to those who read notes.
  private static func exported(
    _ form: any ClassExport.Type, _ facts: ClassFacts,
    _ each: ((StudentRecord, StudentPages) throws -> Void) throws -> Void
  ) throws -> Exported {
    let folder = try TestFolder()
    let name = form.isPerStudent ? "{student}.x" : "x"
    if let table = downloads[form.name] { try folder.write("x", table) }
    let order = ExportOrder(
      file: folder(name), results: folder("results"), facts: facts, now: "2026-01-01T00:00:00Z")
    let file = try ExportFile(form, order)
    try each { try file.add($0, pages: $1) }
    let outcome = try file.finish()
    var exported = Exported(
      notes: ([outcome.made] + outcome.warnings).map { $0.replacing(folder.path, with: "") })
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where name.hasSuffix("x") {
      exported.files[name] = FileManager.default.contents(atPath: folder(name))
    }
    return exported
  }

  @Test(
    "exports of merged shards are those of one run, byte for byte",
    arguments: [
      FeedbackPages(), FeedbackPages(hasFeedback: false), FeedbackPages(isAnonymous: true),
    ])
  func merged(_ pages: FeedbackPages) throws {
    let folder = try Self.sampleClass()
    let reader = ClassReader(layout: "plain")
    let whole = try MarkedClass(folder, reader, pages: pages)
    let shards = try (1...3).map {
      try MarkedClass(folder, reader, pages: pages, shard: Shard(number: $0, count: 3))
    }
    #expect(whole.records.count == 14)
    for marked in shards + [whole] {
      let zip = try Self.exported(MoodleFeedbackExport.self, ClassFacts(marked.run)) { add in
        for (record, pages) in marked.students { try add(record, pages) }
      }
      // Every page is found, also where the number of the student is a part of its name.
      #expect(!zip.notes.contains { $0.contains("not there") })
    }
    for form in ClassExports.all {
      let one = try Self.exported(form, ClassFacts(whole.run)) { add in
        for (record, pages) in whole.students { try add(record, pages) }
      }
      let output = try TestFolder()
      let merge = try ClassMerge(shards.reversed().map(\.output.path), output: output.path)
      let other = try Self.exported(form, merge.facts) { add in
        var students: [(StudentRecord, StudentPages)] = []
        _ = try merge.run(each: { students.append(($0, $1)) })
        for (record, pages) in students { try add(record, pages) }
      }
      #expect(one == other, "\(form.name)")
      #expect(
        one.files.count == (form.isPerStudent ? 14 : Self.downloads[form.name] == nil ? 1 : 2))
    }
  }
}
