/// Signs of near or exact equality before a value: `≈ 0.26`, `~0.26`, and `=` twice.
enum ApproximateForm {
  static let form = PastedForm(
    .approximate,
    examples: [
      .init("≈ 0.26", .scalar, "0.26"), .init("~0.26", .scalar, "0.26"),
      .init("= 0.26", .scalar, "0.26"), .init("approx. [0.5, 0.6]", .vector(2), "[0.5, 0.6]"),
      .init("about 0.26", .scalar, "0.26"), .init("> 0.26", .scalar, nil),
    ]
  ) { text in
    text.trim()
    var start = 0
    var isChanged = false
    while true {
      start = text.skippingBlanks(from: start)
      if let sign = text[start], signs.contains(sign) {
        isChanged = isChanged || sign != "="
        start += 1
      } else if let word = text.word(at: start), words.contains(text.spelling(word).lowercased()) {
        isChanged = true
        start = word.upperBound
      } else {
        break
      }
    }
    if start > 0 { text.scalars.removeSubrange(..<start) }
    return isChanged
  }

  static let signs: Set<Unicode.Scalar> = ["=", "≈", "≃", "≅", "~", "∼", "≐", "≡", ":"]

  private static let words: Set<String> = [
    "approx", "approx.", "approximately", "about", "roughly", "circa", "ca", "ca.", "is", "equals",
  ]
}
