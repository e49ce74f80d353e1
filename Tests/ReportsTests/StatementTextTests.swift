import Testing

@testable import Reports

@Suite("Statements in a terminal")
struct StatementTextTests {
  @Test("A whole statement reads as it would on paper.")
  func statement() {
    let markdown = #"""
      A 2-2-1 network is to learn XOR. Take **one step of batch gradient descent** by hand.

      $$X = \begin{pmatrix} 0 & 0 & 1 & 1 \\ 0 & 1 & 0 & 1 \end{pmatrix}, \qquad Y = \begin{pmatrix} 0 & 1 & 1 & 0 \end{pmatrix}$$.

      **The network** uses the sigmoid: $Z^{(l)} = W^{(l)} A^{(l-1)} + b^{(l)}$ with $A^{(0)} = X$.

      1. Your choice: `W1` (two rows of two), `b1` (two numbers), `W2` (one row of two, `[[…, …]]`).
      2. The error signals `delta2` $= \partial L / \partial z^{(2)}$, **not** averaged.

      > Keep `L_new`, and 3*4*5 as it is.
      """#
    let expected = """
      A 2-2-1 network is to learn XOR. Take one step of batch
      gradient descent by hand.

          X = ⎛ 0  0  1  1 ⎞,     Y = (0  1  1  0).
              ⎝ 0  1  0  1 ⎠

      The network uses the sigmoid: Z⁽ˡ⁾ = W⁽ˡ⁾ A⁽ˡ⁻¹⁾ + b⁽ˡ⁾ with
      A⁽⁰⁾ = X.

        1. Your choice: `W1` (two rows of two), `b1` (two numbers),
           `W2` (one row of two, `[[…, …]]`).
        2. The error signals `delta2` = ∂L/∂z⁽²⁾, not averaged.

      │ Keep `L_new`, and 3*4*5 as it is.
      """
    #expect(StatementText.plain(markdown, width: 62, style: TerminalStyle()) == expected)
  }

  @Test(
    "Every form of Markdown has its form in the terminal.",
    arguments: [
      ("# One *two*", "One two\n═══════"),
      ("## One ##", "One\n───"),
      ("### One", "One"),
      ("one\ntwo  \nthree\\\nfour", "one two\nthree\nfour"),
      ("**a** *b* __c__ _d_ ***e*** *f **g***", "a b c d e f g"),
      ("**open *and open", "**open *and open"),
      ("a * b * c, 3*4*5, a_b_c, \\*d\\*", "a * b * c, 3*4*5, a_b_c, *d*"),
      ("`a_b` ``c`d`` ` e", "`a_b` `c`d` ` e"),
      ("`$x$` $`x`$", "`$x$` `x`"),
      ("$x$-axis, $x$,$y$", "x-axis, x,y"),
      ("It costs $5 and $6, or \\$7.", "It costs $5 and $6, or $7."),
      ("$$$$", "$$$$"), ("$ $, $$x", "$ $, $$x"),
      ("[the book](https://example.org)", "the book (https://example.org)"),
      ("[https://a.org](https://a.org) <https://b.org>", "https://a.org https://b.org"),
      ("x[1](2), [i][j], [open", "x[1](2), [i][j], [open"),
      ("- a\n- b\n  c\nd", "  • a\n  • b c d"),
      ("- a\n  - b\n- c", "  • a\n      • b\n  • c"),
      ("1. a\n2. b", "  1. a\n  2. b"),
      ("9) a\n10) b", "   9. a\n  10. b"),
      ("- a\n\n- b", "  • a\n\n  • b"),
      ("a\n- b", "a\n\n  • b"),
      ("a\n1968. b", "a 1968. b"),
      ("- a\n\nb", "  • a\n\nb"),
      ("> a\nb\n> > c", "│ a b\n│\n│ │ c"),
      ("a\n***\nb", "a\n\n────────────────────────────────────────\n\nb"),
      ("```swift\nlet x = *y*\n\n  z\n```\na", "    let x = *y*\n\n      z\n\na"),
      ("~~~\n```", "    ```"),
      ("a $$x$$ b", "a\n\n    x\n\nb"),
      ("$$\nx\n- y\n$$", "    x − y"),
      ("$$x$$.", "    x."),
      (
        "| a | b |\n|---|--:|\n| x | 10 |\n| `|` | $|y|$ |\n| z",
        "a   │   b\n────┼────\nx   │  10\n`|` │ |y|\nz   │"
      ),
      ("a | b\nc | d", "a | b c | d"),
      ("a\r\nb\r\n\r\nc\td", "a b\n\nc d"),
      ("a\u{202E}b \u{1B}[31mc\rd", "a\u{FFFD}b \u{FFFD}[31mc\u{FFFD}d"),
      ("", ""),
    ])
  func markdown(source: String, expected: String) {
    #expect(StatementText.plain(source, width: 60, style: TerminalStyle()) == expected)
  }

  @Test(
    "Paragraphs are broken between words, code and short formulas kept whole.",
    arguments: [
      ("one two three four five six", "one two three four\nfive six"),
      ("the matrix `[[1, 2], [3]]` row", "the matrix\n`[[1, 2], [3]]` row"),
      ("where the sum $a + b$ is", "where the sum a + b\nis"),
      ("where the result `x` $= 1$, as", "where the result\n`x` = 1, as"),
      ("日本語のテキスト 日本語", "日本語のテキスト\n日本語"),
      ("https://example.org/a/long/address it", "https://example.org/a/long/address\nit"),
      ("- one two three four five", "  • one two three\n    four five"),
      ("> one two three four five", "│ one two three four\n│ five"),
      (
        "a | b\n-|-\none two three four | five",
        "a             │ b\n──────────────┼─────\none two three │ five\nfour          │"
      ),
    ])
  func wrapped(source: String, expected: String) {
    #expect(StatementText.plain(source, width: 20, style: TerminalStyle()) == expected)
  }

  @Test("What is read aloud has no drawings around quotations and headings, and no rules.")
  func plainBlocks() {
    #expect(
      StatementText.plain(
        "# Title\n\n> It is *so*.\n> > Is it?\n\n---\n\nWell.",
        style: TerminalStyle(isPlain: true))
        == "Title\n\nQuotation:\nIt is so.\n\nQuotation:\nIs it?\n\nWell.")
  }

  @Test("A table that is read aloud has the title before every cell.")
  func plainTable() {
    let table = "| layer | units |\n| --- | --: |\n| hidden | 3 |\n| **output** | 1 |"
    #expect(
      StatementText.plain(table, style: TerminalStyle(isPlain: true))
        == "layer: hidden; units: 3\nlayer: output; units: 1")
  }

  @Test("Colour marks what is bold and what is code, each line by itself.")
  func coloured() {
    let style = TerminalStyle(isColoured: true)
    let bold = StatementText.plain("**one two three four five** `x`", width: 20, style: style)
    let expected = """
      \u{1B}[1mone two three four\u{1B}[0m
      \u{1B}[1mfive\u{1B}[0m \u{1B}[36m`x`\u{1B}[0m
      """
    #expect(bold == expected)
  }

  @Test(
    "A short text stays in one line.",
    arguments: [
      ("the loss $L$,\n**one** number", "the loss L, one number"),
      ("# a\n\n- b\n- c\n\n1. d\n2. e", "a • b • c 1. d 2. e"),
      (#"so $$x = \begin{pmatrix} 1 \\ 2 \end{pmatrix}$$ holds"#, "so x = (1; 2) holds"),
      ("a\\\nb\n\n```\nc\n```\n> d", "a b `c` d"),
      ("", ""),
    ])
  func line(source: String, expected: String) {
    #expect(StatementText.line(source) == expected)
  }

  @Test("Whatever is typed, the text is safe on a terminal.", arguments: UInt64(1)...20)
  func random(seed: UInt64) {
    let parts = [
      "$", "$$", "`", "```\n", "*", "**", "_", "[", "](", ")", "> ", "- ", "1. ", "|", "\n", "\n\n",
      "a", "x y", " ", "\\", "\\\\", "^", "{", "}", "&", "'", "\\frac", "\\left(", "\\right)",
      "\\hat",
      "\\begin{pmatrix}", "\\end{pmatrix}", "\\begin{cases}", "\\sqrt[", "\\sum", "#", "---",
      "-|-\n",
      "\\text{", "\u{1B}[31m", "\u{202E}", "\t", "\r", "\u{301}", "日", "\\qquad", "\\\n", "=", "-",
    ]
    var generator = SmallGenerator(state: seed)
    for _ in 0..<50 {
      let count = Int.random(in: 1...60, using: &generator)
      let source = (0..<count).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      let text = StatementText.plain(source, width: 40, style: TerminalStyle())
      #expect(text == text.harmless, "seed \(seed): \(source.debugDescription)")
      let line = StatementText.line(source)
      #expect(!line.contains("\n"), "seed \(seed): \(source.debugDescription)")
    }
  }
}

/// The same numbers for the same seed on every machine (SplitMix64).
private struct SmallGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
