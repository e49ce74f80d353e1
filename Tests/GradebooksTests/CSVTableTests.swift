@testable import Gradebooks
import Testing

@Suite("Tables as they are found")
struct CSVTableTests {
  private static func texts(_ text: String) -> [[String]] {
    CSVTable(Array(text.utf8)).rows.map { $0.map(\.text) }
  }

  @Test("a first line may state the separator", arguments: ["\n", "\r\n", "\r"])
  func stated(_ end: String) {
    #expect(Self.texts("sep=|\(end)a|b,c\(end)") == [["a", "b,c"]])
    #expect(Self.texts("\u{FEFF}sep=;\(end)a;b") == [["a", "b"]])
    // A title that only begins so is one.
    #expect(Self.texts("sep=ab,c") == [["sep=ab", "c"]])
  }

  @Test("lines of blanks are no rows, be they before, between or behind")
  func blank() {
    #expect(Self.texts("\r\n a;b\n \t \n\nc;\r\r\n") == [[" a", "b"], ["c", ""]])
    #expect(Self.texts("a,b\n,\n") == [["a", "b"], ["", ""]])
    #expect(Self.texts(" \n") == [])
  }

  @Test("blanks before a quote belong to no cell")
  func quotes() {
    #expect(Self.texts("a, \"b, c\" ,d\n") == [["a", "b, c ", "d"]])
    #expect(Self.texts("a, b \"c\"\n") == [["a", " b \"c\""]])
  }

  @Test("the line of a quote that nothing closes is known")
  func unclosed() {
    #expect(CSVTable(Array("a\r\n\"b\r\nc".utf8)).unclosedLine == 2)
    #expect(CSVTable(Array("a\r\"b\"\r\"c\"\"".utf8)).unclosedLine == 3)
    #expect(CSVTable(Array("a\n\"b\"".utf8)).unclosedLine == nil)
  }

  private static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
  }

  @Test("UTF-16 is read in both orders, with and without its mark, and comes back as it was")
  func utf16() {
    let text = "id,Größe 𝛿\r\n1,ж\r\n"
    for isBigEndian in [false, true] {
      for mark in ["", "\u{FEFF}"] {
        let bytes = Self.utf16(mark + text, isBigEndian: isBigEndian)
        let table = CSVTable(bytes)
        #expect(table.rows.map { $0.map(\.text) } == [["id", "Größe 𝛿"], ["1", "ж"]])
        #expect(table.encoding.original(table.bytes) == bytes)
        #expect(table.encoding.name == "UTF-16")
      }
    }
  }

  @Test("bytes that are no UTF-8 are Windows' letters, cell by cell, and every byte stays")
  func windows() {
    let bytes = Array("né,".utf8) + [0x8A, 0xFC, 0x2C, 0x80, 0x81, 0x0A]
    let table = CSVTable(bytes)
    #expect(table.rows.map { $0.map(\.text) } == [["né", "Šü", "€\u{81}"]])
    #expect(table.encoding.original(table.bytes) == bytes)
    #expect(
      table.encoding.bytes("Šü€ δ−") == [0x8A, 0xFC, 0x80, 0x20] + Array("&#948;&#8722;".utf8))
    #expect(CSVTable(Array("né".utf8)).encoding.name == nil)
  }
}
