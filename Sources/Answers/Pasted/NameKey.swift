/// A name without what is only notation: `a⁽¹⁾`, `a_1`, `a 1` and `a^{(1)}` are `a1`.
package struct NameKey: Hashable, Sendable {
  /// Letters and digits in their case; a `_` where two numbers stand side by side.
  package let text: String

  package init(_ name: String) {
    self.init(NameKey.plain(name))
  }

  private init(_ scalars: [Unicode.Scalar]) {
    var output: [Unicode.Scalar] = []
    var isParted = false
    for scalar in scalars {
      guard scalar.isLetter || scalar.isDigit else {
        isParted = true
        continue
      }
      if isParted, scalar.isDigit, output.last?.isDigit == true { output.append("_") }
      isParted = false
      output.append(scalar)
    }
    text = PastedText(output).text
  }

  /// The same, whatever the case of its letters.
  package var folded: String {
    PastedText(text.unicodeScalars.map { $0.lowered }).text
  }

  /// A name as the plain signs that it shows.
  static func plain(_ name: String) -> [Unicode.Scalar] {
    var text = PastedText(name)
    if text.holds("\\") || text.holds("{"), let plain = LatexText.plain(text) { text = plain }
    var output: [Unicode.Scalar] = []
    var last: Unicode.Scalar?
    for scalar in text.scalars {
      if scalar.isASCII {
        output.append(scalar == "'" ? "n" : scalar)
        if scalar == "'" { output += ["e", "w"] }
      } else if let digit = digits.firstIndex(of: scalar) {
        // A raised or lowered digit stands apart from one before it.
        if output.last?.isDigit == true, digits.firstIndex(of: last ?? " ") == nil {
          output.append("_")
        }
        output.append(Unicode.Scalar(UInt8(ascii: "0") + UInt8(digit % 10)))
      } else if let word = letters[scalar] {
        output += Array(word.unicodeScalars)
      } else if (0xFF01...0xFF5E).contains(scalar.value),
        let plain = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        output.append(plain)
      } else if scalar.isLetter {
        output.append(scalar)
      } else {
        output.append(" ")
      }
      last = scalar
    }
    return output
  }

  private static let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉".unicodeScalars)

  private static let letters: [Unicode.Scalar: String] = [
    "δ": "delta", "η": "eta", "σ": "sigma", "α": "alpha", "β": "beta", "γ": "gamma", "ε": "epsilon",
    "λ": "lambda", "μ": "mu", "θ": "theta", "φ": "phi", "Δ": "Delta", "∂": "d", "∇": "grad",
    "ŷ": "yhat", "\u{302}": "hat", "ℒ": "L", "𝛿": "delta", "′": "new", "⁺": "new",
  ]
}
