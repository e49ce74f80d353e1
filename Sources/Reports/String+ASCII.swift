extension String {
  /// The text with every sign outside ASCII spelled out, for terminals that have no others.
  ///
  /// A dot is a product between what is multiplied, and a dash where it separates words.
  package var inASCII: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var result = ""
    let scalars = Array(unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else if scalar == "·" {
        let isAlone =
          (place == 0 || scalars[place - 1] == " ")
          && (place + 1 == scalars.count || scalars[place + 1] == " ")
        result += isAlone && !scalars.isProduct(at: place) ? "-" : "*"
      } else if let spelling = String.spellings[scalar] {
        // What is raised or lowered together has one sign for it: 10⁻⁵ is 10^-5.
        let before = place > 0 ? String.spellings[scalars[place - 1]]?.first : nil
        let goesOn = spelling.count > 1 && spelling.first.map { "^_".contains($0) } == true
        result += goesOn && before == spelling.first ? String(spelling.dropFirst()) : spelling
      } else if scalar.properties.generalCategory != .nonspacingMark {
        result += "?"
      }
    }
    return result
  }

  private static let spellings: [Unicode.Scalar: String] = {
    var spellings: [Unicode.Scalar: String] = [
      "−": "-", "–": "-", "—": "-", "‑": "-", "…": "...", "⋯": "...", "′": "'", "″": "''",
      "⊙": "*", "×": "x", "⋅": "*", "→": "->", "←": "<-", "⇒": "=>", "↦": "->", "↪": ">",
      "∂": "d", "∇": "grad ", "∑": "sum ", "Σ": "sum ", "∏": "product ", "√": "sqrt", "∞": "inf",
      "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "±": "+-", "∈": " in ", "‖": "||", "∣": "|",
      "ᵀ": ".T", "½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅕": "1/5",
      "⅛": "1/8", "✓": "+", "◐": "~", "✗": "x", "•": "*", "“": "\"", "”": "\"", "„": "\"",
      "‘": "'", "’": "'", "«": "\"", "»": "\"", "\u{A0}": " ", "\u{202F}": " ", "\u{2009}": " ",
      "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "ŷ": "yhat", "ℓ": "l", "ℝ": "R", "⌊": "floor(",
      "⌋": ")", "⁻": "^-", "⁺": "^+", "⁽": "^(", "⁾": "^)", "₋": "_-", "₊": "_+", "₍": "_(",
      "₎": "_)", "─": "-", "│": "|", "█": "#", "░": ".",
    ]
    for (digit, (raised, lowered)) in zip("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars, "₀₁₂₃₄₅₆₇₈₉".unicodeScalars)
      .enumerated()
    {
      spellings[raised] = "^\(digit)"
      spellings[lowered] = "_\(digit)"
    }
    let letters: [Unicode.Scalar: String] = [
      "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta",
      "η": "eta", "θ": "theta", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi",
      "π": "pi", "ρ": "rho", "σ": "sigmoid", "τ": "tau", "φ": "phi", "χ": "chi", "ψ": "psi",
      "ω": "omega", "Δ": "Delta", "Γ": "Gamma", "Θ": "Theta", "Λ": "Lambda", "Φ": "Phi",
      "Ψ": "Psi", "Ω": "Omega", "ˡ": "^l", "ⁱ": "^i", "ʲ": "^j", "ᵏ": "^k", "ⁿ": "^n", "ᵢ": "_i",
      "ⱼ": "_j", "ₖ": "_k", "ₗ": "_l", "ₘ": "_m", "ₙ": "_n", "ₐ": "_a", "ₓ": "_x", "ₜ": "_t",
      "ᵗ": "^t", "ᵐ": "^m", "ˣ": "^x", "ʸ": "^y", "ᵃ": "^a", "ᵇ": "^b", "ᵈ": "^d", "ᶻ": "^z",
    ]
    for (letter, name) in letters { spellings[letter] = name }
    let accented = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝčďěňřšťůžČŘŠŽăćęńśźżąőű"
    let bare = "aaaaaaceeeeiiiinooooouuuuyyAAAAAACEEEEIIIINOOOOOUUUUYcdenrstuzCRSZacenszzaou"
    for (letter, base) in zip(accented.unicodeScalars, bare.unicodeScalars) {
      spellings[letter] = String(Character(base))
    }
    return spellings
  }()

  /// JSON with every character outside ASCII escaped, which says the same.
  package var escapedJSON: String {
    var result = ""
    for scalar in unicodeScalars {
      guard !scalar.isASCII else {
        result.unicodeScalars.append(scalar)
        continue
      }
      for unit in String(Character(scalar)).utf16 {
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result
  }

  /// HTML with every character outside ASCII as a reference to it, which says the same.
  package var escapedHTML: String {
    var result = ""
    for scalar in unicodeScalars {
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else {
        result += "&#\(scalar.value);"
      }
    }
    return result
  }
}

extension [Unicode.Scalar] {
  /// Whether a dot with a space on either side stands in a formula: beside it are numbers, names of
  /// a letter or two, or brackets.
  fileprivate func isProduct(at place: Int) -> Bool {
    guard place > 1, place + 2 < count else { return false }
    let before = self[..<(place - 1)].reversed().prefix { $0 != " " }
    let after = self[(place + 2)...].prefix { $0 != " " }
    func isFactor(_ word: some Sequence<Unicode.Scalar>) -> Bool {
      word.contains { "0123456789()[]½".unicodeScalars.contains($0) }
        || word.allSatisfy { $0.properties.isAlphabetic } && word.reduce(0) { n, _ in n + 1 } == 1
    }
    return isFactor(before) && isFactor(after)
  }
}
