import Numerics
import Testing

@Suite("Breaking lines")
struct StringWrappedTests {
  @Test(
    "words are put into lines of a width",
    arguments: [
      ("one two three", 7, 0, "one two\nthree"),
      ("one two three", 9, 2, "  one two\n  three"),
      ("unbreakable word", 4, 0, "unbreakable\nword"),
      ("first\n\nsecond", 80, 2, "  first\n\n  second"),
      ("", 80, 4, ""),
      ("δ = σ′", 6, 0, "δ = σ′"),
    ])
  func wrapped(_ text: String, _ width: Int, _ indent: Int, _ expected: String) {
    #expect(text.wrapped(to: width, indent: indent) == expected)
  }
}
