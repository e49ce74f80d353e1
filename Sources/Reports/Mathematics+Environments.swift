extension Mathematics.Parser {
  /// What stands between `\begin{…}` and `\end{…}`, the first of which has been read.
  mutating func environment() -> Mathematics.Item {
    guard let name = name() else { return .unknown("begin") }
    let kind = Self.kinds[name]
    if name == "array" { skipArgument() }
    let rows = rows()
    var written: [Mathematics.Item] = [.unknown("begin{\(name)}"), .space(.columns(1))]
    if skip(.command("end")) { _ = self.name() }
    if let kind {
      return .table(
        Mathematics.Table(
          arrangement: kind.arrangement, open: kind.open, close: kind.close, rows: rows))
    }
    for (index, row) in rows.enumerated() {
      if index > 0 { written.append(.lineBreak) }
      for cell in row { written += [.space(.columns(1))] + cell.items }
    }
    written += [.space(.columns(1)), .unknown("end{\(name)}")]
    return .group(Mathematics(items: written))
  }

  private struct Kind {
    let arrangement: Mathematics.Table.Arrangement
    let open: String
    let close: String

    init(_ arrangement: Mathematics.Table.Arrangement, _ open: String = "", _ close: String = "") {
      self.arrangement = arrangement
      self.open = open
      self.close = close
    }
  }

  private static let kinds: [String: Kind] = [
    "pmatrix": Kind(.matrix, "(", ")"), "bmatrix": Kind(.matrix, "[", "]"),
    "Bmatrix": Kind(.matrix, "{", "}"), "vmatrix": Kind(.matrix, "|", "|"),
    "Vmatrix": Kind(.matrix, "‖", "‖"), "matrix": Kind(.matrix), "smallmatrix": Kind(.matrix),
    "array": Kind(.matrix), "cases": Kind(.cases, "{", ""), "aligned": Kind(.aligned),
    "align": Kind(.aligned), "align*": Kind(.aligned), "split": Kind(.aligned),
    "gathered": Kind(.aligned), "gather": Kind(.aligned), "gather*": Kind(.aligned),
    "equation": Kind(.aligned), "equation*": Kind(.aligned),
  ]

  /// A name in braces, such as `pmatrix`.
  private mutating func name() -> String? {
    skipSpace()
    guard next == .openBrace else { return nil }
    var name = ""
    var ahead = index + 1
    while ahead < tokens.count, case .character(let character) = tokens[ahead], name.count < 20 {
      name.append(character)
      ahead += 1
    }
    guard ahead < tokens.count, tokens[ahead] == .closeBrace else { return nil }
    moveTo(ahead + 1)
    return name
  }

  private mutating func skipArgument() {
    skipSpace()
    if next == .openBrace { _ = argument() }
  }

  private mutating func rows() -> [[Mathematics]] {
    var rows: [[Mathematics]] = [[]]
    while true {
      skipSpace()
      rows[rows.count - 1].append(row(in: .table))
      if skip(.column) { continue }
      guard skip(.row) else { break }
      rows.append([])
    }
    // A \\ behind the last row starts none.
    if rows.count > 1, rows.last == [Mathematics(items: [])] { rows.removeLast() }
    return rows
  }
}
