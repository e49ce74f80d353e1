import LocatedJSON

/// A line of a sheet that is not `name = value` with a plain name: what it may be.
struct PastedLine {
  enum Meaning {
    /// A sign of the page around, such as a fence.
    case nothing
    case answer(name: Range<Int>, value: Range<Int>)
    /// Numbers that belong to what stands above.
    case row
    /// A name and perhaps a value, without a sign of equality.
    case guess(name: Range<Int>, value: Range<Int>)
    /// A row of a table.
    case cells([Range<Int>])
    case unclear
  }

  private(set) var meaning = Meaning.unclear
  /// Whether a table may go on behind it.
  private(set) var isOfTable = false

  /// - Parameter isBelow: Whether there is an answer above that a row can belong to.
  init(_ source: SourceText, _ line: AnswerLine, _ content: Range<Int>, isBelow: Bool) {
    let text = source.spelling(of: content)
    let isTable = text.hasPrefix("|")
    if text.hasPrefix("```") || text.hasPrefix("~~~") || text == "$$" || PastedLine.isRule(text) {
      meaning = .nothing
      isOfTable = isTable
      return
    }
    if isTable, line.sign == nil {
      let cells = PastedLine.cells(of: content, in: source)
      let isMatrix = isBelow && cells.allSatisfy { PastedLine.isRow(source.spelling(of: $0)) }
      isOfTable = !isMatrix
      meaning = isMatrix ? .row : .cells(cells)
      return
    }
    let isOption = PastedLine.isOption(source.bytes, content)
    if isBelow, isOption || PastedLine.continues(text) || PastedLine.isRow(text) {
      meaning = .row
      return
    }
    if let prompt = PastedLine.prompt(text) {
      let rest = (content.lowerBound + prompt..<content.upperBound).trimmed(in: source.bytes)
      if isBelow, text.hasPrefix("Out") {
        meaning = .row
      } else if let guess = PastedLine.guess(source, rest) {
        meaning = guess
      }
      return
    }
    if let (name, value, isSure) = PastedLine.parted(source, line, content) {
      let name = PastedLine.undecorated(name, in: source)
      if !name.isEmpty {
        meaning = isSure ? .answer(name: name, value: value) : .guess(name: name, value: value)
      }
      return
    }
    if line.sign == nil, let guess = PastedLine.guess(source, content) { meaning = guess }
  }

  // MARK: Names

  /// Whether a name is letters, digits and `_` alone, as nearly all are.
  static func isPlainName(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var isBegun = false
    var isEnded = false
    for place in range {
      let byte = bytes[place]
      if byte == 0x20 || byte == 0x09 {
        isEnded = isBegun
        continue
      }
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      let isDigit = (0x30...0x39).contains(byte)
      guard isLetter || (isBegun && (isDigit || byte == 0x5F)), !isEnded else { return false }
      isBegun = true
    }
    return isBegun
  }

  /// A name without the signs of a list, of emphasis and of mathematics around it.
  static func undecorated(_ range: Range<Int>, in source: SourceText) -> Range<Int> {
    var range = range.trimmed(in: source.bytes)
    if let marker = marker(source, range) { range = marker..<range.upperBound }
    var isChanged = true
    while isChanged, !range.isEmpty {
      isChanged = false
      range = range.trimmed(in: source.bytes)
      if range.isEmpty { break }
      let (first, last) = (source.bytes[range.lowerBound], source.bytes[range.upperBound - 1])
      if first == UInt8(ascii: "*"), last == first, range.count > 2 {
        range = range.lowerBound + 1..<range.upperBound - 1
        isChanged = true
      } else if around.contains(first) || first == UInt8(ascii: "*") {
        range = range.lowerBound + 1..<range.upperBound
        isChanged = true
      } else if around.contains(last) || last == UInt8(ascii: ":") || last == UInt8(ascii: "&") {
        range = range.lowerBound..<range.upperBound - 1
        isChanged = true
      }
    }
    let text = source.spelling(of: range)
    for (before, after) in wrappings
    where text.hasPrefix(before) && text.hasSuffix(after)
      && text.utf8.count > before.utf8.count + after.utf8.count
    {
      let inner =
        range.lowerBound + before.utf8.count..<range.upperBound - after.utf8.count
      return inner.trimmed(in: source.bytes)
    }
    return range
  }

  private static let around: [UInt8] = Array("|$`".utf8)

  /// What may stand around a name, with what closes it.
  private static let wrappings = [
    ("'", "'"), ("\"", "\""), ("print(", ")"), ("disp(", ")"), ("let ", ""), ("var ", ""),
    ("const ", ""), ("double ", ""), ("float ", ""), ("auto ", ""),
  ]

  /// How many bytes the prompt has that an interpreter wrote before a line.
  private static func prompt(_ text: String) -> Int? {
    if text.hasPrefix("julia> ") { return 7 }
    guard text.hasPrefix("In [") || text.hasPrefix("Out[") else { return nil }
    let bytes = Array(text.utf8)
    guard let close = bytes.firstIndex(of: UInt8(ascii: "]")), close > 4,
      bytes[4..<close].allSatisfy({ (0x30...0x39).contains($0) }), close + 1 < bytes.count,
      bytes[close + 1] == UInt8(ascii: ":") || bytes[close + 1] == UInt8(ascii: "=")
    else { return nil }
    return close + 2
  }

  /// Where the text begins behind the marker of a list, a quotation or a prompt; `a)`, `(b)` and
  /// the box of a task are markers too.
  private static func marker(_ source: SourceText, _ range: Range<Int>) -> Int? {
    let bytes = source.bytes
    var place = range.lowerBound
    var found: Int?
    while place < range.upperBound {
      let start = place
      if let end = shortMarker(bytes, start, range.upperBound) {
        place = end
        found = end
        continue
      }
      while place < range.upperBound, "-*+>".utf8.contains(bytes[place]) { place += 1 }
      if place == start {
        while place < range.upperBound, (0x30...0x39).contains(bytes[place]) { place += 1 }
        guard place > start, place < range.upperBound,
          bytes[place] == UInt8(ascii: ".") || bytes[place] == UInt8(ascii: ")")
        else {
          place = start
          guard bytes[place...].starts(with: "•".utf8) else { return found }
          place += 3
          found = place
          continue
        }
        place += 1
      }
      guard place < range.upperBound, bytes[place] == 0x20 || bytes[place] == 0x09 else {
        return found
      }
      while place < range.upperBound, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
      found = place
    }
    return found
  }

  /// Where a marker of one letter ends: `a) `, `(a) `, `[x] `.
  private static func shortMarker(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var place = start
    var isBox = false
    if bytes[place] == UInt8(ascii: "(") || bytes[place] == UInt8(ascii: "[") {
      isBox = bytes[place] == UInt8(ascii: "[")
      place += 1
    }
    guard place + 2 < end else { return nil }
    let isLetter = (0x61...0x7A).contains(bytes[place] | 0x20)
    guard isLetter || (isBox && bytes[place] == 0x20),
      bytes[place + 1] == UInt8(ascii: isBox ? "]" : ")"), bytes[place + 2] == 0x20
    else { return nil }
    return place + 3
  }

  // MARK: Signs

  /// The name and the value on the two sides of a sign of equality.
  ///
  /// - Returns: Also whether the sign is one that answers are written with.
  private static func parted(
    _ source: SourceText, _ line: AnswerLine, _ content: Range<Int>
  ) -> (name: Range<Int>, value: Range<Int>, isSure: Bool)? {
    let upper = line.sign ?? content.upperBound
    for place in content.lowerBound..<upper where mayBegin(source.bytes[place]) {
      for sign in signs where source.bytes[place...].starts(with: sign.utf8) {
        let value = place + sign.utf8.count..<max(place + sign.utf8.count, content.upperBound)
        guard value.upperBound <= content.upperBound else { continue }
        return (content.lowerBound..<place, value, line.sign != nil)
      }
    }
    guard let sign = line.sign, sign > content.lowerBound else { return nil }
    return (content.lowerBound..<sign, sign + 1..<content.upperBound, true)
  }

  /// Whether one of the signs may begin with a byte.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: "-"), UInt8(ascii: "\\"), 0x20: true
    default: byte >= 0xE0
    }
  }

  private static let signs = [
    "≈", "≃", "≅", "~", "∼", "≡", "≔", "＝", "：", "<-", "←", "→", "->", "⇒", " is ", " equals ",
    "\\approx", "\\simeq",
  ]

  /// Whether a line goes on with a chain of equalities.
  private static func continues(_ text: String) -> Bool {
    let first = text.unicodeScalars.drop { $0.isBlank || $0 == "&" }
    return ["=", "≈", "≃", "≅"].contains { (sign: Unicode.Scalar) in first.first == sign }
      || text.hasPrefix("\\approx")
  }

  // MARK: Guesses

  /// A name with numbers behind it, or by itself.
  private static func guess(_ source: SourceText, _ content: Range<Int>) -> Meaning? {
    var end = marker(source, content) ?? content.lowerBound
    let start = end
    while end < content.upperBound, !isGap(source.bytes[end]) { end += 1 }
    let name = undecorated(start..<end, in: source)
    guard !name.isEmpty,
      source.spelling(of: name).unicodeScalars.first.map({ $0.isLetter || $0 == "\\" }) == true
    else { return nil }
    var from = end
    while from < content.upperBound, isGap(source.bytes[from]) { from += 1 }
    let value = (from..<content.upperBound).trimmed(in: source.bytes)
    guard value.isEmpty || isRow(source.spelling(of: value)) else { return nil }
    return .guess(name: name, value: value)
  }

  private static func isGap(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }

  /// The cells of a row of a table, less blanks.
  private static func cells(of content: Range<Int>, in source: SourceText) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = content.lowerBound + 1
    for place in start..<content.upperBound where source.bytes[place] == UInt8(ascii: "|") {
      cells.append((start..<place).trimmed(in: source.bytes))
      start = place + 1
    }
    if start < content.upperBound {
      cells.append((start..<content.upperBound).trimmed(in: source.bytes))
    }
    return cells.filter { !$0.isEmpty }
  }
}
