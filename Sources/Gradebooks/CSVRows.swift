/// The rows of comma-separated values, one after the other: of a large table there is no room for all.
package struct CSVRows: IteratorProtocol, Sendable {
  /// What the places of cells are places in: the file, or what it is in UTF-8.
  package let bytes: [UInt8]
  package let encoding: TableEncoding
  package let separator: UInt8
  private var position: Int
  /// The line with a quote that nothing closes, as far as has been read.
  private(set) var unclosedLine: Int?

  /// What is said of the table where a quote is never closed: what is behind it cannot be told apart.
  package var fault: String? {
    unclosedLine.map { "has a quote in line \($0) that is never closed" }
  }

  package init(_ file: [UInt8]) {
    encoding = TableEncoding(of: file)
    bytes = encoding.searchable(file)
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let stated = CSVRows.statedSeparator(in: bytes, from: position) {
      separator = stated
      position += 5
      position = endOfLine(from: position)
    } else {
      separator = CSVRows.separator(in: bytes)
    }
  }

  /// The next row that has anything in it; nil behind the last.
  package mutating func next() -> [CSVTable.Cell]? {
    var row: [CSVTable.Cell] = []
    while position < bytes.count {
      let cell = self.cell(from: position)
      row.append(cell)
      position = cell.range.upperBound
      if position < bytes.count, bytes[position] == separator {
        position += 1
        if position < bytes.count { continue }
        row.append(CSVTable.Cell(range: position..<position, text: ""))
      }
      position = endOfLine(from: position)
      if row.count > 1 || !row.allSatisfy({ $0.text.trimmed.isEmpty }) { return row }
      row = []
    }
    return nil
  }

  private func endOfLine(from start: Int) -> Int {
    var position = start
    if position < bytes.count, bytes[position] == 0x0D { position += 1 }
    if position < bytes.count, bytes[position] == 0x0A { position += 1 }
    return position
  }

  private mutating func cell(from start: Int) -> CSVTable.Cell {
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
    return CSVTable.Cell(range: start..<position, text: encoding.text(content))
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
