import Authoring
import Foundation
import TestSupport
import Testing

@Suite("Model solutions and wrong answers beside the exercises")
struct ModelSolutionsTests {
  /// A catalogue of the exercise "double" alone, with solutions to it.
  private static func check(_ files: [String: String]) throws -> (ModelSolutions.Report, String) {
    let sample = try SampleLibrary()
    for name in ["square.json", "unfinished.json"] {
      try FileManager.default.removeItem(atPath: sample.folder(name))
    }
    let solutions = try TestFolder()
    for (name, text) in files { try solutions.write(name, text) }
    return try withExtendedLifetime((sample, solutions)) {
      (
        ModelSolutions(solutions.path, catalogue: try sample.catalogue).check(), solutions.path
      )
    }
  }

  private static let expected = """
    { "slip.answers": { "points": 0, "remarks": [], "steps": {
        "y": { "status": "incorrect", "says": ["This is x."] } } } }
    """

  @Test("solutions that are as they must be are counted")
  func sound() throws {
    let (report, _) = try Self.check([
      "double/model.answers": "y = 6", "double/slip.answers": "y = 3",
      "double/expected.json": Self.expected,
    ])
    #expect(report.faults == [])
    #expect(report.models == 1)
    #expect(report.cases == 1)
  }

  @Test("what is missing or otherwise is named with its file")
  func faults() throws {
    let (report, path) = try Self.check([
      "double/model.answers": "y = 3", "double/slip.answers": "y = 6",
      "double/unlisted.answers": "y = 6",
      "double/expected.json":
        #"{ "slip.answers": { "points": 0, "steps": { "y": { "status": "incorrect" }, "#
        + #""z": { "status": "correct" } } }, "gone.answers": {} }"#,
    ])
    #expect(
      report.faults.map(\.line) == [
        "\(path)/double/model.answers:1:1: y is incorrect: This is x.",
        "\(path)/double/slip.answers: earns 1.0 points instead of 0.0",
        "\(path)/double/slip.answers:1:1: y is correct instead of incorrect",
        "\(path)/double/expected.json:1:77: there is no step z",
        "\(path)/double/unlisted.answers: is not listed in expected.json",
        "\(path)/double/expected.json:1:111: there is no file gone.answers",
      ])
  }

  @Test("an exercise without solutions is named")
  func missing() throws {
    let (report, path) = try Self.check(["other/x": ""])
    #expect(
      report.faults.map(\.line) == ["\(path)/double: there is no folder with a model solution"])
  }
}

extension SolutionFault {
  /// The fault without the line that it is in.
  fileprivate var line: String {
    switch self {
    case .placed(let problem):
      "\(problem.file):\(problem.position.line):\(problem.position.column): \(problem.message)"
    case .whole(let file, let message): "\(file): \(message)"
    }
  }
}
