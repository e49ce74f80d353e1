extension StatementText.Renderer {
  private static let widest = 200

  /// A table in columns; where it is too wide, the widest columns are broken into lines.
  func lines(_ table: StatementText.Table, width: Int) -> [String] {
    let flows = table.rows.enumerated().map { index, row in
      row.map { flow($0, index == 0 ? .bold : nil) }
    }
    if style.isPlain { return sentences(flows) }
    let natural = table.sides.indices.map { column in
      flows.map { Self.width(of: $0[column].lines(width: .max / 4)) }.max() ?? 0
    }
    let room = width - 3 * (table.sides.count - 1)
    let limit = min(Self.widestColumn(natural, room: room), Self.widest)
    let cells = flows.map { row in row.map { $0.lines(width: limit) } }
    let widths = table.sides.indices.map { column in
      // A word that is wider still sticks out of its own cell and leaves the other rows alone.
      min(cells.map { Self.width(of: $0[column]) }.max() ?? 0, limit)
    }
    var result: [String] = []
    for (index, row) in cells.enumerated() {
      result += lines(row, widths, table.sides)
      if index == 0 {
        result.append(
          widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─"))
      }
    }
    return result
  }

  /// Every row with the titles of its columns, to be read aloud.
  private func sentences(_ flows: [[StatementText.Flow]]) -> [String] {
    let cells = flows.map { row in
      row.map { $0.lines(width: .max / 4).map { $0.text }.joined(separator: " ") }
    }
    return cells.dropFirst().map { row in
      zip(cells[0], row).map { title, cell in title.isEmpty ? cell : "\(title): \(cell)" }
        .joined(separator: "; ")
    }
  }

  private func lines(
    _ row: [[StatementText.Flow.Line]], _ widths: [Int], _ sides: [StatementText.Table.Side]
  ) -> [String] {
    (0..<(row.map { $0.count }.max() ?? 0)).map { line in
      let cells = row.indices.map { column in
        let cell = line < row[column].count ? row[column][line] : nil
        return Self.padded(cell, to: widths[column], sides[column])
      }
      return cells.joined(separator: " │ ").withoutTrailingSpaces
    }
  }

  private static func width(of lines: [StatementText.Flow.Line]) -> Int {
    lines.map { $0.width }.max() ?? 0
  }

  private static func padded(
    _ line: StatementText.Flow.Line?, to width: Int, _ side: StatementText.Table.Side
  ) -> String {
    let spare = max(0, width - (line?.width ?? 0))
    let before: Int
    switch side {
    case .left: before = 0
    case .right: before = spare
    case .centre: before = spare / 2
    }
    return String(repeating: " ", count: before) + (line?.text ?? "")
      + String(repeating: " ", count: spare - before)
  }

  /// How wide a column may be so that all of them fit into the room.
  private static func widestColumn(_ natural: [Int], room: Int) -> Int {
    var remaining = room
    var columns = natural.count
    for width in natural.sorted() {
      if width * columns >= remaining { return max(remaining / max(columns, 1), 6) }
      remaining -= width
      columns -= 1
    }
    return natural.max() ?? room
  }
}
