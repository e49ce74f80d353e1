import Answers
import Arguments
import Exercises
import Grading
import LocatedJSON
import Marking
import Practice
import Reports

/// `backmark hint [ID|FILE] [STEP]`.
struct HintCommand: Command {
  static let declaration = CommandDeclaration(
    "hint", abstract: "Give a hint for a step.",
    discussion: """
      The first hints are the author's; then come the equation the step rests on and the shape of \
      the working. None of them holds the answer.

      Where you have answers, in a file, in this folder or by --answer, and your answer to the step \
      is wrong, the first hints are about what you did: where to look, then what kind of slip it is, \
      then the slip. Without a step it is the first that is not right.

      Asked again, it goes on where it was; --level begins again.
      """,
    arguments: [
      ArgumentDeclaration(
        "id",
        help: "The id of an exercise, or a file with answers; otherwise the sheet saved last.",
        arity: .optional, completion: ArgumentDeclaration.work.completion),
      ArgumentDeclaration(
        "step", help: "The name of the step, such as delta1.", arity: .optional,
        completion: .commandOnArguments("show --format steps")),
    ],
    options: [
      .option(
        "level", short: "l", value: "n", help: "Give the first n hints.",
        defaultText: "the next one"),
      .option(
        "answer", short: "a", value: "name=value",
        help: "An answer of yours; may be given several times.", isRepeatable: true),
      SharedOptions.student("Whose numbers they are, where everyone has their own."),
      SharedOptions.noSandbox, SharedOptions.allowExternal, SharedOptions.exercises,
      SharedOptions.format(["text", "json"]),
      SharedOptions.color, SharedOptions.ascii, SharedOptions.plain, SharedOptions.quiet,
    ],
    examples: [
      CommandExample("backmark hint 16.2.answers"),
      CommandExample("backmark hint worked-3-2-2-1 delta1 --level 2"),
      CommandExample("backmark hint chapter-2-3-1 z1 --answer 'z1 = [0.4, 0.5, 0.1]'"),
    ])

  private let arguments: ParsedArguments
  private let level: Int?
  private let extraAnswers: String

  init(_ parsed: ParsedArguments) throws(UsageError) {
    arguments = parsed
    level = try parsed.integer("level", in: 1...100)
    extraAnswers = try parsed.extraAnswers()
  }

  func run() throws -> ExitStatus {
    let (work, asked) = try work(try arguments.catalogue())
    let exercise = work.exercise
    let feedback = try work.submission.map { submission in
      var marker = Marker(exercise, tools: arguments.tools)
      return marker.mark(submission, of: try arguments.student())
    }
    let isJSON = arguments.isJSON
    guard let step = try asked.map({ try self.step($0, of: exercise) }) ?? open(exercise, feedback)
    else {
      arguments.note("Nothing is wrong or left out in your answers to \(exercise.id).")
      if isJSON {
        Console.out(HintJSON.text([], exercise: exercise.id, step: "", isLast: true), as: .json)
      }
      return .success
    }
    let none = HintJSON.text([], exercise: exercise.id, step: step.name, isLast: true)
    let answer = feedback?.steps.first { $0.name == step.name && $0.status != .unanswered }
    if answer?.status == .correct || answer?.status == .followsThrough {
      arguments.note("Your \(step.name) needs no hint: \(answer?.status.reassurance ?? "").")
      if isJSON { Console.out(none, as: .json) }
      return .success
    }
    let ladder = HintLadder(step, in: exercise, after: answer)
    guard !ladder.onAnswer.isEmpty || !ladder.rungs.isEmpty else {
      arguments.note("There are no hints for \(step.name).")
      if isJSON { Console.out(none, as: .json) }
      return .success
    }
    var memory = HintMemory(exercise, step, answer: work.submission?.text(ofAnswerTo: step))
    let hints = level.map { ladder.first($0) } ?? memory.next(of: ladder)
    let isLast = hints.last.map { ladder.isLast($0) } ?? true
    if isJSON {
      let json = HintJSON.text(hints, exercise: exercise.id, step: step.name, isLast: isLast)
      Console.out(json, as: .json)
    } else {
      let text = HintText(style: arguments.style)
      for hint in hints { Console.out(text.text(hint.hint, number: hint.number, of: hint.count)) }
    }
    memory.note(hints.last, of: ladder)
    let count = level ?? 1
    let more =
      level == nil && memory.isKept
      ? "For more, ask again."
      : work.isOfFile
        ? "For more: the same with --level \(count + 1)"
        : "For more: backmark hint \(exercise.id) \(step.name) --level \(count + 1)"
    arguments.note(isLast ? "These are all the hints for \(step.name)." : more)
    return .success
  }

  // MARK: The student's work

  /// The answers so far, if there are any, and the exercise they are to.
  private struct Work {
    let exercise: Exercise
    let submission: Submission?
    /// Whether more was named than an exercise and its step.
    let isOfFile: Bool
  }

  /// The work, and the step that is asked for.
  private func work(_ catalogue: Catalogue) throws -> (Work, step: String?) {
    let words = [arguments.arguments("id").first, arguments.arguments("step").first]
    let desk = Desk(catalogue, telling: arguments.note)
    if let id = words[0], !extraAnswers.isEmpty, catalogue.contains(id) {
      let submission = try Submission(ofCommandLine: extraAnswers, to: id)
      let exercise = try catalogue.exercise(id)
      return (Work(exercise: exercise, submission: submission, isOfFile: true), words[1])
    }
    if let word = words[0], words[1] == nil, !desk.names(word),
      let work = try work(withStep: word, catalogue)
    {
      return (work, word)
    }
    switch try desk.work(words[0]) {
    case .exercise(let id):
      let exercise = try catalogue.exercise(id)
      return (Work(exercise: exercise, submission: nil, isOfFile: false), words[1])
    case .sheet(let submission, let path):
      let exercise = try catalogue.exercise(submission.exercise ?? path.fileName.stem)
      return (try work(on: submission, exercise, path), words[1])
    }
  }

  /// The sheet at hand, where its exercise has a step of that name.
  private func work(withStep name: String, _ catalogue: Catalogue) throws -> Work? {
    // Which sheet it is, is said once it is known to be meant.
    var found = ""
    let desk = Desk(catalogue) { found = $0 }
    guard case .sheet(let submission, let path)? = try? desk.lastSheet(),
      let exercise = try? catalogue.exercise(submission.exercise ?? path.fileName.stem),
      exercise.step(named: name) != nil
    else { return nil }
    arguments.note(found)
    return try work(on: submission, exercise, path)
  }

  private func work(
    on submission: Submission, _ exercise: Exercise, _ path: String
  ) throws -> Work {
    guard submission.further.isEmpty else {
      throw Complaint("'\(path.harmless)' answers several exercises; a hint is for one of them")
    }
    let answers = extraAnswers.isEmpty ? submission : try submission.adding(extraAnswers)
    let isNamed = arguments.arguments("id").first != exercise.id || !extraAnswers.isEmpty
    return Work(exercise: exercise, submission: answers, isOfFile: isNamed)
  }

  /// The first step that is not right, or else the first that is open.
  private func open(_ exercise: Exercise, _ feedback: Feedback?) -> Step? {
    guard let feedback else { return exercise.steps.first }
    let wrong = feedback.steps.firstIndex {
      [.incorrect, .partial, .unreadable].contains($0.status)
    }
    let unanswered = feedback.steps.firstIndex { $0.status == .unanswered }
    guard let place = wrong ?? unanswered else { return nil }
    let step = exercise.steps[place]
    arguments.note(
      "\(step.name): the first step that \(wrong == nil ? "has no answer" : "is not right").")
    return step
  }

  private func step(_ name: String, of exercise: Exercise) throws -> Step {
    if let step = exercise.step(named: name) { return step }
    if exercise.choices.contains(where: { $0.name == name }) {
      throw Complaint("\(name) is yours to choose, so there is no hint for it")
    }
    throw Complaint(exercise.noStep(name))
  }
}

extension Exercise {
  /// That there is no step of that name, and which may be meant.
  func noStep(_ name: String) -> String {
    let names = steps.map(\.name)
    let advice =
      Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
      ?? "there are \(names.joined(separator: ", "))"
    return "exercise \(id) has no step '\(name.harmless)'; \(advice)"
  }
}

extension Submission {
  /// What was typed for a step, or the program for one that is answered in Swift.
  fileprivate func text(ofAnswerTo step: Step) -> String? {
    if let answer = answers.last(where: { $0.name == step.name }) { return text(of: answer) }
    return step.isAnsweredInSwift ? program.map { String(decoding: $0.bytes, as: UTF8.self) } : nil
  }
}

extension Status {
  fileprivate var reassurance: String {
    self == .correct ? "it is right" : "it follows from what you have before it"
  }
}
