/// Python where Swift has other words.
extension CompilerAdvice {
  static let python = [
    definition, choice, comprehension, lambda, comment, elif, logic, block, increment,
    matrixProduct,
    slice, quotes, formatted, enumerated, decorated,
  ]

  private static let definition = CompilerAdvice(
    "def",
    [
      .program(
        "def f(x):\n  return x\nfunc g(_ x: Double) -> Double { x }\n", mends: "")
    ]
  ) { complaint in
    let first = complaint.program[max(0, complaint.error.line - 1)...].first ?? ""
    let words = first.drop { $0 == " " }
    guard
      words.hasPrefix("def ") || words.hasPrefix("from ")
        || words.hasPrefix("class ")
          && words.hasSuffix(":")
    else { return nil }
    return complaint.told(
      "This is Python; see the template: a Swift function is 'func f(_ x: Double) -> Double { … }'",
      about: "Python")
  }

  private static let choice = CompilerAdvice(
    "if-else-value",
    [
      .body(
        "_ x: Double) -> Double", "  return x if x > 0 else 0", mends: "  return x > 0 ? x : 0"),
      .body(
        "_ z: [Double]) -> [Double]", "  return z.map { v in v if v > 0 else 0 }",
        mends: "  return z.map { v in v > 0 ? v : 0 }"),
    ]
  ) { complaint in
    let line = complaint.line
    guard let condition = line.range(of: " if "),
      let other = line.range(of: " else ", from: condition.upperBound),
      condition.lowerBound > line.margin.count
    else { return nil }
    let opening = line.characters.indices.prefix(condition.lowerBound).last { place in
      "([{".contains(line.characters[place])
        && line.bracket(openingAt: place).map { $0 > other.upperBound } ?? true
    }
    var start = opening.map { $0 + 1 } ?? line.margin.count
    let end = opening.flatMap { line.bracket(openingAt: $0) } ?? line.count
    for word in ["return ", " = ", " in "] {
      while let range = line.range(of: word, from: start), range.upperBound <= condition.lowerBound
      {
        start = range.upperBound
      }
    }
    guard start < condition.lowerBound, other.upperBound < end,
      !line.text(condition.upperBound..<end).contains("{")
    else { return nil }
    let test = line.text(condition.upperBound..<other.lowerBound)
    return complaint.mended(
      "Swift writes the choice between two values as 'condition ? a : b'",
      start..<end,
      with: "\(test) ? \(line.text(start..<condition.lowerBound)) : "
        + line.text(other.upperBound..<end))
  }

  private static let comprehension = CompilerAdvice(
    "list-comprehension",
    [
      .body(
        "_ z: [Double]) -> [Double]", "  return [v * 2 for v in z]",
        mends: "  return z.map { v in v * 2 }"),
      .body(
        "_ z: [Double]) -> [Double]", "  return [z[i] for i in range(2)]",
        mends: "  return (0..<2).map { i in z[i] }"),
      .body(
        "_ z: [Double]) -> [Double]", "  return [v for v in z if v > 0]",
        mends: "  return z.filter { v in v > 0 }.map { v in v }"),
    ]
  ) { complaint in
    let line = complaint.line
    guard let loop = line.range(of: " for "),
      let inside = line.range(of: " in ", from: loop.upperBound),
      let opening = line.characters[..<loop.lowerBound].lastIndex(of: "["),
      opening == line.characters[..<loop.lowerBound].lastIndex(where: { "[{".contains($0) })
        || line.bracket(openingAt: opening).map({ $0 > inside.upperBound }) == true
    else { return nil }
    let start = line.characters.indices.first {
      line.characters[$0] == "[" && (line.bracket(openingAt: $0) ?? 0) > inside.upperBound
    }
    guard let start, let end = line.bracket(openingAt: start) else { return nil }
    let name = line.text(loop.upperBound..<inside.lowerBound)
    var source = line.text(inside.upperBound..<end)
    var filter = ""
    if let test = source.firstRange(of: " if ") {
      filter = ".filter { \(name) in \(source[test.upperBound...]) }"
      source = String(source[..<test.lowerBound])
    }
    if source.hasPrefix("range("), source.hasSuffix(")") {
      source = "(0..<\(source.dropFirst(6).dropLast()))"
    }
    return complaint.mended(
      "A list made of another is a map: list.map { entry in … }", start..<(end + 1),
      with: "\(source)\(filter).map { \(name) in \(line.text((start + 1)..<loop.lowerBound)) }")
  }

  private static let lambda = CompilerAdvice(
    "lambda",
    [
      .body(
        "_ z: [Double]) -> [Double]", "  let g = lambda v: v * 2\n  return z.map(g)",
        mends: "  let g = { (v: Double) in v * 2 }")
    ]
  ) { complaint in
    let line = complaint.line
    guard let word = line.range(ofWord: "lambda"),
      let colon = line.range(of: ":", from: word.upperBound)
    else { return nil }
    let names = line.pieces(of: word.upperBound..<colon.lowerBound).map { line.text($0) }
    let body = line.text(colon.upperBound..<line.count).drop { $0 == " " }
    let typed = names.map { "\($0): Double" }.joined(separator: ", ")
    return complaint.mended(
      "A function without a name stands in braces, its parameters before 'in'",
      word.lowerBound..<line.count, with: "{ (\(typed)) in \(body) }")
  }

  private static let comment = CompilerAdvice(
    "comment",
    [
      .body("_ x: Double) -> Double", "  # the slope\n  return x", mends: "  // the slope"),
      .body("_ x: Double) -> Double", "  return x  # the slope", mends: "  return x  // the slope"),
    ]
  ) { complaint in
    let line = complaint.line
    guard let sign = line.characters.firstIndex(of: "#"),
      sign + 1 < line.count, line.characters[sign + 1] == " " || sign == line.margin.count,
      !line.text.contains("#if"), !line.text.contains("#end"), !line.text.contains("\"")
    else { return nil }
    return complaint.mended("A comment begins with //", about: "#", sign..<(sign + 1), with: "//")
  }

  private static let elif = CompilerAdvice(
    "elif",
    [
      .body(
        "_ x: Double) -> Double",
        "  if x > 0 { return 1 }\n  elif x < 0 { return 2 }\n  return 0",
        mends: "  else if x < 0 { return 2 }")
    ]
  ) { complaint in
    guard let word = complaint.line.range(ofWord: "elif") else { return nil }
    return complaint.mended("Swift writes 'elif' as 'else if'", word, with: "else if")
  }

  private static let logic = CompilerAdvice(
    "and-or-not",
    [
      .body(
        "_ x: Double) -> Double", "  if x > 0 and x < 1 { return 1 }\n  return 0",
        mends: "  if x > 0 && x < 1 { return 1 }"),
      .body(
        "_ x: Double) -> Double", "  if x > 0 or x < -1 { return 1 }\n  return 0",
        mends: "  if x > 0 || x < -1 { return 1 }"),
      .body(
        "_ x: Double) -> Double", "  if not (x > 0) { return 1 }\n  return 0",
        mends: "  if !(x > 0) { return 1 }"),
    ]
  ) { complaint in
    let line = complaint.line
    let isAbout = ["and", "or", "not"].contains { line.range(ofWord: $0) != nil }
    guard isAbout, !line.text.contains("\"") else { return nil }
    return complaint.mended(
      "Swift writes 'and', 'or' and 'not' as &&, || and !",
      line.text.replacing(" and ", with: " && ").replacing(" or ", with: " || ")
        .replacing("not (", with: "!(").replacing("not ", with: "!"))
  }

  private static let block = CompilerAdvice(
    "colon-block",
    [
      .body(
        "_ x: Double) -> Double", "  if x > 0:\n    return 1\n  return 0",
        mends: "  if x > 0 {\n    return 1\n  }"),
      .body(
        "_ z: [Double]) -> Double", "  var s = 0.0\n  for v in z:\n    s += v\n  return s",
        mends: "  for v in z {\n    s += v\n  }"),
    ]
  ) { complaint in
    let text = complaint.line.text.reversed().drop { $0 == " " }.reversed()
    guard text.last == ":", let head = complaint.line.word(at: complaint.line.margin.count),
      ["if", "for", "while", "else"].contains(complaint.line.text(head))
    else { return nil }
    let margin = complaint.line.margin
    let body = complaint.program.dropFirst(complaint.error.line).prefix { row in
      CodeLine(row).margin.count > margin.count
    }
    let lines = [String(text.dropLast()) + " {"] + body.map(String.init) + ["\(margin)}"]
    return CompilerAdvice.Remedy(
      subject: "colon", sentence: "What belongs together stands in braces, not behind a colon",
      lines: complaint.error.line...(complaint.error.line + body.count),
      mended: lines.joined(separator: "\n"))
  }

  private static let increment = CompilerAdvice(
    "increment",
    [
      .body(
        "_ z: [Double]) -> Int", "  var i = 0\n  while i < z.count { i++ }\n  return i",
        mends: "  while i < z.count { i += 1 }")
    ]
  ) { complaint in
    for (sign, swift) in [("++", " += 1"), ("--", " -= 1")]
    where complaint.fits("cannot find operator '\(sign)' in scope") != nil {
      return complaint.mended(
        "Counting on is '\(swift.dropFirst())'", complaint.place..<(complaint.place + 2),
        with: swift)
    }
    return nil
  }

  private static let matrixProduct = CompilerAdvice(
    "matrix-product",
    [
      .body(
        "_ W: [[Double]], _ x: [Double]) -> [Double]", "  let z = W @ x\n  return z",
        mends: "  let z = W.map { row in zip(row, x).map(*).reduce(0, +) }")
    ]
  ) { complaint in
    let line = complaint.line
    guard let sign = line.range(of: "@"), sign.lowerBound > line.margin.count,
      let left = line.operand(before: sign.lowerBound, of: "*"),
      let right = line.operand(after: sign.upperBound, of: "*")
    else { return nil }
    let (matrix, vector) = (line.text(left), line.text(right))
    return complaint.mended(
      "Swift has no '@': a matrix times a vector is, for every row, the sum of the products",
      left.lowerBound..<right.upperBound,
      with: Elementwise.product(
        matrix, complaint.shape(of: matrix), vector, complaint.shape(of: vector)))
  }

  private static let slice = CompilerAdvice(
    "slice",
    [
      .body("_ z: [Double]) -> [Double]", "  return z[0:2]", mends: "  return Array(z[0..<2])"),
      .body("_ z: [Double]) -> [Double]", "  return z[1:]", mends: "  return Array(z[1...])"),
      .body(
        "_ z: [Double]) -> [Double]", "  return z[0..<2]", mends: "  return Array(z[0..<2])"),
    ]
  ) { complaint in
    let line = complaint.line
    let isOfSlice = complaint.error.message.contains("type 'ArraySlice<")
    for opening in line.characters.indices where line.characters[opening] == "[" && opening > 0 {
      guard let closing = line.bracket(openingAt: opening),
        let list = line.operand(before: opening, of: "*")
      else { continue }
      let inner = line.text((opening + 1)..<closing)
      let parts = inner.split(separator: ":", omittingEmptySubsequences: false)
      let range: String
      if isOfSlice, inner.contains("..") {
        range = inner
      } else if parts.count == 2, !isOfSlice, !inner.contains("..") {
        range = parts[1].isEmpty ? "\(parts[0])..." : "\(parts[0])..<\(parts[1])"
      } else {
        continue
      }
      return complaint.mended(
        "A part of a list is list[a..<b], and Array(…) makes a list of it again",
        list.lowerBound..<(closing + 1), with: "Array(\(line.text(list))[\(range)])")
    }
    return nil
  }

  private static let quotes = CompilerAdvice(
    "quotes",
    [
      .body("_ x: Double) -> Double", "  print('hi')\n  return x", mends: "  print(\"hi\")")
    ]
  ) { complaint in
    guard complaint.fits("single-quoted string literal found") != nil else { return nil }
    return complaint.mended(
      "A text stands in double quotes", complaint.line.text.replacing("'", with: "\""))
  }

  private static let formatted = CompilerAdvice(
    "f-string",
    [
      .body(
        "_ x: Double) -> Double", "  print(f\"x = {x}\")\n  return x",
        mends: "  print(\"x = \\(x)\")"),
      .body(
        "_ x: Double) -> Double", "  print(\"x = \" + x)\n  return x",
        mends: "  print(\"x = \" + \"\\(x)\")"),
    ]
  ) { complaint in
    let line = complaint.line
    let sentence = "Inside a text, a value stands in \\( )"
    if let start = line.range(of: "f\""),
      let end = line.characters[start.upperBound...].firstIndex(of: "\"")
    {
      let text = line.text(start.upperBound..<end).replacing("{", with: "\\(")
        .replacing("}", with: ")")
      return complaint.mended(sentence, start.lowerBound..<(end + 1), with: "\"\(text)\"")
    }
    guard
      complaint.fits("binary operator '+' cannot be applied to operands of type 'String' and '*'")
        != nil, let term = line.operand(after: complaint.place + 1, of: "*")
    else { return nil }
    return complaint.mended(sentence, term, with: "\"\\(\(line.text(term)))\"")
  }

  private static let enumerated = CompilerAdvice(
    "enumerate",
    [
      .body(
        "_ z: [Double]) -> [Double]",
        "  var r = z\n  for i, v in enumerate(z) { r[i] = 2 * v }\n  return r",
        mends: "  for (i, v) in z.enumerated() { r[i] = 2 * v }"),
      .body(
        "_ z: [Double], _ y: [Double]) -> Double",
        "  var s = 0.0\n  for a, b in zip(z, y) { s += a * b }\n  return s",
        mends: "  for (a, b) in zip(z, y) { s += a * b }"),
    ]
  ) { complaint in
    guard complaint.fits("expected 'in' after for-each pattern") != nil,
      let loop = complaint.line.range(of: "for "),
      let inside = complaint.line.range(of: " in ", from: loop.upperBound)
    else { return nil }
    var rest = complaint.line.text(inside.upperBound..<complaint.line.count)
    if rest.hasPrefix("enumerate("), let call = CodeLine(rest).call(at: 0) {
      let line = CodeLine(rest)
      let list = call.arguments.first.map { line.text($0) } ?? ""
      rest = line.replacing(call.whole, with: "\(list).enumerated()")
    }
    return complaint.mended(
      "Two names of a loop stand in brackets, and enumerate(z) is z.enumerated()",
      loop.upperBound..<complaint.line.count,
      with: "(\(complaint.line.text(loop.upperBound..<inside.lowerBound))) in \(rest)")
  }

  private static let decorated = CompilerAdvice(
    "unicode-operator",
    [
      .body("_ x: Double) -> Double", "  return x − 1", mends: "  return x - 1"),
      .body("_ x: Double) -> Double", "  return x · 2", mends: "  return x * 2"),
    ]
  ) { complaint in
    let signs: [(Character, String)] = [
      ("−", "-"), ("–", "-"), ("·", "*"), ("×", "*"), ("÷", "/"), ("⋅", "*"), ("∗", "*"),
    ]
    var text = complaint.line.text
    guard signs.contains(where: { text.contains($0.0) }) else { return nil }
    for (sign, ascii) in signs { text = text.replacing(String(sign), with: ascii) }
    return complaint.mended("Operators are those of the keyboard: + - * /", text)
  }
}
