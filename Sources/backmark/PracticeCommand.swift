import Arguments
import Exercises
import Grading
import Practice
import Reports

/// `backmark practice ID`.
struct PracticeCommand: Command {
  static let declaration = CommandDeclaration(
    "practice", abstract: "Work through an exercise, with feedback on each answer.",
    discussion: """
      Asks step after step and marks at once. Wrong answers may be tried again or skipped, and later \
      steps may follow from them. At the prompt, 'hint' helps, 'skip' and 'back' move, 'show' prints \
      the exercise and 'quit' stops.

      The work is kept in an .answers file after every answer; one that is there is continued.
      """,
    arguments: [.exerciseID],
    options: [
      .option(
        "output", short: "o", value: "file", help: "Where to keep the work.",
        defaultText: "ID.answers", completion: .file(extensions: ["answers"])),
      SharedOptions.student("Your name or address, for a new file."),
      SharedOptions.noSandbox, SharedOptions.allowExternal, SharedOptions.exercises,
      SharedOptions.color, SharedOptions.ascii, SharedOptions.plain,
    ])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  func run() throws -> ExitStatus {
    let id = arguments.argument("id")
    var grader = Grader(try arguments.catalogue(), tools: arguments.toolsTellingProgress)
    let found = Result { () throws(Catalogue.Fault) in try grader.exercise(id) }
    if case .success(let exercise) = found, ProgramText(exercise)?.isWhole == true {
      throw Complaint(
        "\(id) is answered by a Swift file: backmark start \(id), then backmark watch \(id).swift")
    }
    var file = try AnswerFile(arguments.value("output") ?? "\(id).answers")
    var terminal = try Terminal(
      orElse: "write your answers to a file with 'backmark start \(id)' and mark it with "
        + "'backmark grade \(id).answers'")
    var exercise = try found.get()
    Interruption.watch()
    var student = try arguments.student() ?? ""
    if exercise.hasOwnNumbers, file.isBlank, student.isEmpty {
      guard let typed = terminal.answer(to: "Everyone has other numbers here. Your id: ") else {
        return Interruption.hasCome ? .interrupted : .success
      }
      student = typed
    }
    if file.isBlank { _ = try exercise.dealt(toNamed: student) }
    let answers = try file.answers(to: exercise, student: student)
    if exercise.hasOwnNumbers {
      guard let owner = answers.submission.student else {
        throw Complaint("'\(file.path)' must say whose numbers to use: add a line 'student: ID'")
      }
      exercise = exercise.dealt(to: owner)
    }
    let session = PracticeSession(exercise, answers: answers, tools: arguments.toolsTellingProgress)
    return try terminal.withEditing { try work(session, &terminal, &file) }
  }

  /// Asks step after step.
  private func work(
    _ start: PracticeSession, _ terminal: inout Terminal, _ file: inout AnswerFile
  ) throws -> ExitStatus {
    var session = start
    // Made anew for each text, since the terminal may have another width by then.
    var text: PracticeText {
      PracticeText(
        start.exercise, student: start.answers.submission.student ?? "", style: arguments.style)
    }
    Console.out(text.opening)
    if file.bytes != nil { Console.out("  This goes on with \(file.path).") }
    var asked: PracticeQuestion?
    while session.state == .asking {
      if asked != session.question { Console.out(text.question(of: session)) }
      asked = session.question
      let replies: [PracticeReply]
      switch terminal.line(after: text.prompt(of: session)) {
      case .line(let line):
        let input = PracticeInput(line: line, isText: session.asksForText)
        replies = try respond(to: input, &session, &file)
      case .end, .silence:
        Console.out("")
        replies = session.quit()
      case .interrupted:
        Console.out("\n\n" + kept(file))
        return .interrupted
      }
      for reply in replies { Console.out(text.reply(reply)) }
    }
    Console.out(
      "\n" + FeedbackText(session.feedback, start.exercise, style: arguments.style).sum)
    Console.out(kept(file))
    return .success
  }

  /// The answers to what was typed, the work being in the file by the time they are shown.
  private func respond(
    to input: PracticeInput, _ session: inout PracticeSession, _ file: inout AnswerFile
  ) throws -> [PracticeReply] {
    var replies: [PracticeReply] = []
    if case .answer = input, let changed = try file.changes() {
      replies = session.takeOver(changed)
    }
    replies += session.respond(to: input)
    if case .answer = input { try file.write(session.answers) }
    return replies
  }

  private func kept(_ file: AnswerFile) -> String {
    file.bytes == nil
      ? "  Nothing has been answered, so nothing is kept."
      : "  Your work is in \(file.path); mark it with: backmark grade \(file.path)"
  }
}
