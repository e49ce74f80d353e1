import Arguments
import Foundation

/// `backmark-bench generate`, which leaves behind what the class figures are measured on.
struct GenerateCommand: Command {
  static let declaration = CommandDeclaration(
    "generate", abstract: "Write the exercise and a class, for use with a profiler.",
    discussion: """
      FOLDER receives exercises/, class/ and roster.csv, to be marked by \
      'backmark class FOLDER/class --exercises FOLDER/exercises --out RESULTS'.
      """,
    arguments: [
      ArgumentDeclaration("folder", help: "A folder that is made.", completion: .directory)
    ],
    options: [
      .option("students", value: "n", help: "How many students.", default: "20000"),
      .option(
        "kind", value: "kind", help: "What the students hand in.",
        choices: GeneratedClass.Kind.allCases.map(\.rawValue), default: "right"),
      .option(
        "layout", value: "layout", help: "How the class folder is arranged.",
        choices: GeneratedClass.Layout.allCases.map(\.rawValue), default: "files"),
    ])

  private let folder: String
  private let students: Int
  private let kind: GeneratedClass.Kind
  private let layout: GeneratedClass.Layout

  init(_ parsed: ParsedArguments) throws(UsageError) {
    folder = parsed.argument("folder")
    students = try parsed.integer("students", in: 1...1_000_000) ?? 20_000
    kind = try parsed.choice("kind", of: GeneratedClass.Kind.self)
    layout = try parsed.choice("layout", of: GeneratedClass.Layout.self)
  }

  func run() throws -> ExitStatus {
    try ClassExercise.write(to: folder + "/exercises")
    let generated = GeneratedClass(kind: kind, layout: layout, students: students)
    try generated.write(to: folder + "/class")
    try generated.writeRoster(to: folder + "/roster.csv")
    return .success
  }
}
