import Classroom
import Exercises
import Foundation
import Gradebooks
import Grading
import Marking

/// How many submissions are marked in a second, files read and results written.
enum ClassFigures: FigureGroup {
  static let name = "class"
  static let summary = "submissions of 11 steps a second, files read and results written"

  static func figures(_ settings: Settings, in folder: String) throws -> [Figure] {
    try ClassExercise.write(to: folder + "/exercises")
    return try Case.all.flatMap { try figures($0, settings, in: folder) }
  }

  /// A class to be marked on one core and on all of them.
  private struct Case {
    let kind: GeneratedClass.Kind
    let layout: GeneratedClass.Layout
    let title: String
    let target: Double?
    /// Whether every student gets pages of feedback too.
    var hasFeedback = false

    static let all = [
      Case(kind: .right, layout: .files, title: "all right", target: 20_000),
      Case(kind: .right, layout: .folders, title: "all right, in folders", target: nil),
      Case(kind: .wrong, layout: .files, title: "all wrong somewhere", target: 5_000),
      Case(
        kind: .mixed, layout: .files, title: "mixed, with both feedback files", target: 4_000,
        hasFeedback: true),
    ]
  }

  private static func figures(
    _ item: Case, _ settings: Settings, in folder: String
  ) throws -> [Figure] {
    let students = settings.isQuick ? min(settings.students, 2_000) : settings.students
    let path = "\(folder)/\(item.kind.rawValue)-\(item.layout.rawValue)"
    try GeneratedClass(kind: item.kind, layout: item.layout, students: students).write(to: path)
    let cores = ProcessInfo.processInfo.activeProcessorCount
    var one: [Double] = []
    var all: [Double] = []
    var work: [Double] = []
    var outcome = Outcome()
    // In turn, so that whatever else the machine does is shared fairly.
    for _ in 0..<settings.runs(5) {
      one.append(try speed(item, path, folder, jobs: 1, students, &outcome))
      let start = Stopwatch.processorSeconds
      all.append(try speed(item, path, folder, jobs: cores, students, &outcome))
      work.append((Stopwatch.processorSeconds - start) / Double(students))
    }
    try FileManager.default.removeItem(atPath: path)
    try outcome.check(item.kind, students)
    let note = item.kind == .wrong ? outcome.sentence : nil
    let name = "\(Self.name)/\(item.kind.rawValue)-\(item.layout.rawValue)"
    return [
      Figure(
        name: "\(name)-one-core", title: "class of \(students), \(item.title), one core",
        unit: .perSecond, runs: one),
      Figure(
        name: "\(name)-all-cores", title: "class of \(students), \(item.title), \(cores) cores",
        unit: .perSecond, target: item.target.map { .atLeast($0) }, runs: all, note: note),
      Figure(
        name: "\(name)-processor",
        title: "class of \(students), \(item.title), processor time of each", unit: .seconds,
        runs: work),
    ]
  }

  /// Submissions a second of one run, from listing the folder to the last byte of the results.
  private static func speed(
    _ item: Case, _ path: String, _ folder: String, jobs: Int, _ students: Int,
    _ outcome: inout Outcome
  ) throws -> Double {
    var found = Outcome()
    // Every run begins with nothing to go on from.
    let output = folder + "/results"
    try? FileManager.default.removeItem(atPath: output)
    let seconds = try Stopwatch.seconds {
      let library = try ExerciseLibrary(
        Catalogue(folders: [folder + "/exercises"], kinds: AnswerKinds.steps))
      let run = ClassRun(
        folder: try ClassFolder(path: path), library: library, output: output, jobs: jobs,
        pages: FeedbackPages(hasFeedback: item.hasFeedback))
      _ = try run.run(each: { record, _ in found.add(record) })
    }
    outcome = found
    return Double(students) / seconds
  }
}

/// What came of a class, to be sure that what was measured is the work itself.
private struct Outcome {
  private var fullMarks = 0
  private var wrongSteps = 0
  private var explainedSteps = 0

  mutating func add(_ record: StudentRecord) {
    for feedback in record.results {
      if feedback.isFullMarks { fullMarks += 1 }
      for step in feedback.steps where step.status == .incorrect {
        wrongSteps += 1
        if step.diagnosis != nil { explainedSteps += 1 }
      }
    }
  }

  func check(_ kind: GeneratedClass.Kind, _ students: Int) throws {
    if kind == .right, fullMarks != students {
      throw Failure("only \(fullMarks) of \(students) right submissions have full marks")
    }
    if kind == .wrong, wrongSteps < students {
      throw Failure("only \(wrongSteps) steps of \(students) wrong submissions are wrong")
    }
  }

  var sentence: String { "\(wrongSteps) steps are wrong; a reason was found for \(explainedSteps)" }
}
