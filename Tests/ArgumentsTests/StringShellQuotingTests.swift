import Testing

@testable import Arguments

@Suite("Quoting for shells")
struct StringShellQuotingTests {
  @Test(
    "a text is one word of bash and zsh",
    arguments: [("a b", "'a b'"), ("it's", #"'it'\''s'"#), (#"\$"#, #"'\$'"#), ("", "''")])
  func singleQuoted(text: String, quoted: String) {
    #expect(text.singleQuoted == quoted)
  }

  @Test(
    "a text is one word of fish",
    arguments: [("a b", "'a b'"), ("it's", #"'it\'s'"#), (#"\$"#, #"'\\$'"#), ("", "''")])
  func fishQuoted(text: String, quoted: String) {
    #expect(text.fishQuoted == quoted)
  }

  @Test("the characters named and the backslash are escaped, the others are not")
  func escaping() {
    #expect(#"[a:b]\c"#.escaping("[]:") == #"\[a\:b\]\\c"#)
    #expect("a:b".escaping("") == "a:b")
  }

  @Test("only letters and digits are left in the name of a function")
  func identifier() {
    #expect("dry-run 2".asShellIdentifier == "dry_run_2")
  }
}
