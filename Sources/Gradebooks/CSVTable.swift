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
  package let rows: [[Cell]]
  /// The line with a quote that nothing closes, so that all behind it is one cell.
  package let unclosedLine: Int?
  /// What is said of the table where a quote is never closed: what is behind it cannot be told apart.
  package let fault: String?

  /// A cell: its text and the bytes it takes up, its quotes included.
  package struct Cell: Hashable, Sendable {
    package let range: Range<Int>
    package let text: String
  }

  package init(_ file: [UInt8]) {
    var reader = CSVRows(file)
    var rows: [[Cell]] = []
    while let row = reader.next() { rows.append(row) }
    self.rows = rows
    (bytes, encoding, separator) = (reader.bytes, reader.encoding, reader.separator)
    (unclosedLine, fault) = (reader.unclosedLine, reader.fault)
  }
}

extension String {
  /// The text without blanks at its ends.
  package var trimmed: String {
    let hasBlanks = first?.isWhitespace == true || last?.isWhitespace == true
    return hasBlanks ? trimmingCharacters(in: .whitespacesAndNewlines) : self
  }
}
