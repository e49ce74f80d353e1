import Arguments
import Exercises
import Gradebooks
import LocatedJSON
import Reports

/// `backmark assignment new|check`.
struct AssignmentCommand: Command {
  static let declaration = CommandDeclaration(
    "assignment", abstract: "Write or check what counts in a class, and how much.",
    discussion: """
      'new' writes an assignment with the exercises that are named, or with all there are, each with \
      the points of its own file; 'check' reads one and says what it comes to. The file goes to \
      'class --assignment', and to 'list', 'start' and 'site'.

      Its keys, all but exercises optional: title; exercises, a list of { id, points, due }; outOf, \
      what the total is scaled to; round, the step of totals such as 0.5 (2, 3 and 4 are decimals); \
      due, a time such as 2026-03-01T23:59+01:00; grace, minutes or a text such as "1 h"; late, \
      { perDay, atMost }, shares of the points earned such as 0.1 or "10%", or "1 point"; accept, \
      until when late work is taken: days, "3 days", a time, "always" or "never"; attempts, "newest" \
      or "best"; drop, how many of the weakest exercises are left out; groups, { "name": ["id", …] } \
      or the name of a CSV file with the columns group and student.
      """,
    arguments: [
      ArgumentDeclaration("action", help: "new or check."),
      ArgumentDeclaration(
        "id", help: "The exercises of a new one, or the file to check.", arity: .any),
    ],
    options: [
      .option("title", value: "text", help: "What it is called."),
      .option(
        "output", short: "o", value: "file", help: "Where to write it; - for standard output.",
        defaultText: "assignment.json", completion: .file(extensions: ["json"])),
      SharedOptions.exercises, SharedOptions.color, SharedOptions.ascii, SharedOptions.plain,
      SharedOptions.quiet,
    ],
    examples: [
      CommandExample("backmark assignment new 16.2 16.5 -o hw3.json --title 'Homework 3'"),
      CommandExample("backmark assignment check hw3.json"),
    ])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) throws(UsageError) {
    arguments = parsed
    let action = parsed.argument("action")
    guard ["new", "check"].contains(action) else {
      throw UsageError(.other("An assignment can be 'new' or 'check', not '\(action)'"))
    }
    if action == "check", parsed.arguments("id").count != 1 {
      throw UsageError(.other("'assignment check' needs one file"))
    }
  }

  func run() throws -> ExitStatus {
    let headers = try arguments.catalogue().headers.compactMap { try? $0.get() }
    let points = AssignmentFile.points(headers)
    return try arguments.argument("action") == "new" ? new(headers, points) : check(points)
  }

  private func check(_ points: [String: Double]) throws -> ExitStatus {
    let assignment = try AssignmentFile.read(arguments.arguments("id")[0], points)
    for line in assignment.inWords { Console.out(line) }
    return .success
  }

  private func new(_ headers: [ExerciseHeader], _ points: [String: Double]) throws -> ExitStatus {
    let named = arguments.arguments("id")
    for id in named where points[id] == nil {
      let near = Spelling.nearest(to: id, among: points.keys.sorted())
      throw Complaint(
        "there is no exercise '\(id)'" + (near.map { "; did you mean '\($0)'?" } ?? ""))
    }
    let ids = named.isEmpty ? points.keys.sorted() : named
    let text = AssignmentTemplate(
      title: arguments.value("title") ?? "Assignment",
      exercises: ids.map { ($0, points[$0] ?? 0) }
    ).text
    // What is written must read back.
    _ = try ClassAssignment(reading: SourceText(name: "", text: text), exercises: points)
    let path = arguments.value("output") ?? "assignment.json"
    if path == "-" {
      Console.out(text, terminator: "", as: .json)
      return .success
    }
    try NewFile.write(text, to: path)
    arguments.note(
      "\(path) is ready; then: backmark class FOLDER --out RESULTS --assignment \(path)")
    return .success
  }
}
