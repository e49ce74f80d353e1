/// Signs of East Asian keyboards, and the many spellings of a minus, a blank and a bracket.
enum FullWidthForm {
  static let form = PastedForm(
    .fullWidth,
    examples: [
      .init("［0.5， 0.25］", .vector(2), "[0.5, 0.25]"),
      .init("０.５", .scalar, "0.5"),
      .init("（0.5；－0.25）", .vector(2), "[[0.5], [-0.25]]"),
      .init("٣", .scalar, nil),
    ]
  ) { text in
    var isChanged = false
    var plain: [Unicode.Scalar] = []
    plain.reserveCapacity(text.scalars.count)
    var hasReturn = false
    for scalar in text.scalars {
      if scalar.isASCII {
        // Line breaks of any system become one.
        if scalar == "\n", hasReturn { hasReturn = false; continue }
        hasReturn = scalar == "\r"
        plain.append(hasReturn ? "\n" : scalar == "\"" ? " " : scalar)
        continue
      }
      hasReturn = false
      switch scalar.value {
      case 0xFF01...0xFF5E:
        isChanged = true
        if let sign = Unicode.Scalar(scalar.value - 0xFEE0) { plain.append(sign) }
      case 0x2010...0x2015, 0x2212, 0xFE63: plain.append("-")
      case 0x200B...0x200F, 0x2060, 0xFEFF, 0x202A...0x202E: break
      // Brackets that are drawn over several lines.
      case 0x239B...0x23AD, 0x2502, 0x2503: plain.append(" ")
      case 0x201C, 0x201D: plain.append(" ")
      case 0x2028, 0x2029, 0x85: plain.append("\n")
      case 0x22C5, 0x2219, 0x2022: plain.append("·")
      case 0x2715, 0x2716, 0x2A2F: plain.append("×")
      default: plain.append(scalar.properties.isWhitespace ? " " : scalar)
      }
    }
    text.scalars = plain
    return isChanged
  }
}
