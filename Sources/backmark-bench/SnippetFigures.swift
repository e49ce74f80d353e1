import Answers
import Classroom
import Exercises
import Foundation
import FunctionMarking
import Grading
import LocatedJSON
import Marking
import Sandbox

/// How long a Swift answer takes: compiled, confined, run on 50 inputs and judged.
enum SnippetFigures: FigureGroup {
  static let name = "snippets"
  static let summary = "Swift answers, beside a plain swiftc of the same function"

  static func figures(_ settings: Settings, in folder: String) throws -> [Figure] {
    var figures: [Figure] = []
    for usesBubblewrap in [true, false] {
      var own = SandboxSettings()
      own.usesBubblewrap = own.usesBubblewrap && usesBubblewrap
      let runner = ConfinedRunner(own)
      do throws(FunctionRunner.Fault) {
        let confinement = try runner.selfTest()
        if usesBubblewrap, !confinement.parts.contains(where: { $0.usesBubblewrap }) { continue }
      } catch {
        Bench.note("no Swift answers are measured: \(error.message)")
        return []
      }
      let way = usesBubblewrap ? "bubblewrap" : "built-in"
      figures += try pairs(runner, way, settings, in: folder)
      figures.append(try classOf300(runner, way, settings, in: folder))
    }
    return figures
  }

  // MARK: One answer

  /// A confined answer and a plain program in turn, so that both meet the same machine.
  private static func pairs(
    _ runner: ConfinedRunner, _ way: String, _ settings: Settings, in folder: String
  ) throws -> [Figure] {
    var marker = Marker(try SnippetAnswer.read(), tools: MarkingTools(code: runner.functionRunner))
    var (confined, plain): ([Double], [Double]) = ([], [])
    for number in 0..<settings.runs(15) + 1 {
      let source = SnippetAnswer.source(number)
      let submission = try Submission(
        reading: SourceText(name: "\(SnippetAnswer.id).swift", text: source), as: .swift)
      var feedback: Feedback?
      let seconds = Stopwatch.seconds { feedback = marker.mark(submission) }
      guard feedback?.isFullMarks == true else {
        throw Failure("the answer is not marked right: \(feedback?.steps.first?.says ?? [])")
      }
      let other = try plainSeconds(source, in: "\(folder)/plain-\(way)-\(number)")
      // The first pair warms everything up.
      if number > 0 {
        confined.append(seconds)
        plain.append(other)
      }
    }
    return [
      Figure(
        name: "\(name)/\(way)", title: "a Swift answer on 50 inputs, \(way)", unit: .seconds,
        runs: confined),
      Figure(
        name: "\(name)/\(way)-ratio", title: "the same, against plain swiftc, \(way)",
        unit: .ratio, target: .atMost(0.35), runs: zip(confined, plain).map { $0 / $1 }),
    ]
  }

  /// `swiftc student.swift main.swift -o program && ./program`, without any confinement.
  private static func plainSeconds(_ source: String, in folder: String) throws -> Double {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (student, main) = ("\(folder)/student.swift", "\(folder)/main.swift")
    try source.write(toFile: student, atomically: false, encoding: .utf8)
    try SnippetAnswer.main.write(toFile: main, atomically: false, encoding: .utf8)
    // A program is started without an environment, so the shell is told where compilers are.
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let command =
      "export PATH='\(path)' && swiftc \(student) \(main) -o \(folder)/program && \(folder)/program"
    let run = try Subprocess("/bin/sh", ["-c", command])
    guard run.exitStatus == 0 else { throw Failure("swiftc ended with status \(run.exitStatus)") }
    return run.seconds
  }

  // MARK: A class

  private static func classOf300(
    _ runner: ConfinedRunner, _ way: String, _ settings: Settings, in folder: String
  ) throws -> Figure {
    let students = settings.isQuick ? 20 : 300
    let (path, exercises) = ("\(folder)/class-\(way)", "\(folder)/exercises-\(way)")
    for folder in [path, exercises] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    try SnippetAnswer.exercise.write(
      toFile: "\(exercises)/\(SnippetAnswer.id).json", atomically: false, encoding: .utf8)
    for number in 0..<students {
      let own = "\(path)/student-\(number)"
      try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
      try SnippetAnswer.source(number + 1000).write(
        toFile: "\(own)/\(SnippetAnswer.id).swift", atomically: false, encoding: .utf8)
    }
    let library = try ExerciseLibrary(Catalogue(folders: [exercises], kinds: AnswerKinds.steps))
    var full = 0
    let seconds = try Stopwatch.seconds {
      let run = ClassRun(
        folder: try ClassFolder(path: path), library: library, output: "\(folder)/results-\(way)",
        tools: MarkingTools(code: runner.functionRunner))
      _ = try run.run(each: { record, _ in if record.points == 1 { full += 1 } })
    }
    guard full == students else { throw Failure("\(students - full) answers are not marked right") }
    return Figure(
      name: "\(name)/\(way)-class", title: "\(students) different Swift answers, \(way)",
      unit: .seconds, target: settings.isQuick ? nil : .atMost(30), runs: [seconds])
  }
}

extension Confinement.Part {
  /// Whether this says that bubblewrap is in use.
  fileprivate var usesBubblewrap: Bool { holds && detail.contains("bubblewrap") }
}
