/// A value in LaTeX: `\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}`, `2.6 \cdot 10^{-3}`, `\frac{1}{3}`.
enum LatexForm {
  static let form = PastedForm(
    .latex,
    examples: [
      .init(#"\begin{bmatrix} 1 & 2 \\ 3 & -4 \end{bmatrix}"#, .matrix(2, 2), "[[1, 2], [3, -4]]"),
      .init(
        #"\left[\begin{array}{cc} 1 & 2 \\ 3 & 4 \\ \end{array}\right]"#, .matrix(2, 2),
        "[[1, 2], [3, 4]]"),
      .init(#"\begin{pmatrix} 0.5 \\ 0.6 \end{pmatrix}"#, .vector(2), "[[0.5], [0.6]]"),
      .init(#"$0.26$"#, .scalar, "0.26"), .init(#"\frac{1}{3}"#, .scalar, "((1)/(3))"),
      .init(#"2.6 \cdot 10^{-3}"#, .scalar, "2.6e-3"), .init("0{,}25", .scalar, "0.25"),
      .init(#"(0.5, 0.6)^{\top}"#, .vector(2), "[[0.5], [0.6]]"),
      .init(#"\approx 0.26\,\text{nats}"#, .scalar, "0.26"),
      .init(#"\begin{bmatrix} 1 & 2 \end{bmatrix} x"#, .vector(2), nil),
    ]
  ) { text in
    let signs: [Unicode.Scalar] = ["\\", "$"]
    let isLatex =
      text.scalars.contains(where: signs.contains) || text.place(of: "{,}") != nil
      || text.place(of: "^{") != nil || text.place(of: "_{") != nil
    guard isLatex, let plain = LatexText.plain(text) else { return false }
    text = plain
    return true
  }
}
