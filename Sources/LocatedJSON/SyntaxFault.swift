/// A violation of the JSON grammar: where, and in what words.
///
/// All the sentences about syntax are made here. Each says what was found, and what to write instead.
struct SyntaxFault: Error {
  package let offset: Int
  package let message: String

  init(_ message: String, at offset: Int) {
    self.offset = offset
    self.message = message
  }
}

// MARK: - The whole text

extension SyntaxFault {
  static func emptyDocument(at offset: Int) -> Self {
    Self("the text is empty: expected a JSON value", at: offset)
  }

  static func foreignEncoding(_ encoding: ForeignEncoding) -> Self {
    Self("this file was saved as \(encoding.rawValue); save it as UTF-8", at: 0)
  }

  static func invalidUTF8(_ byte: UInt8, at offset: Int) -> Self {
    let spelling = "0x\(byte.hexadecimalSpelling(digits: 2))"
    return Self("the byte \(spelling) is not UTF-8 here: save the file as UTF-8", at: offset)
  }

  static func nestedTooDeep(at offset: Int) -> Self {
    Self("lists and objects are nested more than \(JSONText.deepestNesting) deep", at: offset)
  }

  static func secondValue(_ found: String, at offset: Int) -> Self {
    Self("found \(found) after the end of the document: a file holds one JSON value", at: offset)
  }

  static func strayClosing(_ found: String, at offset: Int) -> Self {
    Self("found \(found) that closes nothing: remove it", at: offset)
  }
}

// MARK: - Lists and objects

extension SyntaxFault {
  static func found(_ found: String, expected: String, at offset: Int) -> Self {
    Self("expected \(expected), found \(found)", at: offset)
  }

  static func trailingComma(at offset: Int) -> Self {
    Self("a trailing comma: remove it", at: offset)
  }

  static func strayComma(at offset: Int) -> Self {
    Self("a comma with nothing to separate: remove it", at: offset)
  }

  static func missingComma(_ found: String, at offset: Int) -> Self {
    Self("a comma is missing before \(found)", at: offset)
  }

  static func wrongSeparator(_ found: String, instead: String, at offset: Int) -> Self {
    Self("found '\(found)': write '\(instead)' instead", at: offset)
  }

  static func unclosed(
    _ container: String, opening: String, closing: String, from start: Position, at offset: Int
  ) -> Self {
    Self(
      "the text ends inside \(container == "object" ? "an" : "a") \(container): expected ',' or "
        + "'\(closing)' to match the '\(opening)' at \(start.line):\(start.column)", at: offset)
  }

  static func mismatched(
    found: String, expected: String, opening: String, from start: Position, at offset: Int
  ) -> Self {
    Self(
      "found \(found), expected '\(expected)' to match the '\(opening)' "
        + "at \(start.line):\(start.column)", at: offset)
  }

  static func duplicateKey(_ key: String, first: Position, at offset: Int) -> Self {
    Self(
      "the key \(Quotation(key)) appears twice: the first is at \(first.line):\(first.column)",
      at: offset)
  }

  static func bareKey(_ word: String, at offset: Int) -> Self {
    let word = Quotation.shortened(word)
    return Self("the key '\(word)' needs double quotes: write \"\(word)\"", at: offset)
  }

  static func arithmetic(found: String, at offset: Int) -> Self {
    Self("found \(found) after a value: write arithmetic in quotes, as in \"1/3\"", at: offset)
  }
}

// MARK: - Words and comments

extension SyntaxFault {
  static func comment(at offset: Int) -> Self {
    Self("JSON has no comments: remove it", at: offset)
  }

  static func bareWord(_ word: String, at offset: Int) -> Self {
    let shown = Quotation.shortened(word)
    if NonFiniteWord(word) != nil { return nonFinite(word, at: offset) }
    switch word.lowercased() {
    case "true", "false", "null":
      return Self("found '\(shown)': write \(word.lowercased()) in lower case", at: offset)
    case "none", "nil", "undefined":
      return Self("found '\(shown)': write null", at: offset)
    default: break
    }
    if let near = Spelling.nearest(to: word, among: ["true", "false", "null"]) {
      return Self("unknown word '\(shown)' — did you mean \(near)?", at: offset)
    }
    return Self("'\(shown)' needs double quotes: write \"\(shown)\"", at: offset)
  }
}
