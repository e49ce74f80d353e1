import Arguments
import Foundation
import SystemCalls

/// `backmark-bench measure`.
struct MeasureCommand: Command {
  static let declaration = CommandDeclaration(
    "measure", abstract: "Measure everything, or only some groups of figures.",
    discussion: """
      Groups of figures:
      \(FigureGroups.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n"))

      Exit status: 0 where everything was measured, whether the targets are met or not.
      """,
    options: [
      .flag("json", help: "Print JSON instead of a table."),
      .option(
        "only", value: "name", help: "Measure only this group; may be given several times.",
        choices: FigureGroups.all.map { $0.name }, isRepeatable: true),
      .option(
        "students", value: "n", help: "How many students a class has where speed is measured.",
        default: "20000"),
      .flag("quick", help: "Few runs and small classes, to see whether everything works."),
    ],
    examples: [CommandExample("swift run -c release backmark-bench --only class")])

  private let settings: Settings
  private let groups: [any FigureGroup.Type]
  private let printsJSON: Bool

  init(_ parsed: ParsedArguments) throws(UsageError) {
    let students = try parsed.integer("students", in: 1...1_000_000)
    settings = Settings(students: students ?? 20_000, isQuick: parsed.flag("quick"))
    let names = parsed.values("only")
    groups = FigureGroups.all.filter { names.isEmpty || names.contains($0.name) }
    printsJSON = parsed.flag("json")
  }

  func run() throws -> ExitStatus {
    let machine = Machine.current
    guard machine.isOptimised else {
      throw Failure(
        "this is a debug build, whose figures say nothing; run swift run -c release backmark-bench")
    }
    var figures: [Figure] = []
    for group in groups {
      Bench.note("measuring \(group.name): \(group.summary)")
      let folder = try TemporaryFolder(name: "backmark-bench")
      figures += try group.figures(settings, in: folder.path)
    }
    print(
      printsJSON ? FigureJSON.text(figures, machine) : FigureTable.text(figures, machine),
      terminator: "")
    return .success
  }
}
