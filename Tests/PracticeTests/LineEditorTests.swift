import Testing

@testable import Practice

@Suite("The line editor")
struct LineEditorTests {
  /// What comes of keys: the lines, and everything written.
  private static func type(
    _ bytes: String, columns: Int = 80
  ) -> (lines: [String], output: String, isEnd: Bool) {
    var decoder = LineKey.Decoder()
    var editor = LineEditor()
    editor.columns = columns
    var output = editor.begin("u = ")
    var lines: [String] = []
    var isEnd = false
    // Byte by byte, as a slow line would bring them.
    for byte in bytes.utf8 {
      for key in decoder.keys([byte]) {
        let outcome = editor.press(key)
        output += outcome.output
        isEnd = isEnd || outcome.isEnd
        if let line = outcome.line {
          lines.append(line)
          output += editor.begin("u = ")
        }
      }
    }
    return (lines, output, isEnd)
  }

  @Test(
    "keys move in the line and change it",
    arguments: [
      ("3.5\n", "3.5"),
      ("35\u{1B}[D.\n", "3.5"),
      ("3.5\u{1}-\n", "-3.5"),
      ("x3\u{1B}[H\u{1B}[3~\n", "3"),
      ("3x\u{7F}\n", "3"),
      ("[1, 2] junk\u{17}\u{7F}\n", "[1, 2]"),
      ("abc\u{15}3\n", "3"),
      ("3 4\u{1}\u{6}\u{B}\n", "3"),
      ("a2 b3\u{1B}bc\u{1B}[F.\n", "a2 cb3."),
      ("δ·2\u{1B}[D\u{7F}*\n", "δ*2"),
      ("3\u{1B}[99~\u{1B}[Z\n", "3"),
    ])
  func editing(keys: String, line: String) {
    #expect(Self.type(keys).lines == [line])
  }

  @Test("earlier lines come back, and so does the one that was begun")
  func history() {
    let (up, down) = ("\u{1B}[A", "\u{1B}[B")
    #expect(Self.type("1\n2\n\(up)\(up)0\n").lines == ["1", "2", "10"])
    #expect(Self.type("1\n7\(up)\(down)5\n").lines == ["1", "75"])
    #expect(Self.type("\(up)\(down)1\n").lines == ["1"])
  }

  @Test("an array goes on over several lines until its brackets are closed, or an empty one")
  func severalLines() {
    #expect(Self.type("[[1, 2],\n [3, 4]]\n").lines == ["[[1, 2],  [3, 4]]"])
    #expect(Self.type("[1, 2\n\n3\n").lines == ["[1, 2 ", "3"])
    #expect(
      Self.type("\u{1B}[200~[[1 2]\r\n [3 4]]\u{1B}[201~\n").lines == ["[[1 2]  [3 4]]"])
    #expect(Self.type("\u{1B}[200~3.5\u{1B}[201~\n").lines == ["3.5"])
  }

  @Test("control-D ends an empty line's input, and finishes one that is not")
  func end() {
    #expect(Self.type("\u{4}").isEnd)
    let rest = Self.type("5\u{4}\u{4}")
    #expect(rest.lines == ["5"])
    #expect(rest.isEnd)
  }

  @Test("what is typed at the end is echoed, and what is too long moves in a window")
  func output() {
    #expect(Self.type("12\n").output == "u = 12\nu = ")
    let long = Self.type("0123456789012345678901234567890123456789", columns: 40).output
    let last = long.split(separator: "\u{1B}[K").last ?? ""
    #expect(last == "u = 56789012345678901234567890123456789")
    #expect(Self.type("13\u{1B}[D2").output.hasSuffix("\r\u{1B}[Ku = 123\u{1B}[1D"))
  }
}
