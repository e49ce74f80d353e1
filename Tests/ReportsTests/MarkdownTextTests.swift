import Testing

@testable import Reports

@Suite("Text in Markdown")
struct MarkdownTextTests {
  @Test(
    "nothing in a text keeps a meaning of its own",
    arguments: [
      ("a1[2]: digits *look* swapped", #"a1\[2\]: digits \*look\* swapped"#),
      ("[x](javascript:alert(1))", #"\[x\](javascript&#58;alert(1))"#),
      ("<img src=x onerror=y>", "&lt;img src=x onerror=y&gt;"),
      ("see https://a.org or www.a.org", "see https&#58;//a.org or www&#46;a.org"),
      ("# no heading\n- no list\n> no quote", ##"\# no heading - no list &gt; no quote"##),
      ("a|b `c` $d$ _e_ ~f~ !g \\h", #"a\|b \`c\` \$d\$ \_e\_ \~f\~ \!g \\h"#),
      ("ada@example.edu", "ada&#64;example.edu"),
      ("&lt; \u{202E}x\u{7}", "&amp;lt; \u{FFFD}x\u{FFFD}"),
    ])
  func escaping(_ text: String, _ written: String) {
    #expect(MarkdownText.escaped(text) == written)
  }

  @Test(
    "code has a longer fence than anything in it",
    arguments: [
      ("[1, 2]", "`[1, 2]`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```"), ("", "`  `"),
      ("a\nb", "`a b`"),
    ])
  func code(_ text: String, _ written: String) {
    #expect(MarkdownText.code(text) == written)
  }
}
