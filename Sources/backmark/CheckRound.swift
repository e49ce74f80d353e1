import Arguments
import Authoring
import Classroom
import Exercises
import Foundation
import Grading
import LocatedJSON
import Marking
import Reports

/// One run of `backmark check`: what has been found so far, and how it is told.
struct CheckRound {
  private let arguments: ParsedArguments
  private let isText: Bool
  private var listing = ProblemListing()
  private(set) var isSound = true
  /// What the exercises checked so far state and ask for.
  private var shared = SharedNumbers()

  init(_ arguments: ParsedArguments) {
    self.arguments = arguments
    isText = arguments.value("format") == "text"
  }

  /// Verifies one exercise file.
  mutating func check(_ file: String) throws {
    guard FileManager.default.fileExists(atPath: file) else {
      fail("there is no file '\(file)'", file)
      return
    }
    do {
      let exercise = try Catalogue(files: [file], kinds: AnswerKinds.steps).read(file: file)
      report(on: exercise, file)
    } catch .broken(let problems) {
      isSound = false
      listing.add(problems.list)
      if isText {
        Console.note("\(problems)")
        Console.out("\(file): not sound")
      }
    } catch {
      if error.isMachineFault { throw error }
      fail(error.sentence, file)
    }
  }

  private mutating func report(on exercise: Exercise, _ file: String) {
    let verification = Verification(exercise)
    let author = AuthorCheck(exercise, isSound: verification.isSound)
    if verification.isSound { shared.add(exercise) }
    let problems = verification.problems + author.errors
    if !problems.isEmpty { isSound = false }
    listing.add(problems + author.warnings + author.notes)
    guard isText else { return }
    for problem in problems { Console.note("\(problem)") }
    let isQuiet = arguments.flag("quiet")
    let table = isQuiet || !verification.isSound ? nil : SlipTable(exercise, marks: false)
    let remarks = table?.rows.compactMap { row in row.summary.map { (row.step, $0) } } ?? []
    let text = VerificationText(
      verification, exercise, file: file, faults: author.errors.count,
      remarks: Dictionary(remarks) { first, _ in first }, style: arguments.style)
    Console.out(isQuiet ? text.verdict : text.full)
    for problem in author.warnings + author.notes { arguments.note("\(problem)") }
    if arguments.flag("gradients") { printGradients(of: exercise) }
  }

  /// The table of all gradients, where students choose values for ones drawn at random.
  private func printGradients(of exercise: Exercise) {
    var evaluation = exercise.evaluation(for: "variant-1")
    for (slot, value) in exercise.drawnChoices(0) { evaluation.set(slot, to: value) }
    evaluation.run()
    let table = GradientTable(exercise, key: evaluation)
    for line in table.lines(isPlain: arguments.style.isPlain) { Console.out("  " + line) }
  }

  /// Says which answers of one exercise stand in another.
  mutating func compareExercises() {
    listing.add(shared.warnings)
    if isText { for problem in shared.warnings { arguments.note("\(problem)") } }
  }

  /// Holds a folder of solutions against the exercises.
  mutating func checkSolutions(_ folder: String) throws {
    let catalogue = try arguments.catalogue()
    let solutions = ModelSolutions(folder, catalogue: catalogue, tools: arguments.tools)
    let report = solutions.check()
    let (models, cases, faults) = (report.models, report.cases, report.faults.count)
    if faults > 0 { isSound = false }
    for fault in report.faults {
      switch fault {
      case .placed(let problem): listing.add([problem])
      case .whole(let file, let message): listing.add(message, file: file)
      }
    }
    guard isText else { return }
    for fault in report.faults { Console.note("\(fault)") }
    Console.out(
      "\(folder): \(models) model \(models == 1 ? "solution" : "solutions"), "
        + "\(cases) wrong \(cases == 1 ? "answer" : "answers"), "
        + (faults == 0
          ? "all as they must be" : "\(faults) not as \(faults == 1 ? "it" : "they") must be"))
  }

  private mutating func fail(_ message: String, _ file: String) {
    isSound = false
    listing.add(message, file: file)
    if isText { Console.note("Error: \(message)") }
  }

  /// Prints what programs read.
  func finish() {
    switch arguments.value("format") {
    case "json": Console.out(listing.json, terminator: "", as: .json)
    case "github": Console.out(listing.github, terminator: "", as: .data)
    default: break
    }
  }
}
