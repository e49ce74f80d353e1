import Formulas

/// A formula in LaTeX, Python or the notation of a blackboard, in the spelling of formulas.
package enum FormulaSpelling {
  /// What a text may say.
  package enum Reading: Equatable, Sendable {
    /// The formulas on the two sides of its signs of equality, of which one is meant.
    case formulas([String])
    /// A product without a sign behind a division: `1/2h`.
    case ambiguous(String, String)
  }

  /// The text as formulas are spelled.
  ///
  /// - Parameter isKnown: Whether a name may be used.
  package static func reading(of text: String, isKnown: (String) -> Bool) -> Reading {
    var pasted = PastedText(text)
    _ = FullWidthForm.form.rewrite(&pasted)
    _ = LatexForm.form.rewrite(&pasted)
    pasted.scalars = pasted.scalars.map { $0 == "\n" ? " " : $0 }
    var formulas: [String] = []
    for side in sides(of: pasted.scalars) {
      var side = PastedText(side)
      _ = EndingForm.form.rewrite(&side)
      dropHead(&side)
      if side.scalars.isEmpty { continue }
      let writer = FormulaRespelling(FormulaWord.all(of: side), isKnown: isKnown)
      switch writer.written {
      case .plain(let formula): formulas.append(formula)
      case .ambiguous(let one, let other): return .ambiguous(one, other)
      }
    }
    return .formulas(formulas)
  }

  /// The first two names side by side between which a sign is missing, or that have become one word;
  /// nil where there are none.
  package static func sideBySide(
    in text: String, isKnown: (String) -> Bool
  ) -> (String, String)? {
    let words = FormulaWord.all(of: PastedText(text)).map {
      $0.withPlainSubscript(isKnown: isKnown)
    }
    for (place, word) in words.enumerated() where word.kind == .name {
      let next = place + 1 < words.count ? words[place + 1] : nil
      if isKnown(word.text) {
        if let next, next.kind == .name, isKnown(next.text) { return (word.text, next.text) }
        continue
      }
      if next?.text == "(" || Formula.constant(named: word.text) != nil { continue }
      for middle in word.text.indices.dropFirst() {
        let (first, second) = (String(word.text[..<middle]), String(word.text[middle...]))
        if isKnown(first), isKnown(second) { return (first, second) }
      }
    }
    return nil
  }

  /// What stands between the signs of equality, of which those of comparisons are none.
  private static func sides(of scalars: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var sides: [[Unicode.Scalar]] = [[]]
    for (place, scalar) in scalars.enumerated() {
      let before = place > 0 ? scalars[place - 1] : " "
      let behind = place + 1 < scalars.count ? scalars[place + 1] : " "
      let compares = behind == "=" || "=<>!".unicodeScalars.contains(before)
      if scalar == "≈" || scalar == "=" && !compares {
        sides.append([])
      } else {
        sides[sides.count - 1].append(scalar)
      }
    }
    return sides
  }

  /// Takes away what Python has before a formula: `return`, and `lambda a, y:`.
  private static func dropHead(_ text: inout PastedText) {
    text.trim()
    if text.has("return ", at: 0) { text.scalars.removeFirst(7) }
    if text.has("lambda ", at: 0), let end = text.scalars.firstIndex(of: ":") {
      text.scalars.removeFirst(end + 1)
    }
  }
}
