import Testing

@testable import LocatedJSON

@Suite("Problem report")
struct ProblemReportTests {
  @Test("Problems come in the order of their places, whatever the order of the reports")
  func order() throws {
    let source = SourceText(name: "t.json", text: "[1,\n 2]")
    let value = try JSONText.parse(source)
    let report = ProblemReport(source)
    report.report("last", at: 5..<6)
    report.report("first", at: value)
    report.report("second", at: 0..<1)
    #expect(report.problems.map(\.message) == ["first", "second", "last"])
    #expect(
      report.problems == [
        Problem("first", at: 0, in: source), Problem("second", at: 0, in: source),
        Problem("last", at: 5, in: source),
      ])
  }

  @Test(
    "A character of a string is found at the bytes that spell it",
    arguments: [
      ("abc", 0, "a"), ("abc", 2, "c"), ("abc", 3, "\""), ("abc", 99, "\""), ("abc", -1, "a"),
      ("", 0, "\""), ("é日😀x", 1, "日"), ("é日😀x", 2, "😀"), ("é日😀x", 3, "x"),
      (#"\u00e9x"#, 0, #"\u00e9"#), (#"\u00e9x"#, 1, "x"), (#"a\n\\b"#, 1, #"\n"#),
      (#"a\n\\b"#, 2, #"\\"#), (#"a\n\\b"#, 3, "b"), (#"\ud83d\ude00x"#, 0, #"\ud83d\ude00"#),
      (#"\uDBFF\uDFFFx"#, 1, "x"), (#"\ud7ff\ue000x"#, 1, #"\ue000"#), (#"\\u00e9"#, 1, "u"),
      (#"\"a"#, 1, "a"), ("e\u{301}x", 1, "\u{301}"),
    ])
  func characters(text: String, number: Int, spelling: String) throws {
    let source = SourceText(name: "t.json", text: " [\"\(text)\"] ")
    guard case .array(let entries) = try JSONText.parse(source).kind,
      let string = LocatedString(json: entries[0])
    else {
      Issue.record("the list with its string was not read")
      return
    }
    let range = ProblemReport(source).range(ofCharacter: number, in: string)
    #expect(source.spelling(of: range) == spelling)
  }

  @Test("The characters of a string lie one after the other up to its closing quote")
  func contiguous() throws {
    let source = SourceText(name: "t.json", text: #""z\u0031 = \ud83d\ude00 \"σ'\"(\\x)\n日""#)
    let string = try #require(LocatedString(json: try JSONText.parse(source)))
    let report = ProblemReport(source)
    var end = 1
    for number in 0..<string.text.unicodeScalars.count {
      let range = report.range(ofCharacter: number, in: string)
      #expect(range.lowerBound == end)
      end = range.upperBound
    }
    #expect(end == string.range.upperBound - 1)
  }
}
