import Answers
import Arguments
import Classroom
import Exercises
import Grading
import LocatedJSON
import Marking
import Practice
import Reports

/// `backmark hint ID|FILE STEP`.
struct HintCommand: Command {
  static let declaration = CommandDeclaration(
    "hint", abstract: "Give a hint for a step.",
    discussion: """
      The first hints are the author's; then come the equation the step rests on and the shape of \
      the working. None of them holds the answer.

      Where a file of answers is named, or --answer says what you have, and your answer to the step \
      is wrong, the first hints are about what you did: where to look, then what kind of slip it \
      is, then the slip.
      """,
    arguments: [
      ArgumentDeclaration(
        "id", help: "The id of an exercise, or a file with answers to one.",
        completion: .command("list --format ids")),
      ArgumentDeclaration("step", help: "The name of the step, such as delta1."),
    ],
    options: [
      .option("level", short: "l", value: "n", help: "Give the first n hints.", default: "1"),
      .option(
        "answer", short: "a", value: "name=value",
        help: "An answer of yours; may be given several times.", isRepeatable: true),
      SharedOptions.student("Whose numbers they are, where everyone has their own."),
      SharedOptions.noSandbox, SharedOptions.allowExternal, SharedOptions.exercises,
      SharedOptions.color, SharedOptions.quiet,
    ],
    examples: [
      CommandExample("backmark hint worked-3-2-2-1 delta1 --level 2"),
      CommandExample("backmark hint chapter-2-3-1 z1 --answer 'z1 = [0.4, 0.5, 0.1]'"),
    ])

  private let arguments: ParsedArguments
  private let level: Int
  private let extraAnswers: String

  init(_ parsed: ParsedArguments) throws(UsageError) {
    arguments = parsed
    level = try parsed.integer("level", in: 1...100) ?? 1
    extraAnswers = try parsed.extraAnswers()
  }

  func run() throws -> ExitStatus {
    let catalogue = try arguments.catalogue()
    let (submission, id) = try work(catalogue)
    let exercise = try catalogue.exercise(id)
    let step = try step(arguments.argument("step"), of: exercise)
    let answer = submission.flatMap { feedback(on: $0, to: step, of: exercise) }
    if answer?.status == .correct || answer?.status == .followsThrough {
      arguments.note("Your \(step.name) needs no hint: \(answer?.status.reassurance ?? "").")
      return .success
    }
    let ladder = HintLadder(step, in: exercise, after: answer)
    let hints =
      ladder.onAnswer.numbered(of: ladder.onAnswer.count)
      + ladder.rungs.numbered(of: ladder.rungs.count)
    guard !hints.isEmpty else {
      arguments.note("There are no hints for \(step.name).")
      return .success
    }
    let text = HintText(style: arguments.style)
    for (hint, number, count) in hints.prefix(level) {
      Console.out(text.text(hint, number: number, of: count))
    }
    let more =
      submission == nil
      ? "For more: backmark hint \(exercise.id) \(step.name) --level \(level + 1)"
      : "For more: the same with --level \(level + 1)"
    arguments.note(level < hints.count ? more : "These are all the hints for \(step.name).")
    return .success
  }

  // MARK: The student's work

  /// The answers so far, if there are any, and the exercise they are to.
  private func work(_ catalogue: Catalogue) throws -> (Submission?, id: String) {
    let name = arguments.argument("id")
    var submission: Submission
    do {
      submission = try Submission(path: name)
    } catch {
      let isFile = if case .unread(_, .isMissing) = error { false } else { true }
      if isFile, !catalogue.ids.contains(name) { throw error }
      if extraAnswers.isEmpty { return (nil, name) }
      let source = SourceText(
        name: Submission.ofCommandLine, text: "exercise: \(name)\n" + extraAnswers)
      return (try Submission(reading: source, as: .answers), name)
    }
    if !extraAnswers.isEmpty { submission = try submission.adding(extraAnswers) }
    let parts = submission.parts
    guard parts.count == 1, let part = parts.first else {
      throw Complaint("'\(name.harmless)' answers several exercises; a hint is for one of them")
    }
    return (part, part.exercise ?? name.fileName.stem)
  }

  /// What is said of the answer to a step; nil where it has none that could be read.
  private func feedback(
    on submission: Submission, to step: Step, of exercise: Exercise
  ) -> StepFeedback? {
    var marker = Marker(exercise, tools: arguments.tools)
    let feedback = marker.mark(submission, of: arguments.value("student"))
    return feedback.steps.first { $0.name == step.name && $0.status != .unanswered }
  }

  private func step(_ name: String, of exercise: Exercise) throws -> Step {
    if let step = exercise.step(named: name) { return step }
    if exercise.choices.contains(where: { $0.name == name }) {
      throw Complaint("\(name) is yours to choose, so there is no hint for it")
    }
    let names = exercise.steps.map(\.name)
    let advice =
      Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
      ?? "there are \(names.joined(separator: ", "))"
    throw Complaint("exercise \(exercise.id) has no step '\(name.harmless)'; \(advice)")
  }
}

extension [Hint] {
  /// The hints with their numbers among them.
  fileprivate func numbered(of count: Int) -> [(Hint, number: Int, count: Int)] {
    enumerated().map { ($0.element, $0.offset + 1, count) }
  }
}

extension Status {
  fileprivate var reassurance: String {
    self == .correct ? "it is right" : "it follows from what you have before it"
  }
}
