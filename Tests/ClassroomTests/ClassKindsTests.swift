import Authoring
import Classroom
import Exercises
import Foundation
import Gradebooks
import Grading
import LocatedJSON
import Marking
import TestSupport
import Testing

@Suite("A class whose answers are read by people and checked by programs")
struct ClassKindsTests {
  private static let exercise = #"""
    { "id": "essay", "title": "T", "statement": "S", "steps": [
      { "name": "w", "kind": "written", "rubric": [ { "says": "names both", "points": 2 } ] },
      { "name": "p", "kind": "external", "command": ["./check.sh"] } ] }
    """#

  private static func library(_ folder: TestFolder) throws -> ExerciseLibrary {
    try folder.write("essay.json", exercise)
    try folder.write("check.sh", "#!/bin/sh\necho '{ \"status\": \"correct\" }'\n")
    chmod(folder("check.sh"), 0o755)
    return try ExerciseLibrary(Catalogue(folders: [folder.path], kinds: AnswerKinds.steps))
  }

  /// The summary, the records and the results of a class of two.
  private static func run(
    tools: MarkingTools = MarkingTools(), marks: String? = nil
  ) throws -> (summary: ClassSummary, records: [StudentRecord], results: String) {
    let (exercises, work, output) = (
      try TestFolder(), try TestFolder(), try TestFolder()
    )
    try work.write("ada/essay.answers", "student: Ada L.\nw = \"\"\"\nTwo\nlines\n\"\"\"\np = up\n")
    try work.write("bob/essay.answers", "w = Short.\n")
    try work.makeFolder("cyd")
    let run = ClassRun(
      folder: try ClassFolder(path: work.path), library: try library(exercises),
      output: output.path,
      tools: tools,
      marks: try marks.map { try ClassMarks(reading: SourceText(name: "m", text: $0)) }
    )
    var records: [StudentRecord] = []
    let summary = try withExtendedLifetime((exercises, work)) {
      try run.run(each: { record, _ in records.append(record) })
    }
    return (summary, records, try output.text(of: "results.jsonl"))
  }

  @Test("what could not be checked is not graded, and what is to be read is no fault")
  func notAllowed() throws {
    let (summary, records, results) = try Self.run()
    #expect(summary.toBeRead == 2)
    #expect(summary.faultCount == 1)
    #expect(!summary.isComplete)
    #expect(
      records[0].status
        == "not graded: essay: p is checked by the instructor's own program; run again with "
        + "--allow-external.; not final: 1 answer to be read")
    #expect(records[1].status == "not final: 1 answer to be read")
    #expect(results.contains(#""status":"toBeRead","points":0,"outOf":2,"#))
    #expect(results.contains(#""answer":"Two\nlines""#))
    let text = ClassText(summary, students: records, marked: [], style: .init()).full
    #expect(
      text.hasSuffix(
        "3 students, 2 to be looked at, 2 answers to be read; 1 piece of work was not graded\n"))
  }

  @Test("marks are merged, by the name of the folder, and programs run where that is allowed")
  func marks() throws {
    let (summary, records, _) = try Self.run(
      tools: MarkingTools(external: ExternalCommand.check),
      marks: #"{ "ada": { "essay": { "w": [1.5] } }, "cyd": { "essay": { "w": [2] } } }"#)
    #expect(summary.toBeRead == 1)
    #expect(summary.isComplete)
    #expect(records.map(\.points) == [2.5, 0, 2])
    #expect(records[0].results[0].steps[0].says.texts == ["1.5 of 2: names both"])
    #expect(
      records[2].status
        == "nothing handed in; there are marks for essay, which was not handed in; "
        + "a person's word on essay: w")
  }

  @Test("a model solution may hold what a person reads")
  func models() throws {
    let (exercises, solutions) = (try TestFolder(), try TestFolder())
    _ = try Self.library(exercises)
    try solutions.write("essay/model.answers", "w = Text.\np = up\n")
    try solutions.write("essay/short.answers", "w = Text.\n")
    try solutions.write(
      "essay/expected.json",
      #"{ "short.answers": { "points": 0, "steps": { "w": { "status": "toBeRead" } } } }"#)
    let catalogue = try Catalogue(folders: [exercises.path], kinds: AnswerKinds.steps)
    let allowed = ModelSolutions(
      solutions.path, catalogue: catalogue, tools: MarkingTools(external: ExternalCommand.check))
    #expect(allowed.check().faults == [])
    let faults = ModelSolutions(solutions.path, catalogue: catalogue).check().faults
    #expect(faults.count == 1)
    #expect("\(faults[0])".contains("p is notRun: p is checked by the instructor's own program"))
    withExtendedLifetime((exercises, solutions)) {}
  }
}
