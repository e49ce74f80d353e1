import Answers
import Arguments
import Classroom
import Exercises
import Grading
import LocatedJSON
import Marking
import Reports

/// `backmark grade PATH…`.
struct GradeCommand: Command {
  static let declaration = CommandDeclaration(
    "grade", abstract: "Mark submissions, with feedback for each step.",
    discussion: """
      A path is an .answers, .json or .swift file, or a .txt file that names its exercise; or the id \
      of an exercise, for your answers to it in this folder; or - for standard input. Without any, the \
      sheet here that was saved last is marked.

      With --stdin, each line of standard input is a submission in JSON, and each is answered at \
      once by a line of JSON; so GNU parallel, Spark's pipe or a queue can drive it. A line that \
      cannot be used is answered by one with notes.

      Exit status: 0 for full marks, 1 for less, 2 where something could not be used. With \
      --stdin, 0 at the end of the input, or 75 where the grader failed at something.
      """,
    arguments: [
      ArgumentDeclaration(
        "path", help: GradeCommand.pathHelp, arity: .any,
        completion: ArgumentDeclaration.work.completion)
    ],
    options: [
      .option(
        "answer", short: "a", value: "name=value",
        help: "An answer, in place of what the file has; may be given several times.",
        isRepeatable: true),
      .flag("stdin", help: "Mark submissions in JSON, a line each, as they come."),
      SharedOptions.reveal, SharedOptions.noSandbox, SharedOptions.allowExternal,
      SharedOptions.exercises,
      SharedOptions.format(FeedbackFormats.all.map { $0.name }),
      SharedOptions.color, SharedOptions.ascii, SharedOptions.plain, SharedOptions.quiet,
    ],
    examples: [
      CommandExample("backmark grade 16.5.answers"),
      CommandExample("backmark grade 16.5 --answer parameters=175 --answer forward=154"),
    ])

  private static let pathHelp =
    "A submission, the id of an exercise, or -; otherwise the sheet saved last."

  private let arguments: ParsedArguments
  private let extraAnswers: String

  init(_ parsed: ParsedArguments) throws(UsageError) {
    arguments = parsed
    extraAnswers = try parsed.extraAnswers()
    if parsed.flag("stdin") {
      if !parsed.arguments("path").isEmpty || !extraAnswers.isEmpty {
        throw UsageError(.other("With --stdin there is neither a path nor --answer"))
      }
    }
  }

  func run() throws -> ExitStatus {
    let catalogue = try arguments.catalogue()
    if arguments.flag("stdin") { return try markLines(catalogue) }
    var marked: [MarkedSubmission] = []
    var isUsable = true
    let tools = arguments.flag("quiet") ? arguments.tools : arguments.toolsTellingProgress
    var grader = Grader(catalogue, tools: tools, reveals: arguments.flag("reveal"))
    let paths: [String?] = arguments.arguments("path")
    for path in paths.isEmpty ? [nil] : paths {
      do {
        for (submission, id) in try submissions(path, catalogue) {
          marked.append(try grader.marked(submission, answering: id))
        }
      } catch {
        let complaint = Complaint(about: error)
        guard complaint.status == .unusable else { throw error }
        Console.note("Error: \(complaint.message)")
        isUsable = false
      }
    }
    let isList = paths.count > 1 || marked.count > 1
    let format = FeedbackFormats.named(arguments.value("format")) ?? FeedbackFormats.standard
    Console.out(
      format.text(of: marked, isList: isList, style: arguments.style), terminator: "",
      as: Screen.Form(arguments.value("format")))
    if !isUsable { return .unusable }
    return marked.allSatisfy(\.feedback.isFullMarks) ? .success : .short
  }

  private func markLines(_ catalogue: Catalogue) throws -> ExitStatus {
    var stream = SubmissionStream(
      Grader(
        try ExerciseLibrary(catalogue), tools: arguments.tools, reveals: arguments.flag("reveal")))
    var input = LineInput()
    while let line = input.next() {
      Console.out(stream.answer(line.bytes), terminator: "", as: .json)
    }
    return stream.hasFaults ? .incomplete : .success
  }

  /// What is handed in at a path, or in the sheet saved last, for each exercise with its id.
  private func submissions(
    _ word: String?, _ catalogue: Catalogue
  ) throws -> [(Submission, id: String)] {
    if let word, !extraAnswers.isEmpty, catalogue.contains(word) {
      return [(try Submission(ofCommandLine: extraAnswers, to: word), word)]
    }
    let desk = Desk(catalogue, telling: arguments.note)
    switch try desk.work(word) {
    case .exercise(let id):
      throw Complaint(
        "there are no answers to \(id) in this folder; begin with 'backmark start \(id)', or use "
          + "--answer")
    case .sheet(var submission, let path):
      do {
        if !extraAnswers.isEmpty {
          if !submission.further.isEmpty {
            throw Complaint("'\(path)' answers several exercises; --answer is for a file of one")
          }
          submission = try submission.adding(extraAnswers)
        }
      } catch let error as AnswerFault {
        throw Complaint("'\(path)': \(error.message)")
      }
      return submission.parts.map { ($0, $0.exercise ?? path.fileName.stem) }
    }
  }
}
