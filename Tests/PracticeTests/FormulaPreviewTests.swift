import Testing

@testable import Practice

@Suite("A formula while it is typed")
struct FormulaPreviewTests {
  @Test(
    "it is shown as mathematics",
    arguments: [
      ("a - y", "<mi>a</mi>"), ("(1 - y) / (1 - a)", "<mfrac>"), ("delta2 * a1", "<mi>δ</mi>"),
      ("J.T @ g", "⊤"), ("a^2", "<msup>"), (#"\frac{a}{y}"#, "<mfrac>"),
      ("sigmoid'(z)", "<mi>σ</mi>"), ("n2*n1 + n3*n2", "<msub>"),
      ("r >= u", "≥"), ("x[2..4]", "…"), ("A[:, 1]", "<msub>"), ("2 * pi", "<mi>π</mi>"),
      (#"z \le 0"#, "≤"), ("correlate(X, K, 2)", "correlate"),
    ])
  func mathematics(_ text: String, _ part: String) {
    let json = FormulaPreview.json(text)
    #expect(json.hasPrefix(#"{"markup":"<math>"#) && json.contains(part), "\(json)")
  }

  @Test("brackets stand where they are needed, and nowhere else")
  func brackets() {
    #expect(FormulaPreview.latex("(a - b) - (c - d)") == #"a - b - \left(c - d\right)"#)
    #expect(FormulaPreview.latex("a * (1 - a)") == #"a \cdot \left(1 - a\right)"#)
    #expect(FormulaPreview.latex("(a * b) / (c)") == #"\frac{a \cdot b}{c}"#)
    #expect(FormulaPreview.latex("(r > u) * x + 1") == #"\left(r > u\right) \cdot x + 1"#)
    #expect(FormulaPreview.latex("r + 1 != u") == #"r + 1 \ne u"#)
    #expect(FormulaPreview.latex("(a + b)^2") == #"{\left(a + b\right)}^{2}"#)
  }

  @Test("what cannot be read is said with its column")
  func fault() {
    let json = FormulaPreview.json("a -")
    #expect(json.hasPrefix(#"{"says":"column 4: "#), "\(json)")
  }
}
