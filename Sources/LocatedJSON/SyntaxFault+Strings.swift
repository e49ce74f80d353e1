import Numerics

extension SyntaxFault {
  static func singleQuote(at offset: Int) -> Self {
    Self("a single quote: JSON strings are written in double quotes, as in \"text\"", at: offset)
  }

  static func typographicQuote(_ mark: Unicode.Scalar, at offset: Int) -> Self {
    Self("'\(mark)' is a typographic quotation mark: write a plain \"", at: offset)
  }

  static func unclosedString(at offset: Int) -> Self {
    Self("this string is not closed: write \" at its end", at: offset)
  }

  static func controlInString(_ byte: UInt8, at offset: Int) -> Self {
    let message =
      switch byte {
      case .lineFeed, .carriageReturn:
        "a line break inside a string: close the string with \", or write \\n"
      case .tab: "a tab inside a string: write \\t"
      default:
        "the control character U+\(byte.hexadecimalSpelling(digits: 4)) inside a string: "
          + "write \\u\(byte.hexadecimalSpelling(digits: 4))"
      }
    return Self(message, at: offset)
  }

  static func unfinishedEscape(at offset: Int) -> Self {
    Self("the text ends inside an escape: write \\\\ for a backslash", at: offset)
  }

  static func unknownEscape(_ character: Unicode.Scalar, at offset: Int) -> Self {
    if character == "'" {
      return Self("'\\'' is not an escape of JSON: write ' without the backslash", at: offset)
    }
    let shown = Quotation.visible([character])
    return Self(
      "'\\\(shown)' is not an escape of JSON: write '\\\\\(shown)' for a backslash", at: offset)
  }

  static func shortUnicodeEscape(_ spelling: String, at offset: Int) -> Self {
    Self(
      "'\(spelling)' is cut short: four hexadecimal digits must follow, as in \\u00e9", at: offset)
  }

  static func loneSurrogate(_ value: UInt32, at offset: Int) -> Self {
    let spelling = "\\u\(String(value, radix: 16))"
    return Self(
      "\(spelling) is half of a surrogate pair: write both halves, or the character itself",
      at: offset)
  }
}
