/// What a function or a value needs when it is declared.
extension CompilerAdvice {
  static let declarations = [
    missingLet, unreturned, missingReturn, emptyList, missingResult, twoNames, brace,
  ]

  private static let missingLet = CompilerAdvice(
    "no-let",
    [
      .body("_ x: Double) -> Double", "  a = exp(x)\n  return a", mends: "  let a = exp(x)"),
      .body(
        "_ z: [Double]) -> Double", "  s = 0.0\n  for v in z { s += v }\n  return s",
        mends: "  var s = 0.0"),
    ]
  ) { complaint in
    guard let found = complaint.fits("cannot find '*' in scope") else { return nil }
    let name = found[0]
    let (line, place) = (complaint.line, complaint.place)
    guard line.margin.count == place,
      line.text(place..<line.count).hasPrefix("\(name) = ")
    else { return nil }
    let later = complaint.program.dropFirst(complaint.error.line)
    let changes = ["= ", "+= ", "-= ", "*= ", "/= "].map { "\(name) \($0)" }
    let isChanged = later.contains { row in
      changes.contains { row.contains($0) } || row.contains("\(name).append")
        || row.contains("\(name)[") && row.contains("] = ")
    }
    return complaint.mended(
      "A new name is declared: with 'let', or with 'var' where it changes", about: name,
      place..<place, with: isChanged ? "var " : "let ")
  }

  private static let missingReturn = CompilerAdvice(
    "no-return",
    [
      .body("_ x: Double) -> Double", "  let a = exp(x)", mends: "  let a = exp(x)\n  return a")
    ]
  ) { complaint in
    guard complaint.fits("missing return in * expected to return '*'") != nil,
      complaint.line.text.contains("}"),
      let row = complaint.program.prefix(complaint.error.line - 1).lastIndex(where: { row in
        row.contains { !$0.isWhitespace }
      })
    else { return nil }
    let line = CodeLine(complaint.program[row])
    let sentence = "A function of more than one line gives its result back with 'return'"
    let first = line.word(at: line.margin.count).map { line.text($0) } ?? ""
    if ["let", "var"].contains(first), let name = line.word(at: line.margin.count + 4) {
      return complaint.mended(
        sentence, line: row + 1, "\(line.text)\n\(line.margin)return \(line.text(name))")
    }
    if first.isEmpty || ["for", "if", "while", "else", "switch"].contains(first)
      || line.text.contains(" = ") || line.text.contains("}")
    {
      return complaint.told("\(sentence), on every way through it")
    }
    return complaint.mended(
      sentence, line: row + 1,
      line.replacing(line.margin.count..<line.margin.count, with: "return "))
  }

  private static let unreturned = CompilerAdvice(
    "unreturned",
    [
      .body(
        "_ x: Double) -> Double", "  let a = exp(x)\n  a * x", mends: "  return a * x"),
      .body(
        "_ W: [[Double]]) -> [Double]",
        "  return W.map { row in\n    let s = row.reduce(0, +)\n    s\n  }",
        mends: "    return s"),
    ]
  ) { complaint in
    guard complaint.fits("missing return in * expected to return '*'") != nil,
      complaint.error.notes.contains(where: { $0.message.hasPrefix("did you mean to return") })
    else { return nil }
    return complaint.mended(
      "What has more than one line gives its result back with 'return'",
      complaint.place..<complaint.place, with: "return ")
  }

  private static let emptyList = CompilerAdvice(
    "empty-list",
    [
      .body(
        "_ z: [Double]) -> [Double]", "  var r = []\n  for v in z { r.append(v) }\n  return r",
        mends: "  var r: [Double] = []"),
      .body(
        "_ z: [Double]) -> [[Double]]",
        "  var r = []\n  for v in z {\n    r.append([v, v])\n  }\n  return r",
        mends: "  var r: [[Double]] = []"),
    ]
  ) { complaint in
    guard complaint.fits("empty collection literal requires an explicit type") != nil,
      let equals = complaint.line.range(of: " = "),
      let name = complaint.line.word(at: equals.lowerBound - 1)
    else { return nil }
    let word = complaint.line.text(name)
    let isNested =
      complaint.program.contains { $0.contains("\(word).append([") }
      || complaint.program.contains { $0.contains("return \(word)") }
        && complaint.program.prefix(complaint.error.line).last { $0.contains("func ") }?
          .contains("-> [[") == true
    return complaint.mended(
      "An empty list says what it will hold", about: word, name.upperBound..<name.upperBound,
      with: isNested ? ": [[Double]]" : ": [Double]")
  }

  private static let missingResult = CompilerAdvice(
    "no-result-type",
    [
      .program(
        "func f(_ x: Double) {\n  return 2 * x\n}\n", mends: "func f(_ x: Double) -> Double {")
    ]
  ) { complaint in
    guard complaint.fits("unexpected non-void return value in void function") != nil,
      let row = complaint.program.prefix(complaint.error.line)
        .lastIndex(where: { $0.contains("func ") && $0.hasSuffix("{") })
    else { return nil }
    return complaint.mended(
      "A function that returns something says of what type, after '->'", line: row + 1,
      complaint.program[row].dropLast().reversed().drop { $0 == " " }.reversed().map(String.init)
        .joined() + " -> Double {")
  }

  private static let twoNames = CompilerAdvice(
    "several-names",
    [
      .body(
        "_ x: Double) -> Double", "  let a, b = x\n  return a + b", mends: "  let a = x, b = x")
    ]
  ) { complaint in
    guard complaint.fits("type annotation missing in pattern") != nil,
      let equals = complaint.line.range(of: " = ")
    else { return nil }
    let names = complaint.line.pieces(of: complaint.place..<equals.lowerBound)
      .map { complaint.line.text($0) }
    let value = complaint.line.text(equals.upperBound..<complaint.line.count)
    let values = CodeLine(value).pieces(of: 0..<value.count).map { CodeLine(value).text($0) }
    guard names.count > 1 else { return nil }
    let each = names.enumerated().map { index, name in
      "\(name) = \(values.count == names.count ? values[index] : value)"
    }
    return complaint.mended(
      "Each name gets its value, or several together in brackets: let (a, b) = (1.0, 2.0)",
      complaint.place..<complaint.line.count, with: each.joined(separator: ", "))
  }

  private static let brace = CompilerAdvice(
    "no-brace",
    [
      .program(
        "func f(_ z: [Double]) -> Double {\n  var s = 0.0\n  for v in z { s += v\n  return s\n}\n",
        mends: "")
    ]
  ) { complaint in
    guard
      complaint.fits("expected '}' at end of brace statement") != nil
        || complaint.fits("expected '}' at end of closure") != nil
    else { return nil }
    let opening = complaint.error.notes.first.map {
      " for the '{' in line \($0.line), or further in"
    }
    return complaint.told("Every '{' needs its '}': one is missing\(opening ?? "")")
  }
}
