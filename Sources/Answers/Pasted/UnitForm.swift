/// A word behind a value that says what it is counted in, and changes nothing about it.
enum UnitForm {
  static let form = PastedForm(
    .unit,
    examples: [
      .init("0.26 nats", .scalar, "0.26"), .init("[0.5, 0.6] (rounded)", .vector(2), "[0.5, 0.6]"),
      .init("175 parameters", .scalar, "175"), .init("0.26 [nats]", .scalar, "0.26"),
      .init("2 thirds", .scalar, nil), .init("0.5 eta", .scalar, nil), .init("56 %", .scalar, nil),
    ]
  ) { text in
    text.trim()
    var end = text.scalars.count
    var isChanged = false
    while let start = start(ofUnitEndingAt: end, in: text) {
      end = text.trimmed(0..<start).upperBound
      isChanged = true
    }
    guard isChanged, end > 0, let last = text[end - 1],
      last.isDigit || last == "]" || last == ")" || last == "}" || last == "."
    else { return false }
    text.scalars.removeSubrange(end...)
    return true
  }

  /// Where the last word begins, brackets around it included, if it is a unit.
  private static func start(ofUnitEndingAt end: Int, in text: PastedText) -> Int? {
    var upper = end
    let close = text[end - 1]
    let isInBrackets = close == ")" || close == "]"
    if isInBrackets { upper -= 1 }
    if text[upper - 1] == ".", text[upper - 2]?.isLetter == true { upper -= 1 }
    var lower = upper
    while lower > 0, text.scalars[lower - 1].isLetter { lower -= 1 }
    guard lower < upper, units.contains(text.spelling(lower..<upper).lowercased()) else {
      return nil
    }
    guard isInBrackets else { return text[lower - 1]?.isInWord == true ? nil : lower }
    let open = text[lower - 1]
    return (close == ")" && open == "(") || (close == "]" && open == "[") ? lower - 1 : nil
  }

  private static let units: Set<String> = [
    "nats", "nat", "bits", "bit", "shannons", "units", "unit", "parameters", "parameter", "params",
    "weights", "biases", "neurons", "multiplications", "multiplication", "multiplies", "products",
    "additions", "sums", "operations", "operation", "ops", "flops", "entries", "numbers", "values",
    "steps", "epochs", "iterations", "samples", "paths", "layers", "rounded", "approx",
    "approximately", "radians", "rad", "points", "each", "dimensionless", "loss", "total",
  ]
}
