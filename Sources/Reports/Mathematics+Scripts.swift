extension Mathematics.Scripts {
  /// What stands behind the base: raised and lowered characters where Unicode has them all.
  var line: String {
    var result = ""
    if let lower {
      let text = lower.indexText
      result += text.isEmpty ? "" : Self.lowered(text) ?? "_(\(text))"
    }
    result += primes < 4 ? Self.primes[primes] : String(repeating: "′", count: primes)
    if let upper {
      let text = upper.line(isTight: true)
      result += text.isEmpty ? "" : Self.raised(text) ?? "^(\(text))"
    }
    return result
  }

  private static let primes = ["", "′", "″", "‴"]

  /// The text in superscript characters; `nil` where one has none.
  static func raised(_ text: String) -> String? { replaced(text, superscripts) }

  /// The text in subscript characters; `nil` where one has none.
  static func lowered(_ text: String) -> String? { replaced(text, subscripts) }

  private static func replaced(
    _ text: String, _ table: [Character: Character]
  ) -> String? {
    var result = ""
    for character in text {
      guard let replacement = table[character] else { return nil }
      result.append(replacement)
    }
    return result
  }

  private static func table(_ from: String, _ to: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(from, to))
  }

  private static let superscripts = table(
    "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ⊤′*∘†",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡᵀ′*°†")

  private static let subscripts = table(
    "0123456789+−=()aehijklmnoprstuvxβγρφχ",
    "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
}

extension Mathematics {
  /// The row as an index; the commas of `1,1` are left out, since no small comma exists.
  fileprivate var indexText: String {
    let visible = placements(isTight: true).map { $0.item }
    let isListOfDigits = visible.enumerated().allSatisfy { position, item in
      guard case .symbol(let symbol) = item else { return false }
      return position.isMultiple(of: 2)
        ? symbol.text.count == 1 && (symbol.role == .number || symbol.role == .letter)
        : symbol.text == ","
    }
    let text = line(isTight: true)
    return isListOfDigits ? text.filter { $0 != "," } : text
  }
}
