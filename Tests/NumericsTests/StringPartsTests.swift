import Foundation
import Numerics
import Testing

@Suite struct StringPartsTests {
  @Test(
    "a part is found wherever it stands, also where it begins twice",
    arguments: [
      ("a{{b", "{{", true), ("a{b{", "{{", false), ("aab", "ab", true), ("", "a", false),
      ("ab", "abc", false), ("½ · ½", "·", true),
    ])
  func holding(_ text: String, _ part: String, _ isThere: Bool) {
    #expect(text.holds(part) == isThere)
  }

  @Test("every occurrence is replaced")
  func replacing() {
    #expect("0.5a + 0.5".replacing(text: "0.5", by: "½") == "½a + ½")
    #expect("aaa".replacing(text: "aa", by: "a") == "aa")
    #expect("abc".replacing(text: "x", by: "y") == "abc")
  }

  @Test("pieces between occurrences include empty ones")
  func pieces() {
    #expect("a ⊙ b ⊙ c".pieces(between: " ⊙ ") == ["a", "b", "c"])
    #expect("⊙a⊙".pieces(between: "⊙") == ["", "a", ""])
    #expect("".pieces(between: "⊙") == [""])
  }

  @Test(
    "composing is what Foundation does",
    arguments: ["Zoe\u{308}", "A\u{30A}", "\u{212B}", "\u{1100}\u{1161}", "e\u{323}\u{302}", "abc"])
  func composing(_ text: String) {
    #expect(
      Array(text.canonicallyComposed.unicodeScalars)
        == Array(text.precomposedStringWithCanonicalMapping.unicodeScalars))
  }
}
