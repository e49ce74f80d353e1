import Arguments
import Exercises
import Foundation
import Gradebooks
import Grading
import Reports

/// `backmark start ID`.
struct StartCommand: Command {
  static let declaration = CommandDeclaration(
    "start", abstract: "Write an answer sheet, or a Swift file, to fill in.",
    discussion: """
      With --assignment there is a sheet for each of its exercises, and with --roster one for \
      everybody on it, in DIR/STUDENT: with the student's own numbers and order, which the sheet \
      states and marking compares. 'backmark class DIR' marks what comes back.
      """,
    arguments: [
      ArgumentDeclaration(
        "id", help: "The exercise; those of --assignment where none is named.", arity: .optional,
        completion: ArgumentDeclaration.exerciseID.completion)
    ],
    options: [
      .option(
        "output", short: "o", value: "file",
        help: "Where to write it, a folder where there are several; - for standard output.",
        defaultText: "ID.answers or ID.swift",
        completion: .file(extensions: ["answers", "swift"])),
      SharedOptions.student("Your name or address, to be filled in."),
      .option(
        "roster", value: "file.csv", help: "Write everybody's sheets, into a folder for each.",
        completion: .file()),
      SharedOptions.assignment,
      SharedOptions.exercises, SharedOptions.color, SharedOptions.ascii, SharedOptions.plain,
      SharedOptions.quiet,
    ],
    examples: [
      CommandExample("backmark start 16.2"),
      CommandExample("backmark start --assignment hw3.json --roster class.csv -o sheets"),
    ])

  private let arguments: ParsedArguments
  private let id: String?

  init(_ parsed: ParsedArguments) throws(UsageError) {
    arguments = parsed
    id = parsed.arguments("id").first
    if id == nil, parsed.value("assignment") == nil {
      let subject = ArgumentDeclaration.exerciseID
      throw UsageError(
        .missing(UsageSubject(label: "<\(subject.name)>", help: subject.help)))
    }
    if parsed.value("roster") != nil, parsed.value("student") != nil {
      throw UsageError(.other("'--roster' names the students, so '--student' has no place"))
    }
  }

  func run() throws -> ExitStatus {
    let catalogue = try arguments.catalogue()
    let ids: [String]
    if let id {
      ids = [id]
    } else {
      ids = try arguments.assignment(in: catalogue)?.exercises.map(\.id) ?? []
    }
    let exercises = try ids.map { try catalogue.exercise($0) }
    if arguments.value("roster") != nil { return try handOut(exercises) }
    let student = try arguments.student()
    for exercise in exercises { _ = try exercise.dealt(toNamed: student) }
    if id != nil { return try write(exercises[0], for: student ?? "") }
    let folder = arguments.value("output") ?? "."
    for exercise in exercises {
      let sheet = AnswerSheetFile(exercise, for: student ?? "")
      for (name, text) in sheet.files { try write(text, "\(folder)/\(name)") }
    }
    arguments.note("\(folder) has \(exercises.count) sheets to be filled in.")
    return .success
  }

  private func write(_ exercise: Exercise, for student: String) throws -> ExitStatus {
    let sheet = AnswerSheetFile(exercise, for: student)
    let path = arguments.value("output") ?? sheet.files[0].name
    if path == "-" {
      Console.out(sheet.files[0].text, terminator: "", as: .data)
      return .success
    }
    try NewFile.write(sheet.files[0].text, to: path)
    for (_, text) in sheet.files.dropFirst() {
      let program = NSString(string: path).deletingPathExtension + ".swift"
      try NewFile.write(text, to: program)
      arguments.note("\(program) is for its functions.")
    }
    arguments.note("\(path) is ready. Fill it in, then: backmark grade \(path)")
    return .success
  }

  /// Writes everybody's sheets.
  private func handOut(_ exercises: [Exercise]) throws -> ExitStatus {
    guard let folder = arguments.value("output"), folder != "-" else {
      throw UsageError(.other("'--roster' needs a folder for the sheets: -o DIR"))
    }
    let people = try arguments.roster()?.people ?? []
    var kept = 0
    for (number, person) in people.enumerated() {
      for exercise in exercises {
        _ = try exercise.dealt(toNamed: person.id)
        let place = "\(folder)/\(FolderName(person.id, number: number).text)"
        for (name, text) in AnswerSheetFile(exercise, for: person.id).files {
          kept += try write(text, "\(place)/\(name)") ? 0 : 1
        }
      }
    }
    arguments.note(
      "\(folder) has the sheets of \(people.count) "
        + "\(people.count == 1 ? "student" : "students"), \(exercises.count) for each"
        + (kept > 0 ? "; \(kept) files were there already and stay as they are" : ""))
    arguments.note("What comes back is marked by: backmark class \(folder) --out RESULTS")
    return .success
  }

  /// - Returns: Whether it was written; what is there is never written over.
  @discardableResult
  private func write(_ text: String, _ path: String) throws -> Bool {
    if arguments.value("roster") != nil, FileManager.default.fileExists(atPath: path) {
      return false
    }
    let parent = NSString(string: path).deletingLastPathComponent
    do {
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    } catch {
      throw Complaint("the folder '\(parent)' could not be made: \(error.localizedDescription)")
    }
    try NewFile.write(text, to: path)
    return true
  }
}

/// What a student is given to fill in: a sheet, a Swift file, or both.
private struct AnswerSheetFile {
  /// The files by their names, the sheet first where there is one.
  let files: [(name: String, text: String)]

  init(_ exercise: Exercise, for student: String) {
    let program = ProgramText(exercise)
    let code = program.map { ("\(exercise.id).swift", $0.text(student: student)) }
    if let code, program?.isWhole == true {
      files = [code]
    } else {
      let sheet = ExerciseText(exercise).answerSheet(student: student)
      files = [("\(exercise.id).answers", sheet)] + [code].compactMap { $0 }
    }
  }
}
