/// A label and, from column 26, what it means; a long label has the line to itself.
struct HelpEntry {
  static let descriptionColumn = 26

  let label: String
  let description: String

  func text(columns: Int) -> String {
    let indented = "  \(label)"
    guard !description.isEmpty else { return indented }
    let lines = description.wrappedButExamples(to: columns, indent: Self.descriptionColumn)
    return indented.count < Self.descriptionColumn
      ? indented + lines.dropFirst(indented.count)
      : "\(indented)\n\(lines)"
  }
}
