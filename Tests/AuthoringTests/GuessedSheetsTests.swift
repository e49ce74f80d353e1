import Exercises
import Foundation
import LocatedJSON
import Marking
import TestSupport
import Testing

@testable import Authoring

@Suite("Sheets filled in without knowing anything")
struct GuessedSheetsTests {
  private static let catalogue: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: ProjectFolder.path + "/exercises")
    return (files ?? []).filter { $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") }.sorted()
  }()

  @Test("earn at most a tenth of the points of an exercise of the catalogue", arguments: catalogue)
  func catalogued(_ file: String) throws {
    let path = "\(ProjectFolder.path)/exercises/\(file)"
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let exercise = try Exercise(
      reading: SourceText(name: path, bytes: bytes), kinds: AnswerKinds.steps)
    var trial = AuthorTrial(exercise, draw: 0)
    #expect(trial.guessedFindings().map(\.message) == [])
  }

  private func findings(_ exercise: Exercise) -> [String] {
    var trial = AuthorTrial(exercise, draw: 0)
    return trial.guessedFindings().map(\.message)
  }

  private func steps(_ steps: String, given: String = #""x": [2, 3]"#) throws -> Exercise {
    try Exercise(
      text: """
        { "id": "own", "title": "T", "statement": "S", "given": { \(given) }, "steps": [\(steps)] }
        """)
  }

  @Test("that earn more of an own exercise are told, with what is written and where it earns")
  func own() throws {
    #expect(
      try findings(
        steps(
          #"{ "name": "u", "formula": "x - x" }, { "name": "w", "formula": "2 * (x - x)" }, "#
            + #"{ "name": "v", "formula": "7 * x" }"#))
        == ["who only writes 0 everywhere earns 2 of 3 points, for 'u', 'w'"])
    #expect(
      try findings(
        steps(#"{ "name": "u", "formula": "relu(x)" }, { "name": "v", "formula": "abs(x)" }"#))
        == ["who only copies x everywhere earns 2 of 2 points, for 'u', 'v'"])
    // One number that happens to be right is luck.
    #expect(
      try findings(
        steps(#"{ "name": "u", "formula": "relu(x)" }, { "name": "v", "formula": "7 * x" }"#)) == []
    )
    #expect(try findings(steps(#"{ "name": "u", "formula": "x + [3, 1]" }"#)) == [])
  }

  @Test("earn nothing for a loss and a gradient that fit each other alone")
  func fittingLoss() throws {
    let exercise = try Exercise.code(
      """
      { "name": "loss", "kind": "code", "function": "func loss(_ w: [Double], x: Double, y: Double) -> Double",
        "formula": "0.5 * sum((w * x - y)^2)",
        "inputs": { "random": { "count": 6, "shapes": { "w": [3] } } } }
      """,
      """
      { "name": "gradient", "kind": "code", "points": 9,
        "function": "func gradient(_ w: [Double], x: Double, y: Double) -> [Double]",
        "formula": "(w * x - y) * x", "differences": { "of": "loss", "by": "w" },
        "inputs": { "random": { "count": 6, "shapes": { "w": [3] } } } }
      """)
    #expect(findings(exercise) == [])
  }
}
