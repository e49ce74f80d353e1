/// What in a source misleads a reader: characters that are not seen, or look like others.
struct SourceNotes {
  /// How many places are named.
  private static let most = 20

  static func notes(on lines: [Substring]) -> [String] {
    var notes: [String] = []
    for (row, line) in lines.enumerated() {
      // Most lines are plain ASCII, which has nothing to look for.
      if line.utf8.allSatisfy({ $0 < 0x80 && ($0 >= 0x20 || $0 == 9) }) { continue }
      notes += unseen(in: line, row: row + 1, isFirst: row == 0)
      notes += lookAlikes(in: line, row: row + 1)
      if notes.count >= most { break }
    }
    return Array(notes.prefix(most))
  }

  private static func unseen(in line: Substring, row: Int, isFirst: Bool) -> [String] {
    line.unicodeScalars.enumerated().compactMap { column, scalar in
      guard Visible.isUnsafe(scalar), scalar != "\t" else { return nil }
      // A byte order mark at the very beginning is the editor's, not the writer's.
      if isFirst && column == 0 && scalar == "\u{FEFF}" { return nil }
      let name = "U+\(String(scalar.value, radix: 16, uppercase: true).leftPadded)"
      let kind =
        isDirection(scalar) ? "changes the direction in which text is shown" : "is not seen"
      return "line \(row), column \(column + 1): the character \(name) \(kind)"
    }
  }

  private static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Words in which Latin letters and Greek or Cyrillic ones that look Latin stand together.
  private static func lookAlikes(in line: Substring, row: Int) -> [String] {
    var notes: [String] = []
    let scalars = Array(line.unicodeScalars)
    var start = 0
    while start < scalars.count {
      guard scalars[start].properties.isXIDStart else {
        start += 1
        continue
      }
      var end = start
      while end < scalars.count, scalars[end].properties.isXIDContinue { end += 1 }
      let word = scalars[start..<end]
      if word.contains(where: isLatin), let place = word.firstIndex(where: isLookAlike) {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: word)
        notes.append(
          "line \(row), column \(place + 1): a letter of “\(Visible.text(String(text), longest: 40))” "
            + "looks Latin but is \(script(of: scalars[place]))")
      }
      start = end
    }
    return notes
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isLookAlike(_ scalar: Unicode.Scalar) -> Bool {
    "аеорсухіјѕһԁԛԝАВЕЅІЈКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧονϲϳ".unicodeScalars.contains(scalar)
  }

  private static func script(of scalar: Unicode.Scalar) -> String {
    scalar.value >= 0x400 ? "Cyrillic" : "Greek"
  }
}

extension String {
  /// The text with zeros before it up to four characters.
  fileprivate var leftPadded: String {
    String(repeating: "0", count: max(0, 4 - count)) + self
  }
}
