import Arguments
import Classroom
import Exercises
import Foundation
import Grading
import Reports

/// `backmark check [PATH…]`.
struct CheckCommand: Command {
  static let declaration = CommandDeclaration(
    "check", abstract: "Verify exercises and their solutions before use.",
    discussion: """
      Every key is calculated three ways: by the exercise's formulas, by the BP1–BP4 engine or \
      reverse-mode differentiation, and by finite differences. Model solutions must earn full \
      marks, and the wrong answers beside them the words they are listed with.

      Exit status: 0 where everything is sound, 2 where it is not.
      """,
    arguments: [
      ArgumentDeclaration(
        "path",
        help: "Exercise files, or folders of exercises or solutions; by default the exercises "
          + "and the folder 'solutions'.",
        arity: .any, completion: .file(extensions: ["json"]))
    ],
    options: [
      .flag("schema", help: "Print the JSON Schema of exercise files, for editors, and end."),
      .flag("gradients", help: "Print every gradient beside its central differences."),
      SharedOptions.noSandbox, SharedOptions.allowExternal, SharedOptions.exercises,
      SharedOptions.color, SharedOptions.quiet,
    ])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  func run() throws -> ExitStatus {
    if arguments.flag("schema") {
      Console.out(ExerciseSchema(kinds: AnswerKinds.all).text, terminator: "")
      return .success
    }
    var files: [String] = []
    var solutions: [String] = []
    for path in arguments.arguments("path") {
      if !isFolder(path) {
        files.append(path)
      } else if ModelSolutions.isFolderOfSolutions(path) {
        solutions.append(path)
      } else {
        files += try Catalogue(folder: path).files
      }
    }
    if arguments.arguments("path").isEmpty {
      files = try arguments.catalogue().files
      if isFolder("solutions") { solutions = ["solutions"] }
    }
    var isSound = true
    for file in files where !check(file) { isSound = false }
    for folder in solutions where !(try checkSolutions(folder)) { isSound = false }
    if files.isEmpty, solutions.isEmpty {
      throw Complaint("there are no exercises to check")
    }
    return isSound ? .success : .unusable
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Verifies one exercise file; whether it is sound.
  private func check(_ file: String) -> Bool {
    guard FileManager.default.fileExists(atPath: file) else {
      Console.note("Error: there is no file '\(file)'")
      return false
    }
    do {
      let exercise = try Catalogue(files: [file], kinds: AnswerKinds.all).read(file: file)
      let verification = Verification(exercise)
      for problem in verification.problems { Console.note("\(problem)") }
      let text = VerificationText(verification, exercise, file: file, style: arguments.style)
      Console.out(arguments.flag("quiet") ? text.verdict : text.full)
      if arguments.flag("gradients") { printGradients(of: exercise) }
      return verification.isSound
    } catch .broken(let problems) {
      Console.note("\(problems)")
      Console.out("\(file): not sound")
    } catch {
      Console.note("Error: \(error.sentence)")
    }
    return false
  }

  /// The table of all gradients, where students choose values for ones drawn at random.
  private func printGradients(of exercise: Exercise) {
    var evaluation = exercise.evaluation(for: "variant-1")
    for (slot, value) in exercise.drawnChoices(0) { evaluation.set(slot, to: value) }
    evaluation.run()
    GradientTable(exercise, key: evaluation).lines.forEach { Console.out("  " + $0) }
  }

  private func checkSolutions(_ folder: String) throws -> Bool {
    let catalogue = try arguments.catalogue()
    let solutions = ModelSolutions(folder, catalogue: catalogue, desk: arguments.desk)
    let report = solutions.check()
    for fault in report.faults { Console.note(fault) }
    let (models, cases, faults) = (report.models, report.cases, report.faults.count)
    Console.out(
      "\(folder): \(models) model \(models == 1 ? "solution" : "solutions"), "
        + "\(cases) wrong \(cases == 1 ? "answer" : "answers"), "
        + (faults == 0
          ? "all as they must be" : "\(faults) not as \(faults == 1 ? "it" : "they") must be"))
    return report.faults.isEmpty
  }
}

extension Catalogue {
  fileprivate init(folder: String) throws {
    do {
      try self.init(folders: [folder], kinds: AnswerKinds.all)
    } catch {
      throw Complaint(error.sentence)
    }
  }
}
