import Foundation
import Synchronization
import SystemCalls
import Testing

@Suite("Running another program")
struct ChildProcessTests {
  /// What comes of some words of shell.
  private static func end(
    _ script: String, environment: [String]? = nil, folder: String? = nil, input: String = "",
    seconds: Double = 60, output: ChildProcess.Output = .kept(atMost: 1 << 20)
  ) throws -> ChildProcess.End {
    var process = ChildProcess(
      "/bin/sh", ["-c", script], environment: environment, folder: folder,
      input: Array(input.utf8), deadline: .now + .seconds(seconds))
    process.output = output
    return try process.run()
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("what it reads, writes and ends with is what it was given and what it said")
  func plain() throws {
    let end = try Self.end("cat; echo no >&2; exit 3", input: "yes\n")
    #expect(end.manner == .exit(3))
    #expect(Self.text(end.output) == "yes\n")
    #expect(Self.text(end.errors) == "no\n")
    #expect(!end.wasStopped)
    #expect(try Self.end("kill -TERM $$").manner == .signal(SIGTERM))
    #expect(try Self.end("cat").output == [])
  }

  @Test("while it takes its time, an observer sees what it has written so far")
  func observer() throws {
    let seen = Mutex<[String]>([])
    var process = ChildProcess("/bin/sh", ["-c", "echo a; sleep 1.3; echo b"])
    process.observer = { bytes in seen.withLock { $0.append(Self.text(bytes)) } }
    #expect(Self.text(try process.run().output) == "a\nb\n")
    #expect(seen.withLock { $0 } == ["a\n"])
  }

  @Test("its environment and its folder are those it is given, or else this process's own")
  func surroundings() throws {
    let folder = try TemporaryFolder()
    #expect(
      Self.text(try Self.end("/usr/bin/env", environment: ["A=b c"], folder: folder.path).output)
        .split(separator: "\n").contains("A=b c"))
    #expect(
      Self.text(try Self.end("/bin/pwd", environment: [], folder: folder.path).output)
        == folder.path + "\n")
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    #expect(Self.text(try Self.end("printf %s \"$PATH\"").output) == path)
    #expect(Self.text(try Self.end("printf %s \"$A\"", environment: []).output) == "")
  }

  @Test("more than a pipe holds goes both ways, whether it is read or not")
  func long() throws {
    let long = String(repeating: "x", count: 1 << 20)
    #expect(Self.text(try Self.end("cat", input: long).output) == long)
    #expect(Self.text(try Self.end("echo unread", input: long).output) == "unread\n")
  }

  @Test("of its errors the beginning is kept, and it never waits for somebody to read them")
  func errors() throws {
    let end = try Self.end("head -c 1000000 /dev/zero | tr '\\0' e >&2; echo done")
    #expect(Self.text(end.output) == "done\n")
    #expect(Self.text(end.errors) == String(repeating: "e", count: 4096))
  }

  @Test("at its deadline, or when it writes too much, it is ended")
  func stopped() throws {
    let late = try Self.end("echo begun; sleep 60", seconds: 0.3)
    #expect(late.manner == .timeOut)
    #expect(late.wasStopped)
    #expect(Self.text(late.output) == "begun\n")
    #expect(try Self.end("yes", output: .kept(atMost: 100)).manner == .flood)
    #expect(try Self.end("printf %0100d 0", output: .kept(atMost: 100)).manner == .exit(0))
    #expect(try Self.end("printf %0101d 0", output: .kept(atMost: 100)).manner == .flood)
  }

  @Test("what it leaves running holds nobody up")
  func leftOver() throws {
    let start = ContinuousClock.now
    #expect(Self.text(try Self.end("sleep 60 & echo done").output) == "done\n")
    #expect(start.duration(to: .now) < .seconds(30))
  }

  @Test("what nobody reads is thrown away, and what it took is told")
  func discarded() throws {
    let end = try Self.end(
      "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); echo $i; done; exit 4", output: .discarded)
    #expect(end.manner == .exit(4))
    #expect(end.output == [])
    #expect(end.processorSeconds > 0)
    #expect(end.peakMemory > 100_000)
    let process = ChildProcess("/bin/sh", ["-c", "exit 5"])
    #expect(try process.run().manner == .exit(5))
  }

  @Test("a program that cannot be started is no process")
  func faults() {
    #expect(throws: SystemError(ENOENT)) { _ = try ChildProcess("/nowhere", []).run() }
    #expect(throws: SystemError(EACCES)) { _ = try ChildProcess("/etc/passwd", []).run() }
    #expect(throws: SystemError(ENOENT)) {
      _ = try ChildProcess("/bin/sh", [], folder: "/nowhere").run()
    }
  }

  @Test(
    "it has a session of its own, no open file of ours, and no signal ignored or blocked",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")))
  func nothingOfOurs() throws {
    let folder = try TemporaryFolder()
    try folder.write("ours", "secret")
    let file = open(folder("ours"), O_RDONLY)
    defer { close(file) }
    signal(SIGPIPE, SIG_IGN)
    let script =
      "cat /proc/self/status; echo; cut -d' ' -f5,6 /proc/$$/stat; echo $$; ls -l /proc/$$/fd"
    let parts = Self.text(try Self.end(script).output).components(separatedBy: "\n\n")
    try #require(parts.count == 2)
    for name in ["SigBlk", "SigIgn"] {
      let line = parts[0].split(separator: "\n").first { $0.hasPrefix("\(name):\t") }
      let signals = UInt64(line?.dropFirst(name.count + 2) ?? "", radix: 16)
      // Above the common ones lie those that the C library keeps to itself.
      #expect(signals.map { $0 & 0x7FFF_FFFF } == 0)
    }
    let lines = parts[1].split(separator: "\n")
    #expect(lines[0] == "\(lines[1]) \(lines[1])")
    #expect(!parts[1].contains("/ours"))
  }
}
