import Answers
import Exercises
import LocatedJSON
import Marking

/// What lies between an exercise file and the first submission: reading and verifying.
enum ReadingFigures: FigureGroup {
  static let name = "reading"
  static let summary = "an exercise file read and verified, a submission read and marked"

  static func figures(_ settings: Settings, in folder: String) throws -> [Figure] {
    let exercise = try ClassExercise.read()
    let reading = try Stopwatch.secondsEach(runs: settings.runs(21)) {
      _ = try ClassExercise.read()
    }
    var isSound = false
    let verifying = Stopwatch.secondsEach(runs: settings.runs(21)) {
      isSound = Verification(exercise).isSound
    }
    guard isSound else { throw Failure("the exercise \(exercise.id) is not sound") }
    var marker = Marker(exercise)
    var points = 0.0
    let generated = GeneratedClass(kind: .right, layout: .files, students: 1)
    let source = SourceText(name: "a.answers", text: generated.text(0, "student"))
    let marking = try Stopwatch.secondsEach(runs: settings.runs(21)) {
      points = marker.mark(try Submission(reading: source, as: .answers)).points
    }
    guard points == exercise.outOf else { throw Failure("a right submission has \(points) points") }
    return [
      Figure(
        name: "\(name)/exercise", title: "an exercise of 11 steps read", unit: .seconds,
        runs: reading),
      Figure(
        name: "\(name)/verification", title: "its key verified", unit: .seconds, runs: verifying),
      Figure(
        name: "\(name)/submission", title: "a right submission read and marked", unit: .seconds,
        runs: marking),
    ]
  }
}
