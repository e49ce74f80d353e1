/// Statements outside all functions, which nothing runs here: they are taken out of the file.
///
/// What is left is what was there, place for place; nothing that was not code becomes code.
struct LeftOut {
  /// The text without them.
  let text: String
  /// The lines they stood in, counted from 1.
  let lines: [ClosedRange<Int>]

  /// - Parameter rows: The lines, counted from 1, in which statements begin that stand outside.
  init?(_ check: SourceCheck, from rows: [Int]) {
    let code = check.code.split(omittingEmptySubsequences: false, whereSeparator: \.endsLine)
    var kept = check.lines.map(String.init)
    guard code.count == kept.count else { return nil }
    var lines: [ClosedRange<Int>] = []
    for row in rows.sorted() where code.indices.contains(row - 1) {
      if let last = lines.last, last.contains(row) { continue }
      let first = code[row - 1].drop { $0 == " " || $0 == "\t" }
      // Python is not to be cut in pieces.
      if ["def ", "class ", "from "].contains(where: { first.hasPrefix($0) }) { return nil }
      let end = LeftOut.end(ofStatementIn: row - 1, code)
      for index in (row - 1)...end { kept[index] = "" }
      lines.append(row...(end + 1))
    }
    guard !lines.isEmpty else { return nil }
    text = kept.joined(separator: "\n")
    self.lines = lines
  }

  /// The last line of a statement: where all its brackets are closed.
  private static func end(ofStatementIn row: Int, _ code: [Substring]) -> Int {
    var depth = 0
    for index in row..<code.count {
      for character in code[index] {
        if "([{".contains(character) { depth += 1 }
        if ")]}".contains(character) { depth -= 1 }
      }
      let next = code.indices.contains(index + 1) ? code[index + 1].drop { $0 == " " } : ""
      if depth <= 0, !next.hasPrefix("."), !next.hasPrefix("else") { return index }
    }
    return code.count - 1
  }

  /// What whoever wrote them is told.
  var notes: [String] {
    lines.prefix(10).map { range in
      range.count == 1
        ? "line \(range.lowerBound) stands outside all functions and was left out: only functions "
          + "are called here"
        : "lines \(range.lowerBound) to \(range.upperBound) stand outside all functions and were "
          + "left out: only functions are called here"
    }
  }
}
