import FunctionMarking
import Numerics
import TestSupport
import Testing

@testable import Sandbox

@Suite("The limits of students' programs, at their edges", .confined)
struct ProgramLimitsTests {
  /// What comes of calling `f(1)` and `f(2)`.
  private static func outcomes(
    _ source: String, _ wall: Wall, result: ValueType = .double
  ) throws -> [FunctionReport.Outcome] {
    let report = try SwiftAnswer(source, Signature("f", .double, result)).report(
      1, 2, on: wall.runner)
    #expect(report.compilation == .succeeded)
    return report.outcomes
  }

  @Test("a source may have 64 kB", .edge(of: "a Swift answer"))
  func source() throws {
    func check(_ count: Int) throws(SourceCheck.Refusal) {
      let line = "let a = 1 //"
      let padding = String(repeating: "x", count: count - line.utf8.count)
      _ = try SourceCheck(Array((line + padding).utf8), limits: SandboxLimits())
    }
    #expect(throws: Never.self) { try check(65_536) }
    do throws(SourceCheck.Refusal) {
      try check(65_537)
      Issue.record("it is taken")
    } catch {
      #expect(error.sentence == "the file has 65 kB; a Swift answer has at most 64 kB")
    }
  }

  @Test("a result may have a megabyte", .edge(of: "a result"), arguments: Wall.here)
  func result(wall: Wall) throws {
    // A list is written as its kind and its length, then its numbers.
    let outcomes = try Self.outcomes(
      "func f(_ x: Double) -> [Double] { Array(repeating: 1, count: x < 2 ? 131_000 : 131_100) }",
      wall, result: .vector)
    #expect(outcomes[0] == .returned(.array(Array(repeating: .double(1), count: 131_000))))
    #expect(
      outcomes[1] == .malformed("what came back is larger than 1024 kB, which no exercise needs"))
  }

  @Test("all results together may have eight", .edge(of: "all results"), arguments: Wall.here)
  func results(wall: Wall) throws {
    let answer = SwiftAnswer(
      "func f(_ x: Double) -> [Double] { Array(repeating: x, count: 131_000) }",
      Signature("f", .double, .vector))
    let report = try answer.report(1, 2, 3, 4, 5, 6, 7, 8, 9, on: wall.runner)
    let isReturned = report.outcomes.map { outcome in
      if case .returned = outcome { true } else { false }
    }
    #expect(isReturned == Array(repeating: true, count: 8) + [false])
  }

  @Test(
    "a call may take two and a half seconds by the clock", .edge(of: "milliseconds for a call"),
    arguments: Wall.here)
  func clock(wall: Wall) throws {
    let outcomes = try Self.outcomes(
      """
      import Glibc
      func f(_ x: Double) -> Double {
        usleep(x < 2 ? 2_000_000 : 2_750_000)
        return x
      }
      """, wall)
    #expect(outcomes == [.returned(.double(1)), .timedOut("2.5 seconds")])
  }

  @Test(
    "a call may take two seconds of a processor", .edge(of: "seconds of processor time for a call"),
    arguments: Wall.here)
  func processorTime(wall: Wall) throws {
    // However little of a processor it gets, it has the time by the clock to use it up.
    let runner = ConfinedRunner(
      wall.settings {
        $0.limits.callTime = .seconds(60)
        $0.limits.runTime = .seconds(120)
      }
    ).functionRunner
    let report = try SwiftAnswer(
      """
      import Glibc
      func f(_ x: Double) -> Double {
        func spent() -> Double {
          var time = timespec()
          clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
          return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = spent()
        while spent() - start < x {}
        return x
      }
      """
    ).report(1.75, 2.25, on: runner)
    #expect(
      report.outcomes == [.returned(.double(1.75)), .timedOut("2 seconds of processor time")])
  }

  @Test(
    "a program may have 768 MB of memory", .edge(of: "memory for running"), arguments: Wall.here)
  func memory(wall: Wall) throws {
    let outcomes = try Self.outcomes(
      """
      func f(_ x: Double) -> Double {
        let bytes = [UInt8](repeating: 1, count: (x < 2 ? 600 : 770) << 20)
        return Double(bytes.count >> 20)
      }
      """, wall)
    #expect(outcomes == [.returned(.double(600)), .outOfMemory])
  }

  @Test("memory that is asked for and never touched counts as well", arguments: Wall.here)
  func untouchedMemory(wall: Wall) throws {
    let outcomes = try Self.outcomes(
      """
      import Glibc
      func f(_ x: Double) -> Double {
        while x > 1 {
          if malloc(1 << 20) == nil { abort() }
        }
        return x
      }
      """, wall)
    #expect(outcomes == [.returned(.double(1)), .outOfMemory])
  }

  @Test(
    "a program may print 64 kB, and what is beyond is not kept", .edge(of: "printing kept"),
    arguments: Wall.here)
  func printing(wall: Wall) throws {
    func report(_ count: Int) throws -> FunctionReport {
      try SwiftAnswer(
        """
        func f(_ x: Double) -> Double {
          print(String(repeating: "x", count: \(count)), terminator: "")
          return x
        }
        """
      ).report(1, on: wall.runner)
    }
    let most = try report(65_536)
    #expect(most.output.count == 65_536 && !most.isOutputCut)
    let more = try report(65_537)
    #expect(more.output.count == 65_536 && more.isOutputCut)
    #expect(most.numbers == [1] && more.numbers == [1])
  }

  @Test("a program may have some sixty threads", .edge(of: "threads"), arguments: Wall.here)
  func threads(wall: Wall) throws {
    // How many can be started beside the first, of which the grader has one for itself.
    let outcomes = try Self.outcomes(
      """
      import Glibc
      func f(_ x: Double) -> Double {
        var started = 0
        for _ in 0..<200 {
          var thread = pthread_t()
          if pthread_create(&thread, nil, { _ in sleep(9); return nil }, nil) == 0 { started += 1 }
        }
        return Double(started)
      }
      """, wall)
    guard case .returned(.double(let started)) = outcomes[0] else {
      Issue.record("\(outcomes[0])")
      return
    }
    #expect((Double(Limits.threads) - 4...Double(Limits.threads)).contains(started))
  }
}
