/// Rows of comma-separated values, quoted by RFC 4180 and harmless in a spreadsheet.
package enum CSV {
  /// A row with its line end.
  package static func line(_ cells: [String]) -> String { CSV.cells(cells) + "\r\n" }

  /// Some cells of a row, with commas between them.
  static func cells(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",")
  }

  /// A cell; text that a spreadsheet would take for a formula gets an apostrophe before it.
  static func cell(_ text: String) -> String {
    // By scalars: a combining mark behind the sign would hide it from a look at characters.
    let isFormula = text.unicodeScalars.first.map(formulaSigns.contains) ?? false
    let text = isFormula ? "'" + text : text
    let needsQuotes = text.unicodeScalars.contains(where: quotedSigns.contains)
    return needsQuotes ? quoted(text) : text
  }

  /// A cell in quotes, those within it doubled.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// What begins a formula, full-width forms included, or is skipped before one.
  private static let formulaSigns: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  private static let quotedSigns: Set<Unicode.Scalar> = [",", ";", "\"", "\n", "\r", "\t"]
}
