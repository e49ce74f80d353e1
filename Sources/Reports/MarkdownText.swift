/// Text from anywhere as Markdown that shows it and nothing else.
///
/// Every sign of it can be copied from the page as it was; exports, which are read by machines too,
/// escape for themselves.
enum MarkdownText {
  /// The text with every sign that Markdown or HTML would give a meaning taken literally.
  ///
  /// New lines become spaces, so that nothing in it begins a block.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    var last: Unicode.Scalar = " "
    let scalars = text.unicodeScalars
    for place in scalars.indices {
      let scalar = scalars[place]
      switch scalar {
      case "\n", "\t": bytes.append(UInt8(ascii: " "))
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "&": bytes += "&amp;".utf8
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "#", "!":
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(ascii: scalar))
      // Without these, what looks like an address would become a link.
      case ":" where scalars[place...].dropFirst().first.map({ $0 != " " }) ?? false:
        bytes += "&#58;".utf8
      case "@": bytes += "&#64;".utf8
      case "." where last == "w" || last == "W": bytes += "&#46;".utf8
      default: bytes.append(shown: scalar)
      }
      last = scalar
    }
    return String(decoding: bytes, as: UTF8.self)
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
