import Arguments
import Authoring
import Exercises
import Foundation
import Marking

/// `backmark new ID`.
struct NewCommand: Command {
  static let declaration = CommandDeclaration(
    "new", abstract: "Write a new exercise to begin from.",
    discussion: """
      The file is sound as it stands. Replace its texts and numbers by your own, and run \
      'backmark check' on it as often as you like: it names what is left of the template. The \
      schema from which editors complete and check its keys is put beside it where there is none.

      Templates: \(topics).
      """,
    arguments: [ArgumentDeclaration("id", help: "The id of the exercise, such as 16.7.")],
    options: [
      .option(
        "template", short: "t", value: "topic", help: "What to begin with.",
        choices: ExerciseTemplate.Topic.allCases.map(\.rawValue),
        defaultText: ExerciseTemplate.Topic.formulas.rawValue),
      .option(
        "network", value: "sizes",
        help: "Begin with a network of these sizes, the input first, such as 2-3-1."),
      .option(
        "output", short: "o", value: "file", help: "Where to write it; - for standard output.",
        defaultText: "exercises/ID.json", completion: .file(extensions: ["json"])),
      SharedOptions.color, SharedOptions.ascii, SharedOptions.plain, SharedOptions.quiet,
    ])

  private static let topics = ExerciseTemplate.Topic.allCases
    .map { "\($0.rawValue) (\($0.summary))" }.joined(separator: ", ")

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  func run() throws -> ExitStatus {
    let id = arguments.argument("id")
    guard Exercise.isID(id) else { throw Complaint("'\(id)' cannot be an id; \(Exercise.idRule)") }
    let template = try template(id)
    let path = arguments.value("output") ?? "exercises/\(id).json"
    if path == "-" {
      Console.out(template.text, terminator: "", as: .json)
      return .success
    }
    if arguments.value("output") == nil { try makeFolder("exercises") }
    try NewFile.write(template.text, to: path)
    try writeSchema(beside: path)
    arguments.note(
      "\(path) is ready. Edit its title, statement, numbers and texts; then:\n"
        + "  backmark check \(path)")
    return .success
  }

  private func template(_ id: String) throws -> ExerciseTemplate {
    let topic = arguments.value("template").flatMap { ExerciseTemplate.Topic(rawValue: $0) }
    guard let text = arguments.value("network") else {
      return ExerciseTemplate(id: id, topic: topic ?? .formulas)
    }
    if let topic, topic != .network {
      throw Complaint("--network is for --template network, not \(topic.rawValue)", .usage)
    }
    guard let sizes = ExerciseTemplate.sizes(text) else {
      throw Complaint(
        "a network is written as the sizes of its layers, the input first, as in 2-3-2: "
          + "2 to \(ExerciseTemplate.mostLayers) layers of 1 to \(ExerciseTemplate.mostUnits) units",
        .usage)
    }
    return ExerciseTemplate(id: id, sizes: sizes)
  }

  private func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Complaint("the folder '\(path)' could not be made: \(error.localizedDescription)")
    }
  }

  private func writeSchema(beside path: String) throws {
    let folder =
      path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]) : "."
    let schema = folder.appendingPath("exercise.schema.json")
    if FileManager.default.fileExists(atPath: schema) { return }
    try NewFile.write(ExerciseSchema(kinds: AnswerKinds.steps).text, to: schema)
  }
}
