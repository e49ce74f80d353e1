import FunctionMarking
import TestSupport
import Testing

@testable import Sandbox

/// Each with a file that the compiler takes by what is usual, and with less that it may take.
@Suite("The limits of compiling, at their edges", .confined)
struct CompilerLimitsTests {
  private static func compilation(
    of source: String, _ wall: Wall, _ change: (inout SandboxLimits) -> Void = { _ in }
  ) throws -> FunctionReport.Compilation {
    let runner = ConfinedRunner(wall.settings { change(&$0.limits) }).functionRunner
    return try SwiftAnswer(source + honest).report(1, on: runner).compilation
  }

  private static let honest = "func f(_ x: Double) -> Double { x }\n"

  /// Some hundred kilobytes of machine code, which take the compiler a second or two.
  private static let long = (0..<440).map { number in
    """
    func g\(number)(_ x: Double) -> Double { (x * \(number).5 + x / (x * x + \(number).25)) \
    * (x - \(number).75) / (x + \(number).5 * x - x / \(number).25) - x * (x - \(number).75 * x) + x }

    """
  }.joined()

  /// A type whose name doubles so often that the compiler holds some 400 MB.
  private static let doubling =
    "struct P<A, B> { var a: A; var b: B }\ntypealias T0 = P<Int, Int>\n"
    + (1..<22).map { "typealias T\($0) = P<T\($0 - 1), T\($0 - 1)>\n" }.joined()
    + "func g(_ x: T21) -> Int { MemoryLayout<T21>.size }\n"

  @Test(
    "processor time", .edge(of: "seconds of processor time for compiling"), arguments: Wall.here)
  func processorTime(wall: Wall) throws {
    #expect(try Self.compilation(of: Self.long, wall) == .succeeded)
    #expect(
      try Self.compilation(of: Self.long, wall) { $0.compileProcessorTime = .seconds(1) }
        == .exceeded("the compiler needed more than 1 second of processor time"))
  }

  @Test(
    "time by the clock, of which want is the machine's fault", .edge(of: "seconds for compiling"),
    arguments: Wall.here)
  func clock(wall: Wall) throws {
    do throws(FunctionRunner.Fault) {
      let runner = ConfinedRunner(wall.settings { $0.limits.compileTime = .milliseconds(400) })
      _ = try runner.functionRunner.report(
        on: SwiftAnswer(Self.long + Self.honest).job([(0, [.double(1)])]))
      Issue.record("it compiled")
    } catch {
      #expect(error.message.hasPrefix("the machine is too busy: in 0.4 seconds"))
    }
  }

  @Test("memory", .edge(of: "memory for compiling"), arguments: Wall.here)
  func memory(wall: Wall) throws {
    #expect(try Self.compilation(of: Self.doubling, wall) == .succeeded)
    #expect(
      try Self.compilation(of: Self.doubling, wall) { $0.compileMemory = 384 << 20 }
        == .exceeded("the compiler needed more than 384 MB of memory"))
  }

  @Test("the compiled program", .edge(of: "a compiled program"), arguments: Wall.here)
  func compiledFile(wall: Wall) throws {
    func compilation(_ most: Int) throws -> FunctionReport.Compilation {
      try Self.compilation(of: Self.long, wall) { $0.compiledFile = most }
    }
    #expect(try compilation(1 << 20) == .succeeded)
    #expect(try compilation(64 << 10) == .exceeded("the compiled program became too large"))
  }
}
