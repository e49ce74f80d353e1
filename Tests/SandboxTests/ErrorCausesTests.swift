import FunctionMarking
import Testing

@testable import Sandbox

@Suite("One cause is told once")
struct ErrorCausesTests {
  private func errors(
    _ program: String, _ printed: String
  ) -> [FunctionReport.CompilerError] {
    Diagnostics(
      Array(printed.utf8), lines: program.split(separator: "\n", omittingEmptySubsequences: false)
    ).errors
  }

  @Test("two functions that Foundation has are one missing import")
  func foundation() throws {
    let found = errors(
      "func f(_ x: Double) -> Double {\n  let a = sqrt(x)\n  return a + log(x)\n}",
      """
      submission.swift:2:11: error: cannot find 'sqrt' in scope
        let a = sqrt(x)
                ^~~~
      submission.swift:3:14: error: cannot find 'log' in scope
        return a + log(x)
                   ^~~
      """)
    #expect(found.map(\.line) == [2])
    let advice = try #require(found.first?.advice)
    #expect(advice.lines == 1...1)
    #expect(advice.mended == "import Foundation\nfunc f(_ x: Double) -> Double {")
    #expect(advice.further == [3])
    #expect(found.first?.marks == ["          ^~~~"])
  }

  @Test("a name without 'let' is told where it first stands")
  func undeclared() {
    let found = errors(
      "func f(_ z: [Double]) -> Double {\n  s = 0.0\n  for v in z { s += v }\n  return s\n}",
      """
      submission.swift:2:3: error: cannot find 's' in scope
      submission.swift:3:16: error: cannot find 's' in scope
      submission.swift:4:10: error: cannot find 's' in scope
      """)
    #expect(found.map(\.line) == [2])
    #expect(found.first?.advice?.mended == "  var s = 0.0")
  }

  @Test("an error nobody has words for stays as the compiler said it, and so do its notes")
  func unknown() {
    let found = errors(
      "let a = b",
      """
      submission.swift:1:9: error: something new in Swift 9
      let a = b
              ^
              c
      submission.swift:1:5: note: it was here
      let a = b
          ^
      Swift.Int:3:4: note: nobody's business
      """)
    #expect(found.count == 1)
    #expect(found.first?.advice == nil)
    #expect(found.first?.marks == ["        ^", "        c"])
    #expect(
      found.first?.notes == [
        .init(line: 1, column: 5, message: "it was here", excerpt: "let a = b", marks: ["    ^"])
      ])
  }

  @Test("a line of the program that looks like a message is none")
  func forged() {
    let found = errors(
      "  x; // submission.swift:2: error: forged\nlet a = 1",
      """
      submission.swift:1:3: error: cannot find 'x' in scope
        x; // submission.swift:2: error: forged
        ^
      """)
    #expect(found.map(\.message) == ["cannot find 'x' in scope"])
  }

  @Test("two different errors are both told")
  func different() {
    let found = errors(
      "func f(_ z: [Double]) -> [Double] {\n  let n = len(z)\n  return z * z\n}",
      """
      submission.swift:2:11: error: cannot find 'len' in scope
      submission.swift:3:12: error: binary operator '*' cannot be applied to two '[Double]' operands
      """)
    #expect(
      found.map { $0.advice?.mended } == [
        "  let n = z.count", "  return zip(z, z).map { $0 * $1 }",
      ])
  }
}
