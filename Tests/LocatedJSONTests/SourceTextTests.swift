import Testing

@testable import LocatedJSON

@Suite("Source text")
struct SourceTextTests {
  @Test(
    "A byte has a line and a column that count Unicode scalars",
    arguments: [
      ("abc", 0, 1, 1), ("abc", 2, 1, 3), ("abc", 3, 1, 4), ("abc", 99, 1, 4), ("abc", -1, 1, 1),
      ("", 0, 1, 1), ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1),
      ("a\rb", 2, 2, 1), ("\r\r\n\n", 4, 4, 1), ("éx", 2, 1, 2), ("日本x", 6, 1, 3),
      ("😀x", 4, 1, 2), ("e\u{301}x", 3, 1, 3), ("\u{FEFF}ab", 3, 1, 1), ("\u{FEFF}ab", 4, 1, 2),
      ("\u{FEFF}\nab", 5, 2, 2), ("a\n", 2, 2, 1), ("\ta", 1, 1, 2),
    ])
  func positions(text: String, offset: Int, line: Int, column: Int) {
    let source = SourceText(name: "t", text: text)
    #expect(source.position(at: offset) == Position(line: line, column: column))
  }

  @Test("Positions found together are those found one by one")
  func positionsTogether() {
    let source = SourceText(name: "t", text: "\u{FEFF}a\r\né😀\rb\n\nc")
    let offsets = Array(source.contentStart...source.bytes.count)
    #expect(source.positions(atAscending: offsets) == offsets.map(source.position(at:)))
  }

  @Test(
    "A line is given without its line break",
    arguments: [
      (1, "one"), (2, ""), (3, "trois é"), (4, "four"), (5, ""), (6, ""), (0, ""), (-1, ""),
    ])
  func lines(number: Int, text: String) {
    let source = SourceText(name: "t", text: "\u{FEFF}one\n\r\ntrois é\rfour\n")
    #expect(source.line(number) == text)
  }

  @Test("The last line needs no line break")
  func lastLine() {
    #expect(SourceText(name: "t", text: "a\nb").line(2) == "b")
  }

  @Test("Positions are ordered by line, then by column")
  func order() {
    let ordered = [(1, 2), (1, 10), (2, 1)].map { Position(line: $0.0, column: $0.1) }
    #expect(ordered.reversed().sorted() == ordered)
  }
}
