import Classroom
import Gradebooks
import Grading
import TestSupport

extension TestFolder {
  /// Marks the folder as a class; the results go to `output`, names come from the roster.
  func mark(
    into output: TestFolder, jobs: Int? = nil, library: ExerciseLibrary? = nil,
    roster: String? = nil
  ) throws -> (summary: ClassSummary, records: [StudentRecord]) {
    var records: [StudentRecord] = []
    let run = ClassRun(
      folder: try plainClass(roster), library: try library ?? SampleLibrary().library,
      output: output.path, jobs: jobs)
    let summary = try withExtendedLifetime((self, output)) {
      try run.run(each: { record, _ in records.append(record) })
    }
    return (summary, records)
  }

  /// The folder as a class, with what a roster says of its students where there is one.
  func plainClass(_ roster: String? = nil) throws -> ClassFolder {
    guard let roster else { return try ClassFolder(path: path) }
    let reader = ClassReader(layout: "plain", roster: try Roster(Array(roster.utf8)))
    return try reader.read(path).folder
  }
}
