import Arguments
import Exercises
import LocatedJSON
import Practice
import Reports

/// `backmark hint ID STEP`.
struct HintCommand: Command {
  static let declaration = CommandDeclaration(
    "hint", abstract: "Give a hint for a step.",
    discussion: """
      The first hints are the author's; then come the equation the step rests on and the shape of \
      the working. None of them holds the answer.
      """,
    arguments: [
      .exerciseID,
      ArgumentDeclaration("step", help: "The name of the step, such as delta1."),
    ],
    options: [
      .option("level", short: "l", value: "n", help: "Give the first n hints.", default: "1"),
      SharedOptions.exercises, SharedOptions.color, SharedOptions.quiet,
    ],
    examples: [CommandExample("backmark hint worked-3-2-2-1 delta1 --level 2")])

  private let arguments: ParsedArguments
  private let level: Int

  init(_ parsed: ParsedArguments) throws(UsageError) {
    arguments = parsed
    level = try parsed.integer("level", in: 1...100) ?? 1
  }

  func run() throws -> ExitStatus {
    let exercise = try arguments.catalogue().exercise(arguments.argument("id"))
    let step = try step(arguments.argument("step"), of: exercise)
    let rungs = HintLadder(step, in: exercise).rungs
    guard !rungs.isEmpty else {
      arguments.note("There are no hints for \(step.name).")
      return .success
    }
    let text = HintText(style: arguments.style)
    for (index, hint) in rungs.prefix(level).enumerated() {
      Console.out(text.text(hint, number: index + 1, of: rungs.count))
    }
    arguments.note(
      level < rungs.count
        ? "For more: backmark hint \(exercise.id) \(step.name) --level \(level + 1)"
        : "These are all the hints for \(step.name).")
    return .success
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
