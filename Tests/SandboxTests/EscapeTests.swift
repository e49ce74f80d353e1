import Foundation
import FunctionMarking
import SystemCalls
import Testing

@testable import Sandbox

@Suite("What a running program cannot do", .confined)
struct EscapeTests {
  /// Deeds in Swift, each a `Bool` that is true where it succeeded.
  ///
  /// `path` is a
  /// file outside that everybody on the machine may read and write; `parent` who started us.
  private static let all: [(name: String, deed: String)] = [
    ("read a file of the grader", "reads(path)"),
    ("read the passwords' file", "reads(\"/etc/passwd\")"),
    ("read the host's name", "reads(\"/etc/hostname\")"),
    ("read the grader's source", "reads(source)"),
    ("list the root folder", "opendir(\"/\") != nil"),
    ("list the library folder", "opendir(\"/usr/lib\") != nil"),
    ("list the temporary folder", "opendir(folder) != nil"),
    ("list its own folder", "opendir(\".\") != nil"),
    ("read its own source", "reads(\"submission.swift\") || reads(\"adapter0.swift\")"),
    ("see processes", "opendir(\"/proc\") != nil || reads(\"/proc/self/maps\")"),
    ("see the grader's environment", "reads(\"/proc/\\(getppid())/environ\")"),
    ("see itself in /proc", "reads(\"/proc/self/environ\") || reads(\"/proc/self/status\")"),
    ("see devices", "reads(\"/dev/zero\") || reads(\"/dev/mem\") || reads(\"/dev/tty\")"),
    ("see the kernel", "reads(\"/sys/kernel/mm/transparent_hugepage/enabled\")"),
    ("read the compiler", "reads(compiler)"),
    ("write a file", "writes(path)"),
    ("append to a file", "open(path, O_WRONLY | O_APPEND) >= 0"),
    ("truncate a file", "truncate(path, 0) == 0"),
    ("create a file outside", "open(path + \"x\", O_CREAT | O_RDWR, 0o666) >= 0"),
    ("create a file inside", "open(\"out/x\", O_CREAT | O_RDWR, 0o666) >= 0"),
    ("create a nameless file", "open(\"out\", 0o20200000 | O_RDWR, 0o666) >= 0"),
    ("write in shared memory", "open(\"/dev/shm/x\", O_CREAT | O_RDWR, 0o666) >= 0"),
    ("delete a file", "unlink(path) == 0"),
    ("delete its own program", "unlink(\"out/libStudent.so\") == 0"),
    ("rename a file", "rename(path, path + \"y\") == 0"),
    ("plant a link", "symlink(path, \"out/link\") == 0 || symlink(path, path + \"l\") == 0"),
    ("plant a hard link", "link(path, \"out/hard\") == 0 || link(path, path + \"h\") == 0"),
    ("make a folder", "mkdir(\"out/folder\", 0o777) == 0"),
    ("make a pipe with a name", "mkfifo(\"out/pipe\", 0o666) == 0"),
    ("change a file's rights", "chmod(path, 0) == 0"),
    ("change a file's times", "utimes(path, nil) == 0"),
    ("change its folder", "chdir(\"/\") == 0"),
    ("open a TCP socket", "socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0"),
    ("open a UDP socket", "socket(AF_INET6, Int32(SOCK_DGRAM.rawValue), 0) >= 0"),
    ("open a unix socket", "socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) >= 0"),
    ("open a vsock socket", "socket(40, Int32(SOCK_STREAM.rawValue), 0) >= 0"),
    ("open a netlink socket", "socket(16, Int32(SOCK_RAW.rawValue), 0) >= 0"),
    ("open a raw socket", "socket(AF_INET, Int32(SOCK_RAW.rawValue), 1) >= 0"),
    ("open a pair of sockets", "socketpairs()"),
    ("start a process", "forks()"),
    ("start a process by vfork", "call(58) >= 0"),
    ("start a process by clone", "call(56, 17) >= 0"),
    ("start a process by clone3", "call(435) >= 0"),
    ("start a shell", "spawns(\"/bin/sh\")"),
    ("become another program", "execs(\"/bin/true\")"),
    ("become a compiler", "execs(compiler)"),
    ("become a program by its descriptor", "call(322, Int(AT_FDCWD)) >= 0"),
    ("trace its parent", "call(101, 16, Int(getppid())) >= 0"),
    ("be traced by its parent", "call(101, 0) >= 0"),
    ("read its parent's memory", "call(310, Int(getppid())) >= 0"),
    ("write its parent's memory", "call(311, Int(getppid())) >= 0"),
    ("signal its parent", "kill(getppid(), 0) == 0"),
    ("stop its parent", "kill(getppid(), SIGSTOP) == 0"),
    ("kill its group", "kill(0, SIGKILL) == 0 || killpg(getpgrp(), SIGKILL) == 0"),
    ("kill everybody", "kill(-1, SIGKILL) == 0"),
    ("signal a thread elsewhere", "call(200, Int(getppid()), 0) >= 0"),
    ("queue a signal", "call(129, Int(getppid()), 9) >= 0"),
    ("have a signal sent by a file", "fcntl(0, F_SETOWN, getppid()) == 0"),
    ("open its parent's descriptor", "call(434, Int(getppid()), 0) >= 0"),
    ("lower its parent's limits", "call(302, Int(getppid()), 0) >= 0"),
    ("slow its parent down", "call(141, 0, Int(getppid()), 19) >= 0"),
    ("raise its own limits", "raises()"),
    ("leave its session", "setsid() >= 0 || setpgid(0, 0) == 0"),
    ("outlive its parent", "call(157, 1, 0) >= 0"),
    ("become the superuser", "setuid(0) == 0 || setgid(0) == 0"),
    ("have new name spaces", "call(272, 0x1000_0000) >= 0 || call(272, 0x2_0000) >= 0"),
    ("enter name spaces", "call(308, 0, 0) >= 0"),
    ("mount", "call(165) >= 0 || call(428) >= 0"),
    ("change its root", "chroot(\"/\") == 0 || call(155) >= 0"),
    ("use keys", "call(248) >= 0 || call(250, 0, -3, 1) >= 0"),
    ("use io_uring", "call(425, 1) >= 0"),
    ("load a filter into the kernel", "call(321, 0) >= 0"),
    ("watch performance", "call(298) >= 0"),
    ("handle page faults", "call(323, 0) >= 0"),
    ("share memory that outlives it", "call(29, 0, 4096, 0o1666) >= 0"),
    ("queue messages that outlive it", "call(68, 0, 0o1666) >= 0"),
    ("have nameless memory files", "call(319) >= 0 || call(447, 0) >= 0"),
    ("read the kernel's messages", "call(103, 3) >= 0"),
    ("use calls of the future", "call(452) >= 0 || call(470) >= 0"),
    ("have descriptors of the grader", "(4..<1024).contains { fcntl($0, F_GETFD) >= 0 }"),
    (
      "see the grader's environment variables", "getenv(\"PATH\") != nil || getenv(\"HOME\") != nil"
    ),
    ("see arguments of the grader", "CommandLine.arguments.count > 2"),
    ("type into a terminal", "isatty(0) == 1 || reads(\"/dev/tty\")"),
  ]

  /// Without those that are calls by the numbers of another machine.
  static let deeds = all.filter { deed in
    #if arch(x86_64)
      true
    #else
      !deed.deed.contains("call(")
    #endif
  }

  static let source =
    """
    import Glibc

    @_silgen_name("fork") func startProcess() -> Int32
    @_silgen_name("syscall") func system(
      _ number: Int, _ a: Int, _ b: Int, _ c: Int, _ d: Int, _ e: Int, _ f: Int) -> Int

    func call(_ number: Int, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) -> Int {
      system(number, a, b, c, 0, 0, 0)
    }
    func reads(_ path: String) -> Bool {
      let file = open(path, O_RDONLY | O_NONBLOCK)
      if file < 0 { return false }
      var byte: UInt8 = 0
      return read(file, &byte, 1) > 0
    }
    func writes(_ path: String) -> Bool { open(path, O_RDWR) >= 0 || fopen(path, "w") != nil }
    func socketpairs() -> Bool {
      var ends: [Int32] = [0, 0]
      return socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0
    }
    func forks() -> Bool {
      let child = startProcess()
      if child == 0 { _exit(0) }
      return child > 0
    }
    func spawns(_ path: String) -> Bool {
      var child: pid_t = 0
      return posix_spawn(&child, path, nil, nil, [nil], [nil]) == 0
    }
    func execs(_ path: String) -> Bool {
      var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(path), nil]
      return execv(path, &arguments) == 0
    }
    func raises() -> Bool {
      var limit = rlimit(rlim_cur: .max, rlim_max: .max)
      return setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0
    }
    func f(_ x: [Int]) -> [Int] {
      let words = String(decoding: x.map(UInt8.init), as: UTF8.self).split(separator: "\\n")
      let (path, source, compiler, folder) = (
        String(words[0]), String(words[1]), String(words[2]), String(words[3])
      )
      _ = (path, source, compiler, folder)
      var done: [Int] = []

    """ + deeds.enumerated().map { "  if \($1.deed) { done.append(\($0)) }\n" }.joined()
    + "  return done\n}\n"

  @Test(
    "every attempt fails, nothing changes, and the next program is served", arguments: Wall.here)
  func attempts(wall: Wall) async throws {
    let outside = try AnswerFolder(in: NSTemporaryDirectory(), isForNobody: false)
    #expect(chmod(outside.path, 0o777) == 0)
    let sentinel = "\(outside.path)/sentinel"
    try outside.add("sentinel", Array("untouched".utf8), mode: 0o666)
    let toolchain = try Toolchain.find(searchPath: SandboxSettings().searchPath)
    let words = [sentinel, #filePath, toolchain.frontend, NSTemporaryDirectory()]
    let answer = SwiftAnswer(Self.source, Signature("f", .integers, .integers))
    let report = try answer.report(
      [.characters(words.joined(separator: "\n"))], on: wall.runner)
    #expect(report.compilation == .succeeded)
    if case .returned(.array(let done)) = report.outcomes.first {
      let names = done.compactMap { number -> String? in
        if case .int(let place) = number { Self.deeds[place].name } else { nil }
      }
      #expect(names == [])
    } else {
      Issue.record("\(report.outcomes) \(report.text)")
    }
    #expect(try String(contentsOfFile: sentinel, encoding: .utf8) == "untouched")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: outside.path).sorted() == [
        "out", "sentinel",
      ])
    #expect(try await EndedRunners.forgotten().isEmpty)
    #expect(
      try SwiftAnswer("func f(_ x: Double) -> Double { x }").report(1, on: wall.runner).numbers == [
        1
      ])
  }

  /// Looks through the heap below and above a new piece of it, as far as it can be read.
  private static let snoop = """
    import Glibc
    func isThere(_ address: UnsafeRawPointer) -> Bool { write(1, address, 1) == 1 }
    func f(_ x: [Int]) -> Int {
      func sought(_ place: Int) -> UInt8 { UInt8(x[place] - 1) }
      let size = 4096
      let own = malloc(16)!
      var page = UnsafeRawPointer(bitPattern: UInt(bitPattern: own) & ~4095)!
      var last = page + size
      while isThere(page - size) { page -= size }
      while isThere(last) { last += size }
      let bytes = UnsafeRawBufferPointer(start: page, count: last - page)
      var count = 0
      let (first, second) = (sought(0), sought(1))
      for start in 0..<bytes.count - x.count {
        if bytes[start] == first && bytes[start + 1] == second
          && x.indices.allSatisfy({ bytes[start + $0] == sought($0) }) { count += 1 }
      }
      return count
    }
    """

  @Test("a program's memory holds nothing of how it came about", arguments: Wall.here)
  func memory(wall: Wall) throws {
    let answer = SwiftAnswer(Self.snoop, Signature("f", .integers, .int))
    for words in ["-module-cache-path", "-solver-scope", "swiftrt.o"] {
      // Each character is the one after it, lest the program finds its own argument.
      let sought = FunctionValue.array(words.utf8.map { .int(Int($0) + 1) })
      let report = try answer.report([sought], on: wall.runner)
      #expect(report.outcomes == [.returned(.int(0))], "\(words): \(report)")
    }
  }

  @Test("a program that takes all threads takes none of those beside it", arguments: Wall.here)
  func threads(wall: Wall) async throws {
    let hog = SwiftAnswer(
      """
      import Glibc
      func f(_ x: Double) -> Double {
        var started = 0.0
        for _ in 0..<300 {
          var thread = pthread_t()
          if pthread_create(&thread, nil, { _ in sleep(2); return nil }, nil) == 0 { started += 1 }
        }
        sleep(1)
        return started
      }
      """)
    let honest = SwiftAnswer(
      """
      import Glibc
      func f(_ x: Double) -> Double {
        usleep(500_000)
        var started = 0.0
        for _ in 0..<16 {
          var thread = pthread_t()
          if pthread_create(&thread, nil, { _ in usleep(100_000); return nil }, nil) == 0 {
            started += 1
          }
        }
        return started
      }
      """)
    async let greedy = hog.report(1, on: wall.runner).numbers
    async let modest = honest.report(1, on: wall.runner).numbers
    let started = try #require(try await greedy?.first)
    #expect(started <= 64)
    #expect(try await modest == [16])
  }

  @Test("constructors that run while the program is loaded are confined", arguments: Wall.here)
  func constructors(wall: Wall) throws {
    let report = try SwiftAnswer(
      """
      import Glibc
      @_section(".init_array") @_used
      let constructor: @convention(c) () -> Void = {
        print("socket", socket(AF_UNIX, 1, 0), "passwd", open("/etc/passwd", O_RDONLY))
      }
      func f(_ x: Double) -> Double { x }
      """
    ).report(1, on: wall.runner)
    if report.compilation == .succeeded {
      #expect(report.numbers == [1])
      #expect(report.text == "" || report.text == "socket -1 passwd -1\n")
    }
  }
}
