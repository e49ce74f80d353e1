extension Message: CustomStringConvertible {
  package var description: String { text }

  /// The message as plain text, as a terminal and JSON have it.
  package var text: String {
    if parts.count == 1, case .words(let words) = parts[0] { return words }
    return parts.reduce(into: "") { $0 += $1.text }
  }

  /// The numbers that the message tells, those in formulas included.
  ///
  /// Not those in names, such as `W1`, nor in what somebody else wrote. As a minus may be an
  /// operator, a negative number counts without it as well.
  package var numbers: [Double] {
    parts.reduce(into: []) { numbers, part in
      for number in part.numbers {
        numbers.append(number)
        if number < 0 { numbers.append(-number) }
      }
    }
  }

  /// A number as it is written in a message, with the minus of a keyboard.
  package struct WrittenNumber {
    package let text: String
    package let value: Double
  }

  /// The numbers that the message tells outside formulas, as they are written.
  package var numbersWritten: [WrittenNumber] {
    parts.compactMap { part in
      guard case .number(let written) = part else { return nil }
      let text =
        written.utf8.allSatisfy { $0 < 0x80 }
        ? written : String(written.map { $0 == "−" ? "-" : $0 })
      return Double(text).map { WrittenNumber(text: text, value: $0) }
    }
  }

  /// The names and formulas that the message shows, as they are written.
  package var formulas: [String] {
    parts.compactMap { part in
      switch part {
      case .name(let text), .formula(let text, _): text
      case .words, .number, .quotation, .authored, .file, .place, .listing, .heading: nil
      }
    }
  }

  /// The message without the place that stands before it.
  package var withoutHeading: Message {
    guard case .heading? = parts.first else { return self }
    return Message(Array(parts.dropFirst()))
  }

  /// The message with places in a file of one line, whose number goes without saying.
  package var inOneLine: Message {
    Message(
      parts.map { part in
        if case .place(_, let column) = part { .place(line: nil, column: column) } else { part }
      })
  }

  /// Lines of a file, with a caret below the last where a place is meant.
  package struct Listing: Hashable, Sendable {
    package let line: String
    package let caret: Int?

    package init(line: String, caret: Int?) {
      (self.line, self.caret) = (line, caret)
    }

    /// The lines, the caret's among them.
    package var lines: [String] {
      let own = line.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
      return caret.map { own + [String(repeating: " ", count: $0) + "^"] } ?? own
    }

    package var text: String { lines.joined(separator: "\n") }
  }

  /// The lines of files that the message shows.
  package var listings: [Listing] {
    parts.compactMap { part in
      if case .listing(let line, let caret) = part {
        Listing(line: line, caret: caret)
      } else {
        nil
      }
    }
  }

  /// The message without the lines of files that it shows.
  package var withoutListings: Message {
    Message(parts.filter { if case .listing = $0 { false } else { true } })
  }
}

extension Message.Part {
  /// The part as plain text.
  package var text: String {
    switch self {
    case .words(let text), .name(let text), .number(let text), .formula(let text, _),
      .quotation(let text), .authored(let text), .file(let text):
      text
    case .place(let line?, let column): "line \(line), column \(column)"
    case .place(nil, let column): "column \(column)"
    case .listing(let line, let caret): "\n" + Message.Listing(line: line, caret: caret).text
    case .heading(let line, let column): "Line \(line), column \(column): "
    }
  }

  /// Whether there is nothing in it to read.
  var isEmpty: Bool {
    switch self {
    case .words(let text), .name(let text), .number(let text), .formula(let text, _),
      .quotation(let text), .authored(let text), .file(let text):
      text.isEmpty
    case .place, .listing, .heading: false
    }
  }

  fileprivate var numbers: [Double] {
    switch self {
    case .number(let written): Double(readingMinusIn: written).map { [$0] } ?? []
    case .formula(_, let numbers): numbers
    case .words, .name, .quotation, .authored, .file, .place, .listing, .heading: []
    }
  }
}

extension Double {
  /// A number that may have the minus of the chapter.
  fileprivate init?(readingMinusIn written: String) {
    guard written.unicodeScalars.first == "−" else {
      self.init(written)
      return
    }
    self.init("-" + written.dropFirst())
  }
}
