/// What stands around a value and says nothing of it: `;`, `.`, `,`, `…`, comments of other languages.
enum EndingForm {
  static let form = PastedForm(
    .ending,
    examples: [
      .init("0.26;", .scalar, "0.26"), .init("0.26.", .scalar, "0.26"),
      .init("0.26,", .scalar, "0.26"), .init("0.2634...", .scalar, "0.2634"),
      .init("0.2634…", .scalar, "0.2634"), .init("0.26 // loss 7", .scalar, "0.26"),
      .init("[0.5, 0.6]; % both", .vector(2), "[0.5, 0.6]"), .init("0.26**", .scalar, "0.26"),
      .init("`0.26`", .scalar, "0.26"), .init("|-0.26|", .scalar, nil),
      .init("0.26 /* half */", .scalar, "0.26"), .init("0.26 %", .scalar, nil),
      .init("[0.5, ..., 0.6]", .vector(3), nil), .init("[0.5, 0.6, ...]", .vector(2), nil),
    ]
  ) { text in
    let isCommented = dropComments(&text)
    text.trim()
    let length = text.scalars.count
    // A number's own point stays with it; behind a number that has one, a further one ends it.
    while let last = text.scalars.last, isEnd(last, in: text) { text.scalars.removeLast() }
    let marks = text.scalars.prefix { $0 == "`" || $0 == "*" || $0.isBlank }
    text.scalars.removeFirst(marks.count)
    return isCommented || text.scalars.count < length
  }

  private static let ends: Set<Unicode.Scalar> = [";", ",", "…", "`", "*", "_", "|", "\\", "。"]

  private static func isEnd(_ last: Unicode.Scalar, in text: PastedText) -> Bool {
    if last == "." {
      // A number keeps its own point, and all the others are signs of what is left out.
      let before = text.scalars.dropLast()
      guard let previous = before.last, previous.isDigit else { return true }
      let number = before.reversed().prefix { $0.isDigit || $0 == "." || $0 == "," }
      return number.contains(".") || number.contains(",")
    }
    // Bars around a number are its magnitude.
    if last == "|", text.scalars.first == "|" { return false }
    return ends.contains(last) || last.isBlank
  }

  private static func isWord(behind place: Int, _ text: PastedText) -> Bool {
    text[text[place + 1] == " " ? place + 2 : place + 1]?.isLetter == true
  }

  /// Takes out comments that begin with `//` or, behind a value, with `%`, and those in `/* */`.
  private static func dropComments(_ text: inout PastedText) -> Bool {
    guard text.holds("/") || text.holds("%") else { return false }
    var output: [Unicode.Scalar] = []
    var isFound = false
    var place = 0
    while place < text.scalars.count {
      let isPercent =
        text.scalars[place] == "%" && (text[place + 1] == "%" || isWord(behind: place, text))
      if text.has("//", at: place) || isPercent {
        isFound = true
        while place < text.scalars.count, text.scalars[place] != "\n" { place += 1 }
      } else if text.has("/*", at: place), let end = text.place(of: "*/", from: place) {
        isFound = true
        place = end + 2
      } else {
        output.append(text.scalars[place])
        place += 1
      }
    }
    if isFound { text.scalars = output }
    return isFound
  }
}
