/// Text from anywhere as Markdown that shows it and nothing else.
///
/// Every sign of it can be copied from the page as it was; exports, which are read by machines too,
/// escape for themselves.
enum MarkdownText {
  /// The text with every sign that Markdown or HTML would give a meaning taken literally.
  ///
  /// New lines become spaces, so that nothing in it begins a block.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\n", "\t": result.append(" ")
      case "<": result += "&lt;".unicodeScalars
      case ">": result += "&gt;".unicodeScalars
      case "&": result += "&amp;".unicodeScalars
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "#", "!":
        result.append("\\")
        result.append(scalar)
      // Without these, what looks like an address would become a link.
      case ":" where index + 1 < scalars.count && scalars[index + 1] != " ":
        result += "&#58;".unicodeScalars
      case "@": result += "&#64;".unicodeScalars
      case "." where last == "w" || last == "W": result += "&#46;".unicodeScalars
      default: result.append(scalar.isHarmlessOnPages ? scalar : "\u{FFFD}")
      }
      last = scalar
    }
    return String(result)
  }

  /// Lines as a block of code, whatever backticks are in them.
  static func block(_ text: String) -> String {
    let harmless = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0 == "\n" || $0.isHarmlessOnPages ? $0 : "\u{FFFD}" }))
    let runs = harmless.split { (sign: Character) in sign != "`" }
    let longest = runs.map { $0.count }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)text\n\(harmless)\n\(fence)"
  }

  /// The text as code, whatever backticks are in it.
  static func code(_ text: String) -> String {
    let harmless = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          scalar == "\n" || scalar == "\t" ? " " : scalar.isHarmlessOnPages ? scalar : "\u{FFFD}"
        }))
    let runs = harmless.split { (sign: Character) in sign != "`" }
    let longest = runs.map { $0.count }.max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let padding = longest > 0 || harmless.isEmpty ? " " : ""
    return fence + padding + harmless + padding + fence
  }
}
