/// A line of a program, as far as it takes to find the parts of an expression in it.
struct CodeLine {
  let characters: [Character]

  init(_ text: some Sequence<Character>) { characters = Array(text) }

  var text: String { String(characters) }
  var count: Int { characters.count }
  /// The blanks that it begins with.
  var margin: String { String(characters.prefix { $0.isWhitespace }) }

  func text(_ range: Range<Int>) -> String { String(characters[range]) }

  /// The line with other text in one place.
  func replacing(_ range: Range<Int>, with text: String) -> String {
    self.text(0..<range.lowerBound) + text + self.text(range.upperBound..<count)
  }

  /// The place of the character that the compiler counts as this column, which it does in bytes.
  func place(ofColumn column: Int) -> Int {
    var bytes = 0
    for (place, character) in characters.enumerated() {
      if bytes >= column - 1 { return place }
      bytes += character.utf8.count
    }
    return count
  }

  /// The name or number around a place.
  func word(at place: Int) -> Range<Int>? {
    guard characters.indices.contains(place), isPart(place) else { return nil }
    var (lower, upper) = (place, place)
    while lower > 0, isPart(lower - 1) { lower -= 1 }
    while upper < count, isPart(upper) { upper += 1 }
    return lower..<upper
  }

  /// Where a word stands by itself.
  func range(ofWord word: String) -> Range<Int>? {
    characters.indices.lazy.compactMap { self.word(at: $0) }.first { text($0) == word }
  }

  func range(of part: String, from start: Int = 0) -> Range<Int>? {
    let part = Array(part)
    guard !part.isEmpty, count >= start + part.count else { return nil }
    return (start...(count - part.count)).lazy.map { $0..<($0 + part.count) }
      .first { Array(characters[$0]) == part }
  }

  private func isPart(_ place: Int) -> Bool {
    let character = characters[place]
    return character.isLetter || character.isNumber || character == "_" || character == "$"
  }
}

// MARK: - Operands

extension CodeLine {
  /// What an operator's right operand is, the operator ending before a place.
  func operand(after place: Int, of operation: String) -> Range<Int>? {
    guard let first = term(from: place) else { return nil }
    guard operation.hasPrefix("+") || operation.hasPrefix("-") || isComparison(operation) else {
      return first
    }
    var end = first.upperBound
    while let next = nextCharacter(from: end), "*/".contains(characters[next]),
      let more = term(from: next + 1)
    {
      end = more.upperBound
    }
    return first.lowerBound..<end
  }

  /// What an operator's left operand is, the operator beginning at a place.
  func operand(before place: Int, of operation: String) -> Range<Int>? {
    guard let last = term(endingBefore: place) else { return nil }
    var start = last.lowerBound
    let binding: [Character] =
      "*/".contains(operation.prefix(1)) ? ["*", "/"] : ["*", "/", "+", "-"]
    while let previous = previousCharacter(before: start), binding.contains(characters[previous]),
      let more = term(endingBefore: previous)
    {
      start = more.lowerBound
    }
    return start..<last.upperBound
  }

  private func isComparison(_ operation: String) -> Bool { "<>=!".contains(operation.prefix(1)) }

  /// The next place that is not blank.
  func nextCharacter(from place: Int) -> Int? {
    guard place <= count else { return nil }
    return characters[place...].firstIndex { !$0.isWhitespace }
  }

  func previousCharacter(before place: Int) -> Int? {
    characters[..<place].lastIndex { !$0.isWhitespace }
  }

  /// A name, number or bracket with the calls, members and entries behind it.
  func term(from place: Int) -> Range<Int>? {
    guard var end = nextCharacter(from: place) else { return nil }
    let start = end
    if characters[end] == "-" { end += 1 }
    guard end < count, let head = atom(at: end) else { return nil }
    end = head
    while end < count {
      if characters[end] == ".", end + 1 < count, let name = word(at: end + 1) {
        end = name.upperBound
      } else if "([".contains(characters[end]), let closing = bracket(openingAt: end) {
        end = closing + 1
      } else if let brace = nextCharacter(from: end), characters[brace] == "{",
        characters[end - 1].isLetter || characters[end - 1] == ")",
        let closing = bracket(openingAt: brace)
      {
        end = closing + 1
      } else if characters[end] == "!" {
        end += 1
      } else {
        break
      }
    }
    return start..<end
  }

  private func atom(at place: Int) -> Int? {
    if "([".contains(characters[place]) { return bracket(openingAt: place).map { $0 + 1 } }
    guard var end = word(at: place)?.upperBound else { return nil }
    let isNumber = characters[place].isNumber
    if isNumber, end + 1 < count, characters[end] == ".", characters[end + 1].isNumber {
      end = word(at: end + 1)?.upperBound ?? end
    }
    return end
  }

  private func term(endingBefore place: Int) -> Range<Int>? {
    guard let last = previousCharacter(before: place) else { return nil }
    // The longest term that ends there: starts are tried from the left.
    let starts = characters.indices.prefix(last + 1).filter { start in
      word(at: start).map { $0.lowerBound == start } ?? "([".contains(characters[start])
    }
    let head = CodeLine(characters[...last])
    for start in starts where start == 0 || !isInside(start) {
      if let found = head.term(from: start), found.upperBound == last + 1,
        found.lowerBound == start,
        !CodeLine.statements.contains(firstWord(of: found))
      {
        return found
      }
    }
    return nil
  }

  private static let statements: Set<String> = [
    "return", "let", "var", "if", "while", "for", "in", "guard", "else",
  ]

  private func firstWord(of range: Range<Int>) -> String {
    word(at: range.lowerBound).map { text($0) } ?? ""
  }

  /// Whether a place continues a term that begins before it.
  private func isInside(_ place: Int) -> Bool {
    let before = characters[place - 1]
    return before == "." || before.isLetter || before.isNumber
  }

  // MARK: Brackets

  /// The place of the bracket that closes one.
  func bracket(openingAt place: Int) -> Int? {
    var depth = 0
    for index in place..<count {
      if "([{".contains(characters[index]) { depth += 1 }
      if ")]}".contains(characters[index]) { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// A call: its name, its arguments and where it ends.
  struct Call {
    let name: Range<Int>
    let arguments: [Range<Int>]
    let whole: Range<Int>
  }

  /// The call whose name stands at a place.
  func call(at place: Int) -> Call? {
    guard let name = word(at: place), name.upperBound < count,
      characters[name.upperBound] == "(", let closing = bracket(openingAt: name.upperBound)
    else { return nil }
    return Call(
      name: name, arguments: pieces(of: (name.upperBound + 1)..<closing),
      whole: name.lowerBound..<(closing + 1))
  }

  /// The innermost call around a place.
  func call(around place: Int) -> Call? {
    let openings = characters.indices.prefix(min(place, count)).reversed()
    for opening in openings where characters[opening] == "(" && opening > 0 {
      guard let closing = bracket(openingAt: opening), closing >= place else { continue }
      return call(at: opening - 1)
    }
    return nil
  }

  /// What stands between the commas of a range.
  func pieces(of range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var (start, depth) = (range.lowerBound, 0)
    for index in range {
      if "([{".contains(characters[index]) { depth += 1 }
      if ")]}".contains(characters[index]) { depth -= 1 }
      if characters[index] == ",", depth == 0 {
        pieces.append(trimmed(start..<index))
        start = index + 1
      }
    }
    let last = trimmed(start..<range.upperBound)
    return last.isEmpty ? pieces : pieces + [last]
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let blanks = characters[range].prefix { $0.isWhitespace }.count
    let start = range.lowerBound + blanks
    let end = characters[start..<range.upperBound].lastIndex { !$0.isWhitespace }.map { $0 + 1 }
    return start..<(end ?? start)
  }
}
