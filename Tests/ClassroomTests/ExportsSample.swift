@testable import Classroom
import Foundation

/// What tests of exports have in common.
enum ExportsSample {
  static let facts = facts()

  static func facts(students: Int = 3, pages: ClassRun.Pages = .init()) -> ClassFacts {
    ClassFacts(
      students: students, knowsLateness: false,
      titles: ["double": "Double it", "square": "Square it"], pages: pages)
  }

  static func order(
    _ file: String = "f", column: String? = nil, facts: ClassFacts = facts
  ) -> ExportOrder {
    ExportOrder(
      file: file, results: "results", facts: facts, column: column,
      environment: ["CLASSROOM": "c", "ASSIGNMENT": "a", "COMMIT_URL": "u", "REVIEW_URL": ""],
      now: "2026-01-01T00:00:00Z")
  }

  /// Everything an export writes of a class, for one student or for all.
  static func text(
    _ form: any ClassExport.Type, _ records: [StudentRecord], _ order: ExportOrder
  ) throws -> String {
    try written(form, records, order).text
  }

  /// The same with what there is to say about it.
  static func written(
    _ form: any ClassExport.Type, _ records: [StudentRecord], _ order: ExportOrder
  ) throws -> (text: String, notes: [String]) {
    var export = try form.init(order)
    var bytes = export.head()
    for record in records { bytes += try export.bytes(of: record) }
    bytes += try export.foot()
    return (String(decoding: bytes, as: UTF8.self), export.notes)
  }

  /// One who is right, one who is wrong and one who handed in nothing.
  static func records() throws -> [StudentRecord] {
    let folder = try TemporaryFolder()
    try folder.write("ada/double.answers", "student: Ada L.\ny = 6")
    try folder.write("bob/double.answers", "y = 3")
    try folder.makeFolder("cy")
    return try folder.mark(into: try TemporaryFolder()).records
  }
}

/// A class that was marked, with its pages.
struct MarkedClass {
  let output: TemporaryFolder
  let run: ClassRun
  let students: [(record: StudentRecord, pages: StudentPages)]

  /// - Parameter reader: What reads the class; as it arrives where none is given.
  init(
    _ folder: TemporaryFolder, _ reader: ClassReader = ClassReader(),
    pages: ClassRun.Pages = .init(),
    shard: Shard? = nil
  ) throws {
    output = try TemporaryFolder()
    run = ClassRun(
      folder: try reader.read(folder.path).folder, shelf: try SampleShelf().shelf,
      output: output.path, pages: pages, keeping: KeptWork.Settings(version: "1"), shard: shard)
    var students: [(StudentRecord, StudentPages)] = []
    _ = try run.run(each: { students.append(($0, $1)) })
    self.students = students
    withExtendedLifetime(folder) {}
  }

  var records: [StudentRecord] { students.map(\.record) }
}
