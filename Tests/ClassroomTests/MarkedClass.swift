import Foundation
import Gradebooks
import TestSupport

@testable import Classroom

/// A class that was marked, with its pages.
struct MarkedClass {
  let output: TestFolder
  let run: ClassRun
  let students: [(record: StudentRecord, pages: StudentPages)]

  /// - Parameter reader: What reads the class; as it arrives where none is given.
  init(
    _ folder: TestFolder, _ reader: ClassReader = ClassReader(),
    pages: FeedbackPages = .init(),
    shard: Shard? = nil
  ) throws {
    output = try TestFolder()
    run = ClassRun(
      folder: try reader.read(folder.path).folder, library: try SampleLibrary().library,
      output: output.path, pages: pages, keeping: KeptWork.Settings(version: "1"), shard: shard)
    var students: [(StudentRecord, StudentPages)] = []
    _ = try run.run(each: { students.append(($0, $1)) })
    self.students = students
    withExtendedLifetime(folder) {}
  }

  var records: [StudentRecord] { students.map(\.record) }
}
