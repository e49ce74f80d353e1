/// The page of `man` about a tool, in the macros of man(7), made of what `--help` is made of.
struct ManualPage {
  let tool: Tool

  /// What asks for it; like the completion scripts it is for whoever installs the tool.
  static let request = "--generate-manual"

  var text: String {
    let names = tool.commands.map { $0.declaration }
    return
      ([head, section("OPTIONS", tool.declaration.allOptions)] + names.map(command) + [footer])
      .filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  private var head: String {
    """
    .TH \(tool.name.uppercased().roff) 1 "" "\(tool.name.roff) \(tool.version.roff)"
    .SH NAME
    \(tool.name.roff) \\- \(tool.abstract.roff)
    .SH SYNOPSIS
    .B \(tool.name.roff)
    .I subcommand
    """ + (tool.discussion.isEmpty ? "" : "\n.SH DESCRIPTION\n\(tool.discussion.roffParagraphs)")
  }

  private var footer: String {
    """
    .SH SEE ALSO
    .B \(tool.name.roff) help
    .I subcommand
    """
  }

  private func command(_ declaration: CommandDeclaration) -> String {
    var lines = [
      ".SH \"\(tool.name.roff) \(declaration.name.roff)\"",
      declaration.abstract.roffParagraphs,
    ]
    if !declaration.discussion.isEmpty { lines += [".PP", declaration.discussion.roffParagraphs] }
    lines += [".PP", tool.synopsis(of: declaration).roff]
    lines += declaration.arguments.map { entry($0.label, $0.help) }
    lines += declaration.options.map { entry($0.label, $0.description) }
    if !declaration.examples.isEmpty { lines += [".PP", "Examples:"] }
    lines += declaration.examples.map { entry($0.line, $0.help) }
    return lines.joined(separator: "\n")
  }

  private func section(_ title: String, _ options: [OptionDeclaration]) -> String {
    ([".SH \(title)"] + options.map { entry($0.label, $0.description) }).joined(separator: "\n")
  }

  private func entry(_ label: String, _ description: String) -> String {
    // A tag without a text would take the next tag for it.
    let text = description.isEmpty ? "\\&" : description.roffParagraphs
    return ".TP\n.B \(label.roff)\n\(text)"
  }
}

extension String {
  /// The text of one line with what roff reads as commands made plain: backslashes, hyphens that are
  /// typed, and a dot or an apostrophe at the start of a line.
  fileprivate var roff: String {
    var text = ""
    for character in self {
      switch character {
      case "\\": text += "\\e"
      case "-": text += "\\-"
      case "\"": text += "\\(dq"
      default: text.append(character)
      }
    }
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }

  /// The lines of a text: an empty one parts paragraphs, an indented one stays as it stands.
  fileprivate var roffParagraphs: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.isEmpty { return ".PP" }
      guard line.hasPrefix(" ") else { return String(line).roff }
      return ".br\n\\&" + String(line).roff
    }
    .joined(separator: "\n")
  }
}
