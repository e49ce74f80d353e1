/// The natural logarithm of a number under its name in mathematics: `ln(10)`, `ln 10`.
enum LogarithmForm {
  static let form = PastedForm(
    .logarithm,
    examples: [
      .init("ln(10)", .scalar, "log(10)"), .init("-ln(1/10)", .scalar, "-log(1/10)"),
      .init("ln 0.5", .scalar, "log(0.5)"), .init("[ln 2, ln(3)]", .vector(2), "[log(2), log(3)]"),
      .init("ln x", .scalar, nil), .init("ln", .scalar, nil), .init("2ln", .scalar, nil),
    ]
  ) { text in
    guard text.scalars.contains(where: { $0 == "n" || $0 == "N" }) else { return false }
    var output: [Unicode.Scalar] = []
    var isFound = false
    var place = 0
    while place < text.scalars.count {
      guard isName(at: place, in: text) else {
        output.append(text.scalars[place])
        place += 1
        continue
      }
      place = text.skippingBlanks(from: place + 2)
      output += Array("log".unicodeScalars)
      isFound = true
      if text[place] == "(" { continue }
      let start = place
      while let digit = text[place], digit.isDigit || digit == "." { place += 1 }
      guard place > start else { return false }
      output += ["("] + text.scalars[start..<place] + [")"]
    }
    if isFound { text.scalars = output }
    return isFound
  }

  /// Whether `ln` stands at a place as a word of its own, or right before its number.
  private static func isName(at place: Int, in text: PastedText) -> Bool {
    guard text[place] == "l" || text[place] == "L", text[place + 1] == "n" || text[place + 1] == "N"
    else { return false }
    let isWithin = text[place - 1]?.isInWord == true || text[place + 2]?.isLetter == true
    return !isWithin
  }
}
