import FunctionMarking
import Testing

@testable import Sandbox

@Suite("What is advised of the compiler's errors", .confined)
struct CompilerAdviceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let advice: CompilerAdvice
    let example: CompilerAdvice.Example
    var testDescription: String { "\(advice.name): \(example.mended)" }
  }

  static let cases = CompilerAdvice.all.flatMap { advice in
    advice.examples.map { Case(advice: advice, example: $0) }
  }

  private func compilation(of program: String) throws -> FunctionReport.Compilation {
    try Wall.here[0].runner.report(
      on: FunctionJob(source: Array(program.utf8), functions: [], calls: [])
    ).compilation
  }

  @Test("each knows its own error, and what it mends compiles", arguments: cases)
  func examples(_ one: Case) throws {
    guard case .failed(let errors) = try compilation(of: one.example.program) else {
      Issue.record("it compiles as it is")
      return
    }
    #expect(errors.count == 1, "one cause is told once: \(errors.map(\.message))")
    let advice = try #require(errors.first?.advice)
    #expect(advice.mended == one.example.mended)
    if advice.mended.isEmpty { return }
    var lines = one.example.program.split(separator: "\n", omittingEmptySubsequences: false)
    lines.replaceSubrange(
      (advice.lines.lowerBound - 1)..<advice.lines.upperBound,
      with: advice.mended.split(separator: "\n", omittingEmptySubsequences: false))
    #expect(try compilation(of: lines.joined(separator: "\n")) == .succeeded)
  }

  @Test("at least thirty different errors are known, each under a name of its own")
  func count() {
    let names = CompilerAdvice.all.map(\.name)
    #expect(Set(names).count == names.count && names.count >= 45)
    #expect(CompilerAdvice.all.allSatisfy { !$0.examples.isEmpty })
    #expect(
      Set(Self.cases.filter { !$0.example.mended.isEmpty }.map(\.advice.name)).count >= 40)
  }

  @Test("what is mended is plain ASCII, as it is typed")
  func ascii() {
    for one in Self.cases where !one.example.mended.isEmpty {
      #expect(
        one.example.mended.unicodeScalars.allSatisfy { $0.isASCII }, "\(one.testDescription)")
    }
  }
}
