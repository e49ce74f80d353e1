/// Values of other types than those wanted.
extension CompilerAdvice {
  static let values = [tuple, pairs, pairResult, subscripts, listForNumber]

  private static let tuple = CompilerAdvice(
    "tuple",
    [
      .body(
        "_ z: [Double]) -> (dW: [Double], db: Double)",
        "  let dW = z\n  let db = z.reduce(0, +)\n  return dW",
        mends: "  return (dW: dW, db: db)")
    ]
  ) { complaint in
    guard
      let found = complaint.fits(
        "cannot convert return expression of type '*' to return type '(*)'"),
      !found[1].isEmpty
    else { return nil }
    let line = CodeLine(found[1])
    let labels = line.pieces(of: 0..<line.count).map { line.text($0) }
      .compactMap { $0.split(separator: ":").first.map(String.init) }
    let parts = labels.map { "\($0): \($0)" }.joined(separator: ", ")
    return complaint.mended(
      "The result has \(labels.count) parts, which are returned together, in brackets, with their "
        + "names", "\(complaint.line.margin)return (\(parts))")
  }

  private static let pairs = CompilerAdvice(
    "pairs",
    [
      .body(
        "_ z: [Double], _ y: [Double]) -> [Double]", "  return zip(z, y).map { a in a * 2 }",
        mends: "")
    ]
  ) { complaint in
    guard complaint.error.message.hasPrefix("cannot convert value of type 'Zip2Sequence<"),
      complaint.error.message.contains("Element'")
    else { return nil }
    return complaint.told("What zip gives are pairs: $0 and $1, or { a, b in … }, with both used")
  }

  private static let pairResult = CompilerAdvice(
    "zip-without-map",
    [
      .body(
        "_ z: [Double], _ y: [Double]) -> [Double]", "  return zip(z, y)",
        mends: "  return zip(z, y).map { $0 * $1 }")
    ]
  ) { complaint in
    guard complaint.fits("cannot convert return expression of type 'Zip2Sequence<*") != nil,
      let term = complaint.line.term(from: complaint.place)
    else { return nil }
    return complaint.mended(
      "zip only makes pairs; map says what becomes of each",
      term.upperBound..<term.upperBound, with: ".map { $0 * $1 }")
  }

  private static let subscripts = CompilerAdvice(
    "entry-of-number",
    [
      .body("_ x: Double) -> Double", "  return x[0]", mends: "  return x")
    ]
  ) { complaint in
    guard let found = complaint.fits("value of type '*' has no subscripts"),
      let opening = complaint.line.range(of: "[", from: complaint.place),
      let closing = complaint.line.bracket(openingAt: opening.lowerBound)
    else { return nil }
    return complaint.mended(
      "This is a number (\(found[0])), which has no entries", opening.lowerBound..<(closing + 1),
      with: "")
  }

  private static let listForNumber = CompilerAdvice(
    "list-for-number",
    [
      .body(
        "_ z: [Double]) -> Double", "  var a = 0.0\n  a += z\n  return a",
        mends: "  a += z.reduce(0, +)"),
      .body("_ z: [Double]) -> Double", "  return z", mends: "  return z.reduce(0, +)"),
    ]
  ) { complaint in
    let returned = complaint.fits(
      "cannot convert return expression of type '[Double]' to return type 'Double'")
    guard returned != nil || complaint.unwantedList?.shape == .vector,
      let term = complaint.line.term(from: complaint.place)
    else { return nil }
    return complaint.mended(
      "A number is wanted here, and this is a list: add its entries up, or take one of them",
      term, with: "\(complaint.line.text(term)).reduce(0, +)")
  }
}
