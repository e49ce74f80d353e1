import Classroom
import Gradebooks
import Grading
import TestSupport

extension TestFolder {
  /// Marks the folder as a class; the results go to `output`.
  func mark(
    into output: TestFolder, jobs: Int? = nil, library: ExerciseLibrary? = nil
  ) throws -> (summary: ClassSummary, records: [StudentRecord]) {
    var records: [StudentRecord] = []
    let run = ClassRun(
      folder: try ClassFolder(path: path), library: try library ?? SampleLibrary().library,
      output: output.path, jobs: jobs)
    let summary = try withExtendedLifetime((self, output)) {
      try run.run(each: { record, _ in records.append(record) })
    }
    return (summary, records)
  }
}
