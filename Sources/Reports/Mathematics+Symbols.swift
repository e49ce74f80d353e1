extension Mathematics.Symbol {
  /// The symbol that a command stands for.
  static let commands: [String: Self] = {
    var table: [String: Self] = [:]
    func enter(_ role: Mathematics.Role, _ list: String) {
      for entry in list.split(whereSeparator: { $0.isWhitespace }) {
        let parts = entry.split(separator: ":", maxSplits: 1)
        guard let name = parts.first, let symbol = parts.last else { continue }
        table[String(name)] = Self(String(symbol), role)
      }
    }
    enter(
      .letter,
      """
      alpha:α beta:β gamma:γ delta:δ epsilon:ε varepsilon:ε zeta:ζ eta:η theta:θ vartheta:ϑ
      iota:ι kappa:κ lambda:λ mu:μ nu:ν xi:ξ omicron:ο pi:π varpi:ϖ rho:ρ varrho:ϱ sigma:σ
      varsigma:ς tau:τ upsilon:υ phi:φ varphi:φ chi:χ psi:ψ omega:ω
      Gamma:Γ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω
      ell:ℓ hbar:ℏ imath:ı jmath:ȷ Re:ℜ Im:ℑ aleph:ℵ
      """)
    enter(
      .ordinary,
      """
      infty:∞ top:⊤ bot:⊥ prime:′ emptyset:∅ varnothing:∅ dagger:†
      square:□ checkmark:✓ degree:° angle:∠ intercal:⊤
      """)
    enter(.ellipsis, "ldots:… dots:… dotsc:… dotsb:⋯ cdots:⋯ vdots:⋮ ddots:⋱")
    enter(.prefix, "partial:∂ nabla:∇ Delta:Δ forall:∀ exists:∃ nexists:∄ neg:¬ lnot:¬")
    enter(
      .binary,
      """
      cdot:· times:× circ:∘ odot:⊙ oplus:⊕ otimes:⊗ ominus:⊖ oslash:⊘ pm:± mp:∓ div:÷ ast:∗ star:⋆
      bullet:• cup:∪ cap:∩ setminus:∖ wedge:∧ land:∧ vee:∨ lor:∨
      """)
    enter(
      .relation,
      """
      le:≤ leq:≤ leqslant:≤ ge:≥ geq:≥ geqslant:≥ ne:≠ neq:≠ approx:≈ equiv:≡ sim:∼ simeq:≃ cong:≅
      propto:∝ ll:≪ gg:≫ lt:< gt:> in:∈ notin:∉ ni:∋ subset:⊂ subseteq:⊆ supset:⊃ supseteq:⊇
      to:→ rightarrow:→ longrightarrow:→ gets:← leftarrow:← longleftarrow:← leftrightarrow:↔
      mapsto:↦ longmapsto:↦ Rightarrow:⇒ implies:⇒ Longrightarrow:⇒ Leftarrow:⇐ impliedby:⇐
      Leftrightarrow:⇔ iff:⇔ uparrow:↑ downarrow:↓ mid:| parallel:∥ perp:⊥ coloneqq:≔ triangleq:≜
      """)
    enter(.largeOperator, "sum:∑ prod:∏ coprod:∐ int:∫ iint:∬ oint:∮ bigcup:⋃ bigcap:⋂")
    enter(
      .function,
      """
      log exp ln lg sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan max min sup inf
      lim arg argmax argmin det dim ker gcd deg Pr
      """)
    enter(.opening, "lbrace:{ lbrack:[ langle:⟨ lvert:| lVert:‖ lfloor:⌊ lceil:⌈")
    enter(.closing, "rbrace:} rbrack:] rangle:⟩ rvert:| rVert:‖ rfloor:⌋ rceil:⌉")
    enter(.bar, "vert:| Vert:‖")
    enter(.punctuation, "colon::")
    enter(.slash, "backslash:\\")
    return table
  }()

  /// What a command of one character that is not a letter stands for: `\{`, `\|`.
  static func escaped(_ character: Character) -> Self {
    switch character {
    case "{": Self("{", .opening)
    case "}": Self("}", .closing)
    case "|": Self("‖", .bar)
    default: Self(String(character), .ordinary)
    }
  }

  /// The symbol that a character by itself is.
  init(_ character: Character) {
    let other: Mathematics.Role =
      character.isLetter ? .letter : character.isNumber ? .number : .ordinary
    self.init(character == "-" ? "−" : String(character), Self.roles[character] ?? other)
  }

  private static let roles: [Character: Mathematics.Role] = {
    var table: [Character: Mathematics.Role] = ["/": .slash]
    func enter(_ role: Mathematics.Role, _ characters: String) {
      for character in characters { table[character] = role }
    }
    enter(.binary, "-−+*±∓·×⊙∘⊗⊕÷∪∩")
    enter(.relation, "=<>≤≥≠≈≡∼∝→←↦⇒⇔∈∉≔")
    enter(.punctuation, ",;:")
    enter(.opening, "([")
    enter(.closing, ")]!?")
    enter(.bar, "|‖")
    enter(.prefix, "∂∇")
    enter(.ellipsis, "…⋯")
    enter(.largeOperator, "∑∏∫")
    return table
  }()
}
