import Numerics

/// Just enough of Swift's grammar to tell code from comments and strings.
enum SwiftText {
  /// The text with comments and strings replaced by spaces; line ends stay.
  static func blanked(_ text: String) -> String {
    var scanner = Scanner(Array(text.unicodeScalars))
    return scanner.scan()
  }

  /// The student's own declaration of a function, or of what holds one; nil where there is none.
  static func declaration(of name: String, in check: SourceCheck) -> String? {
    let rows = check.code.split(omittingEmptySubsequences: false) { $0.endsLine }
    for (row, line) in rows.enumerated() where declares(name, line) {
      return spelled(from: row, in: check.lines)
    }
    return OwnDeclaration.all(of: name, in: check).first.map { declaration in
      spelled(from: declaration.row, in: check.lines)
    }
  }

  private static func declares(_ name: String, _ line: Substring) -> Bool {
    let words = line.split { !isPart($0) }
    return zip(words, words.dropFirst()).contains { $0 == "func" && $1 == name }
  }

  private static func isPart(_ character: Character) -> Bool {
    character == "_" || character.isLetter || character.isNumber
  }

  /// The declaration's lines up to its brace, in one, no longer than anyone would read.
  private static func spelled(from row: Int, in lines: [Substring]) -> String {
    var spelled = ""
    for line in lines[row...].prefix(6) {
      let end = line.firstIndex(of: "{")
      let part = line[..<(end ?? line.endIndex)].trimmingWhitespace
      spelled += spelled.isEmpty ? part : " \(part)"
      if end != nil { break }
    }
    return Visible.text(spelled, longest: 300)
  }

  private struct Scanner {
    private let scalars: [Unicode.Scalar]
    private var next = 0
    private var result = String.UnicodeScalarView()

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func scan() -> String {
      while next < scalars.count {
        if starts("//") {
          blank { $0 == "\n" || $0 == "\r" }
        } else if starts("/*") {
          blankComment()
        } else if let hashes = stringHashes() {
          blankString(hashes: hashes)
        } else {
          result.append(scalars[next])
          next += 1
        }
      }
      return String(result)
    }

    private func starts(_ text: String, at place: Int? = nil) -> Bool {
      scalars[(place ?? next)...].starts(with: text.unicodeScalars)
    }

    private mutating func skip(_ count: Int) {
      for _ in 0..<count where next < scalars.count {
        let scalar = scalars[next]
        result.append(scalar == "\n" || scalar == "\r" ? scalar : " ")
        next += 1
      }
    }

    private mutating func blank(until isEnd: (Unicode.Scalar) -> Bool) {
      while next < scalars.count, !isEnd(scalars[next]) { skip(1) }
    }

    private mutating func blankComment() {
      var depth = 0
      repeat {
        if starts("/*") {
          depth += 1
          skip(2)
        } else if starts("*/") {
          depth -= 1
          skip(2)
        } else {
          skip(1)
        }
      } while depth > 0 && next < scalars.count
    }

    /// The number of `#` before the quotation mark that a string begins with.
    private func stringHashes() -> Int? {
      // Behind another `#` this has been asked already.
      if scalars[next] == "#", next > 0, scalars[next - 1] == "#" { return nil }
      var place = next
      while place < scalars.count, scalars[place] == "#" { place += 1 }
      return place < scalars.count && scalars[place] == "\"" ? place - next : nil
    }

    private mutating func blankString(hashes: Int) {
      skip(hashes)
      let quote = starts("\"\"\"") ? "\"\"\"" : "\""
      let fence = String(repeating: "#", count: hashes)
      skip(quote.unicodeScalars.count)
      while next < scalars.count {
        if starts("\\" + fence) {
          // The escaped character, which may be a quotation mark.
          skip(2 + hashes)
        } else if starts(quote + fence) {
          return skip(quote.unicodeScalars.count + hashes)
        } else if quote == "\"" && (scalars[next] == "\n" || scalars[next] == "\r") {
          return
        } else {
          skip(1)
        }
      }
    }
  }
}
