/// What is to change and cannot.
extension CompilerAdvice {
  static let changes = [constant, parameter, appended, uninitialised, redeclared]

  private static let constant = CompilerAdvice(
    "let",
    [
      .body(
        "_ z: [Double]) -> Double", "  let s = 0.0\n  for v in z { s += v }\n  return s",
        mends: "  var s = 0.0"),
      .body(
        "_ z: [Double]) -> [Double]",
        "  let r: [Double] = []\n  for v in z { r.append(v) }\n  return r",
        mends: "  var r: [Double] = []"),
    ]
  ) { complaint in
    guard let name = complaint.unchangeable,
      let note = complaint.error.notes.first(where: {
        $0.message.hasPrefix("change 'let' to 'var'")
      }), complaint.program.indices.contains(note.line - 1)
    else { return nil }
    let line = CodeLine(complaint.program[note.line - 1])
    guard let word = line.word(at: line.place(ofColumn: note.column)) else { return nil }
    return complaint.mended(
      "A 'let' keeps its value; what changes is a 'var'", about: name, line: note.line,
      line.replacing(word, with: "var"))
  }

  private static let parameter = CompilerAdvice(
    "parameter",
    [
      .body(
        "_ z: [Double]) -> [Double]", "  z[0] = 1\n  return z",
        mends: "func f(_ z: [Double]) -> [Double] {\n  var z = z"),
      .body(
        "_ z: [Double], _ W: [[Double]]) -> [[Double]]",
        "  for i in z.indices { W[i][0] -= z[i] }\n  return W",
        mends: "func f(_ z: [Double], _ W: [[Double]]) -> [[Double]] {\n  var W = W"),
    ]
  ) { complaint in
    guard let name = complaint.unchangeable,
      let row = complaint.program.prefix(complaint.error.line).lastIndex(where: { row in
        row.contains("func ") && row.contains("\(name):")
      })
    else { return nil }
    let head = complaint.program[row]
    let sentence =
      "A parameter does not change; begin with a copy that may, 'var \(name) = \(name)'"
    guard head.last == "{" else { return complaint.told(sentence, about: name) }
    return complaint.mended(
      sentence, about: name, line: row + 1,
      "\(head)\n\(CodeLine(head).margin)  var \(name) = \(name)")
  }

  private static let appended = CompilerAdvice(
    "append",
    [
      .body(
        "_ x: Double) -> [Double]", "  var r: [Double] = []\n  r = r.append(x)\n  return r",
        mends: "  r.append(x)")
    ]
  ) { complaint in
    guard complaint.fits("cannot assign value of type '()' to type '*'") != nil,
      let equals = complaint.line.range(of: " = "), complaint.holds(".append(")
    else { return nil }
    return complaint.mended(
      "append changes the list in place and gives nothing back",
      complaint.line.margin.count..<equals.upperBound, with: "")
  }

  private static let uninitialised = CompilerAdvice(
    "no-first-value",
    [
      .body(
        "_ z: [Double]) -> Double", "  var s: Double\n  for v in z { s += v }\n  return s",
        mends: "  var s: Double = 0")
    ]
  ) { complaint in
    guard
      let found = complaint.fits("variable '*' passed by reference before being initialized")
        ?? complaint.fits("variable '*' used before being initialized"),
      let note = complaint.error.notes.first, complaint.program.indices.contains(note.line - 1)
    else { return nil }
    let row = String(complaint.program[note.line - 1])
    let value = row.contains("[") ? "[]" : "0"
    return complaint.mended(
      "A variable needs a value before it is used", about: found[0], line: note.line,
      "\(row) = \(value)")
  }

  private static let redeclared = CompilerAdvice(
    "declared-twice",
    [
      .body(
        "_ x: Double) -> Double", "  var s = x\n  var s = 2 * s\n  return s", mends: "  s = 2 * s")
    ]
  ) { complaint in
    guard let found = complaint.fits("invalid redeclaration of '*'"),
      let keyword = complaint.line.range(ofWord: "var") ?? complaint.line.range(ofWord: "let"),
      keyword.upperBound + 1 == complaint.place
    else { return nil }
    return complaint.mended(
      "A name is declared once; later it is given another value without 'let' or 'var' (and "
        + "is declared with 'var')", about: found[0],
      keyword.lowerBound..<complaint.place, with: "")
  }
}

extension Complaint {
  /// The name of what is changed, though it is a constant.
  fileprivate var unchangeable: String? {
    let patterns = [
      "left side of mutating operator isn't mutable: '*' is a 'let' constant",
      "cannot assign through subscript: '*' is a 'let' constant",
      "cannot assign to value: '*' is a 'let' constant",
      "cannot use mutating member on immutable value: '*' is a 'let' constant",
      "cannot pass immutable value as inout argument: '*' is a 'let' constant",
      "cannot assign to property: '*' is a 'let' constant",
    ]
    return patterns.lazy.compactMap { fits($0)?.first }.first
  }
}
