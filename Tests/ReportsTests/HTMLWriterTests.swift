import Formulas
import Testing

@testable import Reports

@Suite("Text on pages")
struct HTMLWriterTests {
  @Test(
    "nothing in a text keeps a meaning of its own",
    arguments: [
      ("a < b & c > \"d\" 'e'", "a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39;"),
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("\" onload=\"x", "&quot; onload=&quot;x"),
      ("two\nlines\tand\rmore", "two lines and\u{FFFD}more"),
      ("\u{202E}gpj.exe\u{200B}", "\u{FFFD}gpj.exe\u{FFFD}"),
      ("\u{1B}[2J\u{0}\u{7F}\u{85}", "\u{FFFD}[2J\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("\u{2028}\u{2029}", "\u{FFFD}\u{FFFD}"),
      ("δ₁ · σ′ – 日本語 é 👍", "δ₁ · σ′ – 日本語 é 👍"),
    ])
  func escaping(_ text: String, _ written: String) {
    #expect(text.escapedForHTML == written)
  }

  @Test("what is no character at all is replaced", arguments: [0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE])
  func noncharacters(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(String(Character(scalar)).escapedForHTML == "\u{FFFD}")
  }

  private static func written(_ write: (inout HTMLWriter) -> Void) -> String {
    var writer = HTMLWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    "numbers have the chapter's minus and no noise",
    arguments: [
      (0.5, "0.5"), (-0.25, "−0.25"), (-1e-17, "0"), (1234567, "1.235e+06"),
      (-0.000012345, "−1.234e−05"), (.infinity, "∞"), (-.infinity, "−∞"), (.nan, "not a number"),
    ])
  func numbers(_ value: Double, _ text: String) {
    #expect(Self.written { $0.number(value) } == text)
  }

  @Test("values are written as students write them, and cut where they are long")
  func values() {
    #expect(Self.written { $0.value(Tensor(2)) } == "2")
    #expect(Self.written { $0.value(Tensor([1, -2])) } == "[1, −2]")
    #expect(Self.written { $0.value(Tensor(rows: [[1, 2], [3, 4]])) } == "[[1, 2], [3, 4]]")
    #expect(Self.written { $0.value(Tensor([1, 2, 3, 4]), most: 2) } == "[1, 2, …]")
    #expect(
      Self.written { $0.value(Tensor(rows: [[1, 2], [3, 4], [5, 6]]), most: 3) }
        == "[[1, 2], [3, …]]")
  }
}
