import Testing

@testable import Arguments

@Suite("Breaking lines of help")
struct StringWrappedButExamplesTests {
  @Test(
    "lines break between words at the width, no sooner and no later",
    arguments: [
      (7, "one two\nthree"),
      (8, "one two\nthree"),
      (6, "one\ntwo\nthree"),
      (13, "one two three"),
      (12, "one two\nthree"),
      (2, "one\ntwo\nthree"),
    ])
  func widths(columns: Int, lines: String) {
    #expect("one two three".wrappedButExamples(to: columns) == lines)
  }

  @Test("its own line breaks stay, and so do lines that start with a space")
  func ownBreaks() {
    #expect(
      "one two\n\n  a  b c d\nthree".wrappedButExamples(to: 5) == "one\ntwo\n\n  a  b c d\nthree")
  }

  @Test("the indent counts towards the width, and empty lines have none")
  func indent() {
    #expect("one two\n\nthree".wrappedButExamples(to: 9, indent: 2) == "  one two\n\n  three")
    #expect("one two".wrappedButExamples(to: 8, indent: 2) == "  one\n  two")
  }

  @Test("an empty text stays empty")
  func empty() {
    #expect("".wrappedButExamples(to: 80) == "")
  }
}
