import LocatedJSON
import TestSupport
import Testing

@testable import Answers

@Suite("Submissions in JSON")
struct SubmissionJSONTests {
  @Test("Every way to write an answer is read", arguments: sound)
  func reading(_ example: TextCase) throws {
    let lines = try Submission(json: example.text).lines
    #expect(lines == example.lines)
  }

  private static let sound = [
    TextCase(
      "everything",
      #"{"exercise": "16.2", "student": "Ada", "code": "a.swift", "answers": {"a1": 0.50}}"#,
      ["exercise: 16.2", "student: Ada", "code: a.swift", "a1 = 0.50"]),
    TextCase("an exercise as a number", #"{"exercise": 16.2, "answers": {}}"#, ["exercise: 16.2"]),
    TextCase(
      "lists", #"{"answers": {"a1": [0.5, -1e-3], "W1": [[1, 2], [3, 4]]}}"#,
      ["a1 = [0.5, -1e-3]", "W1 = [[1, 2], [3, 4]]"]),
    TextCase(
      "arithmetic", #"{"answers": {"a1": "1/3", "b": ["1/3", 2]}}"#,
      ["a1 = 1/3", #"b = ["1/3", 2]"#]),
    TextCase(
      "nothing", #"{"answers": {"a": null, "b": "", "c": [], "d": " ", "e": "\t"}}"#,
      ["a =", "b =", "c =", "d =", "e ="]),
    TextCase("no headings", #"{"exercise": null, "student": "", "answers": null}"#, []),
    TextCase(
      "a student called null", #"{"student": "null", "answers": {}}"#, ["student: null"]),
    TextCase(
      "escapes", #"{"answers": {"\u03b41": "\u22120.5", "a\u0031": 1}}"#,
      ["delta1 = −0.5", "a1 = 1"]),
    TextCase("byte order mark", "\u{FEFF}{\"answers\": {\"a1\": 1}}", ["a1 = 1"]),
    TextCase("spaces in strings", #"{"answers": {"a1": "  0.5 "}}"#, ["a1 = 0.5"]),
    TextCase(
      "an unknown key", #"{"exercice": "16.2", "answers": {}}"#,
      [
        "note: Line 1, column 2: 'exercice' is not a key of a submission; did you mean 'exercise'?"
      ]),
    TextCase(
      "a step outside 'answers'", #"{"delta1": 0.5}"#,
      [
        "note: Line 1, column 2: 'delta1' is not a key of a submission; "
          + "steps belong under 'answers'."
      ]),
    TextCase(
      "answers that are a list", #"{"answers": [0.5]}"#,
      [
        "note: Line 1, column 13: 'answers' must be an object of names and values: "
          + #"{"a1": [0.5, 0.25], …}."#
      ]),
  ]

  @Test("One broken answer does not cost the others", arguments: unsound)
  func salvage(_ example: TextCase) throws {
    let lines = try Submission(json: example.text).lines
    #expect(lines == example.lines)
  }

  /// What is said of text that is not JSON.
  private static func note(_ line: Int, _ column: Int, _ message: String) -> String {
    "note: The file is not sound JSON (line \(line), column \(column): \(message)); "
      + "the answers that could be told apart are marked."
  }

  private static func nan(_ line: Int, _ column: Int) -> String {
    note(line, column, "NaN is not a JSON number: only finite numbers can be written")
  }

  private static func unclosed(_ line: Int, _ column: Int, _ opening: String) -> String {
    let message = "the text ends inside an object: expected ',' or '}' to match the '{' at"
    return note(line, column, "\(message) \(opening)")
  }

  private static let unsound = [
    TextCase(
      "NaN", #"{"student": "Ada", "answers": {"a": NaN, "b": [1, -Infinity], "c": 3}}"#,
      ["student: Ada", "a = NaN", "b = [1, -Infinity]", "c = 3", nan(1, 37)]),
    TextCase(
      "too large a number", #"{"answers": {"a": 1e400, "b": 2}}"#,
      ["a = 1e400", "b = 2", note(1, 19, "1e400 is too large for a number")]),
    TextCase(
      "trailing comma", "{\"answers\": {\"a\": 1,}}",
      ["a = 1", note(1, 20, "a trailing comma: remove it")]),
    TextCase(
      "comma missing", "{\"answers\": {\"a\": [1]\n \"b\": 2 \"c\": \"3\" \"d\": 4}}",
      ["a = [1]", "b = 2", "c = 3", "d = 4", note(2, 2, "a comma is missing before this string")]),
    TextCase(
      "brace missing", "{\"answers\": {\"a\": 1, \"b\": 2}\n",
      ["a = 1", "b = 2", unclosed(2, 1, "1:1")]),
    TextCase(
      "both missing", "{\"answers\": {\"a\": 1, \"b\": 2\n",
      ["a = 1", "b = 2", unclosed(2, 1, "1:13")]),
    TextCase(
      "cut in a number", "{\"answers\": {\"a\": 1, \"b\": 0.5", ["a = 1", unclosed(1, 30, "1:13")]),
    TextCase(
      "cut in a list", "{\"answers\": {\"a\": [1], \"b\": [0.5, 0.",
      ["a = [1]", note(1, 36, "digits are missing after the point: write 0.0")]),
    TextCase(
      "cut in a name", "{\"answers\": {\"a\": [1], \"b",
      ["a = [1]", note(1, 24, "this string is not closed: write \" at its end")]),
    TextCase(
      "cut behind a list", "{\"answers\": {\"a\": [1]", ["a = [1]", unclosed(1, 22, "1:13")]),
    TextCase(
      "bracket missing", "{\"answers\": {\"a\": [1, 2, \"b\": 2, \"c\": [[3], \"d\": [\"1/3\"]}}",
      [
        "a = [1, 2,", "b = 2", "c = [[3],", "d = [\"1/3\"]",
        note(1, 29, "expected ',' or ']', found ':'"),
      ]),
    TextCase(
      "quote missing", "{\"answers\": {\n\"a\": \"1/3,\n\"b: 2,\n\"c\": [\"3],\n\"d\": 4}}",
      [
        "c = [\"3],", "d = 4",
        note(2, 11, "a line break inside a string: close the string with \", or write \\n"),
      ]),
    TextCase(
      "duplicate keys", #"{"answers": {"a": 1, "b": 2, "a": 3}}"#,
      ["a = 1", "b = 2", "a = 3", note(1, 30, "the key 'a' appears twice: the first is at 1:14")]),
    TextCase(
      "escapes", #"{"answers": {"\u03b41": "\u22120.5", "a": NaN}}"#,
      ["delta1 = −0.5", "a = NaN", nan(1, 43)]),
    TextCase(
      "closed too often", #"{"answers": {"a": [1]], "b": 2}}"#,
      ["a = [1]]", "b = 2", note(1, 22, "found ']', expected '}' to match the '{' at 1:13")]),
    TextCase(
      "comments", "{ // mine\n\"answers\": {\n\"a\": 1, // one\n\"b\": 2}}",
      ["a = 1", "b = 2", note(1, 3, "JSON has no comments: remove it")]),
  ]

  private static let notAnObject =
    #"a submission is an object: {"exercise": "16.2", "answers": {…}}"#

  @Test(
    "Of what is no object with answers the first fault is told",
    arguments: [
      ("[1, 2]", "line 1, column 1: \(notAnObject)"),
      ("0.5", "line 1, column 1: \(notAnObject)"),
      ("a1 = 0.5", #"line 1, column 1: 'a1' needs double quotes: write "a1""#),
      (
        "{\"answers\": {",
        "line 1, column 14: expected a key in double quotes, found the end of the text"
      ),
      (
        "{'answers': {'a': 1}}",
        "line 1, column 2: a single quote: JSON strings are written in double quotes, "
          + #"as in "text""#
      ),
    ])
  func refusals(_ text: String, _ message: String) {
    let fault = #expect(throws: AnswerFault.self) { try Submission(json: text) }
    #expect(fault?.message.text == message)
  }

  @Test("Nesting and repetition at any length are read or refused")
  func longTexts() throws {
    let open = String(repeating: "[", count: 1 << 20)
    #expect(try Submission(json: "{\"answers\": {\"a\": \(open), \"b\": 1}}").answers.count == 2)
    let nested = String(repeating: "{\"answers\":", count: 100_000)
    #expect(try Submission(json: nested).answers.count == 1)
    let again = String(repeating: "\"answers\": {]}, ", count: 60_000)
    #expect(throws: AnswerFault.self) { try Submission(json: "{\(again)") }
  }
}
