/// What was pasted for a value, on its way to the spelling of a sheet.
struct PastedText: Sendable {
  var scalars: [Unicode.Scalar]

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  init(_ text: String) { self.init(Array(text.unicodeScalars)) }

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Whether the word stands at a place.
  func has(_ word: String, at place: Int) -> Bool {
    var place = place
    for scalar in word.unicodeScalars {
      guard place < scalars.count, scalars[place] == scalar else { return false }
      place += 1
    }
    return true
  }

  /// Where the word first stands.
  func place(of word: String, from start: Int = 0) -> Int? {
    guard let first = word.unicodeScalars.first else { return nil }
    var place = start
    while place < scalars.count {
      if scalars[place] == first, has(word, at: place) { return place }
      place += 1
    }
    return nil
  }

  func holds(_ scalar: Unicode.Scalar) -> Bool { scalars.contains(scalar) }

  /// The scalar at a place; nil beyond the ends.
  subscript(_ place: Int) -> Unicode.Scalar? {
    scalars.indices.contains(place) ? scalars[place] : nil
  }

  /// The place of the next scalar from there on that is no blank, or the end.
  func skippingBlanks(from start: Int) -> Int {
    var place = start
    while place < scalars.count, scalars[place].isBlank { place += 1 }
    return place
  }

  /// The range less blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, scalars[lower].isBlank { lower += 1 }
    while lower < upper, scalars[upper - 1].isBlank { upper -= 1 }
    return lower..<upper
  }

  mutating func trim() {
    let range = trimmed(0..<scalars.count)
    if range.count < scalars.count { scalars = Array(scalars[range]) }
  }

  /// Where the bracket closes that opens at a place.
  func closing(of open: Int) -> Int? {
    var stack: [Unicode.Scalar] = []
    var place = open
    while place < scalars.count {
      switch scalars[place] {
      case "(": stack.append(")")
      case "[": stack.append("]")
      case "{": stack.append("}")
      case ")", "]", "}":
        guard stack.popLast() == scalars[place] else { return nil }
        if stack.isEmpty { return place }
      default: break
      }
      place += 1
    }
    return nil
  }

  /// The word of letters, digits, dots and underscores at a place, which begins with a letter.
  func word(at start: Int) -> Range<Int>? {
    guard start < scalars.count, scalars[start].isLetter else { return nil }
    var end = start
    while end < scalars.count, scalars[end].isInWord { end += 1 }
    return start..<end
  }

  func spelling(_ range: Range<Int>) -> String { PastedText(Array(scalars[range])).text }

  /// The pieces between line breaks.
  var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for place in scalars.indices where scalars[place] == "\n" {
      lines.append(start..<place)
      start = place + 1
    }
    return lines + [start..<scalars.count]
  }
}

extension Unicode.Scalar {
  /// White space, line breaks included.
  var isBlank: Bool {
    isASCII ? self == " " || ("\t"..."\r").contains(self) : properties.isWhitespace
  }

  var isDigit: Bool { ("0"..."9").contains(self) }

  /// A letter of any script.
  var isLetter: Bool {
    isASCII
      ? ("a"..."z").contains(self) || ("A"..."Z").contains(self) : properties.isAlphabetic
  }

  var isInWord: Bool { isLetter || isDigit || self == "_" || self == "." }

  /// The same in small letters, where it is one of ASCII.
  var lowered: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) | 0x20) : self
  }
}
