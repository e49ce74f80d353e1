import Foundation
import TestSupport

/// A shell of this machine, started in a folder with a few files to be completed.
struct RealShell {
  let name: String

  /// Whether tests of the shell are to run: where it is, and where everything must be tested.
  var isTested: Bool { TestRun.requiresAll || path != nil }

  private var path: String? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return folders.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The lines that come of a script, errors among them.
  ///
  /// - Parameters:
  ///   - files: What lies in the folder besides `p.answers`, `p.json`, `p.txt` and the folder `p q`.
  ///   - arguments: The shell's arguments, of which the last is usually the script.
  func lines(files: [String: String] = [:], _ arguments: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "\(name)-completions-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "p q"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let empty = ["p.answers": "", "p.json": "", "p.txt": ""]
    for (name, text) in files.merging(empty, uniquingKeysWith: { file, _ in file }) {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let shell = Process()
    let output = Pipe()
    shell.executableURL = URL(filePath: path ?? "/bin/\(name)")
    shell.currentDirectoryURL = folder
    shell.arguments = arguments
    // What somebody's own settings make of completions is not tested here.
    let settings = ["HOME": folder.path, "TERM": "dumb", "LC_ALL": "C"]
    shell.environment = ProcessInfo.processInfo.environment.merging(settings) { $1 }
    shell.standardInput = FileHandle.nullDevice
    shell.standardOutput = output
    shell.standardError = output
    try shell.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    shell.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
