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
    let first = try #require(errors.first)
    #expect(first.line == 4 && first.column == 16)
    #expect(first.message == "cannot convert value of type 'Double' to specified type 'Int'")
    #expect(first.excerpt == "  let y: Int = x")
    #expect(first.marks == ["               ^", "               Int( )"])
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

  @Test("a line that takes the compiler longer than it may is named, with its number")
  func endlessExpression() throws {
    let runner = ConfinedRunner(
      Wall.here[0].settings { $0.limits.compileProcessorTime = .seconds(5) }
    ).functionRunner
    let report = try SwiftAnswer(
      """
      import Foundation
      func f(_ x: Double) -> Double {
        let (W, b) = ([[[x, 2.0]]], [[0.5]])
        var a = [[x, x]]
        for l in 0..<W.count {
          a.append((0..<W[l].count).map { i in 1 / (1 + exp(-(zip(W[l][i], a[l]).map(*).reduce(0, +) + b[l][i]))) })
        }
        return a[0][0]
      }
      """
    ).report(1, on: runner)
    guard case .failed(let errors) = report.compilation else {
      Issue.record("\(report.compilation)")
      return
    }
    #expect(errors.map(\.line) == [6] && errors.allSatisfy { $0.isOfTime })
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
        1: .otherSignature(
          found: "func vague( _ x: Double, by factor: Double ) -> Double",
          remedy: "it takes 2, and is called with 1: its parameters are those of the exercise"),
        3: .otherSignature(
          found: "func wrong(_ x: [Double]) -> Double",
          remedy: "write Double for the '[Double]' of 'x'"),
      ])
    #expect(report.outcomes == [.notMade, .notMade, .returned(.double(4)), .notMade])
  }

  /// Declarations that cannot be called, with the word to change.
  static let nearly: [(String, String?)] = [
    ("func f(_ x: Int) -> Double { 0 }", "write Double for the 'Int' of 'x'"),
    ("func f(_ x: Float) -> Float { x }", "write Double for the 'Float' of 'x'"),
    ("func f(_ x: Double) -> Int { 0 }", "write Double for the 'Int' that it gives back"),
    ("func f(_ x: Double) -> Double? { x }", "delete the '?' behind Double"),
    ("func f(_ x: Double) { }", "it gives nothing back: write '-> Double'"),
    ("func f(_ x: Double) async -> Double { x }", "delete the word 'async'"),
    ("private func f(_ x: Double) -> Double { x }", "delete the word 'private'"),
    (
      "struct S { func f(_ x: Double) -> Double { x } }",
      "move it out of 'S', or write 'static' before it"
    ),
    ("typealias Double = Float\nfunc f(_ x: Double) -> Double { x }", nil),
  ]

  @Test("a declaration that cannot be called is quoted, with what to change", arguments: nearly)
  func nearlyRight(source: String, remedy: String?) throws {
    let report = try SwiftAnswer(source).report(1, on: Wall.here[0].runner)
    guard case .otherSignature(let found?, let said) = report.functionFaults[0] else {
      Issue.record("\(report)")
      return
    }
    #expect(source.contains(found))
    #expect(said == remedy)
    #expect(report.outcomes == [.notMade])
  }

  /// Declarations of another form that there is one way to call.
  static let callable = [
    "func f(x: Double) -> Double { 2 * x }", "func f(of x: Double) -> Double { 2 * x }",
    "func f(_ x: Double, _ deriv: Bool = false) -> Double { deriv ? 0 : 2 * x }",
    "func f(_ x: Double) throws -> Double { 2 * x }",
    "func f(_ x: inout Double) -> Double { x *= 2; return x }",
    "let f: (Double) -> Double = { x in 2 * x }", "let f = { (x: Double) -> Double in 2 * x }",
    "var f: @Sendable (Double) -> Double { { 2 * $0 } }",
    "struct Net { static func f(_ x: Double) -> Double { 2 * x } }",
    "enum Maths { enum Inner { static func f(x: Double) -> Double { 2 * x } } }",
    "func f<Value: BinaryFloatingPoint>(_ x: Value) -> Value { 2 * x }",
    "@discardableResult public func f(_ x: Double) -> Double { 2 * x }",
  ]

  @Test("what there is one way to call is called", arguments: callable)
  func otherForms(source: String) throws {
    let report = try SwiftAnswer(source).report(1, -3, on: Wall.here[0].runner)
    #expect(report.numbers == [2, -6], "\(report)")
  }

  @Test("a function that throws breaks off, and says so")
  func throwing() throws {
    let report = try SwiftAnswer(
      """
      struct Negative: Error {}
      func f(_ x: Double) throws -> Double {
        if x < 0 { throw Negative() }
        return x
      }
      """
    ).report(1, -1, on: Wall.here[0].runner)
    #expect(
      report.outcomes == [
        .returned(.double(1)), .crashed("Fatal error: 'f' throws an error"),
      ])
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
    "an import that is not there is named",
    arguments: ["Testing", "TensorFlow", "CxxStdlib", "Accelerate"],
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

  @Test("statements outside functions are left out, and said to be")
  func topLevelCode() throws {
    let report = try SwiftAnswer(
      """
      func f(_ x: Double) -> Double { x + offset }
      let offset = 1.0
      print(f(2))
      for x in 0..<3 {
        print(
          f(Double(x)))
      }
      // and on
      f(3)
      """
    ).report(1, on: Wall.here[0].runner)
    #expect(report.numbers == [2])
    #expect(
      report.sourceNotes == [
        "line 3 stands outside all functions and was left out: only functions are called here",
        "lines 4 to 7 stand outside all functions and were left out: only functions are called here",
        "line 9 stands outside all functions and was left out: only functions are called here",
      ])
    #expect(report.output.isEmpty)
  }

  @Test("beside statements outside, errors stand in their own lines")
  func errorBesideTopLevelCode() throws {
    let report = try SwiftAnswer("print(1)\nfunc f(_ x: Double) -> Double { y }\n").report(
      1, on: Wall.here[0].runner)
    guard case .failed(let errors) = report.compilation else {
      Issue.record("\(report)")
      return
    }
    #expect(errors.map(\.line) == [2])
    #expect(report.sourceNotes.count == 1)
  }

  @Test("the marks of Markdown around a program are left out")
  func fences() throws {
    let report = try SwiftAnswer("```swift\nfunc f(_ x: Double) -> Double { x }\n```\n")
      .report(1, on: Wall.here[0].runner)
    #expect(report.numbers == [1])
    #expect(report.sourceNotes == ["the ``` of Markdown around the program were left out"])
  }

  @Test("dictionaries have the same order every time, and calls made again tell what changes")
  func reproducible() throws {
    var job = SwiftAnswer(
      """
      func f(_ x: Double) -> Double {
        let words = Dictionary(uniqueKeysWithValues: (0..<20).map { ("word " + String($0), Double($0)) })
        return x < 2 ? words.values.reduce(0) { 3 * $0 + $1 } : Double.random(in: 0...1)
      }
      """
    ).job([(0, [.double(1)]), (0, [.double(2)])])
    job.again = [0, 1]
    let first = try ConfinedRunner(Wall.here[0].settings()).functionRunner.report(on: job)
    let second = try ConfinedRunner(Wall.here[0].settings()).functionRunner.report(on: job)
    #expect(first.outcomes.count == 2 && first.outcomes[0] == second.outcomes[0])
    #expect(Array(first.changed.keys) == [1])
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
