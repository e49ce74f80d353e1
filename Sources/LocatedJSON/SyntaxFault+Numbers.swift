extension SyntaxFault {
  static func nonFinite(_ word: String, at offset: Int) -> Self {
    Self("\(word) is not a JSON number: only finite numbers can be written", at: offset)
  }

  static func plusSign(at offset: Int) -> Self {
    Self("a plus sign before a number: remove it", at: offset)
  }

  static func foreignMinus(_ sign: Unicode.Scalar, at offset: Int) -> Self {
    let code = "U+\(sign.value.hexadecimalSpelling(digits: 4))"
    return Self("'\(sign)' (\(code)) is not the minus sign of JSON: write '-'", at: offset)
  }

  static func leadingPoint(replacement: String, at offset: Int) -> Self {
    Self("a number cannot begin with a point: write \(quoted(replacement))", at: offset)
  }

  static func leadingZero(replacement: String, at offset: Int) -> Self {
    Self("a number cannot begin with a zero: write \(quoted(replacement))", at: offset)
  }

  static func missingDigits(found: String, at offset: Int) -> Self {
    Self("expected a digit after the minus sign, found \(found)", at: offset)
  }

  static func missingFraction(replacement: String, at offset: Int) -> Self {
    Self("digits are missing after the point: write \(quoted(replacement))", at: offset)
  }

  static func missingExponent(_ letter: Unicode.Scalar, at offset: Int) -> Self {
    Self("digits are missing after the exponent '\(letter)', as in 1\(letter)-3", at: offset)
  }

  package static func hexadecimal(_ spelling: String, at offset: Int) -> Self {
    Self("\(quoted(spelling)) is hexadecimal: write the number in decimal", at: offset)
  }

  static func underscoreInNumber(at offset: Int) -> Self {
    Self("found '_' inside a number: remove it", at: offset)
  }

  static func malformedNumber(_ spelling: String, at offset: Int) -> Self {
    Self("\(Quotation(spelling)) is not a number", at: offset)
  }

  static func numberTooLarge(_ spelling: String, at offset: Int) -> Self {
    Self("\(quoted(spelling)) is too large for a number", at: offset)
  }

  private static func quoted(_ number: String) -> String { Quotation.shortened(number) }
}
