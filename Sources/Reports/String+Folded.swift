extension String {
  /// The text with every line that is too long for a terminal broken at a space.
  ///
  /// What comes under the break stands under the second column of a table, or a little further in
  /// than the line begins. A line with a caret under it stays whole, so that the caret points at what
  /// it did; sequences that set colours take no room.
  package func folded(to width: Int) -> String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.map { place in
      let isPointedAt = place + 1 < lines.count && lines[place + 1].isCaret
      return isPointedAt || lines[place].contains { $0 == "\r" }
        ? String(lines[place]) : String.folded(lines[place], to: width)
    }
    .joined(separator: "\n")
  }

  private static func folded(_ line: Substring, to width: Int) -> String {
    if line.utf8.count <= width || line.columns <= width { return String(line) }
    let margin = String(repeating: " ", count: line.hangingIndent(in: width))
    var lines: [String] = []
    var current = String(line.prefix { $0 == " " })
    var columns = current.count
    var isEmpty = true
    for word in line.drop(while: { $0 == " " }).split(
      separator: " ", omittingEmptySubsequences: false)
    {
      let size = word.columns
      if !isEmpty, columns + 1 + size > width {
        lines.append(current.withoutSpacesBehind)
        current = margin
        columns = margin.count
        isEmpty = true
        // The blanks between two columns of a table are not needed any more.
        if word.isEmpty { continue }
      }
      if !isEmpty {
        current += " "
        columns += 1
      } else if word.isEmpty {
        continue
      }
      current += word
      columns += size
      isEmpty = false
    }
    return (lines + [current.withoutSpacesBehind]).joined(separator: "\n")
  }

  private var withoutSpacesBehind: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension Substring {
  /// Whether it is nothing but a caret and blanks.
  fileprivate var isCaret: Bool {
    contains { $0 == "^" } && allSatisfy { $0 == " " || $0 == "^" || $0 == "~" }
  }

  /// How many columns of a terminal it takes.
  fileprivate var columns: Int { withoutControls.count }

  /// Where a second line begins.
  fileprivate func hangingIndent(in width: Int) -> Int {
    let plain = withoutControls
    let start = plain.prefix { $0 == " " }.count
    var blanks = 0
    for (place, character) in plain.enumerated().dropFirst(start) {
      if character == " " {
        blanks += 1
      } else if blanks > 1 {
        return place <= width / 2 ? place : start + 2
      } else {
        blanks = 0
      }
    }
    return Swift.min(start + 2, width / 2)
  }

  /// The text without the sequences that control a terminal.
  private var withoutControls: String {
    var result = ""
    var isControl = false
    for character in self {
      if character == "\u{1B}" {
        isControl = true
      } else if isControl {
        if character.isLetter { isControl = false }
      } else {
        result.append(character)
      }
    }
    return result
  }
}
