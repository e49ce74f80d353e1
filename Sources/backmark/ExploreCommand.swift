import Arguments
import Classroom
import Exercises
import Foundation
import Grading
import Marking
import Pages
import SystemCalls

/// `backmark explore ID|FILE`.
struct ExploreCommand: Command {
  static let declaration = CommandDeclaration(
    "explore", abstract: "Make a web page to do an exercise on.",
    discussion: """
      The page is one file that works offline, from a folder or from any web server: the question, \
      a field for each step, the tutor's words, hints, and the answers as a sheet to download.

      The grader is in it as WebAssembly, which '\(WebModule.recipe)' in a clone builds, with the \
      Swift toolchain alone. It is looked for in $\(WebModule.variable), beside the program and in \
      .build-wasm.
      """,
    arguments: [
      ArgumentDeclaration(
        "id", help: "The id of an exercise, or its file.",
        completion: .command("list --format ids"))
    ],
    options: [
      .option(
        "output", short: "o", value: "page", help: "Where to write it.",
        defaultText: "ID.html", completion: .file(extensions: ["html"])),
      SharedOptions.exercises, SharedOptions.color, SharedOptions.quiet,
    ],
    examples: [CommandExample("backmark explore worked-3-2-2-1 -o worked.html")])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  func run() throws -> ExitStatus {
    let exercise = try exercise(arguments.argument("id"))
    let path = arguments.value("output") ?? "\(exercise.id).html"
    try checkPlace(path)
    let page = ExplorePage(exercise, core: try core()).bytes
    do {
      var file = try OutputFile(path)
      try file.write(page)
      try file.commit()
    } catch {
      throw Complaint("\(error)")
    }
    arguments.note("\(path) is ready, \(page.count / 1000) kB; open it in a browser.")
    return .success
  }

  /// The exercise of an id or a file, which may be marked with.
  private func exercise(_ name: String) throws -> Exercise {
    guard name.hasSuffix(".json") else { return try arguments.catalogue().verified(name) }
    let catalogue = Catalogue(files: [name], kinds: AnswerKinds.steps)
    return try catalogue.verified(try catalogue.read(file: name).id)
  }

  /// Only a page made before is written over.
  private func checkPlace(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let beginning = Array(ExplorePage.beginning.utf8)
    let there = FileHandle(forReadingAtPath: path)?.readData(ofLength: beginning.count)
    guard there.map(Array.init) == beginning else {
      throw Complaint("'\(path)' exists already; name another file with -o")
    }
  }

  private func core() throws -> [UInt8] {
    let files = WebModule.candidates(
      program: Bundle.main.executablePath ?? "", environment: ProcessInfo.processInfo.environment)
    guard let file = files.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      throw Complaint(
        """
        there is no grader for web pages here yet: run '\(WebModule.recipe)' in a clone, which \
        takes some minutes, or name the file with $\(WebModule.variable)
        """)
    }
    guard let bytes = FileManager.default.contents(atPath: file).map({ [UInt8]($0) }),
      WebModule.isModule(bytes)
    else { throw Complaint("'\(file)' is no WebAssembly") }
    return bytes
  }
}
