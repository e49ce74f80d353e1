import Foundation
import FunctionMarking
import Testing

@testable import Sandbox

@Suite("What the machine lacks is never the student's fault")
struct MachineFaultsTests {
  private func fault(_ change: (inout SandboxSettings) -> Void) -> String? {
    do throws(FunctionRunner.Fault) {
      let runner = ConfinedRunner(Wall.builtIn.settings(change)).functionRunner
      _ = try runner.report(
        on: FunctionJob(
          source: Array("func f(_ x: Double) -> Double { x }".utf8), functions: [.number],
          calls: [.init(function: 0, arguments: [.double(1)])]))
      return nil
    } catch {
      return error.message
    }
  }

  @Test("no compiler", .enabled(if: ProcessInfo.processInfo.environment["PATH"] != nil))
  func noCompiler() {
    #expect(
      fault { $0.searchPath = "/nowhere:relative" }
        == "no Swift compiler was found in PATH, so Swift functions cannot be marked; install "
        + "Swift from swift.org or add its usr/bin folder to PATH. Numeric work is still marked")
  }

  @Test("no runner", .confined)
  func noRunner() {
    #expect(
      fault { $0.runner = "/nowhere/backmark-runner" }
        == "the program backmark-runner was not found beside backmark, so Swift functions cannot "
        + "be marked; build it with `swift build`, or copy it into the same folder. Numeric work "
        + "is still marked")
  }

  @Test("a runner that is none", .confined)
  func wrongRunner() {
    #expect(
      fault { $0.runner = "/bin/true" }
        == "the runner ended without an answer; the machine may be out of memory")
  }

  @Test("no folder to work in", .confined)
  func noTemporaryFolder() {
    let message = fault { $0.temporaryFolder = "/nowhere" }
    #expect(message == "no folder could be made in /nowhere: No such file or directory")
  }

  @Test(
    "a compiler that breaks down on a file, in words like the system's, is no fault of the machine",
    arguments: ["Resource temporarily unavailable", "Cannot allocate memory", "out of memory"])
  func wordsOfTheSystem(words: String) throws {
    guard let wall = Wall.here.first else { return }
    let file = """
      struct S {
        func s() -> Self { self }
        func `\(words)`() -> Self { self\(String(repeating: ".s()", count: 2000)) }
      }
      func f(_ x: Double) -> Double { x }
      """
    let report = try SwiftAnswer(file).report(1, on: wall.runner)
    guard case .brokeDown = report.compilation else {
      Issue.record("\(report.compilation)")
      return
    }
  }

  @Test(
    "a file that names the system's modules in words of the compiler's has none built anew",
    .confined)
  func forgedStaleModules() throws {
    let client = try Preparation(settings: Wall.here[0].settings(), mustTry: false).perform().client
    #expect(try CompilerTrial(client: client).outcome() == .succeeded)
  }

  @Test("a compiler that fails on a sound file as well is the machine's fault", .confined)
  func brokenCompiler() throws {
    var client = try Preparation(settings: Wall.here[0].settings(), mustTry: false).perform().client
    client.launch.modules = "/nowhere/at/all"
    let source = SwiftAnswer("import Foundation\nfunc f(_ x: Double) -> Double { x }")
    let check = try SourceCheck(Array(source.source.utf8), limits: SandboxLimits())
    let run = JobRun(job: source.job([(0, [.double(1)])]), client: client, original: check)
    #expect(throws: FunctionRunner.Fault.self) { _ = try run.report() }
  }

  @Test("a busy machine that gives the compiler too little time costs nobody points", .confined)
  func busyMachine() throws {
    let message = try #require(fault { $0.limits.compileTime = .milliseconds(20) })
    #expect(
      message.hasPrefix(
        "the machine is too busy: in 0.02 seconds it gave the compiler 0"), "\(message)")
    #expect(message.contains("Nothing is wrong with the file"))
  }

  @Test("what is wrong with a sound file is wrong with the machine, in whatever line it is found")
  func trialOfMachine() throws {
    let folder = try AnswerFolder(in: NSTemporaryDirectory(), isForNobody: false)
    try folder.add("Foundation.pcm", [])
    let stale = "submission.swift:2:8: error: module file '\(folder.path)/Foundation.pcm' is old\n"
    #expect(
      CompilerTrial.failure(Array(stale.utf8), modules: folder.path) == .staleModules)
    #expect(
      CompilerTrial.failure(Array("no room\nno threads\n".utf8), modules: folder.path)
        == .failed("no threads"))
  }

  /// What stands in the place of bubblewrap, and what is told of it.
  private static let brokenBubblewraps = [
    (
      "echo 'bwrap: No permissions to create new namespace' >&2; exit 1",
      "bwrap: No permissions to create new namespace"
    ),
    ("echo 'Keine Berechtigung' >&2; exit 1", "Keine Berechtigung"),
    ("exit 1", "the runner ended without an answer"),
    ("exit 0", "the runner ended without an answer"),
    ("kill -9 $$", "the runner ended without an answer"),
  ]

  @Test(
    "a bubblewrap that does not work is left out, whatever it says or does not say", .confined,
    arguments: brokenBubblewraps)
  func brokenBubblewrap(script: String, says: String) throws {
    guard Wall.builtIn.whyNot == nil else { return }
    let folder = try AnswerFolder(in: NSTemporaryDirectory(), isForNobody: ModuleCache.isForNobody)
    try folder.add(
      "bwrap",
      Array("#!/bin/sh\n\(script)\n".utf8), mode: 0o755)
    let runner = ConfinedRunner(
      Wall.bubblewrap.settings { $0.searchPath = "\(folder.path):\($0.searchPath)" })
    let part = try #require(try runner.selfTest().parts.first { $0.name == "name spaces" })
    #expect(!part.holds)
    #expect(part.detail.contains(says), "\(part.detail)")
    #expect(
      try SwiftAnswer("func f(_ x: Double) -> Double { x }").report(1, on: runner.functionRunner)
        .numbers == [1])
  }

  @Test("the compiler tells its version, and every part of the confinement is described", .confined)
  func descriptions() throws {
    let toolchain = try Toolchain.find(searchPath: SandboxSettings().searchPath)
    #expect(try toolchain.version().contains("Swift version"))
    let confinement = try ConfinedRunner(Wall.here[0].settings()).selfTest()
    #expect(confinement.holds)
    #expect(
      confinement.parts.map(\.name) == ["system calls", "files", "name spaces", "user", "limits"])
  }

  @Test("leave to run unconfined changes nothing where confinement holds", .confined)
  func leave() throws {
    let runner = ConfinedRunner(Wall.here[0].settings { $0.allowsUnconfined = true }).functionRunner
    let report = try SwiftAnswer(
      "import Glibc\nfunc f(_ x: Double) -> Double { Double(open(\"/etc/passwd\", O_RDONLY)) }"
    ).report(1, on: runner)
    #expect(report.numbers == [-1])
    #expect(!report.isUnconfined)
  }

  @Test("a cache is built once, also by two who come at the same time", .confined)
  func moduleCache() async throws {
    let place = try AnswerFolder(in: NSTemporaryDirectory(), isForNobody: ModuleCache.isForNobody)
    let folder = "\(place.path)/cache"
    let settings = Wall.here[0].settings { $0.cacheFolder = folder }
    let numbers = try await withThrowingTaskGroup(of: [Double]?.self) { group in
      for _ in 0..<2 {
        group.addTask {
          try SwiftAnswer("import Foundation\nfunc f(_ x: Double) -> Double { x }")
            .report(1, on: ConfinedRunner(settings).functionRunner).numbers
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(numbers == [[1], [1]])
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(kept.filter { $0.hasSuffix(".ready") }.count == 1)
    #expect(kept.filter { !$0.contains(".") }.count == 1)
  }

  @Test(
    "modules that cannot be built leave no folder, and are not tried anew for every answer",
    .confined)
  func brokenModules() throws {
    let place = try AnswerFolder(in: NSTemporaryDirectory(), isForNobody: ModuleCache.isForNobody)
    let folder = "\(place.path)/cache"
    let settings = Wall.here[0].settings {
      $0.cacheFolder = folder
      $0.runner = "/bin/true"
    }
    let runner = ConfinedRunner(settings).functionRunner
    let answer = SwiftAnswer("func f(_ x: Double) -> Double { x }")
    for _ in 0..<3 {
      #expect(throws: FunctionRunner.Fault.self) { try answer.report(1, on: runner) }
    }
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(kept.filter { $0.hasPrefix("modules-") && !$0.contains(".") } == [])
  }

  @Test("modules that are out of date are built again", .confined)
  func staleModules() throws {
    let place = try AnswerFolder(in: NSTemporaryDirectory(), isForNobody: ModuleCache.isForNobody)
    let folder = "\(place.path)/cache"
    let runner = ConfinedRunner(Wall.here[0].settings { $0.cacheFolder = folder }).functionRunner
    let answer = SwiftAnswer("import Glibc\nfunc f(_ x: Double) -> Double { x }")
    #expect(try answer.report(1, on: runner).numbers == [1])
    let files = FileManager.default.enumerator(atPath: folder)
    while let file = files?.nextObject() as? String {
      if file.hasSuffix(".pcm") {
        try Data("old".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(file)"))
      }
    }
    let report = try answer.report(2, on: runner)
    #expect(report.numbers == [2], "\(report)")
  }
}
