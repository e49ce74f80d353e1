/// Whole numbers, numbers of other precision, and values that may be missing.
extension CompilerAdvice {
  static let numbers = [looseOperator, power, doubleIndex, wholeNumber, float, halfUnwrapped]

  private static let looseOperator = CompilerAdvice(
    "operator-group",
    [
      .program(
        """
        infix operator **
        func ** (a: Double, b: Double) -> Double { a * a }
        func f(_ x: Double) -> Double { 0.5 * x ** 2 }

        """, mends: "infix operator **: BitwiseShiftPrecedence"),
      .program(
        """
        precedencegroup Power { higherThan: AdditionPrecedence }
        infix operator ^^: Power
        func ^^ (a: Double, b: Double) -> Double { a * a }
        func f(_ x: Double) -> Double { 0.5 * x ^^ 2 }

        """, mends: "infix operator ^^: BitwiseShiftPrecedence"),
    ]
  ) { complaint in
    guard complaint.fits("adjacent operators are in unordered precedence groups '*' and '*'") != nil
    else { return nil }
    for (row, line) in complaint.program.enumerated() {
      let words = line.split { $0 == " " || $0 == ":" || $0 == "\t" }
      guard words.starts(with: ["infix", "operator"]), words.count > 2,
        complaint.holds(String(words[2]))
      else { continue }
      return complaint.mended(
        "An own operator says how tightly it binds; for powers, more tightly than a product",
        about: String(words[2]), line: row + 1,
        "infix operator \(words[2]): BitwiseShiftPrecedence")
    }
    return nil
  }

  private static let power = CompilerAdvice(
    "power",
    [
      .body("_ x: Double) -> Double", "  return x ** 2", mends: "  return pow(x, 2)"),
      .body("_ x: Double) -> Double", "  return x ^ 2", mends: "  return pow(x, 2)"),
      .body(
        "_ a: [Double], _ y: [Double]) -> [Double]",
        "  return a.indices.map { i in (a[i] - y[i]) ** 2 }",
        mends: "  return a.indices.map { i in pow(a[i] - y[i], 2) }"),
    ]
  ) { complaint in
    let line = complaint.line
    let isCaret =
      complaint.error.message.contains("to expected argument type 'Int'")
      || complaint.error.message.contains("to return type")
    let found =
      line.range(of: "**") ?? (isCaret ? line.range(of: "^") : nil)
    guard let operation = found,
      isCaret || complaint.error.message.contains("operator '**'"),
      let base = line.operand(before: operation.lowerBound, of: "*"),
      let exponent = line.operand(after: operation.upperBound, of: "*")
    else { return nil }
    var text = line.text(base)
    if text.hasPrefix("("), line.bracket(openingAt: base.lowerBound) == base.upperBound - 1 {
      text = String(text.dropFirst().dropLast())
    }
    return complaint.mended(
      "Swift has no operator for powers ('^' works on the bits of whole numbers): use pow, or "
        + "multiply", base.lowerBound..<exponent.upperBound,
      with: "pow(\(text), \(line.text(exponent)))")
  }

  private static let doubleIndex = CompilerAdvice(
    "double-index",
    [
      .body("_ z: [Double]) -> Double", "  let n = 2.0\n  return z[n]", mends: "  return z[Int(n)]")
    ]
  ) { complaint in
    let isOfSubscript = complaint.error.message.hasPrefix("no exact matches in call to subscript")
    let isOfInt =
      complaint.fits("cannot convert value of type 'Double' to expected argument type 'Int'") != nil
    // Of an entry, what stands in its brackets.
    let start =
      isOfSubscript
      ? complaint.line.range(of: "[", from: complaint.place)?.upperBound : complaint.place
    guard isOfInt || isOfSubscript, !complaint.holds("^"), let start,
      let term = complaint.line.term(from: start)
    else { return nil }
    return complaint.mended(
      "Only whole numbers, of the type Int, count and number entries", term,
      with: "Int(\(complaint.line.text(term)))")
  }

  private static let wholeNumber = CompilerAdvice(
    "whole-number",
    [
      .body(
        "_ z: [Double]) -> Double", "  let m = z.count\n  let db = z.reduce(0, +)\n  return db / m",
        mends: "  return db / Double(m)"),
      .body(
        "_ x: Double) -> Double", "  let n = 3\n  return x * (1 / n)",
        mends: "  return x * (1 / Double(n))"),
      .body("_ z: [Double]) -> Double", "  return z.count", mends: "  return Double(z.count)"),
      .body(
        "_ z: [Double]) -> [Double]", "  let n = z.count\n  let b = z.map { $0 / n }\n  return b",
        mends: "  let b = z.map { $0 / Double(n) }"),
    ]
  ) { complaint in
    let isReturned =
      complaint.fits("cannot convert return expression of type 'Int' to return type 'Double'")
      != nil
    let isAssigned =
      complaint.fits("cannot convert value of type 'Int' to specified type 'Double'") != nil
      || complaint.fits("cannot assign value of type 'Int' to type 'Double'") != nil
    let isOperand =
      complaint.fits("cannot convert value of type 'Int' to expected argument type 'Double'") != nil
    let isMixed = complaint.mixedOperand != nil
    guard isReturned || isAssigned || isOperand || isMixed, !complaint.holds("^"),
      let term = complaint.mixedOperand ?? complaint.wholeTerm
    else { return nil }
    let text = complaint.line.text(term)
    return complaint.mended(
      "A whole number (Int) is no Double, and 1 / 2 of whole numbers is 0: turn it into one "
        + "before you calculate", about: text, term, with: "Double(\(text))")
  }

  private static let float = CompilerAdvice(
    "float",
    [
      .body(
        "_ x: Double) -> Double", "  let h: Float = 0.5\n  return x * h",
        mends: "  let h: Double = 0.5"),
      .body(
        "_ z: [Double]) -> [Double]",
        "  let e = z.map { exp(Float($0)) }\n  let s: Float = e.reduce(0, +)\n"
          + "  let a: [Double] = e.map { $0 / s }\n  return a",
        mends: "  let e = z.map { exp(Double($0)) }\n  let s: Double = e.reduce(0, +)"),
    ]
  ) { complaint in
    let isFloat = ["value of type 'Float'", "of type 'Float' to", "type 'Float'"]
      .contains { complaint.error.message.contains($0) }
    guard isFloat else { return nil }
    let sentence = "A Float has 7 digits and never meets a Double: use Double throughout"
    let rows = complaint.program.indices.filter { row in
      CodeLine(complaint.program[row]).range(ofWord: "Float") != nil
    }
    guard let first = rows.first, let last = rows.last else { return nil }
    guard last - first < 12 else { return complaint.told(sentence) }
    let lines = complaint.program[first...last].map { row in
      var line = CodeLine(row)
      while let range = line.range(ofWord: "Float") {
        line = CodeLine(line.replacing(range, with: "Double"))
      }
      return line.text
    }
    return CompilerAdvice.Remedy(
      sentence: sentence, lines: (first + 1)...(last + 1), mended: lines.joined(separator: "\n"))
  }

  private static let halfUnwrapped = CompilerAdvice(
    "optional",
    [
      .body(
        "_ z: [Double]) -> [Double]", "  let m = z.max()\n  return z.map { $0 - m }",
        mends: "  let m = z.max()!"),
      .body(
        "_ z: [Double]) -> Double", "  let m: Double = z.min()\n  return m",
        mends: "  let m: Double = z.min()!"),
      .body("_ z: [Double]) -> Double", "  return z.first", mends: "  return z.first!"),
    ]
  ) { complaint in
    guard
      complaint.fits("value of optional type '*' must be unwrapped to a value of type '*'") != nil
    else { return nil }
    for note in complaint.error.notes where note.message.hasPrefix("force-unwrap using '!'") {
      let row =
        complaint.program.indices.contains(note.line - 1)
        ? complaint.program[note.line - 1] : ""
      guard let marks = note.marks.last, let place = Array(marks).firstIndex(of: "!") else {
        continue
      }
      return complaint.mended(
        "This may be nil (of an empty list there is no largest, no first): say with '!' that it is "
          + "there, or with '?? 0' what it is then", line: note.line,
        CodeLine(row).replacing(place..<place, with: "!"))
    }
    return complaint.told(
      "This may be nil: write '!' behind it to say that it is there, or '?? 0' for what it is then")
  }
}

extension Complaint {
  /// The whole number beside a Double, between which there is no operator.
  fileprivate var mixedOperand: Range<Int>? {
    guard
      let found = fits("binary operator '*' cannot be applied to operands of type '*' and '*'")
    else { return nil }
    switch (found[1], found[2]) {
    case ("Double", "Int"): return line.operand(after: place + found[0].count, of: found[0])
    case ("Int", "Double"): return line.operand(before: place, of: found[0])
    default: return nil
    }
  }

  /// The whole number to be turned into a Double: in `1 / n` the divisor.
  fileprivate var wholeTerm: Range<Int>? {
    let start = line.characters.indices.contains(place) ? place : 0
    if "+-*/%".contains(line.characters[start]) {
      return line.operand(after: start + 1, of: "*")
    }
    guard let term = line.term(from: start) else { return nil }
    let text = line.text(term)
    if start > 1, line.characters[start - 1] == ".",
      let owner = line.operand(before: start - 1, of: "*")
    {
      return owner.lowerBound..<term.upperBound
    }
    return text.allSatisfy { $0.isNumber } ? nil : term
  }
}
