import Formulas
import LocatedJSON

extension TypedValue {
  /// Reads a number, vector or matrix whose entries may be plain arithmetic such as `1/3`.
  ///
  /// - Throws: What cannot be read, with its place in the submission.
  package static func read(
    _ answer: Answer, of submission: Submission
  ) throws(AnswerFault) -> TypedValue {
    if let scanned = ValueScanner.value(of: answer, submission) { return scanned }
    return try readArithmetic(answer, of: submission)
  }

  /// Reads what is no plain number or list of numbers.
  static func readArithmetic(
    _ answer: Answer, of submission: Submission
  ) throws(AnswerFault) -> TypedValue {
    let (range, source) = (answer.range, submission.source)
    let text = submission.text(of: answer).withoutQuotes
    let formula: Formula
    do {
      formula = try Formula(text)
    } catch {
      throw AnswerFault(
        .notANumber(text, advice(on: text) ?? error.message),
        at: source.offset(error.range.lowerBound, after: range))
    }
    do {
      return try TypedValue(working: formula.expression)
    } catch {
      throw AnswerFault(
        "\(visible: error.message)", at: source.offset(error.range.lowerBound, after: range))
    }
  }

  /// The value of a text that may be arithmetic; where it has none, nobody asks why.
  static func plain(_ text: String) throws(FormulaError) -> TypedValue {
    let scanned = Array(text.utf8).withUnsafeBufferPointer {
      ValueScanner.value($0, 0..<$0.count)
    }
    if let scanned { return scanned }
    return try TypedValue(working: Formula(text).expression)
  }

  /// What to write instead, where a reader of formulas would not guess what was meant.
  private static func advice(on text: String) -> String? {
    let scalars = text.unicodeScalars
    if scalars.contains(where: { $0.isForeignDigit }) { return .foreignDigits }
    let sides = text.split(separator: "x").map { String($0.filter { $0 != " " }) }
    if sides.count == 2, sides.allSatisfy({ Int($0) != nil }) { return .shape(sides[0], sides[1]) }
    if sides.count > 1, let product = try? Formula(sides.joined(separator: "*")),
      product.expression.names.isEmpty
    {
      return .write(product.expression.text)
    }
    if let number = numberAmongWords(text) { return .alone(number) }
    let last = scalars.last { !$0.properties.isWhitespace }
    if last == ";", scalars.count(where: { $0 == ";" }) == 1 { return .endsWithSemicolon }
    let reading = FormulaSpelling.reading(of: text) { Function(rawValue: $0.lowercased()) == nil }
    guard case .formulas(let formulas) = reading, formulas.count == 1,
      let formula = try? Formula(formulas[0]),
      case .binary = formula.expression.node
    else { return nil }
    return formula.expression.names.isEmpty ? .write(formula.expression.text) : .notAFormula
  }

  /// The one number that stands among words such as `154 multiply-adds`; nil where there is more.
  private static func numberAmongWords(_ text: String) -> String? {
    let words = FormulaWord.all(of: PastedText(text))
    let numbers = words.filter { $0.kind == .number }
    let names = words.filter { $0.kind == .name }
    // A letter or two is a quantity.
    let areWords = names.allSatisfy {
      $0.text.count > 2 && Function(rawValue: $0.text.lowercased()) == nil
    }
    let signs = words.filter { $0.kind == .sign && $0.text != "-" && $0.text != "." }
    guard numbers.count == 1, !names.isEmpty, areWords, signs.isEmpty,
      words[0].kind != .sign
    else { return nil }
    return numbers[0].text
  }

  /// The value of an expression made of numbers, arithmetic and lists.
  private init(working expression: Expression) throws(FormulaError) {
    guard case .list(let items) = expression.node else {
      let (number, lastDigit) = try TypedValue.number(expression)
      self.init(Tensor(number), lastDigits: [lastDigit])
      return
    }
    var rows: [TypedValue] = []
    for item in items { rows.append(try TypedValue(working: item)) }
    let first = rows[0].tensor.shape
    for (item, row) in zip(items, rows) where row.tensor.shape != first {
      throw FormulaError(.ragged(first, row.tensor.shape), at: item.range)
    }
    let shape: Shape
    switch first {
    case .scalar: shape = .vector(rows.count)
    case .vector(let length): shape = .matrix(rows.count, length)
    case .matrix: throw FormulaError(.tooManyDimensions, at: expression.range)
    }
    self.init(
      Tensor(shape: shape, entries: rows.flatMap { $0.tensor.entries }),
      lastDigits: rows.flatMap { $0.lastDigits })
  }

  private static func number(
    _ expression: Expression
  ) throws(FormulaError) -> (Double, lastDigit: Int?) {
    switch expression.node {
    case .number(let value, let spelling):
      return (value, lastDigit(of: spelling))
    case .negate(let inner):
      let (value, lastDigit) = try number(inner)
      return (-value, lastDigit)
    case .binary(let symbol, let left, let right) where !symbol.isComparison:
      let (a, b) = (try number(left).0, try number(right).0)
      guard let value = symbol.apply(a, b) else {
        throw FormulaError(.noMatrixProduct, at: expression.range)
      }
      return (try finite(value, expression), nil)
    case .call(let function, let arguments) where arguments.count == 1:
      guard let apply = function.onCalculator else {
        throw FormulaError(.onlyCalculator, at: expression.range)
      }
      return (try finite(apply(try number(arguments[0]).0), expression), nil)
    case .name(let name): throw FormulaError(.nameNotNumber(name), at: expression.range)
    default: throw FormulaError(.onlyArithmetic, at: expression.range)
    }
  }

  private static func finite(
    _ value: Double, _ expression: Expression
  ) throws(FormulaError) -> Double {
    if value.isFinite { return value }
    throw FormulaError(.notFinite(expression.text), at: expression.range)
  }

  /// The power of ten of the last digit of a number as typed.
  package static func lastDigit(of spelling: String) -> Int {
    let parts = spelling.lowercased().split(separator: "e", maxSplits: 1)
    let power = parts.count > 1 ? Int(String(parts[1].map { $0 == "−" ? "-" : $0 })) ?? 0 : 0
    let decimals = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    return power - (decimals.count > 1 ? decimals[1].count : 0)
  }
}

extension Unicode.Scalar {
  /// Whether this is a digit of another script, or a full-width one.
  fileprivate var isForeignDigit: Bool {
    !isASCII && properties.generalCategory == .decimalNumber
  }
}

extension String {
  /// The text with spaces for quotes, which inside a JSON list only mark arithmetic: ["1/3", 2].
  package var withoutQuotes: String {
    let quotes: Set<Unicode.Scalar> = ["\"", "“", "”"]
    guard unicodeScalars.contains(where: quotes.contains) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { quotes.contains($0) ? " " : $0 }))
  }
}

extension SourceText {
  /// The byte offset of the n-th Unicode scalar after the start of a range.
  package func offset(_ scalar: Int, after range: Range<Int>) -> Int {
    var offset = range.lowerBound
    var left = scalar
    while left > 0, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func notANumber(_ text: String, _ reason: String) -> Message {
    let words = text.drop { $0.isWhitespace }
    // A reason may quote what was typed, at any length.
    let short = String(reason.prefix(200)) + (reason.count > 200 ? "…" : "")
    return
      "\(Quotation(String(words))) cannot be read as a number or a list of numbers: \(visible: short)"
  }
}

extension String {
  fileprivate static func nameNotNumber(_ name: String) -> String {
    ["nan", "inf", "infinity"].contains(name.lowercased())
      ? "\(Quotation(name)) is not a number that can be right"
      : "a number is expected here, but \(Quotation(name)) is a name"
  }

  fileprivate static func ragged(_ first: Shape, _ other: Shape) -> String {
    "the rows of a matrix must be equally long: the first entry is \(first), this one \(other)"
  }

  fileprivate static func notFinite(_ text: String) -> String {
    "\(Quotation.shortened(text)) is not a finite number"
  }

  fileprivate static func shape(_ rows: String, _ columns: String) -> String {
    "a shape is written [\(rows), \(columns)], a product \(rows)*\(columns)"
  }

  fileprivate static func write(_ formula: String) -> String { "write \(formula)" }

  fileprivate static func alone(_ number: String) -> String { "type the number alone: \(number)" }

  fileprivate static let notAFormula = "a number is asked for here, not a formula"
  fileprivate static let foreignDigits = "digits are written 0 to 9, as in 0.5"
  fileprivate static let endsWithSemicolon = "leave out the ';' at the end"
  fileprivate static let tooManyDimensions = "a value has at most rows and columns"
  fileprivate static let noMatrixProduct = "@ multiplies matrices; between numbers write *"
  fileprivate static let onlyArithmetic =
    "a number is expected here; arithmetic with + - * / ^ is worked out"
  fileprivate static let onlyCalculator =
    "a number is expected here; of functions exp, log, sqrt, abs, tanh and sigmoid of one number are "
    + "worked out"
}
