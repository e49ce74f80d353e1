import Formulas
import LocatedJSON
import Reports
import TestSupport
import Testing

@testable import Answers

@Suite("Values as typed")
struct TypedValueTests {
  @Test(
    "A number is read with the place of its last digit; arithmetic is exact",
    arguments: [
      ("0.50", 0.5, -2), ("1e-3", 0.001, -3), ("−0.5622", -0.5622, -4), ("5.", 5, 0),
      (".5", 0.5, -1), ("+0.5", 0.5, -1), ("- 0.5", -0.5, -1), ("1.50E+3", 1500, 1),
      ("−1.5e−3", -0.0015, -4), ("120", 120, 0), ("0", 0, 0), ("-0", -0.0, 0), ("(0.25)", 0.25, -2),
      ("0.12345678901234567", 0.12345678901234567, -17), ("1e22", 1e22, 22), ("1e23", 1e23, 23),
      ("1.7976931348623157e308", 1.7976931348623157e308, 292), ("2.5e-308", 2.5e-308, -309),
      ("1e-400", 0, -400), ("1/3", 1.0 / 3, nil), ("0.25*0.8", 0.25 * 0.8, nil),
      ("2^10", 1024, nil), ("-2^2", -4, nil), ("2^-1", 0.5, nil), ("3² + 1", 10, nil),
      ("(1 + 2) * (3 - 4)/2", -1.5, nil), ("2·3×4÷8", 3, nil), ("\"1/4\"", 0.25, nil),
      ("-log(1/8)", 2.0794415416798357, nil), ("2*sqrt(0.25)", 1, nil), ("σ(0)", 0.5, nil),
    ] as [(String, Double, Int?)])
  func numbers(_ text: String, _ number: Double, lastDigit: Int?) throws {
    let value = try Submission(answers: "a = \(text)").value().get()
    #expect(value == TypedValue(Tensor(number), lastDigits: [lastDigit]))
  }

  @Test(
    "Lists are read as vectors and matrices",
    arguments: [
      ("[0.5]", Tensor([0.5]), [-1]), ("[0.5, 1/2, -3]", Tensor([0.5, 0.5, -3]), [-1, nil, 0]),
      ("[ [1,2] , [3,4.0] ]", Tensor(rows: [[1, 2], [3, 4]]), [0, 0, 0, -1]),
      ("[[1], [2]]", Tensor(rows: [[1], [2]]), [0, 0]),
      ("[[1/2, 2]]", Tensor(rows: [[0.5, 2]]), [nil, 0]),
      ("[\"1/2\", “2”]", Tensor([0.5, 2]), [nil, 0]),
      ("[0.5,\u{A0}−1]", Tensor([0.5, -1]), [-1, 0]),
    ] as [(String, Tensor, [Int?])])
  func lists(_ text: String, _ tensor: Tensor, _ lastDigits: [Int?]) throws {
    let value = try Submission(answers: "a = \(text)").value().get()
    #expect(value == TypedValue(tensor, lastDigits: lastDigits))
  }

  @Test("What cannot be read is said with its place", arguments: unreadable)
  func faults(_ text: String, _ column: Int, _ message: String) throws {
    let submission = try Submission(answers: "a = \(text)")
    guard case .failure(let fault) = submission.value() else {
      Issue.record("\(text) was read as a value")
      return
    }
    let sentence = submission.sentence(fault).text
    #expect(sentence == "Line 1, column \(column): \(message)")
  }

  private static func notANumber(_ text: String, _ reason: String) -> String {
    "'\(text)' cannot be read as a number or a list of numbers: \(reason)."
  }

  private static let onlyArithmetic =
    "a number is expected here; arithmetic with + - * / ^ is worked out."
  private static let decimals =
    "a ',' may only stand in a list or between arguments; decimals are written 0.5"

  private static let unreadable: [(String, Int, String)] = [
    ("0,56", 6, notANumber("0,56", decimals)),
    ("0.5,", 8, notANumber("0.5,", decimals)),
    ("0.5;", 8, notANumber("0.5;", "leave out the ';' at the end")),
    ("[0.5, 1] ;", 14, notANumber("[0.5, 1] ;", "leave out the ';' at the end")),
    (
      "[1, 2; 3, 4]", 10,
      notANumber("[1, 2; 3, 4]", "';' has no meaning here; a matrix is written [[1, 2], [3, 4]]")
    ),
    ("０.５", 5, notANumber("０.５", "digits are written 0 to 9, as in 0.5")),
    ("٣", 5, notANumber("٣", "digits are written 0 to 9, as in 0.5")),
    ("[0.5, ", 10, notANumber("[0.5,", "expected a value after ',', but the formula ends")),
    (
      "[0.5, 1", 12,
      notANumber("[0.5, 1", "expected ']' before the end, to close the '[' of column 1")
    ),
    ("0.5]", 8, notANumber("0.5]", "']' closes nothing")),
    ("0.5 0.6", 9, notANumber("0.5 0.6", "expected an operator between '0.5' and '0.6'")),
    ("[1, 2,]", 11, notANumber("[1, 2,]", "expected a value after ',', but there is ']'")),
    ("[]", 5, notANumber("[]", "a list needs at least one entry")),
    ("56%", 7, notANumber("56%", "'%' has no meaning here; 5% is written 0.05")),
    (
      "z1 = 0.5", 8,
      notANumber("z1 = 0.5", "'=' gives nothing a value here; a comparison is written ==")
    ),
    (
      "0.5 < 1", 5,
      "a number is expected here; arithmetic with + - * / ^ is worked out."
    ),
    ("1e400", 5, notANumber("1e400", "1e400 is too large for a number")),
    ("NaN", 5, "'NaN' is not a number that can be right."),
    ("[1, -inf]", 10, "'inf' is not a number that can be right."),
    ("Infinity", 5, "'Infinity' is not a number that can be right."),
    ("∞", 5, notANumber("∞", "'∞' has no meaning here")),
    ("true", 5, "a number is expected here, but 'true' is a name."),
    ("a1", 5, "a number is expected here, but 'a1' is a name."),
    ("2*x", 7, "a number is expected here, but 'x' is a name."),
    (
      "softmax(2)", 5,
      "a number is expected here; of functions exp, log, sqrt, abs, tanh and sigmoid of one number are worked out."
    ),
    ("log(-1)", 5, "log(-1) is not a finite number."),
    ("3x4", 6, notANumber("3x4", "a shape is written [3, 4], a product 3*4")),
    ("5x10+8x3", 6, notANumber("5x10+8x3", "write 5 * 10 + 8 * 3")),
    ("3x", 6, notANumber("3x", "a number is asked for here, not a formula")),
    ("3(1+2)", 6, notANumber("3(1+2)", "write 3 * (1 + 2)")),
    ("154 multiply-adds", 9, notANumber("154 multiply-adds", "type the number alone: 154")),
    ("epoch 10", 11, notANumber("epoch 10", "type the number alone: 10")),
    ("[1, 2].T", 5, onlyArithmetic),
    ("2 * [1, 2]", 9, onlyArithmetic),
    ("2 @ 3", 5, "@ multiplies matrices; between numbers write *."),
    ("1/0", 5, "1 / 0 is not a finite number."),
    ("[1, 0/0]", 9, "0 / 0 is not a finite number."),
    ("(-8)^(1/3)", 5, "(-8)^(1 / 3) is not a finite number."),
    ("10^400 - 10^400", 5, "10^400 is not a finite number."),
    (
      "[[1, 2], [3]]", 14,
      "the rows of a matrix must be equally long: the first entry is a vector of 2, "
        + "this one a vector of 1."
    ),
    (
      "[1, [2]]", 9,
      "the rows of a matrix must be equally long: the first entry is a number, "
        + "this one a vector of 1."
    ),
    ("[[[1]]]", 5, "a value has at most rows and columns."),
  ]

  @Test("A value of a million entries is read, one more is not")
  func millionEntries() throws {
    let row = "[" + Array(repeating: "0.25", count: 1000).joined(separator: ", ") + "]"
    let rows = Array(repeating: row, count: 1000).joined(separator: ",\n")
    let value = try Submission(answers: "a = [\(rows)]").value().get()
    #expect(
      value.tensor
        == Tensor(shape: .matrix(1000, 1000), entries: .init(repeating: 0.25, count: 1_000_000)))
    #expect(throws: AnswerFault.self) {
      try Submission(answers: "a = [\(rows),\n\(row)]").value().get()
    }
  }

  @Test("Numbers in full precision are read at any length")
  func fullPrecision() throws {
    let entries = (1...2000).map { 1 / Double($0) }
    let text = entries.map { "\($0)" }.joined(separator: ", ")
    #expect(
      try Submission(json: "{\"answers\": {\"a\": [\(text)]}}").value().get().tensor
        == Tensor(entries))
  }

  @Test("Nesting and names without end are refused in a short sentence")
  func endless() throws {
    for text in [
      String(repeating: "[", count: 100_000), String(repeating: "(", count: 300) + "1",
      String(repeating: "x", count: 9000), "1 " + String(repeating: "2", count: 9000),
      "1/0" + String(repeating: "*1", count: 190), String(repeating: "-", count: 400) + "1",
    ] {
      guard case .failure(let fault) = try Submission(answers: "a = \(text)").value() else {
        Issue.record("\(text.prefix(20)) was read as a value")
        return
      }
      #expect(fault.message.text.count < 350)
    }
  }

  @Test(
    "A value serves in another shape of as many entries where its order is clear",
    arguments: [
      (Shape.scalar, Shape.vector(1), true), (.scalar, .matrix(1, 1), true),
      (.vector(1), .scalar, true), (.matrix(1, 1), .vector(1), true),
      (.vector(3), .matrix(1, 3), true), (.vector(3), .matrix(3, 1), true),
      (.matrix(1, 3), .vector(3), true), (.matrix(3, 1), .vector(3), true),
      (.matrix(2, 2), .matrix(2, 2), true), (.matrix(1, 3), .matrix(3, 1), false),
      (.matrix(2, 3), .matrix(3, 2), false), (.matrix(2, 2), .vector(4), false),
      (.vector(4), .matrix(2, 2), false), (.vector(3), .vector(2), false),
      (.scalar, .vector(2), false),
    ])
  func shapes(_ typed: Shape, _ asked: Shape, serves: Bool) {
    let entries = (0..<typed.count).map(Double.init)
    let value = TypedValue(
      Tensor(shape: typed, entries: entries), lastDigits: entries.indices.map { -$0 })
    let fitted = value.fitted(to: asked)
    #expect(
      fitted
        == (serves
          ? TypedValue(Tensor(shape: asked, entries: entries), lastDigits: value.lastDigits) : nil))
  }
}
