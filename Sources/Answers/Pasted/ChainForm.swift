/// Several things that are said to be equal: `0.5·0.526825 = 0.263412`, of which the number at the
/// end is meant.
enum ChainForm {
  static let form = PastedForm(
    .chain,
    examples: [
      .init("0.5*0.526825 = 0.263412", .scalar, "0.263412"),
      .init("sigmoid(z1) = [0.5, 0.25]", .vector(2), "[0.5, 0.25]"),
      .init("0.263412 ≈ 0.26", .scalar, "0.263412"),
      .init("0.2 = 0.3", .scalar, nil), .init("1/4 = 0.5", .scalar, nil),
      .init("0.3 < 0.5", .scalar, nil), .init("0.5 * 0.51 = 0.254", .scalar, "0.254"),
    ])

  /// The things that are equal; nil where something is said to be unequal.
  static func links(_ text: PastedText) -> [PastedText]? {
    var links: [PastedText] = []
    var depth = 0
    var start = 0
    for (place, scalar) in text.scalars.enumerated() {
      switch scalar {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      case "≠", "<", ">", "≤", "≥", "!": return nil
      case let sign where depth <= 0 && (signs.contains(sign) || sign == "→"):
        links.append(PastedText(Array(text.scalars[start..<place])))
        start = place + 1
      default: break
      }
    }
    links.append(PastedText(Array(text.scalars[start...])))
    return links.filter { link in link.scalars.contains { !$0.isBlank } }
  }

  private static let signs: Set<Unicode.Scalar> = ["=", "≈", "≃", "≅", "≐", "≡"]
}
