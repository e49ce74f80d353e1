import Testing

@testable import LocatedJSON

extension Key {
  fileprivate static let name = Key("name", "what the step is called")
  fileprivate static let points = Key("points", "how many points it earns")
  fileprivate static let hints = Key("hints", "what to say, one after the other")
  fileprivate static let tolerance = Key("tolerance", "how near an answer must be")
}

@Suite("Object reader")
struct ObjectReaderTests {
  private let keys: [Key] = [.name, .points, .hints, .tolerance]

  @Test("Members are read as the types asked for")
  func reading() throws {
    let (reader, report) = try read(
      #"{"name": "a1", "points": 2, "hints": ["x", "y"], "tolerance": null}"#)
    #expect(reader?.required(.name, as: String.self) == "a1")
    #expect(reader?.required(.name, as: LocatedString.self)?.range == 9..<13)
    #expect(reader?.optional(.points, as: Double.self) == 2)
    #expect(reader?.optional(.points, as: Int.self) == 2)
    #expect(reader?.requiredArray(.hints, of: String.self) == ["x", "y"])
    #expect(reader?.optionalArray(.hints, of: String.self) == ["x", "y"])
    #expect(reader?.value(.tolerance).map(Tree.init) == .null)
    #expect(report.problems == [])
    try report.throwIfAny()
  }

  @Test("A key that may be left out is nil without a problem")
  func leftOut() throws {
    let (reader, report) = try read("{}")
    #expect(reader?.optional(.points, as: Double.self) == nil)
    #expect(reader?.optionalArray(.hints, of: String.self) == nil)
    #expect(report.isEmpty)
  }

  @Test("Every problem of an object is reported at its place")
  func allAtOnce() throws {
    let (reader, report) = try read(
      """
      {
        "points": "2",
        "tolerence": 1,
        "hints": ["x", 5, null],
        "zzzzzz": 0
      }
      """)
    #expect(reader?.required(.name, as: String.self) == nil)
    #expect(reader?.optional(.points, as: Double.self) == nil)
    #expect(reader?.optionalArray(.hints, of: String.self) == nil)
    let problems = #expect(throws: Problems.self) { try report.throwIfAny() }
    #expect(
      problems?.description == """
        steps.json:1:1: error: a step needs the key 'name'
        {
        ^
        steps.json:2:13: error: 'points' must be a number, but it is a string
          "points": "2",
                    ^
        steps.json:3:3: error: unknown key 'tolerence' — did you mean 'tolerance'?
          "tolerence": 1,
          ^
        steps.json:4:18: error: entry 2 of 'hints' must be a string, but it is 5
          "hints": ["x", 5, null],
                         ^
        steps.json:4:21: error: entry 3 of 'hints' must be a string, but it is null
          "hints": ["x", 5, null],
                            ^
        steps.json:5:3: error: unknown key 'zzzzzz': a step can have 'name', 'points', 'hints', \
        'tolerance'
          "zzzzzz": 0
          ^
        """)
  }

  @Test(
    "What is not an object is said so",
    arguments: [
      ("[]", "a list"), ("1.50", "1.50"), ("true", "true"), ("false", "false"), ("null", "null"),
      ("\"x\"", "a string"),
    ])
  func notAnObject(text: String, found: String) throws {
    let (reader, report) = try read(text)
    #expect(reader == nil)
    #expect(report.problems.map(\.message) == ["a step must be an object, but it is \(found)"])
  }

  @Test("An object without keys says that it has none")
  func noKeys() throws {
    let (_, report) = try read(#"{"a": 1}"#, keys: [])
    #expect(report.problems.map(\.message) == ["unknown key 'a': a step has no keys"])
  }

  @Test(
    "A value of the wrong type is named for what it is",
    arguments: [
      ("2.5", "'points' must be a whole number, but it is 2.5"),
      ("1e300", "'points' must be a whole number, but it is 1e300"),
      ("9007199254740992", "'points' must be a whole number, but it is 9007199254740992"),
      ("{}", "'points' must be a whole number, but it is an object"),
      ("true", "'points' must be a whole number, but it is true"),
    ])
  func wrongType(value: String, message: String) throws {
    let (reader, report) = try read("{\"points\": \(value)}")
    #expect(reader?.required(.points, as: Int.self) == nil)
    #expect(report.problems.map(\.message) == [message])
    #expect(report.problems.map(\.position) == [Position(line: 1, column: 12)])
  }

  @Test("A list must be a list, and a switch must be true or false")
  func otherTypes() throws {
    let (reader, report) = try read(#"{"hints": "x", "points": 1, "name": false}"#)
    #expect(reader?.requiredArray(.hints, of: String.self) == nil)
    #expect(reader?.required(.points, as: Bool.self) == nil)
    #expect(reader?.required(.name, as: LocatedString.self) == nil)
    #expect(reader?.required(.name, as: Bool.self) == false)
    #expect(reader?.requiredArray(.tolerance, of: Double.self) == nil)
    #expect(
      report.problems.map(\.message) == [
        "a step needs the key 'tolerance'",
        "'hints' must be a list, but it is a string",
        "'points' must be true or false, but it is 1",
        "'name' must be a string, but it is false",
      ])
  }

  @Test(
    "A whole number may be spelt in any way that JSON allows",
    arguments: [
      ("2", 2), ("2.0", 2), ("1e3", 1000), ("-0", 0), ("-9007199254740991", -9_007_199_254_740_991),
    ])
  func wholeNumbers(spelling: String, value: Int) throws {
    let (reader, report) = try read("{\"points\": \(spelling)}")
    #expect(reader?.required(.points, as: Int.self) == value)
    #expect(report.isEmpty)
  }

  private func read(
    _ text: String, keys: [Key]? = nil
  ) throws -> (reader: ObjectReader?, report: ProblemReport) {
    let source = SourceText(name: "steps.json", text: text)
    let report = ProblemReport(source)
    let reader = ObjectReader(
      try JSONText.parse(source), describing: "a step", keys: keys ?? self.keys, report: report)
    return (reader, report)
  }
}
