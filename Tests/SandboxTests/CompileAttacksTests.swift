import Testing

@testable import Sandbox

@Suite("Files that are meant to harm the compiler or its reader", .confined)
struct CompileAttacksTests {
  struct Attack: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let source: String
  }

  static let honest = "func f(_ x: Double) -> Double { x }\n"

  /// Each may compile or not, but the runner answers in time and works on.
  static let attacks = [
    Attack(
      testDescription: "a type-checking bomb",
      source: "let y = [1, 2.0, 3].map { $0 + 1 * $0 - 2.0 / $0 } + ["
        + (0..<60).map { "(\($0) + 1.5) * -2 / \($0)" }.joined(separator: " + ") + "]\n" + honest),
    Attack(
      testDescription: "deep nesting",
      source: "func g() -> Int { " + String(repeating: "(", count: 20_000) + "1"
        + String(repeating: ")", count: 20_000) + " }\n" + honest),
    Attack(
      testDescription: "deeply nested blocks",
      source: "func g() { " + String(repeating: "do {", count: 5_000)
        + String(repeating: "}", count: 5_000) + " }\n" + honest),
    Attack(
      testDescription: "a giant literal",
      source: "let y = [" + String(repeating: "1.5,", count: 12_000) + "]\n" + honest),
    Attack(
      testDescription: "a flood of errors",
      source: String(repeating: "let = \n", count: 8_000)),
    Attack(
      testDescription: "types that double at every step",
      source: "struct P<A, B> { var a: A; var b: B }\ntypealias T0 = P<Int, Int>\n"
        + (1..<24).map { "typealias T\($0) = P<T\($0 - 1), T\($0 - 1)>\n" }.joined()
        + "func g(_ x: T23) -> Int { MemoryLayout<T23>.size }\n" + honest),
    Attack(
      testDescription: "a macro of its own",
      source:
        "@freestanding(expression) macro m() -> Int = #externalMacro(module: \"M\", type: \"T\")\n"
        + "let y = #m\n" + honest),
    Attack(
      testDescription: "linker sections and symbols",
      source: "@_cdecl(\"backmark_call_0\") public func taken() { }\n" + honest),
    Attack(
      testDescription: "a symbol that is not there",
      source: "@_silgen_name(\"nowhere_at_all\") func g(_ x: Double) -> Double\n"
        + "func f(_ x: Double) -> Double { g(x) }\n"),
  ]

  @Test("the runner survives and works on", arguments: attacks, Wall.here)
  func survives(attack: Attack, wall: Wall) throws {
    let clock = ContinuousClock()
    let time = try clock.measure {
      _ = try SwiftAnswer(attack.source).report(1, on: wall.hasty)
    }
    // Compiled twice at most, and by a machine that has other work as well.
    #expect(time < .seconds(30))
    #expect(
      try SwiftAnswer(Self.honest + "// \(attack.testDescription)").report(3, on: wall.hasty)
        .numbers
        == [3])
  }

  @Test("many errors are cut to twenty, long ones are shortened")
  func errorFlood() throws {
    let source =
      "let a: Int = \(String(repeating: "x", count: 3_000))\n"
      + (0..<500).map { "let b\($0): Int = y\($0)\n" }.joined()
    guard
      case .failed(let errors) = try SwiftAnswer(source).report(1, on: Wall.here[0].runner)
        .compilation
    else {
      Issue.record("it compiled")
      return
    }
    #expect(errors.count == 20)
    #expect(errors.allSatisfy { $0.message.count <= 401 && $0.excerpt.count <= 400 })
  }

  @Test("#filePath and #file say nothing of where the grader works", arguments: Wall.here)
  func paths(wall: Wall) throws {
    let report = try SwiftAnswer(
      "func f(_ x: Double) -> Double { print(#filePath, #fileID, #file); return x }"
    ).report(1, on: wall.runner)
    #expect(report.text == "submission.swift Student/submission.swift submission.swift\n")
  }

  @Test("a regular expression that never ends is stopped in its call", arguments: Wall.here)
  func regularExpression(wall: Wall) throws {
    let report = try SwiftAnswer(
      """
      func f(_ x: Double) -> Double {
        guard x > 1 else { return x }
        let text = String(repeating: "a", count: 40) + "!"
        return text.wholeMatch(of: #/(a|aa|a*)*b/#) == nil ? 0 : 1
      }
      """
    ).report(1, 2, 0.5, on: wall.hasty)
    #expect(report.outcomes[0] == .returned(.double(1)))
    #expect(MisbehaviourTests.busy.contains(report.outcomes[1]))
    #expect(report.outcomes[2] == .returned(.double(0.5)))
  }

  @Test("invisible and misleading characters are noted with their places")
  func notes() throws {
    let report = try SwiftAnswer(
      "func f(_ x: Double) -> Double {\n  // \u{202E}txet\n  let p\u{0430}ge = x\u{200B}\n  return x\n}\n"
    ).report(1, on: Wall.here[0].runner)
    #expect(
      report.sourceNotes == [
        "line 2, column 6: the character U+202E changes the direction in which text is shown",
        "line 3, column 15: the character U+200B is not seen",
        "line 3, column 8: a letter of “p\u{0430}ge” looks Latin but is Cyrillic",
      ])
  }
}
