import Formulas
import Testing

@Suite("Spelling")
struct SpellingTests {
  @Test(
    "Every accepted spelling means the plain one",
    arguments: [
      ("σ(z1)", "sigmoid(z1)"), ("σ'(z1)", "sigmoid'(z1)"), ("σ′(z1)", "sigmoid'(z1)"),
      ("tanh’(z1)", "tanh'(z1)"), ("δ1", "delta1"), ("δ", "delta"), ("δ_out", "delta_out"),
      ("η * δ2", "eta * delta2"), ("a ⊙ b", "a * b"), ("a · b", "a * b"), ("a ⋅ b", "a * b"),
      ("a × b", "a * b"), ("a ∘ b", "a * b"), ("a ÷ b", "a / b"), ("a ∕ b", "a / b"),
      ("a − b", "a - b"), ("a – b", "a - b"), ("−a", "-a"), ("+a", "a"), ("Wᵀ", "W.T"),
      ("Wᵀ @ δ2", "W.T @ delta2"), ("x²", "x^2"), ("x³", "x^3"), ("(a − y)²", "(a - y)^2"),
      ("1e−3", "1e-3"), (".5", ".5"), ("2.", "2."), ("2.T", "2.T"), ("W1.T@a", "W1.T @ a"),
      ("\t[1,2 ,\n3]\u{A0}", "[1, 2, 3]"), ("x[ 1 ]", "x[1]"),
      ("α + Ω2", "alpha + Ω2"), ("β1 - μ", "beta1 - mu"),
      ("y\u{302} - y", "\u{177} - y"), ("\u{177} - y", "y\u{302} - y"), ("((a))", "a"),
      ("a ≤ b", "a <= b"), ("a ≥ b", "a >= b"), ("a ≠ b", "a != b"), ("2 * π", "2 * pi"),
      ("grad( L,W1 )", "grad(L, W1)"), ("numgrad(L,δ1)", "numgrad(L, delta1)"),
    ])
  func accepted(spelling: String, plain: String) throws {
    #expect(try Formula(spelling).expression.text == plain)
    #expect(try Formula(spelling) == Formula(plain))
  }

  @Test(
    "Names are found under each of their spellings",
    arguments: [
      ("δ1", "delta1"), ("delta1", "δ1"), ("y\u{302}", "\u{177}"), ("\u{177}", "y\u{302}"),
    ])
  func names(declared: String, used: String) throws {
    var builder = ProgramBuilder()
    let slot = builder.input(declared, .scalar)
    let double = try builder.define("double", Formula("2 * \(used)"))
    let program = builder.build()
    #expect(program.slot(named: used) == slot)
    #expect(program.slot(named: declared) == slot)
    #expect(program.name(of: slot) == Formula.canonicalName(declared))
    #expect(program.reads(of: double) == [slot])
  }

  @Test(
    "Only a word can be a name",
    arguments: [
      ("x", true), ("W1_new", true), ("δ1", true), ("y\u{302}", true), (" x ", true),
      ("1x", false), ("x y", false), ("", false), ("_x", false), ("x'", false), ("x-1", false),
      ("x[1]", false), ("ᵀ", false), ("\u{302}", false),
    ])
  func isName(text: String, expected: Bool) {
    #expect(Formula.isName(text) == expected)
  }

  @Test(
    "A page prints the signs of the chapter",
    arguments: [
      ("(W2.T @ delta2) * sigmoid'(z1)", "W2ᵀ δ2 ⊙ σ′(z1)"), ("-x - 1", "−x − 1"),
      ("a * b @ c", "(a ⊙ b) c"), ("a * (b @ c)", "a ⊙ (b c)"), ("a @ b @ -c", "a b (−c)"),
      ("W1 - eta * dW1", "W1 − η ⊙ dW1"), ("relu(z)^2", "relu(z)²"), ("beta2^3 - x^4", "β2³ − x^4"),
      ("grad(L, delta1)", "grad(L, δ1)"), ("etas", "etas"),
      ("(r >= u) * 2", "(r ≥ u) ⊙ 2"), ("a != b", "a ≠ b"), ("a == pi", "a = π"),
      ("x[2..4]", "x[2..4]"), ("A[:, 1]", "A[:, 1]"),
    ])
  func mathematical(formula: String, printed: String) throws {
    #expect(try Formula(formula).expression.written(.mathematical) == printed)
  }
}
