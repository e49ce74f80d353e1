/// Comma-separated values as they are found in a file, with the place of every cell.
///
/// Reads what spreadsheets write: a BOM, any line end, quotes by RFC 4180, and `;` or a tab where
/// the first line has more of them than commas.
package struct CSVTable: Sendable {
  package let bytes: [UInt8]
  package let separator: UInt8
  package private(set) var rows: [[Cell]] = []

  /// A cell: its text and the bytes it takes up, its quotes included.
  package struct Cell: Hashable, Sendable {
    package let range: Range<Int>
    package let text: String
  }

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    separator = CSVTable.separator(in: bytes)
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var row: [Cell] = []
    while position < bytes.count {
      let cell = self.cell(from: position)
      row.append(cell)
      position = cell.range.upperBound
      if position < bytes.count, bytes[position] == separator {
        position += 1
        if position < bytes.count { continue }
        row.append(Cell(range: position..<position, text: ""))
      }
      position = endOfLine(from: position)
      rows.append(row)
      row = []
    }
  }

  private func endOfLine(from start: Int) -> Int {
    var position = start
    if position < bytes.count, bytes[position] == 0x0D { position += 1 }
    if position < bytes.count, bytes[position] == 0x0A { position += 1 }
    return position
  }

  private func cell(from start: Int) -> Cell {
    var position = start
    var content: [UInt8] = []
    if position < bytes.count, bytes[position] == 0x22 {
      position += 1
      while position < bytes.count {
        if bytes[position] == 0x22 {
          position += 1
          guard position < bytes.count, bytes[position] == 0x22 else { break }
        }
        content.append(bytes[position])
        position += 1
      }
    }
    // Whatever stands behind the closing quote belongs to the cell too.
    while position < bytes.count, !isEnd(bytes[position]) {
      content.append(bytes[position])
      position += 1
    }
    return Cell(range: start..<position, text: String(decoding: content, as: UTF8.self))
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == 0x0A || byte == 0x0D
  }

  /// The separator that the first line has most of, commas where it has none.
  private static func separator(in bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      counts[byte, default: 0] += 1
    }
    return [0x2C, 0x3B, 0x09].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
  }
}
