/// Mathematics as it is said: `minus 0.5 and 0.25`, `zero point five`, `2 times ten to the minus 3`.
enum SpokenForm {
  static let form = PastedForm(
    .spoken,
    examples: [
      .init("minus 0.5 and 0.25", .vector(2), "[-0.5, 0.25]"),
      .init("zero point five six", .scalar, "0.56"),
      .init("2.5 times 10 to the minus 3", .scalar, "2.5e-3"),
      .init("2.5 times ten to the power of minus three", .scalar, "2.5e-3"),
      .init("one over three", .scalar, "1 / 3"), .init("0.5 or 0.6", .vector(2), nil),
      .init("twenty one", .scalar, nil),
    ]
  ) { text in
    guard text.scalars.contains(where: { $0.isLetter }) else { return false }
    var speech = Speech()
    var place = 0
    while place < text.scalars.count {
      if let word = letters(at: place, in: text) {
        place = word.upperBound
        // An exponent is no word.
        let isWithin = text[word.lowerBound - 1].map { $0.isDigit || $0 == "." } ?? false
        if isWithin || !speech.take(text.spelling(word).lowercased()) { return false }
      } else {
        speech.take(text.scalars[place])
        place += 1
      }
    }
    guard speech.isSpoken else { return false }
    text.scalars = speech.output
    return true
  }

  private static func letters(at start: Int, in text: PastedText) -> Range<Int>? {
    var end = start
    while let scalar = text[end], scalar.isLetter { end += 1 }
    return end > start ? start..<end : nil
  }
}

/// What has been said so far, as signs.
private struct Speech {
  var output: [Unicode.Scalar] = []
  private(set) var isSpoken = false

  mutating func take(_ scalar: Unicode.Scalar) {
    // Between the words of one number there is nothing.
    if scalar.isBlank, glues { return }
    glues = false
    output.append(scalar)
  }

  /// Whether the last word wants what follows to be close to it.
  private var glues = false
  private var isNumberOfWords = false

  /// Takes a word; false where it has no meaning here.
  mutating func take(_ word: String) -> Bool {
    isSpoken = true
    if let digit = Speech.digits[word] {
      if isNumberOfWords { dropBlanks() }
      output += Array(digit.unicodeScalars)
      isNumberOfWords = isNumberOfWords && digit.unicodeScalars.count == 1
      return true
    }
    defer { isNumberOfWords = word == "point" }
    switch word {
    case "point":
      dropBlanks()
      guard output.last?.isDigit == true else { return false }
      output.append(".")
      glues = true
    case "minus", "negative":
      let last = output.last { !$0.isBlank }
      let isDifference = last.map { $0.isDigit || $0 == ")" || $0 == "]" } ?? false
      if isDifference, word == "negative" { return false }
      output.append("-")
      glues = !isDifference
    case "plus": output.append("+")
    case "times": output.append("*")
    case "over", "by": output.append("/")
    case "divided": break
    case "and": output.append(",")
    case "equals": output.append("=")
    case "to", "power": output.append("^")
    case "the", "of", "a": break
    default: return false
    }
    if word == "power" || word == "to" {
      // "to the power of" is one thing.
      while output.count > 1, output.dropLast().last(where: { !$0.isBlank }) == "^" {
        output.removeLast()
        dropBlanks()
      }
    }
    return true
  }

  private mutating func dropBlanks() {
    while let last = output.last, last.isBlank { output.removeLast() }
  }

  private static let digits = [
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "ten": "10",
  ]
}
