import Testing

@testable import LocatedJSON

struct Acceptance: Sendable, CustomTestStringConvertible {
  let text: String
  let value: Tree

  init(_ text: String, _ value: Tree) {
    self.text = text
    self.value = value
  }

  var testDescription: String { text.debugDescription }
}

@Suite("JSON text")
struct JSONTextTests {
  @Test("A sound text gives its value", arguments: Acceptance.all)
  func accepts(_ acceptance: Acceptance) throws {
    #expect(try Tree(parsing: acceptance.text) == acceptance.value)
  }

  @Test(
    "A number is read as the nearest Double",
    arguments: [
      "0", "-0", "0.1", "-0.25", "1e22", "1e23", "1E+2", "1e-2", "0e1", "0e999999999999999999999",
      "-0e-5", "123456789012345678", "9007199254740991", "9007199254740992", "9007199254740993",
      "0.3", "2.2250738585072011e-308", "2.2250738585072014e-308", "4.9e-324", "2e-324", "1e-400",
      "1.7976931348623157e308", "1.7976931348623158e308", "3.141592653589793238462643383279",
      "8.5e-23", "1.5e-22", "100000000000000000000000", "0.000000000000000000000001",
      "6.02214076e23", "7.2057594037927933e16", "1e0000000000000000000000000001",
      "0." + String(repeating: "0", count: 400) + "1e400",
      "1" + String(repeating: "0", count: 400) + "e-400",
      "9007199254740993" + String(repeating: "0", count: 900) + "1e-900",
      "9007199254740993." + String(repeating: "0", count: 900) + "1",
    ])
  func nearestDouble(_ spelling: String) throws {
    let expected = try #require(Double(spelling))
    guard case .number(let value) = try parse(spelling).kind else {
      Issue.record("\(spelling) was not read as a number")
      return
    }
    #expect(value.bitPattern == expected.bitPattern)
  }

  @Test("Digits beyond the last that fits still round", arguments: [0, 1])
  func longDigits(lastDigit: Int) throws {
    // 2^53 + 1 lies halfway between two doubles: only the last digit tells which is nearer.
    let zeros = String(repeating: "0", count: 100_000)
    let value = try Tree(parsing: "9007199254740993.\(zeros)\(lastDigit)")
    #expect(value == .number(lastDigit == 0 ? 9_007_199_254_740_992 : 9_007_199_254_740_994))
  }

  @Test(
    "What is not JSON is refused with its place and what to write instead",
    arguments: [
      Rejection.structure, Rejection.words, Rejection.numbers, Rejection.strings,
      Rejection.characters, Rejection.encodings,
    ].flatMap { $0 })
  func rejects(_ rejection: Rejection) {
    let problem = #expect(throws: Problem.self) {
      try JSONText.parse(SourceText(name: "test.json", bytes: rejection.bytes))
    }
    #expect(problem?.message == rejection.message)
    #expect(problem?.position == Position(line: rejection.line, column: rejection.column))
  }

  @Test("Lists and objects may be nested 200 deep and no deeper")
  func nesting() throws {
    let lists = { (depth: Int) in
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    let objects = { (depth: Int) in
      String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)
    }
    _ = try parse(lists(200))
    _ = try parse(objects(200))
    for text in [lists(201), String(repeating: "[", count: 1_000_000)] {
      let problem = #expect(throws: Problem.self) { try parse(text) }
      #expect(problem?.message == "lists and objects are nested more than 200 deep")
      #expect(problem?.position == Position(line: 1, column: 201))
    }
    #expect(throws: Problem.self) { try parse(objects(201)) }
  }

  @Test("Nesting is counted by depth, not by the number of lists")
  func manyLists() throws {
    let text = "[" + Array(repeating: "[[]]", count: 1000).joined(separator: ",") + "]"
    #expect(try Tree(parsing: text) == .array(Array(repeating: .array([.array([])]), count: 1000)))
  }

  @Test("A key that appears twice is found in a large object as in a small one")
  func duplicateInLargeObject() {
    let members = (1...40).map { "\"k\($0)\": \($0)" }.joined(separator: ",\n")
    let problem = #expect(throws: Problem.self) { try parse("{\(members),\n\"k3\": 0}") }
    #expect(problem?.message == "the key 'k3' appears twice: the first is at 3:1")
    #expect(problem?.position == Position(line: 41, column: 1))
  }

  @Test("Every value and name carries the bytes it was read from")
  func ranges() throws {
    let source = SourceText(
      name: "test.json", text: "\u{FEFF}{ \"é\\n\" : [1.50, \"ab\" , true],\r\n\"b\":{ } }")
    let value = try JSONText.parse(source)
    guard case .object(let members) = value.kind, case .array(let entries) = members[0].value.kind
    else {
      Issue.record("the object with its list was not read")
      return
    }
    #expect(source.spelling(of: members[0].nameRange) == "\"é\\n\"")
    #expect(members[0].name == "é\n")
    #expect(entries.map { source.spelling(of: $0.range) } == ["1.50", "\"ab\"", "true"])
    #expect(source.spelling(of: members[0].value.range) == "[1.50, \"ab\" , true]")
    #expect(source.spelling(of: members[1].value.range) == "{ }")
    #expect(value.range == 3..<source.bytes.count)
    #expect(source.position(at: members[1].nameRange.lowerBound) == Position(line: 2, column: 1))
  }

  @Test("A member is found by its name, and nowhere but in an object")
  func members() throws {
    let value = try parse("{\"a\": 1, \"b\": [2]}")
    #expect(value["b"].map(Tree.init) == .array([.number(2)]))
    #expect(value["c"] == nil)
    #expect(value["b"]?["a"] == nil)
  }

  private func parse(_ text: String) throws(Problem) -> LocatedValue {
    try JSONText.parse(SourceText(name: "test.json", text: text))
  }
}

extension Acceptance {
  static let all: [Acceptance] = [
    Acceptance("null", .null),
    Acceptance("true", .bool(true)),
    Acceptance("false", .bool(false)),
    Acceptance(" \t\r\n1 \t\r\n", .number(1)),
    Acceptance("\u{FEFF}1", .number(1)),
    Acceptance("-1", .number(-1)),
    Acceptance("0e1", .number(0)),
    Acceptance("0E-1", .number(0)),
    Acceptance("1E+2", .number(100)),
    Acceptance("1.5e-1", .number(0.15)),
    Acceptance("10", .number(10)),
    Acceptance("[0]", .array([.number(0)])),
    Acceptance("[]", .array([])),
    Acceptance("[ ]", .array([])),
    Acceptance("[[],[[]]]", .array([.array([]), .array([.array([])])])),
    Acceptance("[1,-2,3.5]", .array([.number(1), .number(-2), .number(3.5)])),
    Acceptance("[null, 1, \"1\", {}]", .array([.null, .number(1), .string("1"), .object([])])),
    Acceptance("[1\n]", .array([.number(1)])),
    Acceptance("[[1,2],[3]]", .array([.array([.number(1), .number(2)]), .array([.number(3)])])),
    Acceptance("{}", .object([])),
    Acceptance("{ }", .object([])),
    Acceptance("{\"a\":1}", .object([Tree.Entry(name: "a", value: .number(1))])),
    Acceptance("{\"\":0}", .object([Tree.Entry(name: "", value: .number(0))])),
    Acceptance(
      "{\"a\":1,\"A\":{\"a\":2}}",
      .object([
        Tree.Entry(name: "a", value: .number(1)),
        Tree.Entry(name: "A", value: .object([Tree.Entry(name: "a", value: .number(2))])),
      ])),
    Acceptance("{\"a\\u0000b\":[]}", .object([Tree.Entry(name: "a\0b", value: .array([]))])),
    Acceptance("\"\"", .string("")),
    Acceptance("\"a\"", .string("a")),
    Acceptance(
      "\"a string of more than fifteen bytes\"", .string("a string of more than fifteen bytes")),
    Acceptance("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", .string("\"\\/\u{8}\u{C}\n\r\t")),
    Acceptance("\"\\u0060\\u012a\\u12AB\"", .string("\u{60}\u{12A}\u{12AB}")),
    Acceptance("\"\\u0000\"", .string("\0")),
    Acceptance("\"\\ud83d\\ude00\"", .string("😀")),
    Acceptance("\"\\uD801\\udc37x\"", .string("\u{10437}x")),
    Acceptance("\"\\udbff\\udfff\"", .string("\u{10FFFF}")),
    Acceptance("\"\\ufffd\\uE000\\ud7ff\"", .string("\u{FFFD}\u{E000}\u{D7FF}")),
    Acceptance("\"\\\\u0061\"", .string("\\u0061")),
    Acceptance("\"\\\\\\\\\"", .string("\\\\")),
    Acceptance("\"é\\né\"", .string("é\né")),
    Acceptance("\"δ1 ⊙ σ'(z)\"", .string("δ1 ⊙ σ'(z)")),
    Acceptance("\"日本語😀\"", .string("日本語😀")),
    Acceptance("\"\u{7F}\"", .string("\u{7F}")),
    Acceptance("\"\u{2028}\u{2029}\"", .string("\u{2028}\u{2029}")),
    Acceptance("\"\u{FEFF}\"", .string("\u{FEFF}")),
    Acceptance("\"// no comment\"", .string("// no comment")),
    Acceptance("\"[1,2\"", .string("[1,2")),
    Acceptance(
      "\"\u{10FFFF}\u{800}\u{10000}\u{D7FF}\u{E000}\"",
      .string("\u{10FFFF}\u{800}\u{10000}\u{D7FF}\u{E000}")),
  ]
}
