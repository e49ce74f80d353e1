import Exercises
import Grading
import TestSupport
import Testing

@Suite("The exercises a class is marked with")
struct ExerciseLibraryTests {
  @Test("exercises that cannot be read or proved are there by their id, and not marked with")
  func items() throws {
    let sample = try SampleLibrary()
    try sample.folder.write(
      "wrong.json",
      """
      { "id": "wrong", "title": "t", "statement": "s", "given": { "x": 2 },
        "steps": [{ "name": "y", "formula": "x^2" }, { "name": "d", "formula": "x" }],
        "checks": [{ "gradient": "d", "of": "y", "by": "x" }] }
      """)
    try sample.folder.write("nonsense.json", "{")
    let library = try sample.library
    #expect(library.ids == ["cube", "double", "nonsense", "square", "wrong"])
    #expect(library.faults.map(\.id) == ["cube", "nonsense", "wrong"])
    let reasons = library.faults.map(\.reason)
    let folder = sample.folder
    #expect(reasons[0].hasPrefix("the exercise cannot be used:\n\(folder("unfinished.json")):2:"))
    #expect(reasons[1].hasPrefix("the exercise cannot be used:\n\(folder("nonsense.json")):1:2: "))
    #expect(
      reasons[2].hasPrefix("\(folder("wrong.json")):3:28: error: the key is wrong: d is 2.0, "))
  }

  @Test("two files with one id are an error")
  func duplicate() throws {
    let sample = try SampleLibrary()
    try sample.folder.write("again.json", try sample.folder.text(of: "double.json"))
    let files = ["again.json", "double.json"].map { sample.folder($0) }
    #expect(throws: Catalogue.Fault.duplicate(id: "double", files: files)) { try sample.library }
  }
}
