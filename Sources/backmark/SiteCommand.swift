import Arguments
import Exercises
import Foundation
import Grading
import Pages
import SystemCalls

/// `backmark site --out DIR`.
struct SiteCommand: Command {
  static let declaration = CommandDeclaration(
    "site", abstract: "Make a web site of the exercises.",
    discussion: """
      The folder is ready for any web server: a list of the exercises with how far the reader is, and \
      a page for each. The pages share the grader, which a browser loads once; nothing else is \
      loaded, no cookie is set, and work stays in the reader's browser.

      Opened from a folder, without a server, a browser does not let a page load the grader: \
      'python3 -m http.server --directory DIR' serves it, and 'backmark explore' makes a page that \
      needs no server.
      """,
    options: [
      .option(
        "out", short: "o", value: "dir", help: "The folder, which a site made before may be in.",
        isRequired: true, completion: .directory),
      SharedOptions.assignment,
      SharedOptions.exercises, SharedOptions.color, SharedOptions.ascii, SharedOptions.plain,
      SharedOptions.quiet,
    ],
    examples: [CommandExample("backmark site --out site")])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  func run() throws -> ExitStatus {
    let folder = arguments.value("out") ?? "site"
    try checkPlace(folder)
    let catalogue = try arguments.catalogue()
    var exercises: [Exercise] = []
    if let assignment = try arguments.assignment(in: catalogue) {
      exercises = try assignment.exercises.map { try catalogue.verified($0.id) }
    } else {
      for header in catalogue.headers {
        exercises.append(try catalogue.verified(try header.get().id))
      }
      exercises.sort { $0.id < $1.id }
    }
    guard !exercises.isEmpty else { throw Complaint("there are no exercises for a site") }
    let files = SiteFiles(try .found())
    try makeFolder("\(folder)/exercises")
    try removePages(in: folder, but: exercises.map { SitePage.path(of: $0.id) })
    for (name, bytes) in files.contents { try "\(folder)/\(name)".write(bytes) }
    for exercise in exercises {
      try "\(folder)/\(SitePage.path(of: exercise.id))".write(
        ExplorePage(exercise, in: .site(files)).bytes)
    }
    // The list comes last: what it leads to is there.
    try "\(folder)/index.html".write(SitePage(exercises.map { ExerciseHeader($0) }).bytes)
    let count = exercises.count
    arguments.note(
      "\(folder) is ready with \(count) \(count == 1 ? "exercise" : "exercises"); "
        + "any web server can serve it.")
    return .success
  }

  /// Only a folder that is empty or has a site is written to.
  private func checkPlace(_ folder: String) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    if names.allSatisfy({ $0.hasPrefix(".") }) { return }
    let beginning = Array(SitePage.beginning.utf8)
    let there = FileHandle(forReadingAtPath: "\(folder)/index.html")?
      .readData(ofLength: beginning.count)
    guard there.map(Array.init) == beginning else {
      throw Complaint("there is something else than a site in '\(folder)'; name another folder")
    }
  }

  private func makeFolder(_ path: String) throws {
    do {
      try OutputFile.makeFolder(path)
    } catch {
      throw Complaint("\(error)")
    }
  }

  /// Pages of exercises that are no longer there go.
  private func removePages(in folder: String, but paths: [String]) throws {
    let kept = Set(paths)
    let beginning = Array(ExplorePage.beginning.utf8)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/exercises")) ?? []
    {
      let path = "exercises/\(name)"
      guard name.hasSuffix(".html"), !kept.contains(path),
        let file = FileHandle(forReadingAtPath: "\(folder)/\(path)"),
        Array(file.readData(ofLength: beginning.count)) == beginning
      else { continue }
      try FileManager.default.removeItem(atPath: "\(folder)/\(path)")
    }
  }
}
