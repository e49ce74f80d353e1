import Answers
import Arguments
import Classroom
import Exercises
import Grading
import LocatedJSON
import Marking
import Reports

/// `backmark solve [ID|FILE] [STEP]`.
struct SolveCommand: Command {
  static let declaration = CommandDeclaration(
    "solve", abstract: "Show the worked solution of an exercise.",
    discussion: """
      The student's own choices and numbers are taken from the sheet. With a step there is that step \
      alone.
      """,
    arguments: [
      ArgumentDeclaration(
        "id",
        help: "The id of an exercise, or a file with answers; otherwise the sheet saved last.",
        arity: .optional, completion: ArgumentDeclaration.work.completion),
      ArgumentDeclaration(
        "step", help: "The name of a step, such as delta1.", arity: .optional,
        completion: .commandOnArguments("show --format steps")),
    ],
    options: [
      .option(
        "with", value: "file", help: "A submission to take the student's own choices from.",
        completion: .file(extensions: ["answers", "json"])),
      .option(
        "path", value: "parameter",
        help: "Take the gradient of this weight or bias apart into its paths, such as W1[1, 2]."),
      SharedOptions.student("Whose numbers to work with, where everyone has their own."),
      SharedOptions.exercises, SharedOptions.format(["text", "json", "html"]),
      SharedOptions.color, SharedOptions.ascii, SharedOptions.plain, SharedOptions.quiet,
    ],
    examples: [
      CommandExample("backmark solve worked-3-2-2-1 --path 'W1[2, 3]'"),
      CommandExample("backmark solve my-16.2.answers"),
    ])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  func run() throws -> ExitStatus {
    let catalogue = try arguments.catalogue()
    let (id, submission, path) = try work(catalogue)
    var exercise = try catalogue.verified(id)
    exercise = try exercise.dealt(toNamed: submission?.student ?? arguments.student())
    let step = try arguments.arguments("step").first.map { name in
      guard let step = exercise.step(named: name) else { throw Complaint(exercise.noStep(name)) }
      return step
    }
    var marker = Marker(exercise)
    if !exercise.choices.isEmpty {
      guard let submission else {
        let names = exercise.choices.map(\.name).joinedAsWords
        throw Complaint("students choose \(names) here; give a file that has them with --with")
      }
      let feedback = marker.mark(submission)
      if feedback.steps.contains(where: { $0.status == .unreadable }) {
        throw Complaint(
          (["'\(path)' does not have every choice"] + feedback.notes.texts).joined(separator: "\n"))
      }
    }
    let form = Screen.Form(arguments.value("format"))
    let steps = step.map { [$0] } ?? exercise.steps
    let paths = step == nil ? try paths(exercise, marker) : nil
    switch form {
    case .json:
      let json = SolutionJSON.text(exercise, key: marker.key, steps: steps, paths: paths)
      Console.out(json, as: form)
    case .html:
      let page = PrintedPage.solution(exercise, key: marker.key, steps: steps, paths: paths)
      Console.out(page, terminator: "", as: form)
    case .text, .markdown, .data:
      let solution = SolutionText(
        exercise, key: marker.key, style: arguments.style, isASCII: Console.screen.isASCII)
      Console.out(step.map { solution.text(of: $0) } ?? solution.full(paths: paths))
    }
    return .success
  }

  /// The exercise that is meant, and a sheet to take choices and numbers from.
  private func work(
    _ catalogue: Catalogue
  ) throws -> (id: String, submission: Submission?, path: String) {
    let word = arguments.arguments("id").first
    if let word, let path = arguments.value("with") {
      return (word, try Submission(path: path), path)
    }
    let named = word ?? arguments.value("with")
    // Whose numbers they are is of no interest where everybody has the same.
    let isOfAll =
      named.flatMap { try? catalogue.exercise($0) }
      .map { !$0.hasOwnNumbers && $0.choices.isEmpty } ?? false
    if let named, isOfAll { return (named, nil, named) }
    switch try Desk(catalogue, telling: arguments.note).work(named) {
    case .exercise(let id): return (id, nil, id)
    case .sheet(let submission, let path):
      return (submission.exercise ?? path.fileName.stem, submission, path)
    }
  }

  /// The paths asked for, or those of the first weight where they are few but more than one.
  private func paths(_ exercise: Exercise, _ marker: Marker) throws -> PathsText? {
    guard let label = arguments.value("path") else {
      return PathsText.ofFirstWeight(exercise, key: marker.key)
    }
    do {
      return try PathsText(label, exercise, key: marker.key)
    } catch {
      throw Complaint(error.message)
    }
  }
}
