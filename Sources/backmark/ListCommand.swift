import Arguments
import Exercises
import LocatedJSON
import Reports

/// `backmark list`.
struct ListCommand: Command {
  static let declaration = CommandDeclaration(
    "list", abstract: "List the exercises.",
    options: [
      SharedOptions.assignment,
      SharedOptions.exercises, SharedOptions.format(["text", "json", "ids"]),
      SharedOptions.color, SharedOptions.quiet,
    ])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  func run() throws -> ExitStatus {
    let catalogue = try arguments.catalogue()
    var exercises: [ExerciseHeader] = []
    var faults: [String] = []
    /// What exercises are out of in an assignment.
    var points: [String: Double] = [:]
    for exercise in catalogue.headers {
      switch exercise {
      case .success(let exercise): exercises.append(exercise)
      case .failure(let fault): faults.append(fault.sentence)
      }
    }
    exercises.sort { $0.id < $1.id }
    if let assignment = try arguments.assignment({ AssignmentFile.points(exercises) }) {
      let all = Dictionary(exercises.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
      exercises = assignment.exercises.compactMap { all[$0.id] }
      points = Dictionary(
        assignment.exercises.map { ($0.id, $0.maximum) }, uniquingKeysWith: { $1 })
    }
    switch arguments.value("format") {
    case "json": Console.out(json(exercises, points))
    case "ids": exercises.forEach { Console.out($0.id) }
    default: Console.out(table(exercises, points))
    }
    faults.forEach { Console.note($0) }
    return faults.isEmpty ? .success : .unusable
  }

  private func table(_ exercises: [ExerciseHeader], _ points: [String: Double]) -> String {
    let width = exercises.map(\.id.count).max() ?? 0
    let style = arguments.style
    return exercises.map { exercise in
      let count = exercise.stepCount
      let size =
        "\(count) \(count == 1 ? "step" : "steps"), \(Numbers.pointsInWords(points[exercise.id] ?? exercise.outOf))"
      return style(exercise.id.padded(to: width), .bold)
        + "  \(exercise.title)  (\(size))"
    }.joined(separator: "\n")
  }

  private func json(_ exercises: [ExerciseHeader], _ points: [String: Double]) -> String {
    var json = JSONWriter(layout: .indented)
    json.beginArray()
    for exercise in exercises {
      json.beginObject()
      json.key("id")
      json.value(exercise.id)
      json.key("title")
      json.value(exercise.title)
      json.key("source")
      if let origin = exercise.origin { json.value(origin) } else { json.null() }
      json.key("steps")
      json.value(exercise.stepCount)
      json.key("points")
      json.value(points[exercise.id] ?? exercise.outOf)
      json.endObject()
    }
    json.endArray()
    return json.text
  }
}
