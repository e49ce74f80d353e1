/// A power of ten before a list, by which every entry is multiplied, as MATLAB prints it.
enum ScaleForm {
  static let form = PastedForm(
    .scale,
    examples: [
      .init("1.0e-03 *\n\n   0.2146   -2.3000", .vector(2), "[0.2146e-03, -2.3000e-03]"),
      .init("1e-3 * [0.5, 2e1]", .vector(2), "[0.5e-3, 2e-2]"),
      .init("10^-3 · [0.5 2]", .vector(2), "[0.5e-3, 2e-3]"),
      .init("10⁻³ × (0.5, 2)", .vector(2), "[0.5e-3, 2e-3]"),
      .init(
        "1.0e-03 *\n\n Columns 1 through 2\n\n 0.5 2\n\n Column 3\n\n 4", .vector(3),
        "[0.5e-03, 2e-03, 4e-03]"),
      .init("2e-3 * [0.5, 2]", .vector(2), nil),
    ]
  ) { text in
    guard let (power, start) = factor(of: text) else { return false }
    var output: [Unicode.Scalar] = []
    var place = start
    while place < text.scalars.count {
      let scalar = text.scalars[place]
      guard scalar.isDigit || scalar == "." else {
        // Arithmetic with the entries would be another thing.
        guard !scalar.isLetter, !"*/^·×÷".unicodeScalars.contains(scalar) else { return false }
        output.append(scalar)
        place += 1
        continue
      }
      while let digit = text[place], digit.isDigit || digit == "." {
        output.append(digit)
        place += 1
      }
      if text[place] == ",", CommaRuns.isWithin(place, text) { return false }
      var own: Int?
      if text[place] == "e" || text[place] == "E" {
        let (word, end) = exponent(of: text, at: place + 1)
        guard let number = Int(word) else { return false }
        (own, place) = (number, end)
      }
      output.append("e")
      if let own {
        guard let shift = Int(power) else { return false }
        output += Array("\(own + shift)".unicodeScalars)
      } else {
        output += Array(power.unicodeScalars)
      }
    }
    text.scalars = output
    return true
  }

  /// The power of ten that stands before a list, and where the list begins.
  private static func factor(of text: PastedText) -> (power: String, list: Int)? {
    var place = text.skippingBlanks(from: 0)
    let power: String
    if text.has("10", at: place), let sign = text[place + 2],
      sign == "^" || sign == "⁻" || sign == "*"
    {
      // Read as a number is, with a one before it.
      var whole = PastedText([Unicode.Scalar("1"), "*"] + text.scalars[place...])
      guard let end = whole.scalars.dropFirst(4).firstIndex(where: { $0.isBlank }) else {
        return nil
      }
      let rest = whole.scalars[end...]
      whole.scalars = Array(whole.scalars[..<end])
      guard PowerForm.form.rewrite(&whole), whole.has("1e", at: 0) else { return nil }
      power = whole.spelling(2..<whole.scalars.count)
      place = text.scalars.count - rest.count
    } else {
      let start = place
      while let digit = text[place], digit.isDigit || digit == "." { place += 1 }
      guard place > start, Double(text.spelling(start..<place)) == 1, text[place] == "e"
      else { return nil }
      let (word, end) = exponent(of: text, at: place + 1)
      guard !word.isEmpty else { return nil }
      (power, place) = (word, end)
    }
    place = text.skippingBlanks(from: place)
    guard let times = text[place], "*·×".unicodeScalars.contains(times),
      text[place + 1] != times
    else { return nil }
    let list = text.skippingBlanks(from: place + 1)
    let isBelow = text.scalars[place..<list].contains("\n")
    guard let open = text[list], isBelow || "[({".unicodeScalars.contains(open) else { return nil }
    return Int(power) == nil ? nil : (power, list)
  }

  private static func exponent(of text: PastedText, at start: Int) -> (String, Int) {
    var place = start
    if text[place] == "-" || text[place] == "+" { place += 1 }
    while text[place]?.isDigit == true { place += 1 }
    return (text.spelling(start..<min(place, text.scalars.count)), place)
  }
}
