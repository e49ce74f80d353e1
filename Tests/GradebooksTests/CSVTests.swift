@testable import Gradebooks
import TestSupport
import Testing

@Suite("Comma-separated values")
struct CSVTests {
  @Test(
    "cells are quoted where they must be, and formulas are made harmless",
    arguments: [
      ("plain", "plain"), ("", ""), ("a,b", #""a,b""#), (#"say "x""#, #""say ""x""""#),
      ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), ("a;b", #""a;b""#), ("=1+1", "'=1+1"),
      ("-5", "'-5"), ("+5", "'+5"), ("@x", "'@x"), ("\t=1", "\"'\t=1\""), ("0.5", "0.5"),
      ("＝1", "'＝1"), ("=\u{301}1", "'=\u{301}1"), ("a=1", "a=1"), ("=\"a\"", "\"'=\"\"a\"\"\""),
    ])
  func cell(_ text: String, _ expected: String) {
    #expect(CSV.cell(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test("a line ends as the standard says")
  func line() {
    #expect(CSV.line(["a", "b,c", ""]) == "a,\"b,c\",\r\n")
  }

  @Test("what is written is read back")
  func roundTrip() throws {
    let row = ["x", "a,\"b\"\r\n;", "", "é\u{301}"]
    #expect(try CSVReader.rows(CSV.line(row)) == [row])
  }
}
