extension [StatementText.Block] {
  /// What the blocks say, one after the other in a single line.
  var inOneLine: [StatementText.Inline] {
    [StatementText.Inline](map { $0.inOneLine }.joined(separator: [.text(" ")]))
  }
}

extension StatementText.Block {
  fileprivate var inOneLine: [StatementText.Inline] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines):
      inlines.map { $0 == .lineBreak ? .text(" ") : $0 }
    case .list(let items, let start, _):
      items.enumerated().flatMap { index, item in
        let marker = start.map { "\($0 + index)." } ?? "•"
        return [.text(index == 0 ? "\(marker) " : " \(marker) ")] + item.inOneLine
      }
    case .quote(let inner): inner.inOneLine
    case .code(let lines): [.code(lines.joined(separator: " "))]
    case .table(let table): Array(table.rows.joined().joined(separator: [.text(" ")]))
    case .rule: []
    }
  }
}
