import Testing

@testable import Reports

@Suite("Mathematics as MathML")
struct MathematicsMathMLTests {
  @Test(
    "each construct has its element",
    arguments: [
      ("x", "<mi>x</mi>"),
      ("3.14", "<mn>3.14</mn>"),
      ("a+b", #"<mi>a</mi><mo form="infix">+</mo><mi>b</mi>"#),
      ("-a", #"<mo form="prefix" lspace="0" rspace="0">−</mo><mi>a</mi>"#),
      ("x_1", "<msub><mi>x</mi><mn>1</mn></msub>"),
      (
        "W^{(l)}",
        #"<msup><mi>W</mi><mrow><mo form="prefix" stretchy="false">(</mo><mi>l</mi>"#
          + #"<mo form="postfix" stretchy="false">)</mo></mrow></msup>"#
      ),
      ("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
      ("f'", "<msup><mi>f</mi><mo>′</mo></msup>"),
      (#"\frac{1}{2}"#, "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
      (#"\sqrt{x}"#, "<msqrt><mi>x</mi></msqrt>"),
      (#"\sqrt[3]{x}"#, "<mroot><mi>x</mi><mn>3</mn></mroot>"),
      (#"\hat y"#, #"<mover accent="true"><mi>y</mi><mo stretchy="false">^</mo></mover>"#),
      (
        #"\sum_{i}^{n} x"#,
        #"<munderover><mo form="prefix" largeop="true">∑</mo><mi>i</mi>"#
          + "<mi>n</mi></munderover><mi>x</mi>"
      ),
      (#"\ln x"#, #"<mi>ln</mi><mspace width="0.17em"/><mi>x</mi>"#),
      (#"\text{if } x"#, "<mtext>if\u{A0}</mtext><mi>x</mi>"),
      (#"\mathrm{new}"#, #"<mi mathvariant="normal">new</mi>"#),
      (#"\mathbb{R}"#, "<mi>ℝ</mi>"),
      (
        #"\left(x\right)"#,
        #"<mrow><mo form="prefix" fence="true" stretchy="true">(</mo><mi>x</mi>"#
          + #"<mo form="postfix" fence="true" stretchy="true">)</mo></mrow>"#
      ),
      (
        #"\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}"#,
        #"<mrow><mo form="prefix" fence="true" stretchy="true">(</mo><mtable class="matrix"><mtr>"#
          + "<mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd>"
          + #"<mn>1</mn></mtd></mtr></mtable><mo form="postfix" fence="true" stretchy="true">)</mo>"#
          + "</mrow>"
      ),
      (
        #"\unknown{<b>}"#,
        #"<mtext>unknown</mtext><mrow><mo form="prefix" fence="true" "#
          + #"stretchy="true">{</mo><mo form="infix">&lt;</mo><mi>b</mi><mo form="infix">&gt;</mo>"#
          + #"<mo form="postfix" fence="true" stretchy="true">}</mo></mrow>"#
      ),
    ])
  func constructs(_ latex: String, _ markup: String) {
    #expect(Mathematics(latex).row == markup)
  }

  @Test("what is long comes in pieces, between which a line may be broken")
  func pieces() {
    #expect(Mathematics("a = b").markup.split(separator: "<wbr/>").count == 1)
    let long = Mathematics(#"z^{(1)} = W^{(1)} x + b^{(1)}, \quad a^{(1)} = \sigma(z^{(1)})"#)
    #expect(long.markup.split(separator: "<wbr/>").count == 4)
  }

  @Test("displayed rows are elements of their own, and so is what wide spaces part")
  func display() {
    #expect(
      Mathematics(#"a, \qquad b"#).displayMarkup
        == #"<div class="line"><math displaystyle="true"><mi>a</mi>"#
        + #"<mo separator="true">,</mo></math> <math displaystyle="true"><mi>b</mi></math></div>"#)
    #expect(
      Mathematics(#"a \\ b"#).displayMarkup
        == #"<math display="block"><mi>a</mi></math><math display="block"><mi>b</mi></math>"#)
  }

  @Test(
    "rubbish is well-formed all the same",
    arguments: [
      "{{{{", "}}}", "^^^___", #"\frac"#, #"\left("#, #"\begin{pmatrix} & \\ &"#, "<&\">'", "\\",
      String(repeating: #"\frac{x^{"#, count: 200), "x''''_1'", #"\sqrt[<]{&}"#, "$", "\u{202E}",
    ])
  func rubbish(_ latex: String) throws {
    try PageFault.check("<!DOCTYPE html>\n\(Mathematics(latex).markup)")
    try PageFault.check("<!DOCTYPE html>\n\(Mathematics(latex).displayMarkup)")
  }
}
