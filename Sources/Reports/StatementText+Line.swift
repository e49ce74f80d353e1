extension StatementText {
  /// A line of Markdown, and what it may be the beginning of.
  struct Line {
    let text: Substring
    let indentation: Int

    init(_ text: Substring) {
      self.text = text
      indentation = text.prefix { $0 == " " }.count
    }

    /// The line without its indentation.
    var content: Substring { text.dropFirst(indentation) }

    var isBlank: Bool { indentation == text.count }

    /// How many `$$` stand in the line.
    var displaySigns: Int {
      var count = 0
      var isAfterDollar = false
      var isEscaped = false
      for byte in text.utf8 {
        let isDollar = byte == UInt8(ascii: "$") && !isEscaped
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        if isDollar, isAfterDollar { count += 1 }
        isAfterDollar = isDollar && !isAfterDollar
      }
      return count
    }

    // MARK: - What the line begins

    var startsBlock: Bool {
      isQuote || isRule || heading != nil || fence != nil || marker?.mayInterrupt == true
    }

    var isQuote: Bool { content.first == ">" }

    /// The line without its quotation mark.
    var quoted: Substring {
      let inner = content.dropFirst()
      return inner.first == " " ? inner.dropFirst() : inner
    }

    var isRule: Bool {
      guard let sign = content.first, "*-_".contains(sign) else { return false }
      return content.filter { $0 == sign }.count >= 3
        && content.allSatisfy { $0 == sign || $0 == " " }
    }

    var heading: (level: Int, text: Substring)? {
      let level = content.prefix { $0 == "#" }.count
      guard (1...6).contains(level) else { return nil }
      let rest = content.dropFirst(level)
      guard rest.isEmpty || rest.first == " " else { return nil }
      var text = rest.trimmed
      let closing = text.reversed().prefix { $0 == "#" }.count
      if closing > 0, text.dropLast(closing).last.map({ $0 == " " }) ?? true {
        text = text.dropLast(closing).trimmed
      }
      return (level, text)
    }

    // MARK: - Code

    /// The line that begins or ends a block of code.
    struct Fence {
      let sign: Character
      let length: Int
      let indentation: Int
      let isBare: Bool

      func closes(_ other: Fence) -> Bool {
        isBare && sign == other.sign && length >= other.length
      }
    }

    var fence: Fence? {
      guard let sign = content.first, sign == "`" || sign == "~" else { return nil }
      let length = content.prefix { $0 == sign }.count
      let rest = content.dropFirst(length)
      guard length >= 3, sign == "~" || !rest.contains("`") else { return nil }
      return Fence(
        sign: sign, length: length, indentation: indentation, isBare: rest.trimmed.isEmpty)
    }

    // MARK: - Lists

    /// The bullet or the number that begins an item of a list.
    struct Marker {
      /// The number of a numbered item.
      let number: Int?
      let sign: Character
      /// How far the lines of the item are indented.
      let width: Int
      let content: Substring

      func isOfSameList(as other: Marker) -> Bool {
        sign == other.sign && (number == nil) == (other.number == nil)
      }

      /// Whether a list may begin here without a blank line: a year at the start of a line begins none.
      var mayInterrupt: Bool { !content.isEmpty && (number ?? 1) == 1 }
    }

    var marker: Marker? {
      let digits = content.prefix { $0.isASCII && $0.isNumber }
      guard digits.count <= 9 else { return nil }
      let sign = content.dropFirst(digits.count).first
      guard let sign, (digits.isEmpty ? "-*+" : ".)").contains(sign) else { return nil }
      let rest = content.dropFirst(digits.count + 1)
      guard rest.isEmpty || rest.first == " " else { return nil }
      let spaces = rest.prefix { $0 == " " }.count
      let padding = rest.count == spaces || spaces > 4 ? 1 : spaces
      return Marker(
        number: Int(digits), sign: sign, width: indentation + digits.count + 1 + padding,
        content: rest.dropFirst(padding))
    }
  }
}

extension Substring {
  /// The text without spaces at its ends.
  var trimmed: Substring {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return self[...last].drop { $0 == " " }
  }
}
