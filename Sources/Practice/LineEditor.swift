/// A line that is being typed: the cursor moves in it, earlier lines come back, and one whose
/// brackets are open goes on in the next.
///
/// The editor is a value and knows no terminal: it is given keys, and says what to write.
package struct LineEditor: Sendable {
  /// What a key came to.
  package struct Outcome: Equatable, Sendable {
    /// What to write to the terminal.
    package var output = ""
    /// The line, where it is finished.
    package var line: String?
    /// Whether the input has ended.
    package var isEnd = false
  }

  /// How wide the terminal is; to be told whenever that may have changed.
  package var columns = 80
  private var prompt = ""
  private var text: [Character] = []
  private var cursor = 0
  /// The finished parts of a line that goes on.
  private var parts: [String] = []
  private var history: [String] = []
  /// The place among the lines of the history and the one that is being typed.
  private var place = 0
  private var draft: [Character] = []

  package init() {}

  /// Begins a line; what to write.
  package mutating func begin(_ prompt: String) -> String {
    self.prompt = prompt
    (text, cursor, parts) = ([], 0, [])
    place = history.count
    return prompt
  }

  /// What to write so that the line stands there once more, after a change of width.
  package var redrawn: String {
    let (shown, behind) = window
    let back = behind > 0 ? "\u{1B}[\(behind)D" : ""
    return "\r\u{1B}[K" + shownPrompt + shown + back
  }

  package mutating func press(_ key: LineKey) -> Outcome {
    switch key {
    case .character(let character): return insert([character])
    case .pasted(let words): return paste(words)
    case .enter: return finish()
    case .endOfInput:
      if text.isEmpty, parts.isEmpty { return Outcome(isEnd: true) }
      // As at any terminal: the line counts as it stands.
      return cursor == text.count ? finish(isLast: true) : edit { $0.delete(from: 0, to: 1) }
    case .backspace: return edit { $0.delete(from: -1, to: 0) }
    case .delete: return edit { $0.delete(from: 0, to: 1) }
    case .killToEnd: return edit { $0.delete(from: 0, to: $0.text.count) }
    case .killToStart: return edit { $0.delete(from: -$0.cursor, to: 0) }
    case .killWord: return edit { $0.delete(from: $0.wordStart - $0.cursor, to: 0) }
    case .left: return edit { $0.cursor -= 1 }
    case .right: return edit { $0.cursor += 1 }
    case .wordLeft: return edit { $0.cursor = $0.wordStart }
    case .wordRight: return edit { $0.cursor = $0.wordEnd }
    case .home: return edit { $0.cursor = 0 }
    case .lineEnd: return edit { $0.cursor = $0.text.count }
    case .up: return edit { $0.recall(-1) }
    case .down: return edit { $0.recall(1) }
    case .clearScreen: return Outcome(output: "\u{1B}[H\u{1B}[2J" + redrawn)
    }
  }

  // MARK: Changes

  private mutating func edit(_ change: (inout LineEditor) -> Void) -> Outcome {
    let (before, place) = (text, cursor)
    change(&self)
    cursor = min(max(cursor, 0), text.count)
    return text == before && cursor == place ? Outcome() : Outcome(output: redrawn)
  }

  private mutating func insert(_ characters: [Character]) -> Outcome {
    let isAtEnd = cursor == text.count
    text.insert(contentsOf: characters, at: cursor)
    cursor += characters.count
    // At the end a character is written as it comes, as any terminal would show it.
    return Outcome(output: isAtEnd && fits ? String(characters) : redrawn)
  }

  /// Several lines at once: those of an array are one answer, others are typed one after the other.
  private mutating func paste(_ words: String) -> Outcome {
    var lines = words.split(whereSeparator: { $0.isNewline }).map { String($0) }
    let last = lines.popLast() ?? ""
    for line in lines {
      text.insert(contentsOf: Array(line), at: cursor)
      cursor += line.count
      parts.append(String(text))
      (text, cursor) = ([], 0)
    }
    text.insert(contentsOf: Array(last), at: cursor)
    cursor += last.count
    guard !parts.isEmpty else { return Outcome(output: redrawn) }
    // The whole stands in one line, so that it can be read and mended before it is sent.
    text = Array((parts + [String(text)]).joined(separator: " "))
    (parts, cursor) = ([], text.count)
    return Outcome(output: redrawn)
  }

  private mutating func delete(from: Int, to: Int) {
    let range = max(0, cursor + from)..<min(text.count, cursor + to)
    guard !range.isEmpty else { return }
    text.removeSubrange(range)
    if from < 0 { cursor = range.lowerBound }
  }

  private mutating func recall(_ step: Int) {
    guard (0...history.count).contains(place + step) else { return }
    if place == history.count { draft = text }
    place += step
    text = place == history.count ? draft : Array(history[place])
    cursor = text.count
  }

  private mutating func finish(isLast: Bool = false) -> Outcome {
    let line = String(text)
    let all = (parts + [line]).joined(separator: " ")
    // An empty line ends what would otherwise go on for ever.
    if all.hasOpenBrackets, !line.isEmpty, !isLast {
      parts.append(line)
      (text, cursor) = ([], 0)
      return Outcome(output: "\n" + shownPrompt)
    }
    (text, cursor, parts) = ([], 0, [])
    if !all.isEmpty, history.last != all { history.append(all) }
    return Outcome(output: "\n", line: all)
  }

  // MARK: The screen

  private var shownPrompt: String {
    let full = parts.isEmpty ? prompt : String(repeating: ".", count: 3) + " "
    return full.count < columns / 2 ? full : String(full.suffix(columns / 2))
  }

  /// How many characters of the line have room behind the prompt.
  private var room: Int { max(8, columns - shownPrompt.count - 1) }

  private var fits: Bool { text.count <= room }

  /// The part of the line that is shown, and how many characters of it stand behind the cursor.
  private var window: (shown: String, behind: Int) {
    if fits { return (String(text), text.count - cursor) }
    let start = min(max(0, cursor - room / 2), text.count - room)
    return (String(text[start..<start + room]), start + room - cursor)
  }

  private var wordStart: Int {
    var place = cursor
    while place > 0, !text[place - 1].isPartOfWord { place -= 1 }
    while place > 0, text[place - 1].isPartOfWord { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < text.count, !text[place].isPartOfWord { place += 1 }
    while place < text.count, text[place].isPartOfWord { place += 1 }
    return place
  }
}

extension Character {
  fileprivate var isPartOfWord: Bool { isLetter || isNumber || self == "." || self == "_" }
}

extension String {
  /// Whether a bracket is opened and not closed.
  fileprivate var hasOpenBrackets: Bool {
    var depth = 0
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
    }
    return depth > 0
  }
}
