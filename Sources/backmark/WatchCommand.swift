import Answers
import Arguments
import Classroom
import Exercises
import Foundation
import Grading
import Practice
import Reports

/// `backmark watch FILE`.
struct WatchCommand: Command {
  static let declaration = CommandDeclaration(
    "watch", abstract: "Mark a submission again whenever it is saved.",
    discussion: "Keep it running beside your editor. 'q' or control-C ends it.",
    arguments: [
      ArgumentDeclaration(
        "file", help: "A submission, which may be there only later.",
        completion: .file(extensions: ["answers", "json", "swift"]))
    ],
    options: [
      SharedOptions.noSandbox, SharedOptions.allowExternal, SharedOptions.exercises,
      SharedOptions.color, SharedOptions.ascii, SharedOptions.plain,
    ])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  /// How long to wait between two looks at the file, in milliseconds.
  private static let interval: Int32 = 200

  func run() throws -> ExitStatus {
    let path = arguments.argument("file")
    let terminal = try Terminal(orElse: "mark the file once with 'backmark grade \(path)'")
    try check(path)
    var board = MarkingBoard(
      path: path, Grader(try arguments.catalogue(), tools: arguments.toolsTellingProgress))
    var watch = SaveWatch<FileSignature>()
    Interruption.watch()
    return terminal.withKeys {
      var columns = Console.columns(of: 1)
      var isShown = false
      while true {
        let change = watch.observe(FileSignature(path: path))
        let isResized = Console.columns(of: 1) != columns
        columns = Console.columns(of: 1)
        if let change { isShown = change == .saved }
        if change != nil || isResized {
          let text =
            isShown
            ? board.marked(
              style: arguments.style, height: Console.height, isNew: change != nil) : board.missing
          Console.out((terminal.canBeCleared ? Terminal.clearing : "\n") + text)
        }
        switch terminal.keys(within: WatchCommand.interval) {
        case .line(let typed) where typed.contains(where: WatchCommand.endsIt): return .success
        case .line, .silence: continue
        case .end: return .success
        case .interrupted: return .interrupted
        }
      }
    }
  }

  private static func endsIt(_ key: Character) -> Bool { "qQ\u{4}".contains(key) }

  /// Refuses at once what could never be marked.
  private func check(_ path: String) throws {
    guard
      Submission.Format(fileName: path.fileName) != nil
        || Submission.Format.isPlainText(fileName: path.fileName)
    else {
      throw Complaint(
        "'\(path)' is not a submission; its name must end in .answers, .json or .swift")
    }
    let folder = NSString(string: path).deletingLastPathComponent
    var status = stat()
    guard stat(folder.isEmpty ? "." : folder, &status) == 0 else {
      throw Complaint(
        errno == ENOENT
          ? "'\(path)' cannot be watched: there is no folder '\(folder)'"
          : "'\(path)' cannot be watched: '\(folder)': \(String(cString: strerror(errno)))")
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw Complaint("'\(path)' cannot be watched: '\(folder)' is not a folder")
    }
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw Complaint("'\(path)' cannot be watched: it is a folder")
    }
  }
}
