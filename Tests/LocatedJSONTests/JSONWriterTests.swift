import Testing

@testable import LocatedJSON

@Suite("JSON writer")
struct JSONWriterTests {
  @Test("Commas come by themselves")
  func compact() {
    #expect(sample(.compact).text == #"{"a":[1,0.5,[],{}],"b":{"c":null,"d":true},"e":"x"}"#)
  }

  @Test("The indented layout puts each member and entry on its own line")
  func indented() {
    #expect(
      sample(.indented).text == """
        {
          "a": [
            1,
            0.5,
            [],
            {}
          ],
          "b": {
            "c": null,
            "d": true
          },
          "e": "x"
        }
        """)
  }

  @Test(
    "A number is written in its shortest spelling",
    arguments: [
      (0, "0"), (-0.0, "-0"), (1, "1"), (-1, "-1"), (0.1, "0.1"), (-0.25, "-0.25"), (100, "100"),
      (1e15, "1000000000000000"), (9_007_199_254_740_991, "9007199254740991"),
      (9_007_199_254_740_992, "9007199254740992.0"), (1e22, "1e+22"), (1e-5, "1e-05"),
      (.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
      (1.0 / 3, "0.3333333333333333"),
      (0.1 + 0.2, "0.30000000000000004"), (.infinity, "null"), (-.infinity, "null"), (.nan, "null"),
    ] as [(Double, String)])
  func numbers(number: Double, spelling: String) throws {
    var writer = JSONWriter()
    writer.value(number)
    #expect(writer.text == spelling)
    if number.isFinite { #expect(try Tree(parsing: spelling) == .number(number)) }
  }

  @Test(
    "An integer is written with all its digits",
    arguments: [
      (0, "0"), (7, "7"), (-10, "-10"), (1234567890, "1234567890"),
      (.max, "9223372036854775807"), (.min, "-9223372036854775808"),
    ] as [(Int, String)])
  func integers(number: Int, spelling: String) {
    var writer = JSONWriter()
    writer.value(number)
    #expect(writer.text == spelling)
  }

  @Test(
    "What is invisible or reorders text is escaped, and the rest is left alone",
    arguments: [
      ("", #""""#), ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t", #""\n\r\t""#),
      ("\0\u{8}\u{1F}", #""\u0000\u0008\u001f""#), ("\u{7F}\u{80}\u{9F}", #""\u007f\u0080\u009f""#),
      ("\u{2027}\u{2028}\u{2029}\u{202F}", "\"\u{2027}\\u2028\\u2029\u{202F}\""),
      ("\u{200D}\u{200E}\u{200F}\u{2010}", "\"\u{200D}\\u200e\\u200f\u{2010}\""),
      ("\u{202A}\u{202E}\u{2066}\u{2069}", #""\u202a\u202e\u2066\u2069""#),
      ("\u{2065}\u{206A}\u{61B}\u{61C}", "\"\u{2065}\u{206A}\u{61B}\\u061c\""),
      ("é\u{A0}δ 日本 😀", "\"é\u{A0}δ 日本 😀\""), ("xé\nyδ", "\"xé\\nyδ\""),
    ])
  func strings(text: String, spelling: String) throws {
    var writer = JSONWriter()
    writer.value(text)
    #expect(writer.text == spelling)
    #expect(try Tree(parsing: spelling) == .string(text))
  }

  @Test("Keys are escaped like strings")
  func keys() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("a\"\n")
    writer.value(1)
    writer.endObject()
    #expect(writer.text == #"{"a\"\n":1}"#)
  }

  @Test("Lines hold one value each, after what was there before")
  func lines() {
    var writer = JSONWriter(appendingTo: Array("first\n".utf8))
    for number in 1...2 {
      writer.beginArray()
      writer.value(number)
      writer.endArray()
      writer.endLine()
    }
    #expect(writer.text == "first\n[1]\n[2]\n")
    writer.removeAll()
    writer.value(true)
    #expect(writer.text == "true")
  }

  private func sample(_ layout: JSONWriter.Layout) -> JSONWriter {
    var writer = JSONWriter(layout: layout)
    writer.beginObject()
    writer.key("a")
    writer.beginArray()
    writer.value(1)
    writer.value(0.5)
    writer.beginArray()
    writer.endArray()
    writer.beginObject()
    writer.endObject()
    writer.endArray()
    writer.key("b")
    writer.beginObject()
    writer.key("c")
    writer.null()
    writer.key("d")
    writer.value(true)
    writer.endObject()
    writer.key("e")
    writer.value("x")
    writer.endObject()
    return writer
  }
}
