import Reports
import Testing

@Suite("The layout of text")
struct TextLayoutTests {
  @Test("columns are filled with spaces, and never cut")
  func columns() {
    #expect("ab".padded(to: 4) == "ab  ")
    #expect("ab".rightAligned(to: 4) == "  ab")
    #expect("abc".padded(to: 2) == "abc")
    #expect("abc".rightAligned(to: 2) == "abc")
  }

  @Test(
    "control and direction characters are made visible, line ends and letters are kept",
    arguments: [
      ("plain δ⁽¹⁾ 日本", "plain δ⁽¹⁾ 日本"), ("a\u{1B}[31mb", "a\u{FFFD}[31mb"), ("a\nb", "a\nb"),
      ("a\rb\u{7F}", "a\u{FFFD}b\u{FFFD}"), ("\u{202E}cod.exe", "\u{FFFD}cod.exe"),
      ("zero\u{200B}width", "zero\u{FFFD}width"), ("e\u{301}", "e\u{301}"),
    ])
  func harmless(_ text: String, _ expected: String) {
    #expect(Array(text.harmless.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("a style without colours changes nothing")
  func style() {
    #expect(TerminalStyle()("word", .red) == "word")
    #expect(TerminalStyle(isColoured: true)("word", .red) == "\u{1B}[31mword\u{1B}[0m")
    #expect(TerminalStyle(isColoured: true)("word", nil) == "word")
  }
}
