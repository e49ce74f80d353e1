import Answers
import Arguments
import Authoring
import Classroom
import Foundation
import Grading
import Reports

/// `backmark expect FILE…`.
struct ExpectCommand: Command {
  static let declaration = CommandDeclaration(
    "expect", abstract: "Draft what must come of wrong answers.",
    discussion: """
      The answers are marked, and what comes of them (points, verdicts, words) is written into the \
      'expected.json' beside them, in the form that 'backmark check' holds them against from then \
      on. Correct it where the marking is not what it should be. Entries that are there may have \
      been corrected, and stay unless --replace is given; what differs today is said.

      A path may also be a folder: of the answers to one exercise, or of such folders, as \
      'solutions' is. Model solutions need no entry: they must earn full marks.
      """,
    arguments: [
      ArgumentDeclaration(
        "file", help: "Wrong answers in a folder of solutions, or such a folder.",
        arity: .oneOrMore,
        completion: .file(extensions: ["answers", "json", "swift"]))
    ],
    options: [
      .flag("replace", help: "Write entries anew that are there already."),
      .option(
        "output", short: "o", value: "file",
        help: "Where to write the whole file; - for standard output.",
        defaultText: "expected.json beside the answers", completion: .file(extensions: ["json"])),
      SharedOptions.noSandbox, SharedOptions.allowExternal, SharedOptions.exercises,
      SharedOptions.color, SharedOptions.ascii, SharedOptions.plain, SharedOptions.quiet,
    ],
    examples: [
      CommandExample("backmark expect solutions/16.5/slip.answers"),
      CommandExample("backmark expect solutions/16.5 --replace"),
    ])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  func run() throws -> ExitStatus {
    let catalogue = try arguments.catalogue()
    var drafts = ExpectationDrafts(
      catalogue, replaces: arguments.flag("replace"),
      tools: arguments.flag("quiet") ? arguments.tools : arguments.toolsTellingProgress)
    var isUsable = true
    for (folder, names) in try folders(catalogue) {
      let report = drafts.draft(names, in: folder)
      for fault in report.faults {
        isUsable = false
        Console.note("Error: \(fault)")
      }
      if let text = report.text { try write(text, to: report.file) }
      arguments.note(summary(report))
      for line in report.lines { arguments.note("  \(line)") }
    }
    return isUsable ? .success : .unusable
  }

  /// The folders of the paths, each once, with the names of the answers in it.
  private func folders(_ catalogue: Catalogue) throws -> [(folder: String, names: [String])] {
    var folders: [(folder: String, names: [String])] = []
    for path in arguments.arguments("file") {
      let isThere = FileManager.default.fileExists(atPath: path)
      // A file of answers that is not there is told of beside the others.
      guard isThere || Submission.Format(fileName: path) != nil else {
        throw Complaint(
          catalogue.contains(path)
            ? "'\(path)' is an exercise; name the folder of its wrong answers, as in solutions/\(path)"
            : "there is no file or folder '\(path.harmless)'")
      }
      for (folder, names) in ExpectationDrafts.cases(at: path) {
        guard let index = folders.firstIndex(where: { $0.folder == folder }) else {
          folders.append((folder, names))
          continue
        }
        folders[index].names += names.filter { !folders[index].names.contains($0) }
      }
    }
    folders.removeAll { $0.names.isEmpty }
    if folders.isEmpty {
      throw Complaint("there are no wrong answers here; a model solution needs no entry")
    }
    if arguments.value("output") != nil, folders.count > 1 {
      throw Complaint("--output is for the answers of one folder", .usage)
    }
    return folders
  }

  private func write(_ text: [UInt8], to path: String) throws {
    let path = arguments.value("output") ?? path
    if path == "-" {
      Console.out(String(decoding: text, as: UTF8.self), terminator: "", as: .json)
      return
    }
    try path.write(text)
  }

  private func summary(_ report: ExpectationDrafts.Report) -> String {
    let count = report.drafted
    if count == 0 { return "\(report.file): nothing drafted" }
    let entries = "\(count) \(count == 1 ? "entry" : "entries") drafted"
    return "\(arguments.value("output") ?? report.file): \(entries); correct what is not as it "
      + "should be"
  }
}
