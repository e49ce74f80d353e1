/// A word of a formula as it was typed.
struct FormulaWord: Equatable {
  enum Kind { case number, name, sign }

  let kind: Kind
  var text: String

  /// Whether it exchanges the rows and columns of what stands before it.
  var isTransposition: Bool { text == ".T" }

  /// The word with `ai` for `a_i`, as subscripts are typed, where only that is known.
  func withPlainSubscript(isKnown: (String) -> Bool) -> FormulaWord {
    guard kind == .name, text.contains("_"), !isKnown(text) else { return self }
    let plain = text.filter { $0 != "_" }
    return isKnown(plain) ? FormulaWord(kind: .name, text: plain) : self
  }

  static func all(of text: PastedText) -> [FormulaWord] {
    var words: [FormulaWord] = []
    var place = 0
    while place < text.scalars.count {
      let scalar = text.scalars[place]
      let start = place
      if scalar.isBlank {
        place += 1
        continue
      }
      if scalar.isDigit || (scalar == "." && text[place + 1]?.isDigit == true) {
        place = endOfNumber(text, from: place)
        words.append(FormulaWord(kind: .number, text: text.spelling(start..<place)))
      } else if scalar.isLetter, scalar != "ᵀ" {
        while let letter = text[place], isInName(letter) { place += 1 }
        words.append(FormulaWord(kind: .name, text: text.spelling(start..<place)))
      } else {
        place += text.has("**", at: place) || text.has(".T", at: place) ? 2 : 1
        words.append(FormulaWord(kind: .sign, text: text.spelling(start..<place)))
      }
    }
    return words
  }

  private static func isInName(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.isLetter && scalar != "ᵀ") || scalar.isDigit || scalar == "_"
      || (!scalar.isASCII && scalar.properties.generalCategory == .nonspacingMark)
  }

  private static func endOfNumber(_ text: PastedText, from start: Int) -> Int {
    var place = start
    while let digit = text[place], digit.isDigit || digit == "." {
      if digit == ".", text[place + 1] == "T" { break }
      place += 1
    }
    guard text[place] == "e" || text[place] == "E" else { return place }
    var end = place + 1
    if text[end] == "-" || text[end] == "+" { end += 1 }
    guard text[end]?.isDigit == true else { return place }
    while text[end]?.isDigit == true { end += 1 }
    return end
  }
}
