/// Words of the user's inside a message: in single quotes, shortened, with control characters visible.
///
/// What a file contains can be hostile or merely long; a message shows it without passing it on.
package struct Quotation: CustomStringConvertible {
  package let description: String

  package init(_ text: String) {
    description = "'\(Self.shortened(text))'"
  }

  /// The text without quotes, cut to 40 characters.
  package static func shortened(_ text: String) -> String {
    let limit = 40
    let scalars = text.unicodeScalars
    let head = visible(scalars.prefix(limit))
    return scalars.dropFirst(limit).isEmpty ? head : head + "…"
  }

  /// The text with every control character replaced by one visible character, and tabs by a space.
  package static func visible(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in scalars { shown.append(picture(of: scalar)) }
    return String(shown)
  }

  private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: return " "
    case ..<0x20: return Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case ..<0x7F: return scalar
    case 0x7F: return "\u{2421}"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return "\u{FFFD}"
    default: return scalar
    }
  }
}

extension String {
  /// The text with every control character replaced by one visible character.
  package var shownOnOneLine: String {
    // As it is with nearly everything: nothing to be replaced.
    utf8.allSatisfy { (0x20..<0x7F).contains($0) } ? self : Quotation.visible(unicodeScalars)
  }
}
