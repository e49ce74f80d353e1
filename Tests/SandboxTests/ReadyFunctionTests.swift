import FunctionMarking
import Testing

@testable import Sandbox

@Suite("Ready functions", .confined)
struct ReadyFunctionTests {
  private func report(
    _ source: String, _ library: [ReadyFunction], wall: Wall = Wall.here[0]
  ) throws -> FunctionReport {
    var job = SwiftAnswer(source).job([(0, [.double(2)])])
    job.library = library
    return try wall.runner.report(on: job)
  }

  private static let all = """
    func f(_ x: Double) -> Double {
      let W = [[1, x, 0], [0, 1, x]]
      let a = times(W, [1, 1, 1])
      let O = outer(a, [x, 1])
      let sums = mapBoth(a, transpose(O)[1], +)
      return dot(sums, [1, 10]) + O[1][0]
    }
    """

  @Test("they are what NumPy has", arguments: Wall.here)
  func values(wall: Wall) throws {
    // a = [3, 3], O = [[6, 3], [6, 3]], its second column [3, 3], sums [6, 6].
    let report = try report(Self.all, ReadyFunction.allCases, wall: wall)
    #expect(report.numbers == [72], "\(report)")
  }

  @Test("a function of the student's own takes the place of a ready one")
  func own() throws {
    let source = """
      func dot(_ a: [Double], _ b: [Double]) -> Double { 7 }
      func f(_ x: Double) -> Double { dot([x], [x]) }
      """
    #expect(try report(source, [.dot]).numbers == [7])
  }

  @Test("only those are there that the exercise offers")
  func offered() throws {
    let source = "func f(_ x: Double) -> Double { dot([x], outer([x], [x])[0]) }"
    guard case .failed(let errors) = try report(source, [.dot]).compilation else {
      Issue.record("it compiles")
      return
    }
    #expect(errors.map(\.message) == ["cannot find 'outer' in scope"])
  }

  @Test("lists of different lengths are told, with the student's own line")
  func lengths() throws {
    let report = try report("func f(_ x: Double) -> Double { dot([x], [x, x]) }", [.dot])
    #expect(
      report.outcomes == [
        .crashed("Fatal error: the lists have 1 and 2 entries, and should have as many (line 1)")
      ])
  }
}
