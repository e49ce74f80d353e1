import Foundation
import TestSupport

/// The built executable, run as a user would run it.
struct Backmark: Sendable {
  /// What came of a run.
  struct Outcome: Equatable, Sendable {
    var output = ""
    var notes = ""
    var status: Int32 = 0
  }

  /// The working directory.
  let workplace: Workplace
  var environment: [String: String] = [:]

  /// Runs a command and waits for its end.
  func callAsFunction(_ arguments: String...) throws -> Outcome {
    try run("\(TestRun.folder)/backmark", arguments)
  }

  /// Runs a line of shell script, in which `backmark` is the executable.
  func shell(_ line: String) throws -> Outcome {
    try run("/bin/sh", ["-c", line])
  }

  /// Runs the executable with a standard output that nobody reads.
  func unread(_ arguments: String...) throws -> (signal: Int32, notes: String) {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let errors = try Capture()
    let process = process("\(TestRun.folder)/backmark", arguments)
    process.standardOutput = pipe
    process.standardError = errors.handle
    try process.run()
    withExtendedLifetime(workplace) { process.waitUntilExit() }
    let signal = process.terminationReason == .uncaughtSignal ? process.terminationStatus : 0
    return (signal, try errors.text())
  }

  private func run(_ executable: String, _ arguments: [String]) throws -> Outcome {
    let (output, errors) = (try Capture(), try Capture())
    let process = process(executable, arguments)
    process.standardOutput = output.handle
    process.standardError = errors.handle
    try process.run()
    withExtendedLifetime(workplace) { process.waitUntilExit() }
    return Outcome(
      output: try output.text(), notes: try errors.text(), status: process.terminationStatus)
  }

  private func process(_ executable: String, _ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: workplace.path)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = ["PATH": "\(TestRun.folder):\(path)"].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    return process
  }
}

/// A file that takes what a program writes; unlike a pipe it is never full.
private final class Capture {
  let handle: FileHandle
  private let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/capture-\(UUID().uuidString)"
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw CocoaError(.fileWriteUnknown) }
    self.handle = handle
  }

  func text() throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  deinit {
    try? handle.close()
    try? FileManager.default.removeItem(atPath: path)
  }
}
