import Answers
import Arguments
import Exercises
import LocatedJSON
import Reports

/// `backmark list`.
struct ListCommand: Command {
  static let declaration = CommandDeclaration(
    "list", abstract: "List the exercises.",
    discussion: """
      Topic by topic, as a course takes them: within a topic the easier first, and each after those \
      that it builds on.
      """,
    options: [
      SharedOptions.assignment,
      SharedOptions.exercises, SharedOptions.format(["text", "json", "ids"]),
      SharedOptions.color, SharedOptions.ascii, SharedOptions.plain, SharedOptions.quiet,
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
      case .failure(let fault) where fault.isMachineFault: throw fault
      case .failure(let fault): faults.append(fault.sentence)
      }
    }
    var course = CourseOrder(exercises)
    if let assignment = try arguments.assignment({ AssignmentFile.points(exercises) }) {
      let all = Dictionary(exercises.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
      course = CourseOrder(asGiven: assignment.exercises.compactMap { all[$0.id] })
      points = Dictionary(
        assignment.exercises.map { ($0.id, $0.maximum) }, uniquingKeysWith: { $1 })
    }
    switch arguments.value("format") {
    case "json": Console.out(json(course.exercises, points), as: .json)
    case "ids": course.exercises.forEach { Console.out($0.id, as: .data) }
    default: if !course.exercises.isEmpty { Console.out(table(course, points)) }
    }
    if course.exercises.isEmpty, faults.isEmpty {
      arguments.note("there are no exercises in \(catalogue.folders.joinedAsWords.harmless)")
    }
    faults.forEach { Console.note($0) }
    return faults.isEmpty ? .success : .unusable
  }

  private func table(_ course: CourseOrder, _ points: [String: Double]) -> String {
    let width = course.exercises.map(\.id.count).max() ?? 0
    let blocks = course.sections.map { section in
      let rows = section.exercises.map { row($0, points[$0.id], width: width) }
      let topic = section.topic ?? (course.sections.count > 1 ? "Other exercises" : nil)
      return (topic.map { [arguments.style($0, .bold)] + rows.map { "  " + $0 } } ?? rows)
        .joined(separator: "\n")
    }
    return blocks.joined(separator: "\n\n")
  }

  private func row(_ exercise: ExerciseHeader, _ points: Double?, width: Int) -> String {
    let extent = exercise.extent(outOf: points ?? exercise.outOf).joined(separator: ", ")
    return arguments.style(exercise.id.padded(to: width), .bold)
      + "  \(exercise.title)  (\(extent))"
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
      json.key("topic")
      if let topic = exercise.place.topic { json.value(topic) } else { json.null() }
      json.key("level")
      if let level = exercise.place.level { json.value(level) } else { json.null() }
      json.key("needs")
      json.beginArray()
      exercise.place.needs.forEach { json.value($0) }
      json.endArray()
      json.key("minutes")
      if let minutes = exercise.place.minutes { json.value(minutes) } else { json.null() }
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
