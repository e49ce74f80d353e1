/// A heading of a help page and what is listed under it.
struct HelpSection {
  let title: String
  let entries: [HelpEntry]

  func text(columns: Int) -> String {
    "\(title):" + entries.map { "\n" + $0.text(columns: columns) }.joined()
  }
}

extension HelpSection {
  init(title: String, options: [OptionDeclaration]) {
    self.init(
      title: title,
      entries: options.map { HelpEntry(label: $0.label, description: $0.description) })
  }
}
