import FunctionMarking
import Testing

@testable import Sandbox

@Suite("What the compiler says of a student's file", .confined)
struct CompilationTests {
  @Test("an error has its own line and column, and the line itself", arguments: Wall.here)
  func ownLine(wall: Wall) throws {
    let report = try SwiftAnswer(
      "// a comment\n\nfunc f(_ x: Double) -> Double {\n  let y: Int = x\n  return y + \"\"\n}\n"
    ).report(1, on: wall.runner)
    guard case .failed(let errors) = report.compilation else {
      Issue.record("\(report)")
      return
    }
    #expect(
      errors.first
        == FunctionReport.CompilerError(
          line: 4, column: 16,
          message: "cannot convert value of type 'Double' to specified type 'Int'",
          excerpt: "  let y: Int = x"))
    #expect(errors.allSatisfy { $0.line == 4 || $0.line == 5 })
    #expect(report.outcomes.isEmpty && report.functionFaults.isEmpty)
  }

  @Test("an expression that takes the compiler longer than most is compiled all the same")
  func slowExpression() throws {
    let report = try SwiftAnswer(
      """
      import Foundation
      func f(_ x: Double) -> Double {
        let (W, b, v) = ([[x, 2.0], [3.0, 4.0]], [0.5, 0.25], [x, x])
        let a = (0..<W.count).map { i in 1 / (1 + exp(-(zip(W[i], v).map(*).reduce(0, +) + b[i]))) }
        return a.count == 2 ? 2 * x : 0
      }
      """
    ).report(1, on: Wall.here[0].runner)
    #expect(report.numbers == [2])
  }

  @Test("beside an error, what the compiler says of time is left out")
  func errorsOfTime() {
    let time =
      "the compiler is unable to type-check this expression in reasonable time; try breaking up"
    func messages(_ text: String) -> Diagnostics {
      Diagnostics(Array(text.utf8), lines: ["one", "two"])
    }
    let both = messages(
      "submission.swift:1:1: error: \(time)\nsubmission.swift:2:1: error: no\n")
    #expect(both.errors.map(\.message) == ["no"] && !both.isOutOfPatience)
    let alone = messages("submission.swift:1:1: error: \(time)\n")
    #expect(alone.errors.map(\.message) == [time] && alone.isOutOfPatience)
    #expect(!messages("").isOutOfPatience)
  }

  @Test("a warning is no error")
  func warnings() throws {
    let report = try SwiftAnswer("func f(_ x: Double) -> Double { var y = x; return y }")
      .report(1, on: Wall.here[0].runner)
    #expect(report.numbers == [1])
  }

  @Test("a function that is missing or declared otherwise leaves the others callable")
  func functionFaults() throws {
    var answer = SwiftAnswer(
      """
      // func missing(_ x: Double) -> Double is left to the reader
      func f(_ x: Double) -> Double { x * 2 }
      func vague(
        _ x: Double, by factor: Double
      ) -> Double { x }
      func wrong(_ x: [Double]) -> Double { "func wrong".isEmpty ? 0 : x[0] }
      """)
    answer.functions = [
      Signature("missing", .double, .double), Signature("vague", .double, .double), .number,
      Signature("wrong", .double, .double),
    ]
    let report = try Wall.here[0].runner.report(
      on: answer.job((0..<4).map { ($0, [.double(2)]) }))
    #expect(report.compilation == .succeeded)
    #expect(
      report.functionFaults == [
        0: .missing,
        1: .otherSignature(found: "func vague( _ x: Double, by factor: Double ) -> Double"),
        3: .otherSignature(found: "func wrong(_ x: [Double]) -> Double"),
      ])
    #expect(report.outcomes == [.notMade, .notMade, .returned(.double(4)), .notMade])
  }

  /// Declarations that look nearly like the one that is asked for.
  static let nearly = [
    "func f(x: Double) -> Double { x }", "func f(_ x: Int) -> Double { 0 }",
    "func f(_ x: Float) -> Float { x }", "func f(_ x: Double) -> Int { 0 }",
    "func f(_ x: Double) -> Double? { x }", "func f(_ x: Double) throws -> Double { x }",
    "func f(_ x: Double) async -> Double { x }", "func f(_ x: inout Double) -> Double { x }",
    "func f(_ x: Double, _ y: Double = 1) -> Double { x }",
    "private func f(_ x: Double) -> Double { x }",
    "struct S { func f(_ x: Double) -> Double { x } }",
    "typealias Double = Float\nfunc f(_ x: Double) -> Double { x }",
  ]

  @Test("a declaration that is nearly right is quoted", arguments: nearly)
  func nearlyRight(source: String) throws {
    let report = try SwiftAnswer(source).report(1, on: Wall.here[0].runner)
    guard case .otherSignature(let found?) = report.functionFaults[0] else {
      Issue.record("\(report)")
      return
    }
    #expect(source.contains(found))
    #expect(report.outcomes == [.notMade])
  }

  @Test("an error in the student's file comes before a missing function")
  func errorFirst() throws {
    let report = try SwiftAnswer("func g(_ x: Double) -> Double { y }").report(
      1, on: Wall.here[0].runner)
    guard case .failed(let errors) = report.compilation else {
      Issue.record("\(report)")
      return
    }
    #expect(errors.map(\.message) == ["cannot find 'y' in scope"])
  }

  @Test(
    "an import that is not there is named", arguments: ["Testing", "TensorFlow", "CxxStdlib"],
    Wall.here)
  func imports(module: String, wall: Wall) throws {
    let report = try SwiftAnswer("import \(module)\nfunc f(_ x: Double) -> Double { x }")
      .report(1, on: wall.runner)
    guard case .failed(let errors) = report.compilation else {
      Issue.record("\(report)")
      return
    }
    #expect(errors.count == 1)
    #expect(errors.first?.line == 1)
    #expect(errors.first?.message == "import \(module) is not available here")
    #expect(errors.first?.excerpt == "import \(module)")
  }

  @Test("code outside functions is an error of its line")
  func topLevelCode() throws {
    let report = try SwiftAnswer("func f(_ x: Double) -> Double { x }\nprint(f(2))\n")
      .report(1, on: Wall.here[0].runner)
    guard case .failed(let errors) = report.compilation else {
      Issue.record("\(report)")
      return
    }
    #expect(errors.map(\.line) == [2])
    #expect(errors.map(\.message) == ["expressions are not allowed at the top level"])
  }

  @Test("@main does not take the program over")
  func mainType() throws {
    let report = try SwiftAnswer(
      """
      @main struct Program { static func main() { print("mine now") } }
      func f(_ x: Double) -> Double { x }
      """
    ).report(1, on: Wall.here[0].runner)
    #expect(report.numbers == [1])
    #expect(report.text.isEmpty)
  }

  @Test("what cannot be a Swift file is refused with a sentence")
  func refusals() throws {
    let runner = Wall.here[0].runner
    func refusal(_ bytes: [UInt8]) throws -> String? {
      let job = FunctionJob(source: bytes, functions: [.number], calls: [])
      guard case .refused(let sentence) = try runner.report(on: job).compilation else { return nil }
      return sentence
    }
    let large = Array("// \(String(repeating: "x", count: 64 << 10))".utf8)
    #expect(try refusal(large) == "the file has 65 kB; a Swift answer has at most 64 kB")
    #expect(try refusal([0x66, 0xFF, 0xFE]) == "the file is not UTF-8 text")
    #expect(
      try refusal(Array("func f()\0".utf8))
        == "the file contains a NUL character, which no Swift source may")
    let moved =
      "#sourceLocation(file: \"/etc/passwd\", line: 1)\nfunc f(_ x: Double) -> Double { x }"
    #expect(
      try refusal(Array(moved.utf8))
        == "the file contains #sourceLocation, which moves errors to other lines; leave it out")
    // In a comment too: what is one can be dressed up.
    #expect(try refusal(Array("// #sourceLocation\n".utf8)) == refusal(Array(moved.utf8)))
  }
}
