import Foundation

/// How long the tool takes to start and end.
enum StartFigures: FigureGroup {
  static let name = "start"
  static let summary = "start-up of the tool, from before it is started until it has ended"

  static func figures(_ settings: Settings, in folder: String) throws -> [Figure] {
    let backmark = try Subprocess.backmark()
    let own = folder + "/exercises"
    try ClassExercise.write(to: own)
    let hasCatalogue = FileManager.default.fileExists(atPath: "exercises")
    let catalogue = hasCatalogue ? "exercises" : own
    return try [["--version"], ["list", "--exercises", catalogue]].flatMap { words in
      let runs = try (0..<settings.runs(20)).map { _ in
        let run = try Subprocess(backmark, words)
        guard run.exitStatus == 0 else {
          throw Failure("backmark \(words[0]) ended with status \(run.exitStatus)")
        }
        return run
      }
      let name = "\(name)/\(words[0].drop { $0 == "-" })"
      return [
        Figure(
          name: name, title: "backmark \(words[0])", unit: .seconds, target: .atMost(15e-3),
          runs: runs.map(\.seconds)),
        Figure(
          name: "\(name)-processor", title: "backmark \(words[0]), processor time", unit: .seconds,
          runs: runs.map(\.processorSeconds)),
      ]
    }
  }
}
