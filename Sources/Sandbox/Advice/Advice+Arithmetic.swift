/// Lists where Swift wants numbers: it has no arithmetic for them.
extension CompilerAdvice {
  static let arithmetic = [listOperator, compound, negative, comparison, listOperand]

  private static let listOperator = CompilerAdvice(
    "list-operator",
    [
      .body(
        "_ a: [Double], _ g: [Double]) -> [Double]", "  return a * g",
        mends: "  return zip(a, g).map { $0 * $1 }"),
      .body(
        "_ z: [Double]) -> [Double]", "  let s = z.reduce(0, +)\n  return z / s",
        mends: "  return z.map { $0 / s }"),
      .body(
        "_ W: [[Double]], _ D: [[Double]]) -> [[Double]]", "  return W - D",
        mends: "  return zip(W, D).map { zip($0, $1).map { $0 - $1 } }"),
      .body(
        "_ W: [[Double]], _ x: [Double]) -> [[Double]]", "  return W - x",
        mends: "  return W.map { row in zip(row, x).map { $0 - $1 } }"),
      .body(
        "_ W: [[Double]], _ x: [Double]) -> [[Double]]",
        "  return W.indices.map { i in W[i] - x[i] }",
        mends: "  return W.indices.map { i in W[i].map { $0 - x[i] } }"),
    ]
  ) { complaint in
    guard let operation = complaint.binaryOperator, !operation.name.hasSuffix("=") else {
      return nil
    }
    return complaint.entrywise(operation)
  }

  private static let compound = CompilerAdvice(
    "list-assignment",
    [
      .body(
        "_ y: [Double], _ w0: [Double]) -> [Double]", "  var w = w0\n  w -= y\n  return w",
        mends: "  w = zip(w, y).map { $0 - $1 }"),
      .body(
        "_ w0: [Double]) -> [Double]", "  var w = w0\n  w *= 0.5\n  return w",
        mends: "  w = w.map { $0 * 0.5 }"),
    ]
  ) { complaint in
    guard let operation = complaint.binaryOperator, operation.name.hasSuffix("="),
      let left = complaint.line.operand(before: operation.range.lowerBound, of: "="),
      let right = complaint.line.operand(after: operation.range.upperBound, of: "+")
    else { return nil }
    let (target, value) = (complaint.line.text(left), complaint.line.text(right))
    let sum = Elementwise.text(
      target, operation.left ?? complaint.shape(of: target), String(operation.name.dropLast()),
      value, operation.right ?? complaint.shape(of: value))
    return complaint.mended(
      "Swift's '\(operation.name)' changes a number, not every entry of a list: make the new list "
        + "with map", left.lowerBound..<right.upperBound, with: "\(target) = \(sum)")
  }

  private static let negative = CompilerAdvice(
    "negative-list",
    [
      .body("_ z: [Double]) -> [Double]", "  return -z", mends: "  return z.map { -$0 }")
    ]
  ) { complaint in
    guard
      let found = complaint.fits("unary operator '-' cannot be applied to an operand of type '*'"),
      let shape = Complaint.Shape(type: found[0]), shape != .number,
      let term = complaint.line.term(from: complaint.place + 1)
    else { return nil }
    let list = complaint.line.text(term)
    return complaint.mended(
      "Swift's '-' takes a number; for every entry of a list, use map",
      complaint.place..<term.upperBound, with: Elementwise.map(list, shape: shape) { "-\($0)" })
  }

  private static let comparison = CompilerAdvice(
    "list-comparison",
    [
      .body(
        "_ z: [Double]) -> [Double]", "  let mask: [Double] = z > 0\n  return mask",
        mends: "  let mask: [Double] = z.map { $0 > 0 ? 1 : 0 }")
    ]
  ) { complaint in
    guard let (list, shape) = complaint.unwantedList,
      let next = complaint.line.nextCharacter(from: list.upperBound),
      "<>".contains(complaint.line.characters[next]),
      let right = complaint.line.operand(after: next + 1, of: "<")
    else { return nil }
    if complaint.holds(" ? ") {
      return complaint.told("A comparison takes numbers: compare entry by entry, inside a map")
    }
    let test = complaint.line.text(next..<right.upperBound)
    return complaint.mended(
      "A comparison takes numbers; for every entry of a list, use map",
      list.lowerBound..<right.upperBound,
      with: Elementwise.map(complaint.line.text(list), shape: shape) { "\($0) \(test) ? 1 : 0" })
  }

  private static let listOperand = CompilerAdvice(
    "list-operand",
    [
      .body("_ z: [Double]) -> [Double]", "  return 2 * z", mends: "  return z.map { 2 * $0 }"),
      .body("_ z: [Double]) -> [Double]", "  return 1 - z", mends: "  return z.map { 1 - $0 }"),
      .body("_ z: [Double]) -> [Double]", "  return z - 1", mends: "  return z.map { $0 - 1 }"),
      .body(
        "_ W: [[Double]]) -> [[Double]]", "  return 2 * W",
        mends: "  return W.map { row in row.map { 2 * $0 } }"),
    ]
  ) { complaint in
    guard let (list, shape) = complaint.unwantedList else { return nil }
    let line = complaint.line
    if let before = line.previousCharacter(before: list.lowerBound),
      "+-*/".contains(line.characters[before]), before > 0,
      line.characters[before - 1].isWhitespace
    {
      return complaint.entrywise(
        .init(name: String(line.characters[before]), range: before..<(before + 1), right: shape))
    }
    if let after = line.nextCharacter(from: list.upperBound),
      "+-*/".contains(line.characters[after])
    {
      return complaint.entrywise(
        .init(name: String(line.characters[after]), range: after..<(after + 1), left: shape))
    }
    return nil
  }
}

extension Complaint {
  /// An operator between two operands, as far as the compiler says what they are.
  struct Operation {
    let name: String
    let range: Range<Int>
    var left: Shape?
    var right: Shape?
  }

  /// The operator that cannot be applied to its operands.
  fileprivate var binaryOperator: Operation? {
    guard let found = fits("binary operator '*' cannot be applied to *") else { return nil }
    let name = found[0]
    guard ["+", "-", "*", "/", "+=", "-=", "*=", "/="].contains(name) else { return nil }
    var operation = Operation(name: name, range: place..<(place + name.count))
    if let both = Complaint.parts(of: found[1], "two '*' operands") {
      operation.left = Shape(type: both[0])
      operation.right = operation.left
    } else if let types = Complaint.parts(of: found[1], "operands of type '*' and '*'") {
      operation.left = Shape(type: types[0])
      operation.right = Shape(type: types[1])
    }
    let isOfNumbers = operation.left == .number && operation.right == .number
    return isOfNumbers || found[1].contains("String") ? nil : operation
  }

  /// The list at the place of the error, where a number is wanted.
  var unwantedList: (range: Range<Int>, shape: Shape)? {
    guard let found = fits("cannot convert value of type '*' to expected argument type '*'"),
      let shape = Shape(type: found[0]), shape != .number,
      Shape(type: found[1]) == .number || found[1] == "Decimal" || found[1] == "Int32",
      let term = line.term(from: place)
    else { return nil }
    return (term, shape)
  }

  /// The operation done entry by entry.
  fileprivate func entrywise(_ operation: Operation) -> CompilerAdvice.Remedy? {
    guard let left = line.operand(before: operation.range.lowerBound, of: operation.name),
      let right = line.operand(after: operation.range.upperBound, of: operation.name)
    else { return nil }
    let (first, second) = (line.text(left), line.text(right))
    let shapes = (operation.left ?? shape(of: first), operation.right ?? shape(of: second))
    if shapes == (.number, .number) { return nil }
    let isPair = shapes.0 != .number && shapes.1 != .number
    return mended(
      "Swift's '\(operation.name)' takes numbers, not lists: "
        + (isPair ? "pair the entries with zip and use map" : "use map for every entry"),
      left.lowerBound..<right.upperBound,
      with: Elementwise.text(first, shapes.0, operation.name, second, shapes.1))
  }
}
