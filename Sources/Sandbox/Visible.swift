/// Text from outside, made safe to show on a terminal.
enum Visible {
  /// The text with control and direction characters spelled out, cut where it is too long.
  static func text(_ text: String, longest: Int) -> String {
    var shown = ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
      if count == longest { return shown + "…" }
      if isUnsafe(scalar) {
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// Whether a character changes how others are shown, or is not shown itself.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
    default: false
    }
  }
}

extension Visible {
  /// Several lines, each safe to show and none longer than anybody would read.
  static func text(lines: String) -> String {
    lines.split(separator: "\n", omittingEmptySubsequences: false).prefix(40)
      .map { text(String($0).replacing("\t", with: "  "), longest: 400) }.joined(separator: "\n")
  }
}
