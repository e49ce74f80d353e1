extension StatementText.BlockParser {
  /// More columns than this are no table that a terminal could show.
  private static let mostColumns = 32

  /// A table, where one begins here: a row of headings over a row of dashes.
  mutating func table() -> StatementText.Block? {
    guard index + 1 < lines.count, lines[index].contains("|"),
      let sides = Self.sides(lines[index + 1])
    else { return nil }
    let headings = Self.cells(lines[index])
    guard headings.count == sides.count else { return nil }
    var rows = [headings]
    index += 2
    while index < lines.count, lines[index].contains("|") {
      var cells = Self.cells(lines[index]).prefix(sides.count)
      while cells.count < sides.count { cells.append("") }
      rows.append(Array(cells))
      index += 1
    }
    let inlines = rows.map { row in row.map { StatementText.InlineParser.inlines($0) } }
    return .table(StatementText.Table(sides: sides, rows: inlines))
  }

  private static func sides(_ line: Substring) -> [StatementText.Table.Side]? {
    guard line.contains("-"), line.allSatisfy({ "|-: ".contains($0) }) else { return nil }
    let cells = cells(line)
    guard cells.count <= mostColumns else { return nil }
    var sides: [StatementText.Table.Side] = []
    for cell in cells {
      guard cell.contains("-"), !cell.contains(" ") else { return nil }
      switch (cell.first == ":", cell.last == ":") {
      case (true, true): sides.append(.centre)
      case (false, true): sides.append(.right)
      case (_, false): sides.append(.left)
      }
    }
    return sides
  }

  /// The cells of a row; bars in code and in mathematics do not divide it.
  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isEscaped = false
    var open: Character?
    for character in line.trimmed {
      if isEscaped {
        // An escaped bar is a bar; everything else keeps its backslash for later.
        cells[cells.count - 1] += character == "|" && open == nil ? "|" : "\\\(character)"
        isEscaped = false
        continue
      }
      switch character {
      case "\\":
        isEscaped = true
        continue
      case "`", "$": open = open == nil ? character : open == character ? nil : open
      case "|" where open == nil:
        cells.append("")
        continue
      default: break
      }
      cells[cells.count - 1].append(character)
    }
    if isEscaped { cells[cells.count - 1].append("\\") }
    if cells.count > 1, cells[0].allSatisfy({ $0 == " " }) { cells.removeFirst() }
    if cells.count > 1, cells[cells.count - 1].allSatisfy({ $0 == " " }) { cells.removeLast() }
    return cells.map { String($0[...].trimmed) }
  }
}
