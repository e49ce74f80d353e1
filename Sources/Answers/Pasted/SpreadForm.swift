/// An uncertainty behind a number: `0.26 ± 0.01`.
enum SpreadForm {
  static let form = PastedForm(
    .spread,
    examples: [
      .init("0.26 ± 0.01", .scalar, "0.26"), .init("0.26 +/- 0.01", .scalar, "0.26"),
      .init("± 0.01", .scalar, nil),
    ]
  ) { text in
    guard let sign = text.place(of: "±") ?? text.place(of: "+/-") ?? text.place(of: "+-") else {
      return false
    }
    let before = text.trimmed(0..<sign)
    // In a list nobody could say what belongs to which entry.
    guard !before.isEmpty, !text.scalars.contains(where: { "[]{},;\n".unicodeScalars.contains($0) })
    else { return false }
    text.scalars = Array(text.scalars[before])
    return true
  }
}
