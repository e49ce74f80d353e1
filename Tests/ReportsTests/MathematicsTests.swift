import Testing

@testable import Reports

@Suite("Mathematics in Unicode")
struct MathematicsTests {
  @Test(
    "One line of LaTeX becomes one line of Unicode.",
    arguments: [
      // Letters and symbols.
      (#"\alpha \beta \Gamma\Omega"#, "αβΓΩ"),
      (#"\eta = 0.5"#, "η = 0.5"),
      (#"\mathcal{L}, \mathbb{R}, \mathbf{w}, \boldsymbol\delta, \ell"#, "ℒ, ℝ, 𝐰, 𝛅, ℓ"),
      (#"\hat y, \bar{x}, \tilde{W}, \hat\sigma"#, "ŷ, x̄, W̃, σ̂"),
      (#"\overline{ab}"#, "overline(ab)"),
      (#"r \cdot c"#, "r · c"),
      (#"\delta\odot\sigma'(z)"#, "δ ⊙ σ′(z)"),
      (#"a\times b\circ c"#, "a × b ∘ c"),
      (#"a\le b\ge c\ne d\approx e\to\infty"#, "a ≤ b ≥ c ≠ d ≈ e → ∞"),
      // Super- and subscripts.
      (#"a^{(l-1)}"#, "a⁽ˡ⁻¹⁾"),
      (#"W_{11}^{(1)}"#, "W₁₁⁽¹⁾"),
      (#"w^{(1)}_{1,1}"#, "w₁₁⁽¹⁾"),
      (#"n_0, x_k, z_j^{(l)}"#, "n₀, xₖ, zⱼ⁽ˡ⁾"),
      (#"e^{-z}, 10^{-4}, x^2"#, "e⁻ᶻ, 10⁻⁴, x²"),
      (#"x_q, x^Q, x^{n \times m}"#, "x_(q), x^(Q), x^(n×m)"),
      (#"W^\top x, W^T x"#, "Wᵀ x, Wᵀ x"),
      (#"f'(x), f''(x), \delta_j'"#, "f′(x), f″(x), δⱼ′"),
      (#"w^*, 90^\circ"#, "w*, 90°"),
      (#"x^a^b"#, "xᵃᵇ"),
      // Fractions and roots.
      (#"\frac12 (a - y)^2"#, "½ (a − y)²"),
      (#"\tfrac{1}{n}"#, "1/n"),
      (#"\frac{1}{2n}, \frac{a+b}{c}, \frac{a}{b+c}"#, "1/(2n), (a + b)/c, a/(b + c)"),
      (#"\frac{\partial L}{\partial w_2}, \frac{dy}{dx}"#, "∂L/∂w₂, dy/dx"),
      (#"\frac{\partial L}{\partial a} \frac{\partial a}{\partial z}"#, "(∂L/∂a) (∂a/∂z)"),
      (#"\frac{\partial L}{\partial a} \cdot x"#, "∂L/∂a · x"),
      (#"-\frac{a}{b}, \frac{a}{b}^2"#, "−a/b, (a/b)²"),
      (#"\sqrt{x}, \sqrt{x+1}, \sqrt[3]{x}, \sqrt[n]{x}"#, "√x, √(x + 1), ∛x, ⁿ√x"),
      // Signs, brackets and space.
      (#"a-b, -b, (-b), a\cdot-b"#, "a − b, −b, (−b), a · −b"),
      (#"(1,0,1,1)"#, "(1, 0, 1, 1)"),
      (#"1{,}5"#, "1,5"),
      (#"[i][j]"#, "[i][j]"),
      (#"\partial L / \partial z^{(2)}"#, "∂L/∂z⁽²⁾"),
      (#"x\,W^{(1)}"#, "x W⁽¹⁾"),
      (#"x = 1, \quad y = 2"#, "x = 1,   y = 2"),
      (#"x \;\to\; z"#, "x → z"),
      (#"\big(a - y\big)^2, \Bigl[x\Bigr]"#, "(a − y)², [x]"),
      (#"\left(a\right), \left\{x\right."#, "(a), {x"),
      (#"\lVert w \rVert_2^2, \| x \|, |{-1}|, |x| - |y|"#, "‖w‖₂², ‖x‖, |−1|, |x| − |y|"),
      (#"\{1, 2, \ldots, n\}"#, "{1, 2, …, n}"),
      (#"p(y \mid x)"#, "p(y | x)"),
      // Functions and large operators.
      (#"y \ln a + (1-y) \ln(1-a)"#, "y ln a + (1 − y) ln(1 − a)"),
      (#"\operatorname{ReLU}'(0) = \max(0, z)"#, "ReLU′(0) = max(0, z)"),
      (#"\max_i z_i, \exp z, \log_{10} x"#, "maxᵢ zᵢ, exp z, log₁₀ x"),
      (#"\frac14 \sum_{p=1}^{4} a_p"#, "¼ ∑ₚ₌₁⁴ aₚ"),
      (#"\frac1n \sum_{k \in K} x_k"#, "(1/n) ∑_(k∈K) xₖ"),
      (#"\text{rate } \eta, \mathrm{d}x"#, "rate η, dx"),
      // Tables in a line.
      (#"\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}"#, "(1 0; 0 1)"),
      (#"\begin{bmatrix} a + b & c \end{bmatrix}"#, "[a + b, c]"),
      // What is unknown stays visible.
      (#"\foo"#, "foo"),
      (#"\foo{x}{y} + 1"#, "foo{x}{y} + 1"),
      (#"\begin{foo} a \end{foo}"#, "begin{foo}  a end{foo}"),
      // What is broken stays visible, too.
      (#""#, ""),
      (#"\"#, #"\"#),
      (#"}x"#, "}x"),
      (#"{x"#, "x"),
      (#"^"#, ""),
      (#"\frac"#, "()/()"),
      (#"\frac{1}"#, "1/()"),
      (#"\left"#, ""),
      (#"\right)"#, "right)"),
      (#"\begin{pmatrix} 1"#, "(1)"),
      (#"\end{pmatrix}"#, "end{pmatrix}"),
      (#"a & b"#, "a & b"),
      ("x\u{202E}y\u{1B}", "x\u{FFFD}y\u{FFFD}"),
    ])
  func line(latex: String, expected: String) {
    #expect(Mathematics.unicode(latex) == expected)
  }

  @Test(
    "Displayed LaTeX becomes a block of lines.",
    arguments: [
      (
        #"X = \begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix}, \quad y = 1"#,
        """
        X = ⎛ 0  1 ⎞,   y = 1
            ⎝ 1  0 ⎠
        """
      ),
      (
        #"x = \begin{bmatrix} 1 \\ 0.25 \\ -1 \end{bmatrix}"#,
        """
            ⎡  1    ⎤
        x = ⎢  0.25 ⎥
            ⎣ −1    ⎦
        """
      ),
      (#"W = \begin{pmatrix} 0.5 & 0.6 \end{pmatrix}"#, "W = (0.5  0.6)"),
      (
        #"\begin{pmatrix} a & b \\ c & d \end{pmatrix}^\top x"#,
        """
        ⎛ a  b ⎞ᵀ x
        ⎝ c  d ⎠
        """
      ),
      (
        #"\sigma'(z) = \begin{cases} 1 & \text{if } z > 0 \\ 0 & \text{otherwise} \end{cases}"#,
        """
        σ′(z) = ⎰ 1   if z > 0
                ⎱ 0   otherwise
        """
      ),
      (
        #"\left\{ \begin{matrix} 1 \\ 2 \\ 3 \end{matrix} \right\}"#,
        """
        ⎧ 1 ⎫
        ⎨ 2 ⎬
        ⎩ 3 ⎭
        """
      ),
      (
        #"\begin{vmatrix} a \\ b \end{vmatrix} \begin{Vmatrix} a \\ b \end{Vmatrix}"#,
        """
        │ a │ ║ a ║
        │ b │ ║ b ║
        """
      ),
      (
        #"\begin{aligned} z &= Wx + b \\ \hat y &= \sigma(z) \tag{1} \end{aligned}"#,
        """
        z = Wx + b
        ŷ = σ(z)   (1)
        """
      ),
      (
        #"\begin{pmatrix} \begin{pmatrix} 1 \\ 2 \end{pmatrix} & 3 \end{pmatrix}"#,
        """
        ⎛ ⎛ 1 ⎞  3 ⎞
        ⎝ ⎝ 2 ⎠    ⎠
        """
      ),
      (#"\frac{\begin{pmatrix} 1 \\ 2 \end{pmatrix}}{3}"#, "(1; 2)/3"),
      (
        #"a = b \\ c = d"#,
        """
        a = b
        c = d
        """
      ),
    ])
  func block(latex: String, expected: String) {
    #expect(Mathematics.block(latex) == expected)
  }

  @Test(
    "A block that is too wide is broken at the best place.",
    arguments: [
      (
        #"a = 1, \qquad b = 2, \quad c = 3"#, 20,
        """
        a = 1,     b = 2,
        c = 3
        """
      ),
      (
        #"L = a_1 + a_2 + a_3 + a_4"#, 16,
        """
        L = a₁ + a₂ + a₃
            + a₄
        """
      ),
      (
        #"x \;\to\; y = x + 1 \;\to\; z"#, 16,
        """
        x → y = x + 1
            → z
        """
      ),
      (
        #"A = \begin{pmatrix} 1 \\ 2 \end{pmatrix}, \; B = \begin{pmatrix} 3 \\ 4 \end{pmatrix}"#,
        12,
        """
        A = ⎛ 1 ⎞,
            ⎝ 2 ⎠

        B = ⎛ 3 ⎞
            ⎝ 4 ⎠
        """
      ),
    ])
  func broken(latex: String, width: Int, expected: String) {
    #expect(Mathematics.block(latex, width: width) == expected)
  }

  @Test("A matrix that is too tall to be drawn is written in one line.")
  func tall() {
    let rows = Array(repeating: "1", count: 61)
    let latex = #"\begin{pmatrix}"# + rows.joined(separator: #"\\"#) + #"\end{pmatrix}"#
    #expect(Mathematics.block(latex) == "(" + rows.joined(separator: "; ") + ")")
  }

  @Test(
    "Nesting without end is cut off, and nothing behind it is lost.",
    arguments: [
      ("{", "{{{{ 7"), (#"\left("#, "left(left(7"),
      (#"\hat"#, "hat(hat)))))))))))))))))))))))) 7"),
      (#"\sqrt"#, "√(sqrt)))))))))))))))))))))))) 7"),
      ("x_{", "x_({)7))))))))))))))))))))))))"),
      (#"\begin{pmatrix}"#, "begin{pmatrix} 7))))))))))))))))))))))))"),
    ])
  func nested(part: String, ending: String) {
    // Only the end is compared: the whole would fill the screen.
    let line = Mathematics.unicode(String(repeating: part, count: 25_000) + " 7")
    #expect(String(line.suffix(ending.count)) == ending)
  }

  @Test(
    "Every symbol that a command stands for can be seen.", arguments: Mathematics.Symbol.commands)
  func symbols(name: String, symbol: Mathematics.Symbol) {
    #expect(Mathematics.unicode("\\" + name) == symbol.text)
    #expect(symbol.text.terminalWidth > 0)
  }
}
