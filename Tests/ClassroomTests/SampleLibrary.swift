import Classroom
import Exercises
import Gradebooks
import Grading
import Marking

/// Two sound exercises of one step each and a broken one.
struct SampleLibrary {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("double.json", Self.exercise("double", "2*x"))
    try folder.write("square.json", Self.exercise("square", "x^2"))
    // The id is not in the name of the file.
    try folder.write("unfinished.json", Self.exercise("cube", "x^"))
  }

  var catalogue: Catalogue {
    get throws { try Catalogue(folders: [folder.path], kinds: AnswerKinds.steps) }
  }

  var library: ExerciseLibrary {
    get throws { try withExtendedLifetime(folder) { try ExerciseLibrary(catalogue) } }
  }

  private static func exercise(_ id: String, _ formula: String) -> String {
    """
    { "id": "\(id)", "title": "\(id)", "statement": "Compute y at x = 3.", "given": { "x": 3 },
      "steps": [{ "name": "y", "formula": "\(formula)", "text": "y",
        "mistakes": [{ "formula": "x", "says": "This is x.", "credit": 0 }] }] }
    """
  }
}

extension TemporaryFolder {
  /// Marks the folder as a class; the results go to `output`.
  func mark(
    into output: TemporaryFolder, jobs: Int? = nil, library: ExerciseLibrary? = nil
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
