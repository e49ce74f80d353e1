import Classroom
import Exercises
import Foundation
import Gradebooks
import Grading
import Marking

/// How much faster an unchanged class is marked the second time.
enum ResumeFigures: FigureGroup {
  static let name = "resume"
  static let summary = "a second run over an unchanged class beside the first"

  static func figures(_ settings: Settings, in folder: String) throws -> [Figure] {
    try ClassExercise.write(to: folder + "/exercises")
    let students = settings.isQuick ? min(settings.students, 2_000) : settings.students
    let path = folder + "/class"
    try GeneratedClass(kind: .mixed, layout: .files, students: students).write(to: path)
    let runs = settings.runs(5)
    return [
      Figure(
        name: "\(name)/pages",
        title: "class of \(students) unchanged, with both feedback files, times as fast",
        unit: .ratio, target: .atLeast(5),
        runs: try (0..<runs).map { _ in try ratio(path, folder, students, hasFeedback: true) }),
      Figure(
        name: "\(name)/no-pages",
        title: "class of \(students) unchanged, without, times as fast", unit: .ratio,
        runs: try (0..<runs).map { _ in try ratio(path, folder, students, hasFeedback: false) }),
    ]
  }

  /// How many times as long the first run takes as the second, each from listing the folder to the
  /// last byte of the results.
  private static func ratio(
    _ path: String, _ folder: String, _ students: Int, hasFeedback: Bool
  ) throws -> Double {
    let output = folder + "/results"
    try? FileManager.default.removeItem(atPath: output)
    let catalogue = try Catalogue(folders: [folder + "/exercises"], kinds: AnswerKinds.steps)
    var taken: [Int] = []
    let seconds = try (0..<2).map { _ in
      try Stopwatch.seconds {
        let run = ClassRun(
          folder: try ClassFolder(path: path), library: try ExerciseLibrary(catalogue),
          output: output, pages: FeedbackPages(hasFeedback: hasFeedback),
          keeping: KeptWork.Settings(version: "bench"))
        taken.append(try run.run().reused)
      }
    }
    guard taken == [0, students] else {
      throw Failure("the runs took over \(taken) instead of 0 and \(students) students")
    }
    return seconds[0] / seconds[1]
  }
}
