import FunctionMarking
import Synchronization
import SystemCalls
import TestSupport
import Testing

@testable import Sandbox

@Suite("Programs that break off, hang, or will not stop", .confined)
struct MisbehaviourTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Runs in the call of `f(3)`; the calls before and after are honest.
    let deed: String
    let outcomes: [FunctionReport.Outcome]
    var declarations = ""
  }

  static let honest =
    "func f(_ x: Double) -> Double {\n  if x == 3 { misbehave(x) }\n  return x\n}\n"
  static let time = FunctionReport.Outcome.timedOut("2 seconds")
  /// On a busy machine the clock may be the faster of the two.
  static let busy = [FunctionReport.Outcome.timedOut("0.3 seconds of processor time"), time]

  static let faults = [
    Fault(
      testDescription: "an index out of range", deed: "print([1, 2][Int(x)])",
      outcomes: [.crashed("Fatal error: Index out of range (line 7)")]),
    Fault(
      testDescription: "a precondition", deed: "precondition(x < 3, \"x is \\(x)\")",
      outcomes: [.crashed("Precondition failed: x is 3.0 (line 7)")]),
    Fault(
      testDescription: "a force unwrap", deed: "print(Int(\"three\")!)",
      outcomes: [
        .crashed(
          "Fatal error: Unexpectedly found nil while unwrapping an Optional value (line 7)")
      ]),
    Fault(
      testDescription: "an overflow", deed: "print(Int.max + Int(x))",
      outcomes: [
        .crashed("a whole number became too large or too small for its type (line 7)")
      ]),
    Fault(
      testDescription: "an index out of range in what is changed",
      deed: "var rows = [[x]]\n    for i in 0..<2 {\n    rows[0][i] += x }",
      outcomes: [.crashed("Fatal error: Index out of range (near line 8)")]),
    Fault(
      testDescription: "an index out of range in a thread",
      deed: "DispatchQueue.global().async {\n    print([x][Int(x)]) }\n    sleep(9)",
      outcomes: [.crashed("Fatal error: Index out of range (line 8)")],
      declarations: "import Dispatch"),
    Fault(
      testDescription: "an index out of range in a closure, called by the library",
      deed: "print([0.5, 1].indices.map { i in\n    [2.0][i] })",
      outcomes: [.crashed("Fatal error: Index out of range (line 8)")]),
    Fault(
      testDescription: "an endless loop", deed: "while true {}", outcomes: busy),
    Fault(
      testDescription: "an endless loop in eight threads",
      deed: "DispatchQueue.concurrentPerform(iterations: 8) { _ in while true {} }",
      outcomes: busy, declarations: "import Dispatch"),
    Fault(testDescription: "sleep", deed: "sleep(100)", outcomes: [time]),
    Fault(
      testDescription: "waiting for what never comes",
      deed: "DispatchSemaphore(value: 0).wait()", outcomes: [time],
      declarations: "import Dispatch"),
    Fault(
      testDescription: "a byte every 100 milliseconds",
      deed: "while true { putchar(46); fflush(nil); usleep(100_000) }", outcomes: [time]),
    Fault(
      testDescription: "ignoring every signal",
      deed: "for number in 1..<32 { signal(Int32(number), SIG_IGN) }; while true {}",
      outcomes: busy),
    Fault(
      testDescription: "calling itself without end", deed: "print(deep(x))",
      outcomes: [
        .crashed(
          "it touched memory that is not its own, or called itself without end")
      ], declarations: "func deep(_ x: Double) -> Double { deep(x + 1) + 1 }"),
    Fault(
      testDescription: "memory by malloc, untouched",
      deed: "while malloc(1 << 20) != nil {}", outcomes: [.returned(.double(3))]),
    Fault(testDescription: "exit(0)", deed: "exit(0)", outcomes: [.exited(0)]),
    Fault(testDescription: "_exit(7)", deed: "_exit(7)", outcomes: [.exited(7)]),
    Fault(
      testDescription: "exit in an atexit", deed: "atexit { _exit(9) }; exit(0)",
      outcomes: [.exited(9)]),
    Fault(testDescription: "abort", deed: "abort()", outcomes: [.crashed("it aborted (line 7)")]),
    Fault(
      testDescription: "words about memory",
      deed: "fputs(\"Out of memory: bad_alloc\\n\", stderr); abort()",
      outcomes: [.crashed("it aborted (line 7)")]),
    Fault(
      testDescription: "a flood of text without end",
      deed: "while true { print(\"flood of text\", x) }", outcomes: busy),
    Fault(
      testDescription: "a flood of text that ends",
      deed: "for line in 0..<100_000 { print(\"a flood of text, line\", line) }",
      outcomes: [.returned(.double(3))]),
    Fault(
      testDescription: "closing the standard streams",
      deed: "for stream in 0..<3 { close(Int32(stream)) }", outcomes: [.returned(.double(3))]),
    Fault(
      testDescription: "closing everything", deed: "for file in 0..<1024 { close(Int32(file)) }",
      outcomes: [.crashed(nil), .exited(71)]),
    Fault(
      testDescription: "stopping itself", deed: "raise(SIGSTOP)", outcomes: [time]),
    Fault(
      testDescription: "killing itself", deed: "kill(getpid(), SIGKILL)",
      outcomes: [.crashed("it was stopped by the system, perhaps for want of memory")]),
    Fault(
      testDescription: "500 threads",
      deed: """
        var threads = [pthread_t]()
        for _ in 0..<500 {
          var thread = pthread_t()
          if pthread_create(&thread, nil, { _ in sleep(1); return nil }, nil) == 0 {
            threads.append(thread)
          }
        }
        """, outcomes: [.returned(.double(3))]),
    Fault(
      testDescription: "another rounding mode", deed: "fesetround(FE_UPWARD)",
      outcomes: [.returned(.double(3))]),
  ]

  @Test("costs that call and no other", arguments: faults, Wall.here)
  func oneCall(fault: Fault, wall: Wall) async throws {
    let source =
      "import Glibc\n" + Self.honest + "func misbehave(_ x: Double) {\n  \(fault.deed)\n}\n"
      + fault.declarations
    let report = try SwiftAnswer(source).report(1, 2, 3, 4, 5, on: wall.hasty)
    #expect(report.compilation == .succeeded)
    guard report.outcomes.count == 5 else { return }
    #expect(
      fault.outcomes.contains(report.outcomes[2]),
      "\(report.outcomes[2]) \(report.text.suffix(300))")
    for place in [0, 1, 3, 4] {
      #expect(report.outcomes[place] == .returned(.double(Double(place + 1))))
    }
    #expect(try await EndedRunners.forgotten().isEmpty)
  }

  @Test("memory without end is told from other ends", arguments: Wall.here)
  func memory(wall: Wall) throws {
    let runner = ConfinedRunner(wall.settings { $0.limits.runMemory = 160 << 20 }).functionRunner
    let report = try SwiftAnswer(
      """
      func f(_ x: Double) -> Double {
        var rows: [[UInt8]] = []
        while x == 2 { rows.append(Array(repeating: 1, count: 1 << 24)) }
        return x
      }
      """
    ).report(1, 2, 3, on: runner)
    #expect(report.outcomes == [.returned(.double(1)), .outOfMemory, .returned(.double(3))])
  }

  @Test("a program that always breaks off is started again eight times", arguments: Wall.here)
  func restarts(wall: Wall) throws {
    let report = try SwiftAnswer("func f(_ x: Double) -> Double { fatalError(\"no\") }")
      .report(Array(repeating: .double(1), count: 12), on: wall.runner)
    #expect(
      report.outcomes == Array(repeating: .crashed("Fatal error: no (line 1)"), count: 9)
        + Array(repeating: .notMade, count: 3))
  }

  @Test("a function that always breaks off costs another one nothing", arguments: Wall.here)
  func restartsOfEach(wall: Wall) throws {
    let source = """
      func f(_ x: Double) -> Double { fatalError("no") }
      func g(_ x: Double) -> Double { x }
      """
    let answer = SwiftAnswer(source, .number, Signature("g", .double, .double))
    let calls = Array(repeating: (function: 0, arguments: [FunctionValue.double(1)]), count: 11)
    let report = try wall.runner.report(
      on: answer.job(calls + [(function: 1, arguments: [.double(2)])]))
    #expect(
      report.outcomes == Array(repeating: .crashed("Fatal error: no (line 1)"), count: 9)
        + [.notMade, .notMade, .returned(.double(2))])
  }

  @Test(
    "a function that hangs is called twice, wherever its calls stand, and the others as often as asked",
    arguments: Wall.here)
  func hangs(wall: Wall) throws {
    let source = """
      func f(_ x: Double) -> Double {
        while x > 1 {}
        return x
      }
      func g(_ x: Double) -> Double { -x }
      """
    let answer = SwiftAnswer(source, .number, Signature("g", .double, .double))
    let report = try wall.hasty.report(
      on: answer.job([
        (0, [.double(1)]), (0, [.double(2)]), (1, [.double(1)]), (0, [.double(3)]),
        (0, [.double(1)]), (1, [.double(2)]), (0, [.double(1)]), (1, [.double(3)]),
      ]))
    #expect(Self.busy.contains(report.outcomes[1]))
    // Whoever has waited in vain waits half as long.
    #expect(
      [.timedOut("0.15 seconds of processor time"), .timedOut("0.5 seconds")].contains(
        report.outcomes[3]))
    #expect(
      [0, 2, 4, 5, 6, 7].map { report.outcomes[$0] } == [
        .returned(.double(1)), .returned(.double(-1)), .notMade, .returned(.double(-2)), .notMade,
        .returned(.double(-3)),
      ])
  }

  @Test("time spent on a function that hangs is not taken from the others", arguments: Wall.here)
  func timeOfOthers(wall: Wall) throws {
    let runner = ConfinedRunner(
      wall.settings {
        $0.limits.callTime = .seconds(1)
        $0.limits.runTime = .milliseconds(1400)
      }
    ).functionRunner
    let source = """
      import Glibc
      func f(_ x: Double) -> Double { sleep(9); return x }
      func g(_ x: Double) -> Double { usleep(50_000); return x }
      """
    let answer = SwiftAnswer(source, .number, Signature("g", .double, .double))
    let report = try runner.report(
      on: answer.job([(0, [.double(1)]), (0, [.double(2)]), (0, [.double(3)]), (1, [.double(4)])]))
    #expect(
      report.outcomes == [
        .timedOut("1 second"), .timedOut("0.5 seconds"), .notMade, .returned(.double(4)),
      ])
  }

  @Test("while calls take their time, whoever waits is told which function is waited for")
  func progress() throws {
    let lines = Mutex<[JobProgress]>([])
    let runner = ConfinedRunner(
      Wall.here[0].settings {
        // The second call may take half as long, and one is told of it every second.
        $0.limits.callTime = .milliseconds(2600)
        $0.observer = { progress in lines.withLock { $0.append(progress) } }
      }
    ).functionRunner
    _ = try SwiftAnswer("import Glibc\nfunc f(_ x: Double) -> Double { sleep(9); return x }")
      .report(1, 2, 3, on: runner)
    let seen = lines.withLock { $0 }
    let last = try #require(seen.last)
    let calls = try #require(last.calls)
    #expect(calls.function == "f" && calls.total == 3 && calls.made == 1 && calls.hanging == 1)
    #expect(
      JobProgress(seconds: 7, calls: calls).line
        == "waiting for f: 1 of 3 calls made, 1 of them without end; 7 s")
    #expect(JobProgress(seconds: 7, calls: nil).line == "still compiling; 7 s")
  }

  @Test("output is kept up to its limit and passed on as it is", arguments: Wall.here)
  func output(wall: Wall) throws {
    let report = try SwiftAnswer(
      "func f(_ x: Double) -> Double { print(String(repeating: \"\\u{1B}[31m!\", count: 40_000)); return x }"
    ).report(1, on: wall.runner)
    #expect(report.numbers == [1])
    #expect(report.output.count == 64 << 10)
    #expect(report.isOutputCut)
    #expect(report.output.starts(with: Array("\u{1B}[31m!\u{1B}[31m!".utf8)))
  }

  @Test("results that are too large, ragged, empty or not finite", arguments: Wall.here)
  func results(wall: Wall) throws {
    let answer = SwiftAnswer(
      """
      func f(_ x: Double) -> [[Double]] {
        switch x {
        case 1: []
        case 2: [[1, 2], [], [.nan, -.infinity]]
        case 3: Array(repeating: Array(repeating: 1, count: 1000), count: 1000)
        default: [[x]]
        }
      }
      """, Signature("f", .double, .matrix))
    let report = try answer.report(1, 2, 3, 4, on: wall.runner)
    #expect(report.outcomes[0] == .returned(.array([])))
    guard case .returned(.array(let rows)) = report.outcomes[1] else {
      Issue.record("\(report.outcomes[1])")
      return
    }
    #expect(rows.count == 3)
    #expect(rows[1] == .array([]))
    #expect(
      report.outcomes[2]
        == .malformed("what came back is larger than 1024 kB, which no exercise needs"))
    #expect(report.outcomes[3] == .returned(.array([.vector(4)])))
  }

  @Test(
    "a loop in a global's initialiser or a constructor is confined as well", arguments: Wall.here)
  func globals(wall: Wall) throws {
    let report = try SwiftAnswer(
      """
      import Glibc
      let table: [Double] = { exit(4) }()
      func f(_ x: Double) -> Double { x < 2 ? x : table[0] }
      """
    ).report(1, 2, on: wall.hasty)
    #expect(report.outcomes == [.returned(.double(1)), .exited(4)])
  }

  @Test("what works all the time has the processor's time, and not the clock's")
  func atWork() throws {
    // By the clock it has less than it needs, as on a machine that gives it its turn but seldom.
    let runner = ConfinedRunner(
      Wall.here[0].settings {
        $0.limits.callTime = .milliseconds(100)
        $0.limits.callProcessorTime = .seconds(1)
      }
    ).functionRunner
    let report = try SwiftAnswer(
      """
      import Glibc
      func f(_ x: Double) -> Double {
        let begin = clock()
        while x == 3 || clock() < begin + Int(x) * 200_000 {}
        return x
      }
      """
    ).report(1, 2, 3, on: runner)
    #expect(report.outcomes.prefix(2) == [.returned(.double(1)), .returned(.double(2))])
    #expect(report.outcomes[2] == .timedOut("1 second of processor time"))
  }

  @Test(
    "all calls together have a limit too", .edge(of: "seconds for all calls"), arguments: Wall.here)
  func together(wall: Wall) throws {
    let runner = ConfinedRunner(
      wall.settings {
        $0.limits.runTime = .milliseconds(1500)
      }
    ).functionRunner
    let report = try SwiftAnswer(
      "import Glibc\nfunc f(_ x: Double) -> Double { usleep(x < 3 ? 100 : 2_000_000); return x }"
    )
    .report(1, 2, 3, 4, 5, on: runner)
    #expect(report.outcomes.prefix(2) == [.returned(.double(1)), .returned(.double(2))])
    #expect(report.outcomes[2] == .timedOut("1.5 seconds for all calls together"))
    #expect(report.outcomes.suffix(2) == [.notMade, .notMade])
  }
}
