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

      With --scorm it is a package for a learning-management system, which keeps the work and the \
      best score of the checks. That score is practice; 'backmark class' marks the sheets.

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
      .option(
        "scorm", value: "zip",
        help: "Write a SCORM 1.2 package for a course site instead.",
        completion: .file(extensions: ["zip"])),
      SharedOptions.exercises, SharedOptions.color, SharedOptions.ascii, SharedOptions.plain,
      SharedOptions.quiet,
    ],
    examples: [
      CommandExample("backmark explore worked-3-2-2-1 -o worked.html"),
      CommandExample("backmark explore worked-3-2-2-1 --scorm worked.zip"),
    ])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  func run() throws -> ExitStatus {
    if arguments.value("scorm") != nil, arguments.value("output") != nil {
      throw UsageError(.other("'--output' and '--scorm' name two files; give one of them"))
    }
    let exercise = try exercise(arguments.argument("id"))
    if let path = arguments.value("scorm") {
      try path.checkPlace(length: 64, option: "--scorm", ScormPackage.isPackage)
      let package = ScormPackage(exercise, module: try .found()).bytes
      try path.write(package)
      arguments.note(
        "\(path) is ready, \(package.count / 1000) kB; give it to a course site as SCORM 1.2.")
      return .success
    }
    let path = arguments.value("output") ?? "\(exercise.id).html"
    let beginning = Array(ExplorePage.beginning.utf8)
    try path.checkPlace(length: beginning.count, option: "-o") { $0 == beginning }
    let page = ExplorePage(exercise, in: .file(try .found())).bytes
    try path.write(page)
    arguments.note("\(path) is ready, \(page.count / 1000) kB; open it in a browser.")
    return .success
  }

  /// The exercise of an id or a file, which may be marked with.
  private func exercise(_ name: String) throws -> Exercise {
    guard name.hasSuffix(".json") else { return try arguments.catalogue().verified(name) }
    let catalogue = Catalogue(files: [name], kinds: AnswerKinds.steps)
    return try catalogue.verified(try catalogue.read(file: name).id)
  }
}

extension String {
  /// Only what was made before is written over.
  ///
  /// - Parameter length: How many bytes of a file that is there show whether it was.
  fileprivate func checkPlace(
    length: Int, option: String, _ isMade: ([UInt8]) -> Bool
  ) throws {
    switch FileKind(of: self) {
    // To what is no file, such as a terminal, a page is written as it comes.
    case .missing, .special: return
    case .folder: throw Complaint("'\(self)' is a folder; name a file in it with \(option)")
    case .regular:
      let there = FileHandle(forReadingAtPath: self)?.readData(ofLength: length)
      guard let there, isMade(Array(there)) else {
        throw Complaint("'\(self)' exists already; name another file with \(option)")
      }
    }
  }
}
