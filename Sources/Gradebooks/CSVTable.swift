import Foundation

/// Comma-separated values as they are found in a file, with the place of every cell.
///
/// Reads what spreadsheets write: a BOM, UTF-16 and Windows' Latin-1, any line end, quotes by
/// RFC 4180, a first line `sep=;`, and `;` or a tab where the first line has more of them than
/// commas. Lines with nothing but blanks are no rows.
package struct CSVTable: Sendable {
  /// What the places of cells are places in: the file, or what it is in UTF-8.
  package let bytes: [UInt8]
  package let encoding: TableEncoding
  package let separator: UInt8
  package private(set) var rows: [[Cell]] = []
  /// The line with a quote that nothing closes, so that all behind it is one cell.
  package private(set) var unclosedLine: Int?

  /// What is said of the table where a quote is never closed: what is behind it cannot be told apart.
  package var fault: String? {
    unclosedLine.map { "has a quote in line \($0) that is never closed" }
  }

  /// A cell: its text and the bytes it takes up, its quotes included.
  package struct Cell: Hashable, Sendable {
    package let range: Range<Int>
    package let text: String
  }

  package init(_ file: [UInt8]) {
    encoding = TableEncoding(of: file)
    bytes = encoding.searchable(file)
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let stated = CSVTable.statedSeparator(in: bytes, from: position) {
      separator = stated
      position += 5
      position = endOfLine(from: position)
    } else {
      separator = CSVTable.separator(in: bytes)
    }
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
      if row.count > 1 || !row.allSatisfy({ $0.text.trimmed.isEmpty }) { rows.append(row) }
      row = []
    }
  }

  private func endOfLine(from start: Int) -> Int {
    var position = start
    if position < bytes.count, bytes[position] == 0x0D { position += 1 }
    if position < bytes.count, bytes[position] == 0x0A { position += 1 }
    return position
  }

  private mutating func cell(from start: Int) -> Cell {
    var position = start
    var content: [UInt8] = []
    let quote = bytes[start...].firstIndex { $0 != 0x20 || $0 == separator } ?? start
    if quote < bytes.count, bytes[quote] == 0x22 {
      position = quote + 1
      var isClosed = false
      while position < bytes.count {
        if bytes[position] == 0x22 {
          position += 1
          guard position < bytes.count, bytes[position] == 0x22 else {
            isClosed = true
            break
          }
        }
        content.append(bytes[position])
        position += 1
      }
      if !isClosed, unclosedLine == nil { unclosedLine = line(of: quote) }
    }
    // Whatever stands behind the closing quote belongs to the cell too.
    while position < bytes.count, !isEnd(bytes[position]) {
      content.append(bytes[position])
      position += 1
    }
    return Cell(range: start..<position, text: encoding.text(content))
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == 0x0A || byte == 0x0D
  }

  private func line(of place: Int) -> Int {
    var line = 1
    for index in 0..<place where bytes[index] == 0x0A || bytes[index] == 0x0D {
      let isPair = bytes[index] == 0x0D && index + 1 < place && bytes[index + 1] == 0x0A
      line += isPair ? 0 : 1
    }
    return line
  }

  /// The separator that a first line `sep=;` states, which spreadsheets go by.
  private static func statedSeparator(in bytes: [UInt8], from start: Int) -> UInt8? {
    let line = bytes[start...].prefix(6)
    guard line.count >= 5, line.prefix(4).elementsEqual(Array("sep=".utf8)) else { return nil }
    let isWhole = line.count == 5 || [0x0A, 0x0D].contains(line[start + 5])
    return isWhole ? line[start + 4] : nil
  }

  /// The separator that the first line has most of, commas where it has none.
  private static func separator(in bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        // Lines before the first with anything in it are blank.
        if counts.keys.contains(where: { $0 > 0x20 }) { break }
        continue
      }
      counts[byte, default: 0] += 1
    }
    return [0x2C, 0x3B, 0x09].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
  }
}

extension String {
  /// The text without blanks at its ends.
  package var trimmed: String {
    let hasBlanks = first?.isWhitespace == true || last?.isWhitespace == true
    return hasBlanks ? trimmingCharacters(in: .whitespacesAndNewlines) : self
  }
}
