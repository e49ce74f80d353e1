/// Everything `--help` prints about a tool or one of its commands.
struct HelpPage {
  let abstract: String
  let discussion: String
  let synopsis: String
  let sections: [HelpSection]
  let footer: String?

  /// The page at a certain width, ending with a line break.
  func text(columns: Int) -> String {
    let overview = [abstract, discussion].filter { !$0.isEmpty }.joined(separator: "\n\n")
    let parts =
      ["OVERVIEW: \(overview)".wrappedButExamples(to: columns), "USAGE: \(synopsis)"]
      + sections.filter { !$0.entries.isEmpty }.map { $0.text(columns: columns) }
      + (footer.map { ["  \($0)"] } ?? [])
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The width to wrap at: `COLUMNS` where it leaves room for the descriptions, else 80.
  static func columns(in environment: [String: String]) -> Int {
    environment["COLUMNS"].flatMap(Int.init).flatMap { $0 >= 40 ? $0 : nil } ?? 80
  }
}

extension HelpPage {
  init(for tool: Tool) {
    let subcommands = tool.commands.map { command in
      HelpEntry(label: command.declaration.name, description: command.declaration.abstract)
    }
    self.init(
      abstract: tool.abstract, discussion: tool.discussion, synopsis: "\(tool.name) <subcommand>",
      sections: [
        HelpSection(title: "OPTIONS", options: tool.declaration.allOptions),
        HelpSection(title: "SUBCOMMANDS", entries: subcommands),
      ],
      footer: "See '\(tool.name) help <subcommand>' for detailed help.")
  }

  init(for command: CommandDeclaration, of tool: Tool) {
    let arguments = command.arguments.map { HelpEntry(label: $0.label, description: $0.help) }
    let examples = command.examples.map { HelpEntry(label: $0.line, description: $0.help) }
    var groups: [String] = []
    for case let group? in command.options.map(\.group) where !groups.contains(group) {
      groups.append(group)
    }
    self.init(
      abstract: command.abstract, discussion: command.discussion,
      synopsis: tool.synopsis(of: command),
      sections: [HelpSection(title: "ARGUMENTS", entries: arguments)]
        + groups.map { group in
          HelpSection(
            title: group.uppercased(), options: command.options.filter { $0.group == group })
        }
        + [
          HelpSection(title: "OPTIONS", options: command.allOptions.filter { $0.group == nil }),
          HelpSection(title: "EXAMPLES", entries: examples),
        ],
      footer: nil)
  }
}
