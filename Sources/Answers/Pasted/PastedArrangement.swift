import Formulas

/// The entries of a pasted value, told apart and put into the brackets of a sheet.
struct PastedArrangement {
  /// The value in the spelling of a sheet: `[[0.5, 1/3], [2, 3]]`.
  let canonical: [Unicode.Scalar]
  /// Whether the list is said to be transposed.
  let isTurned: Bool
  let kinds: [PastedKind]

  /// Stands behind a list that is transposed.
  static let turned: Unicode.Scalar = "ᵀ"

  /// What a comma between two digits is.
  enum Comma: CaseIterable { case separator, decimal, thousands }

  /// What a line break between two entries is.
  enum LineBreak: CaseIterable { case row, blank }

  /// Every way in which the text can be told apart.
  static func all(of text: PastedText) -> [PastedArrangement] {
    let breaks: [LineBreak] = text.holds("\n") ? LineBreak.allCases : [.blank]
    let commas = CommaRuns(text)
    var found: [PastedArrangement] = []
    for comma in Comma.allCases {
      if comma == .decimal, !commas.mayBeDecimal { continue }
      if comma == .thousands, !commas.mayBeThousands { continue }
      for lineBreak in breaks {
        if let one = PastedArrangement(text, comma, lineBreak) { found.append(one) }
      }
    }
    return found
  }

  /// Whether bars stand between the entries, rather than around a number whose magnitude is meant.
  private static func hasCells(_ text: PastedText) -> Bool {
    guard text.holds("|") else { return false }
    return text.lines.allSatisfy { line in
      let line = text.trimmed(line)
      let count = text.scalars[line].count { $0 == "|" }
      return line.isEmpty || count > 2 || (count > 0 && text[line.lowerBound] != "|")
    }
  }

  init?(_ text: PastedText, _ comma: Comma, _ lineBreak: LineBreak) {
    var text = text
    isTurned = text.scalars.last == PastedArrangement.turned
    if isTurned { text.scalars.removeLast() }
    if PastedArrangement.hasCells(text) {
      text.scalars = text.scalars.map { $0 == "|" ? " " : $0 }
    }
    var parser = ArrangementParser(text, comma, lineBreak)
    guard let item = parser.whole(), let canonical = item.canonical else { return nil }
    self.canonical = canonical
    kinds = PastedKind.allCases.filter { parser.kinds.contains($0) }
  }
}

/// An entry, or a list of entries or of lists.
enum PastedItem {
  case entry([Unicode.Scalar])
  case list([[PastedItem]])

  /// The spelling of a sheet; nil where there is none, as of rows that are not equally long.
  var canonical: [Unicode.Scalar]? {
    switch self {
    case .entry(let text): return text
    case .list(let rows):
      let rows = rows.filter { !$0.isEmpty }
      guard let first = rows.first else { return nil }
      if rows.count == 1 {
        if let vector = PastedItem.vector(first) { return vector }
        // Brackets around brackets around rows.
        if first.count == 1, case .list(let inner) = first[0], inner.count > 1 {
          return first[0].canonical
        }
        return PastedItem.matrix(first)
      }
      if rows.allSatisfy({ $0.count == 1 }), case .list = first[0] {
        return PastedItem.matrix(rows.map { $0[0] })
      }
      return PastedItem.matrix(rows.map { .list([$0]) })
    }
  }

  private static func vector(_ items: [PastedItem]) -> [Unicode.Scalar]? {
    var text: [Unicode.Scalar] = ["["]
    for item in items {
      guard case .entry(let entry) = item else { return nil }
      if text.count > 1 { text += [",", " "] }
      text += entry
    }
    return text + ["]"]
  }

  private static func matrix(_ items: [PastedItem]) -> [Unicode.Scalar]? {
    var text: [Unicode.Scalar] = ["["]
    var columns: Int?
    for item in items {
      guard case .list(let rows) = item else { return nil }
      let filled = rows.filter { !$0.isEmpty }
      // What stands one below the other in brackets of its own is a row all the same.
      let row = filled.allSatisfy { $0.count == 1 } ? filled.map { $0[0] } : filled.first ?? []
      guard filled.count == 1 || filled.allSatisfy({ $0.count == 1 }),
        columns == nil || row.count == columns, let entries = vector(row)
      else { return nil }
      columns = row.count
      if text.count > 1 { text += [",", " "] }
      text += entries
    }
    return text + ["]"]
  }
}
