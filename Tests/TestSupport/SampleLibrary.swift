import Exercises
import Grading
import Marking

/// Two sound exercises of one step each and a broken one.
package struct SampleLibrary {
  package let folder: TestFolder

  package init() throws {
    folder = try TestFolder()
    try folder.write("double.json", Self.exercise("double", "2*x"))
    try folder.write("square.json", Self.exercise("square", "x^2"))
    // The id is not in the name of the file.
    try folder.write("unfinished.json", Self.exercise("cube", "x^"))
  }

  package var catalogue: Catalogue {
    get throws { try Catalogue(folders: [folder.path], kinds: AnswerKinds.steps) }
  }

  package var library: ExerciseLibrary {
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
