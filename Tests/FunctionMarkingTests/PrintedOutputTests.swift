import Testing

@testable import FunctionMarking

@Suite("What a program prints")
struct PrintedOutputTests {
  private func sentence(_ text: String, isCut: Bool = false) -> String? {
    PrintedOutput(Array(text.utf8), isCut: isCut).sentence?.text
  }

  @Test(
    "nothing printed is not spoken of",
    arguments: [
      "", "\n", "\r\n\n\u{2028}",
      // Swift's own words on the end of a program are told where the call broke off.
      "Fatal error: failed to allocate 8796093022240 bytes of memory with alignment 8\n",
      "Swift/ContiguousArrayBuffer.swift:690: Fatal error: Index out of range\n",
    ])
  func nothing(_ text: String) {
    #expect(sentence(text) == nil)
  }

  @Test(
    "what could change the terminal or mislead the reader is made visible",
    arguments: [
      ("z = 1", "z = 1"), ("a\nb\r\nc", "a | b | c"), ("a\tb", "a b"),
      ("\u{1B}[2J\u{1B}[31mred", "␛[2J␛[31mred"), ("\u{1B}]0;title\u{7}", "␛]0;title␇"),
      ("\u{9B}31m", "\u{FFFD}31m"), ("safe\u{202E}gpj", "safe\u{FFFD}gpj"),
      ("a\u{2066}b\u{2069}", "a\u{FFFD}b\u{FFFD}"), ("zero\u{200B}width", "zero\u{FFFD}width"),
      ("back\u{8}space", "back␈space"), ("nul\0", "nul␀"), ("δ ≈ ½ 🙂", "δ ≈ ½ 🙂"),
    ])
  func safety(_ text: String, _ shown: String) {
    #expect(sentence(text) == "It printed: \(shown)")
  }

  @Test("bytes that are no text are shown as such")
  func invalid() {
    #expect(
      PrintedOutput([0x61, 0xFF, 0xC3], isCut: true).sentence?.text
        == "It printed: a\u{FFFD}\u{FFFD} | … (cut off)")
  }

  @Test("long lines and many lines are cut")
  func length() {
    let line = String(repeating: "x", count: 120)
    #expect(sentence(line) == "It printed: \(line)")
    #expect(sentence(line + "y") == "It printed: \(line)…")
    let four = (1...4).map { "\($0)" }.joined(separator: "\n")
    let shown = "It printed: 1 | 2 | 3 | 4"
    #expect(sentence(four) == shown)
    #expect(sentence("\(four)\n5") == "\(shown) | … (1 more line)")
    #expect(sentence("\(four)\n5\n6") == "\(shown) | … (2 more lines)")
    #expect(sentence("\(four)\n5", isCut: true) == "\(shown) | … (cut off)")
    #expect(sentence(String(repeating: "\u{1B}", count: 1 << 20))?.count == 12 + 120 + 1)
    #expect(sentence(String(repeating: "a\n", count: 1 << 19)) != nil)
  }
}
