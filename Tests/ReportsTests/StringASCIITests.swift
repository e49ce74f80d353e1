import Testing

@testable import Reports

@Suite("Text for terminals that show less")
struct StringASCIITests {
  @Test(
    "every sign outside ASCII is spelled out, and a dot by what stands beside it",
    arguments: [
      ("plain", "plain"),
      ("δ1 = W2ᵀ δ2 ⊙ σ′(z1)", "delta1 = W2.T delta2 * sigmoid'(z1)"),
      ("0.1·1 + 0.3·(−1) = −0.2", "0.1*1 + 0.3*(-1) = -0.2"),
      ("½ · sum(a)", "1/2 * sum(a)"),
      ("η · dW2", "eta * dW2"),
      ("chain  The chain rule · ada", "chain  The chain rule - ada"),
      ("  · no answer   z1", "  - no answer   z1"),
      ("equal · tells apart", "equal - tells apart"),
      ("W1[1, 1] → a1[1] → L", "W1[1, 1] -> a1[1] -> L"),
      ("W₁⁽²⁾ a², 3·10⁻⁵", "W_1^(2) a^2, 3*10^-5"),
      ("João e\u{301} 漢", "Joao e ?"),
    ])
  func spelled(text: String, expected: String) {
    #expect(text.inASCII == expected)
  }

  @Test("JSON and HTML stay the same to whoever reads them")
  func escaped() {
    #expect(#"{"a": "δ·😀"}"#.escapedJSON == #"{"a": "\u03b4\u00b7\ud83d\ude00"}"#)
    #expect("<p>δ</p>".escapedHTML == "<p>&#948;</p>")
  }

  @Test(
    "lines that are too long are broken at a space",
    arguments: [
      ("short", "short"),
      ("  one two three four", "  one two\n    three\n    four"),
      ("a  bb cc dd ee", "a  bb cc dd\n   ee"),
      ("unbreakable-and-long here", "unbreakable-and-long\n  here"),
      ("one two three four\n    ^", "one two three four\n    ^"),
      ("\u{1B}[1mone two\u{1B}[0m thr four", "\u{1B}[1mone two\u{1B}[0m thr\n  four"),
    ])
  func folded(text: String, expected: String) {
    #expect(text.folded(to: 12) == expected)
  }

  @Test("for a screen reader there are words for signs, and matrices are lists of rows")
  func plain() {
    let style = TerminalStyle(isPlain: true)
    let text =
      #"Let $$W = \begin{pmatrix} 1 & -2 \\ 0.5 & 3 \end{pmatrix}, b = \begin{pmatrix} 1 \\ 2 \end{pmatrix}$$"#
    let shown = StatementText.plain(text, style: style)
    #expect(shown.contains("W = [[1, −2], [0.5, 3]], b = [1, 2]"), "\(shown)")
  }
}
