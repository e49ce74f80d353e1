import LocatedJSON

/// What a student typed into a page of the system instead of handing in a file.
///
/// Moodle and Canvas keep it as HTML. Its lines are taken for those of an `.answers` file, from the
/// first one on that looks like one.
enum OnlineText {
  /// Whether a system gives that name to what was typed.
  static func isName(_ name: String) -> Bool { name == "onlinetext.html" || name == "text.html" }

  /// The text of a page: tags are taken out, and where a line or a paragraph ends, a line ends.
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    var text = ""
    var rest = String(decoding: bytes, as: UTF8.self)[...]
    while let mark = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
      text += rest[..<mark]
      rest = rest[mark...]
      if rest.first == "&" {
        text += entity(&rest)
      } else {
        tag(&rest, &text)
      }
    }
    text += rest
    let lines = text.replacing("\u{A0}", with: " ").split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    // Without any such line it is a remark, to be looked at as it is.
    let own = lines.contains(where: isAnswer) ? lines.drop { !isAnswer($0) } : lines[...]
    return Array(own.joined(separator: "\n").utf8)
  }

  private static func isAnswer(_ line: Substring) -> Bool {
    let start = line.drop(while: \.isWhitespace)
    return line.contains("=") || start.hasPrefix("exercise:") || start.hasPrefix("student:")
  }

  /// Tags behind which a line ends.
  private static let blocks: Set<Substring> = [
    "br", "br/", "/p", "/div", "/li", "/tr", "/pre", "/h1", "/h2", "/h3", "/h4", "/title",
  ]
  /// What is not shown.
  private static let hidden: [Substring: String] = ["script": "</script", "style": "</style"]

  private static func tag(_ rest: inout Substring, _ text: inout String) {
    guard let end = rest.firstIndex(of: ">"),
      let first = rest.dropFirst().first, first.isLetter || first == "/" || first == "!"
    else {
      // No tag: a sign that somebody compares with.
      text.append("<")
      rest = rest.dropFirst()
      return
    }
    let words = rest[rest.index(after: rest.startIndex)..<end].split(whereSeparator: \.isWhitespace)
    let name = words.first.map { Substring($0.lowercased()) } ?? ""
    rest = rest[rest.index(after: end)...]
    if blocks.contains(name) { text.append("\n") }
    if let close = hidden[name] {
      rest = rest.firstRange(of: close).map { rest[$0.lowerBound...] } ?? ""
    }
  }

  private static let entities: [Substring: String] = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": " ", "minus": "\u{2212}",
  ]

  private static func entity(_ rest: inout Substring) -> String {
    let name = rest.dropFirst().prefix { $0 != ";" && $0.isASCII && !$0.isWhitespace }
    let after = name.endIndex
    guard name.utf8.count <= 10, after < rest.endIndex, rest[after] == ";",
      let meaning = entities[name] ?? character(name)
    else {
      rest = rest.dropFirst()
      return "&"
    }
    rest = rest[rest.index(after: after)...]
    return meaning
  }

  /// The character that is given by its number.
  private static func character(_ name: Substring) -> String? {
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let number =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}
