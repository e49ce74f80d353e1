import Numerics

/// What is to be said to somebody, in parts that still mean something; a text only when it is shown.
///
/// It is written as a sentence: `"\(name: step) is \(number: 3); the other entry is."`. Whoever needs
/// the numbers that it tells, or another name for a student in it, asks the parts; nobody searches
/// or cuts what came of them.
package struct Message: Hashable, Sendable {
  /// A piece of a message.
  package enum Part: Hashable, Sendable {
    /// Words of the grader's own.
    case words(String)
    /// The name of a step, a value, an entry or an equation, as a page shows it: `δ2`, `W1[1, 2]`.
    case name(String)
    /// A number as it is written: `0.25`, `−3`, `4`.
    case number(String)
    /// Part of a formula as it is written, with the numbers in it.
    case formula(String, numbers: [Double])
    /// What somebody typed into a file, or a program printed, as it is to be shown.
    case quotation(String)
    /// What the author of an exercise has to say, who knows no student.
    case authored(String)
    /// The name of a file that a student handed in, which may be what the student is known by.
    case file(String)
    /// A place in a file, counted from 1; without the line where there is but one.
    case place(line: Int?, column: Int)
    /// Lines of a file, shown by themselves; with a caret below so many characters of the last.
    case listing(String, caret: Int?)
    /// The place of what the message is about, before it: "Line 2, column 3: ".
    case heading(line: Int, column: Int)
  }

  package private(set) var parts: [Part]

  package init(_ parts: [Part] = []) {
    self.parts = []
    self.parts.reserveCapacity(parts.count)
    for part in parts { append(part) }
  }

  /// A message of words alone.
  package init(words: String) { self.init([.words(words)]) }

  /// Names as a list: "a", "a and b", "a, b and c".
  package static func names(_ names: [String]) -> Message {
    names.map { Message([.name($0)]) }.joinedAsWords
  }

  /// Steps as a list in a sentence, in quotes where their names would read as words of it: "'beside'
  /// and 'first'".
  package static func steps(_ names: [String]) -> Message {
    names.map { name -> Message in
      readsAsWord(name) ? "'\(name: name)'" : "\(name: name)"
    }.joinedAsWords
  }

  /// Whether nothing tells a name from a word: no capital, no number, and more than two letters.
  private static func readsAsWord(_ name: String) -> Bool {
    name.utf8.count > 2 && name.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }

  package var isEmpty: Bool { parts.isEmpty }

  /// Makes room for so many parts.
  mutating func reserve(_ count: Int) { parts.reserveCapacity(count) }

  /// Adds a part; words that follow words become one part with them.
  package mutating func append(_ part: Part) {
    if part.isEmpty { return }
    if case .words(let words) = part {
      if case .words(let before)? = parts.last {
        parts[parts.count - 1] = .words(before + words)
        return
      }
    }
    parts.append(part)
  }

  /// The message with a full stop, unless it has an end of its own.
  package var closed: Message {
    guard let last = parts.last?.text.last, last == "." || last == "?" else { return self + "." }
    return self
  }

  package static func += (left: inout Message, right: Message) {
    for part in right.parts { left.append(part) }
  }

  package static func + (left: Message, right: Message) -> Message {
    var sum = left
    sum += right
    return sum
  }
}

// MARK: - Lists

extension [Message] {
  /// The messages one behind the other.
  package func joined(by separator: Message) -> Message {
    var whole = Message()
    for (index, message) in enumerated() {
      if index > 0 { whole += separator }
      whole += message
    }
    return whole
  }

  /// "a", "a and b", "a, b and c".
  package var joinedAsWords: Message {
    guard count > 1, let last else { return first ?? Message() }
    return Array(dropLast()).joined(by: ", ") + " and " + last
  }

  /// What each of them is as a text.
  package var texts: [String] { map { $0.text } }
}
