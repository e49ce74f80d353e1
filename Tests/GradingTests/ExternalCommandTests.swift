import Foundation
import Grading
import Marking
import TestSupport
import Testing

@Suite("Running an instructor's checker")
struct ExternalCommandTests {
  /// What comes of a checker written in shell.
  private static func outcome(
    _ script: String, words: [String] = [], input: String = "{}\n", seconds: Double = 60,
    program: String = "./check.sh", in folder: TestFolder? = nil
  ) throws -> ExternalCheck.Outcome {
    let folder = try folder ?? TestFolder()
    try folder.write("check.sh", "#!/bin/sh\n" + script)
    chmod(folder("check.sh"), 0o755)
    return withExtendedLifetime(folder) {
      ExternalCommand.check.run(
        ExternalCheck.Job(
          command: [program] + words, seconds: seconds, input: Array(input.utf8),
          exerciseFile: folder("16.3.json")))
    }
  }

  private static func output(_ text: String) -> ExternalCheck.Outcome { .output(Array(text.utf8)) }

  @Test("a checker reads its question and works beside the exercise")
  func plain() throws {
    let folder = try TestFolder()
    try folder.write("data.txt", "data\n")
    #expect(
      try Self.outcome("cat - data.txt; printf %s \"$1|$2\"", words: ["a b", "$HOME;"], in: folder)
        == Self.output("{}\ndata\na b|$HOME;"))
    #expect(try Self.outcome("cat", program: "check.sh") == Self.output("{}\n"))
    #expect(try Self.outcome("cat; echo noise >&2") == Self.output("{}\n"))
  }

  @Test("a program on the search path needs no path")
  func searched() throws {
    #expect(
      try Self.outcome("", words: ["-c", "echo found"], program: "sh") == Self.output("found\n"))
  }

  @Test("a long question is no trouble, read or not")
  func longQuestion() throws {
    let long = String(repeating: "x", count: 1 << 20)
    #expect(try Self.outcome("wc -c | tr -d ' '", input: long) == Self.output("1048576\n"))
    #expect(try Self.outcome("echo unread", input: long) == Self.output("unread\n"))
  }

  private static let failures: [(script: String, program: String, reason: String)] = [
    ("exit 3", "./check.sh", "the checker ended with status 3"),
    (
      "echo one >&2; echo 'no module named x' >&2; exit 1", "./check.sh",
      "the checker ended with status 1 and said: no module named x"
    ),
    ("kill -9 $$", "./check.sh", "the checker was ended by signal 9"),
    (
      "", "./nothing.sh",
      "'./nothing.sh' could not be started: No such file or directory"
    ),
    ("", "no-such-program-anywhere", "there is no program 'no-such-program-anywhere'"),
    ("", "/etc/passwd", "'/etc/passwd' could not be started: Permission denied"),
  ]

  @Test("a checker that fails is named with what happened", arguments: failures.indices)
  func eachFailures(_ index: Int) throws {
    let (script, program, reason) = Self.failures[index]
    #expect(try Self.outcome(script, program: program) == .failed(reason))
  }

  /// The process whose number a checker wrote down.
  private static func child(in folder: TestFolder) throws -> Int32 {
    try #require(Int32(try folder.text(of: "child").split(separator: "\n")[0]))
  }

  @Test("a checker that hangs is ended with all it has started")
  func hanging() throws {
    let folder = try TestFolder()
    let start = ContinuousClock.now
    let script = "sleep 60 & echo $! > child; wait"
    #expect(
      try Self.outcome(script, seconds: 0.5, in: folder)
        == .failed("the checker took longer than 0.5 s"))
    #expect(start.duration(to: .now) < .seconds(20))
    let child = try Self.child(in: folder)
    try Self.expectGone(child)
  }

  @Test("what a checker leaves running is ended, and is not waited for")
  func leftOver() throws {
    let folder = try TestFolder()
    let start = ContinuousClock.now
    #expect(
      try Self.outcome("sleep 60 & echo $! > child; echo done", seconds: 30, in: folder)
        == Self.output("done\n"))
    #expect(start.duration(to: .now) < .seconds(20))
    let child = try Self.child(in: folder)
    try Self.expectGone(child)
  }

  @Test("what leaves the checker's group is not waited for, and is ended as well")
  func otherGroup() throws {
    let folder = try TestFolder()
    for script in ["timeout 60 sleep 60 & echo $! > child; wait", "timeout 60 sleep 60"] {
      let start = ContinuousClock.now
      #expect(
        try Self.outcome(script, seconds: 0.5, in: folder)
          == .failed("the checker took longer than 0.5 s"))
      #expect(start.duration(to: .now) < .seconds(20))
    }
    let child = try Self.child(in: folder)
    try Self.expectGone(child)
  }

  @Test("a daemon is not waited for")
  func daemon() throws {
    let folder = try TestFolder()
    let start = ContinuousClock.now
    let script = "setsid sh -c 'echo $$ > child; sleep 60' & sleep 0.3; echo done"
    #expect(try Self.outcome(script, seconds: 30, in: folder) == Self.output("done\n"))
    #expect(start.duration(to: .now) < .seconds(20))
    if let daemon = Int32(try folder.text(of: "child").split(separator: "\n")[0]) {
      kill(-daemon, SIGKILL)
    }
  }

  /// Waits a moment for a process to be no more, or no more than a name to be reaped.
  private static func expectGone(_ process: Int32) throws {
    for _ in 0..<200 {
      if kill(process, 0) != 0 { return }
      let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      if let status, status.contains(") Z ") { return }
      usleep(10_000)
    }
    Issue.record("process \(process) is still there")
  }

  @Test("a checker that never stops writing is ended", .edge(of: "written by a checker"))
  func flooding() throws {
    #expect(try Self.outcome("yes") == .failed("the checker wrote more than 64 KiB"))
    #expect(
      try Self.outcome("head -c 65537 /dev/zero") == .failed("the checker wrote more than 64 KiB"))
    #expect(
      try Self.outcome("yes >&2", seconds: 0.5) == .failed("the checker took longer than 0.5 s"))
    let most = try Self.outcome("head -c 65536 /dev/zero | tr '\\0' x")
    #expect(most == Self.output(String(repeating: "x", count: 65536)))
  }

  @Test("a checker gets no open file of ours")
  func descriptors() throws {
    guard FileManager.default.fileExists(atPath: "/proc/self/fd") else { return }
    let folder = try TestFolder()
    try folder.write("gradebook-of-ours", "secret")
    let file = open(folder("gradebook-of-ours"), O_RDONLY)
    defer { close(file) }
    guard case .output(let bytes) = try Self.outcome("ls -l /proc/$$/fd", in: folder) else {
      Issue.record("the checker did not end well")
      return
    }
    let list = String(decoding: bytes, as: UTF8.self)
    #expect(list.contains("check.sh"))
    #expect(!list.contains("gradebook-of-ours"))
  }

  @Test("many at once do not mix", .timeLimit(.minutes(2)))
  func parallel() async throws {
    let folder = try TestFolder()
    try folder.write("check.sh", "#!/bin/sh\ncat\necho \"$1\"\n")
    chmod(folder("check.sh"), 0o755)
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<24 {
        group.addTask {
          ExternalCommand.check.run(
            ExternalCheck.Job(
              command: ["./check.sh", "w\(number)"], seconds: 30, input: Array("i\(number)\n".utf8),
              exerciseFile: folder("e.json"))) == .output(Array("i\(number)\nw\(number)\n".utf8))
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
