extension Mathematics.Table {
  /// The table as it is drawn on several lines, or in one line where it would be too tall.
  var box: Mathematics.Box {
    let cells = rows.map { $0.map { $0.box } }
    let heights = cells.map { row in row.map { $0.height }.max() ?? 1 }
    guard heights.reduce(0, +) <= Mathematics.Box.tallest else { return Mathematics.Box(line) }
    let columns = (0..<(cells.map { $0.count }.max() ?? 0)).map { column in
      Column(cells.map { $0.count > column ? $0[column] : nil }, side(of: column))
    }
    let lines = cells.indices.map { row in
      Mathematics.Box(
        beside: columns.enumerated().map { position, column in
          (position == 0 ? 0 : gap(before: position), column.cell(in: row))
        })
    }
    return Mathematics.Box(under: lines).enclosed(open, close)
  }

  private func gap(before column: Int) -> Int {
    switch arrangement {
    case .matrix: 2
    case .cases: 3
    case .aligned: column.isMultiple(of: 2) ? 3 : 1
    }
  }

  private func side(of column: Int) -> Column.Side {
    switch arrangement {
    case .matrix: .centre
    case .cases: .left
    case .aligned: column.isMultiple(of: 2) ? .right : .left
    }
  }

  /// The cells of one column, brought to one width.
  private struct Column {
    enum Side {
      case left, right, centre
    }

    private let cells: [Mathematics.Box]
    private let side: Side
    private let width: Int
    /// How many characters a cell has before its decimal point; empty unless all are numbers.
    private let whole: [Int]

    init(_ cells: [Mathematics.Box?], _ side: Side) {
      self.cells = cells.map { $0 ?? Mathematics.Box("") }
      self.side = side
      let whole = self.cells.map { Self.wholePart(of: $0) }
      self.whole = side == .centre && !whole.contains(nil) ? whole.compactMap { $0 } : []
      let widths = self.cells.map { $0.width }
      if let longest = self.whole.max() {
        let fractions = zip(widths, self.whole).map { $0 - $1 }
        width = longest + (fractions.max() ?? 0)
      } else {
        width = widths.max() ?? 0
      }
    }

    func cell(in row: Int) -> Mathematics.Box {
      let box = cells[row]
      let spare = width - box.width
      let before: Int
      if let longest = whole.max() {
        before = longest - whole[row]
      } else {
        switch side {
        case .left: before = 0
        case .right: before = spare
        case .centre: before = spare / 2
        }
      }
      return box.padded(before: before, after: spare - before)
    }

    private static func wholePart(of box: Mathematics.Box) -> Int? {
      guard box.height == 1, let text = box.lines.first, !text.isEmpty else { return nil }
      let digits = text.hasPrefix("−") ? text.dropFirst() : text[...]
      guard digits.allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
      return text.prefix { $0 != "." }.count
    }
  }
}
