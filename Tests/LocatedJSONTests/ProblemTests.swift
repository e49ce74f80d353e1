import Testing

@testable import LocatedJSON

@Suite("Problem")
struct ProblemTests {
  @Test("A problem shows its place, the source line and a caret")
  func wholeText() {
    let source = SourceText(
      name: "exercises/16.2.json", text: "{\n\t\"é\": 1, \"tolerence\": 2\r\n}")
    let problem = Problem("unknown key 'tolerence' — did you mean 'tolerance'?", at: 12, in: source)
    #expect(
      problem.description == """
        exercises/16.2.json:2:10: error: unknown key 'tolerence' — did you mean 'tolerance'?
         "é": 1, "tolerence": 2
                 ^
        """)
  }

  @Test("The place may be the end of the text, a line break or an empty line")
  func edges() {
    let source = SourceText(name: "t", text: "ab\r\n\ncd")
    let excerpts = [2, 3, 4, 5, 7].map { Excerpt(of: source, around: $0) }
    #expect(excerpts.map(\.text) == ["ab", "ab", "", "cd", "cd"])
    #expect(excerpts.map(\.caret) == [2, 2, 0, 0, 2])
  }

  @Test(
    "A long line is cut to about 100 characters around the place",
    arguments: [
      (0, 0, 101), (10, 10, 101), (49, 49, 101), (500, 51, 102), (960, 61, 101), (1000, 101, 101),
    ])
  func longLine(place: Int, caret: Int, length: Int) {
    let line = String(repeating: "é", count: 1000)
    let source = SourceText(name: "t", text: "first\n\(line)\nlast")
    let excerpt = Excerpt(of: source, around: 6 + 2 * place)
    #expect(excerpt.caret == caret)
    #expect(excerpt.text.unicodeScalars.count == length)
    #expect(excerpt.text.hasPrefix("…") == (place > 49))
    #expect(excerpt.text.hasSuffix("…") == (place < 960))
  }

  @Test("Control and invisible characters are shown, one for one")
  func visible() {
    let source = SourceText(
      name: "a\u{1B}[31m.json", text: "\u{0}\t\u{1B}[31m\u{7F}\u{9B}\u{202E}x")
    #expect(
      Problem("odd", at: 13, in: source).description == """
        a␛[31m.json:1:11: error: odd
        ␀ ␛[31m␡��x
                  ^
        """)
  }

  @Test("Bytes that are not UTF-8 do not disturb the excerpt")
  func invalidBytes() {
    let bytes = Array("ab".utf8) + Array(repeating: 0x80, count: 10) + Array("cd".utf8)
    let excerpt = Excerpt(of: SourceText(name: "t", bytes: bytes), around: 12)
    #expect(excerpt.text.hasPrefix("ab"))
    #expect(excerpt.text.unicodeScalars.dropFirst(excerpt.caret).elementsEqual("cd".unicodeScalars))
  }

  @Test("Problems are printed in the order of their places")
  func sorted() {
    let first = SourceText(name: "a.json", text: "x\ny")
    let second = SourceText(name: "b.json", text: "z")
    let problems = Problems([
      Problem("four", at: 0, in: second), Problem("three", at: 2, in: first),
      Problem("one", at: 0, in: first), Problem("two", at: 0, in: first),
    ])
    #expect(
      problems.description == """
        a.json:1:1: error: one
        x
        ^
        a.json:1:1: error: two
        x
        ^
        a.json:2:1: error: three
        y
        ^
        b.json:1:1: error: four
        z
        ^
        """)
  }

  @Test("A quotation is shortened and harmless")
  func quotation() {
    #expect(Quotation("W1").description == "'W1'")
    #expect(Quotation("a\u{1B}\u{202E}\n").description == "'a␛�␊'")
    let long = String(repeating: "é", count: 40)
    #expect(Quotation(long).description == "'\(long)'")
    #expect(Quotation(long + "x").description == "'\(long)…'")
  }
}
