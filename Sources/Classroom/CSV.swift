/// Rows of comma-separated values, quoted by RFC 4180 and harmless in a spreadsheet.
package enum CSV {
  /// A row with its line end.
  package static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A cell; text that a spreadsheet would take for a formula gets an apostrophe before it.
  static func cell(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@\t\r".contains(first), Double(text) == nil { text = "'" + text }
    let needsQuotes = text.contains { ",\"\n\r\r\n;".contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
