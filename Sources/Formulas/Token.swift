/// A word of a formula.
struct Token {
  enum Kind: Equatable {
    case number(Double)
    case name(String)
    case symbol(Symbol)
    case end
  }

  /// Everything that is neither a number nor a name.
  enum Symbol: String {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case power = "^"
    case at = "@"
    case open = "("
    case close = ")"
    case openList = "["
    case closeList = "]"
    case comma = ","
    case prime = "'"
    case transpose = ".T"
    case squared = "²"
    case cubed = "³"
    case span = ".."
    case colon = ":"
    case assign = "="
    case less = "<"
    case greater = ">"
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case equal = "=="
    case notEqual = "!="
  }

  let kind: Kind
  /// The place in the text, in Unicode scalars from 0.
  package let range: Range<Int>
  /// The text as it stood.
  let spelling: String
}

extension Token {
  /// The words of a text, the last one being `.end`.
  static func read(_ text: String) throws(FormulaError) -> [Token] {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count <= Formula.longest else { throw .tooLong(scalars.count) }
    var tokens: [Token] = []
    var place = 0
    while place < scalars.count {
      let start = place
      let scalar = scalars[start]
      let kind: Kind
      if isSpace(scalar) {
        place += 1
        continue
      } else if isDigit(scalar)
        || (scalar == "." && start + 1 < scalars.count && isDigit(scalars[start + 1]))
      {
        kind = .number(try number(scalars, &place))
      } else if isLetter(scalar) {
        kind = .name(name(scalars, &place))
      } else {
        kind = .symbol(try symbol(scalars, &place))
      }
      let spelling = word(scalars[start..<place])
      tokens.append(Token(kind: kind, range: start..<place, spelling: spelling))
    }
    tokens.append(Token(kind: .end, range: scalars.count..<scalars.count, spelling: ""))
    return tokens
  }

  private static func word(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    for scalar in scalars { text.unicodeScalars.append(scalar) }
    return text
  }

  /// The spelling of a number with a plain minus.
  static func plain(_ spelling: String) -> String {
    spelling.utf8.count == spelling.unicodeScalars.count
      ? spelling : String(spelling.map { $0 == "−" ? "-" : $0 })
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Whether a name may begin with the scalar.
  ///
  /// Superscript letters such as ᵀ are signs here.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    // ASCII first: the table of properties is slow.
    scalar.isASCII
      ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      : scalar.properties.isAlphabetic && scalar != "ᵀ"
  }

  private static func name(_ scalars: [Unicode.Scalar], _ place: inout Int) -> String {
    let start = place
    while place < scalars.count {
      let scalar = scalars[place]
      let belongs =
        isLetter(scalar) || isDigit(scalar) || scalar == "_"
        || !scalar.isASCII && scalar.properties.generalCategory == .nonspacingMark
      guard belongs else { break }
      place += 1
    }
    return Formula.canonicalName(word(scalars[start..<place]))
  }

  private static func number(
    _ scalars: [Unicode.Scalar], _ place: inout Int
  ) throws(FormulaError) -> Double {
    let start = place
    func digits() {
      while place < scalars.count, isDigit(scalars[place]) { place += 1 }
    }
    digits()
    // The dot of 2.T and those of 2..4 are not the number's.
    let next = place + 1 < scalars.count ? scalars[place + 1] : " "
    let isOther = next == "T" || next == "."
    if place < scalars.count, scalars[place] == ".", !isOther {
      place += 1
      digits()
    }
    if place < scalars.count, scalars[place] == "e" || scalars[place] == "E" {
      var exponent = place + 1
      if exponent < scalars.count, "+-−".unicodeScalars.contains(scalars[exponent]) {
        exponent += 1
      }
      if exponent < scalars.count, isDigit(scalars[exponent]) {
        place = exponent
        digits()
      }
    }
    let text = plain(word(scalars[start..<place]))
    guard let value = Double(text.hasSuffix(".") ? text + "0" : text), value.isFinite else {
      throw .numberTooLarge(text, at: start..<place)
    }
    return value
  }

  private static func symbol(
    _ scalars: [Unicode.Scalar], _ place: inout Int
  ) throws(FormulaError) -> Symbol {
    let scalar = scalars[place]
    let next = place + 1 < scalars.count ? scalars[place + 1] : " "
    if scalar == "*", next == "*" { throw .twoStars(at: place..<place + 2) }
    if let symbol = pair(scalar, next) {
      place += 2
      return symbol
    }
    guard let symbol = spellings[scalar] else {
      if scalar == ".", isLetter(next) { throw member(scalars, place) }
      throw .unknownSign(scalar, at: place)
    }
    place += 1
    return symbol
  }

  /// The error of a dot before a word, as in `np.dot` or `x.sum`.
  private static func member(_ scalars: [Unicode.Scalar], _ dot: Int) -> FormulaError {
    var start = dot
    while start > 0, isLetter(scalars[start - 1]) || isDigit(scalars[start - 1]) { start -= 1 }
    var end = dot + 1
    let member = name(scalars, &end)
    let owner = start < dot ? word(scalars[start..<dot]) : nil
    return FormulaError(
      "'.' has no meaning here" + FunctionAdvice.onMember(member, of: owner), at: dot..<dot + 1)
  }

  /// The sign that two characters are together.
  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Symbol? {
    switch (first, second) {
    case (".", "T"): .transpose
    case (".", "."): .span
    case ("<", "="): .lessOrEqual
    case (">", "="): .greaterOrEqual
    case ("=", "="): .equal
    case ("!", "="): .notEqual
    default: nil
    }
  }

  /// Every sign that is understood, and what it stands for.
  private static let spellings: [Unicode.Scalar: Symbol] = [
    "+": .plus, "-": .minus, "−": .minus, "–": .minus, "*": .times, "⊙": .times, "·": .times,
    "⋅": .times, "×": .times, "∘": .times, "/": .over, "÷": .over, "∕": .over, "^": .power,
    "@": .at, "(": .open, ")": .close, "[": .openList, "]": .closeList, ",": .comma, "'": .prime,
    "′": .prime, "’": .prime, "ᵀ": .transpose, "²": .squared, "³": .cubed, "<": .less,
    ">": .greater, "≤": .lessOrEqual, "≥": .greaterOrEqual, "≠": .notEqual, "=": .assign,
    ":": .colon,
  ]
}

// MARK: - Messages

extension FormulaError {
  fileprivate static func tooLong(_ count: Int) -> FormulaError {
    FormulaError(
      "the formula has \(count) characters; the limit is \(Formula.longest)",
      at: Formula.longest..<Formula.longest + 1)
  }

  fileprivate static func numberTooLarge(_ text: String, at range: Range<Int>) -> FormulaError {
    FormulaError("\(text) is too large for a number", at: range)
  }

  fileprivate static func twoStars(at range: Range<Int>) -> FormulaError {
    FormulaError("a power is written ^, as in a^2", at: range)
  }

  fileprivate static func unknownSign(_ scalar: Unicode.Scalar, at place: Int) -> FormulaError {
    let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
    let shown =
      switch scalar.properties.generalCategory {
      case .control, .format, .privateUse, .unassigned, .nonspacingMark, .enclosingMark:
        "the invisible character U+\(code)"
      default: "'\(scalar)'"
      }
    let advice =
      switch scalar {
      case "{", "}": "; use ( ) for grouping and [ ] for vectors"
      case ";": "; a matrix is written [[1, 2], [3, 4]]"
      case ".": "; only .T may follow a dot"
      case "%": "; 5% is written 0.05"
      case "|": "; an absolute value is written abs(x)"
      case "&", "!": "; the operators are + - * / ^ @"
      case "√": "; write sqrt(x)"
      case "∑", "Σ": "; write sum(x)"
      default: ""
      }
    return FormulaError("\(shown) has no meaning here\(advice)", at: place..<place + 1)
  }
}
