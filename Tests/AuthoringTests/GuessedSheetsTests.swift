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

  @Test("that pick answers without reading them are told, but for what is luck")
  func picked() throws {
    func locate(_ lines: String) -> String {
      ["u", "v"].map { #"{ "name": "\#($0)", "kind": "locate", "lines": [\#(lines)] }"# }
        .joined(separator: ", ")
    }
    #expect(
      try findings(steps(locate(#"{ "text": "a", "wrong": true, "says": "w" }, "b", "c""#)))
        == ["who only picks the first of everything earns 2 of 2 points, for 'u', 'v'"])
    #expect(
      try findings(steps(locate(#""a", "b""#)))
        == ["who only picks nothing of anything earns 2 of 2 points, for 'u', 'v'"])
    func choice(_ name: String, correct: Int, keepsOrder: Bool = true) -> String {
      let options = (0..<4).map {
        #"{ "text": "t\#($0)", "correct": \#($0 == correct) }"#
      }
      return #"{ "name": "\#(name)", "kind": "choice", "keepOrder": \#(keepsOrder), "options": ["#
        + options.joined(separator: ", ") + "] }"
    }
    #expect(
      try findings(steps((1...4).map { choice("s\($0)", correct: 0) }.joined(separator: ", ")))
        == [
          "who only picks the first of everything earns 4 of 4 points, for 's1', 's2', 's3', 's4'"
        ])
    #expect(
      try findings(steps((0...3).map { choice("s\($0)", correct: $0) }.joined(separator: ", ")))
        == [])
  }

  @Test("of two numbers in turn are told")
  func inTurn() throws {
    #expect(
      try findings(
        steps(
          #"{ "name": "u", "formula": "x / x" }, { "name": "v", "formula": "0.5 * x / x" }, "#
            + #"{ "name": "w", "formula": "x - 2" }"#,
          given: #""x": 3"#))
        == ["who only writes 1 and 0.5 in turn earns 3 of 3 points, for 'u', 'v', 'w'"])
    // One of each number is luck.
    #expect(
      try findings(
        steps(
          #"{ "name": "u", "formula": "x / x" }, { "name": "v", "formula": "0.5 * x / x" }"#,
          given: #""x": 3"#)) == [])
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
