import Testing

@testable import FunctionMarking

@Suite("Declarations of functions")
struct SignatureReadingTests {
  @Test(
    "every type that is allowed is read",
    arguments: [
      ("Int", .int), ("Bool", .bool), ("Double", .double), ("[Int]", .array(.int)),
      ("[[Bool]]", .array(.array(.bool))), ("[[[Double]]]", .array(.array(.array(.double)))),
    ] as [(String, ValueType)])
  func types(_ text: String, _ type: ValueType) throws {
    let signature = try Signature(reading: "func f(_ x: \(text)) -> \(text)")
    #expect(signature.parameters.map(\.type) == [type])
    #expect(signature.result == type)
    #expect(signature.results.map(\.type) == [type])
    #expect(signature.results.map(\.label) == [nil])
    #expect("\(type)" == text)
  }

  @Test(
    "labels are read as Swift reads them",
    arguments: [
      ("_ x: Int", nil, "x"), ("x: Int", "x", "x"), ("of x: Int", "of", "x"),
      ("in x: Int", "in", "x"), ("δ: Int", "δ", "δ"), ("_ W1: Int", nil, "W1"),
      ("_ x_2: Int", nil, "x_2"),
    ] as [(String, String?, String)])
  func labels(_ text: String, _ label: String?, _ name: String) throws {
    let parameter = try #require(
      try Signature(reading: "func f(\(text)) -> Int").parameters.first)
    #expect(parameter.label == label)
    #expect(parameter.name == name)
  }

  @Test("the parts of a tuple keep their labels and their order")
  func tuples() throws {
    let signature = try Signature(reading: "func f() -> (dW: [[Double]], db: [Double], n: Int)")
    #expect(signature.results.map(\.label) == ["dW", "db", "n"])
    #expect(signature.results.map(\.type) == [.array(.array(.double)), .array(.double), .int])
    #expect(signature.parameters.isEmpty)
    #expect(signature.result.arrayDepth == 0)
  }

  @Test(
    "a declaration is written as it is read",
    arguments: [
      "func f() -> Double", "func softmaxJacobian(_ z: [Double]) -> [[Double]]",
      "func delta(_ z: [Double], target y: Double, epoch: Int, isLast: Bool) -> Bool",
      "func g(weights W: [[[Double]]]) -> (dW: [[[Double]]], db: [[Double]])",
      "func σʹ(_ ζ: Double) -> Double",
    ])
  func roundTrip(_ text: String) throws {
    let signature = try Signature(reading: text)
    #expect("\(signature)" == text)
    #expect(try Signature(reading: "\(signature)") == signature)
  }

  @Test("spaces and line breaks mean nothing")
  func spaces() throws {
    #expect(
      try Signature(reading: "  func f (_ x :[ [Double ] ] ,y:Int)->( a : Int,b :Bool ) \n")
        == Signature(reading: "func f(_ x: [[Double]], y: Int) -> (a: Int, b: Bool)"))
  }

  /// A text, the characters at fault as `lower..<upper`, and the message.
  struct Fault: Sendable, CustomTestStringConvertible {
    let text: String
    let range: Range<Int>
    let message: String
    var testDescription: String { text }

    init(_ text: String, _ range: Range<Int>, _ message: String) {
      self.text = text
      self.range = range
      self.message = message
    }
  }

  private static let anyType = "expected Int, Bool, Double or an array of them"
  private static let tuple = ", or a tuple such as (dW: [[Double]], db: [Double])"

  private static let faults = [
    Fault("", 0..<1, "expected 'func' at the end"),
    Fault("   ", 2..<3, "expected 'func' at the end"),
    Fault("f(x: Int) -> Int", 0..<1, "expected 'func', not 'f'"),
    Fault("func", 3..<4, "expected the name of the function at the end"),
    Fault("func (x: Int) -> Int", 5..<6, "expected the name of the function, not '('"),
    Fault("func _(x: Int) -> Int", 5..<6, "a function needs a name"),
    Fault("func 2f(x: Int) -> Int", 5..<6, "expected the name of the function, not '2'"),
    Fault(
      "func repeat(x: Int) -> Int", 5..<11, "'repeat' is a word of Swift's own and no name"),
    Fault("func f<T>(x: T) -> T", 6..<7, "expected '(', not '<'"),
    Fault("func f(", 6..<7, "expected the name of a parameter or ')' at the end"),
    Fault("func f(1", 7..<8, "expected the name of a parameter or ')', not '1'"),
    Fault("func f(x: Int,) -> Int", 14..<15, "expected the name of a parameter, not ')'"),
    Fault("func f(x) -> Int", 8..<9, "expected ':' and a type, not ')'"),
    Fault("func f(x: Int y: Int) -> Int", 14..<15, "expected ',' or ')', not 'y'"),
    Fault("func f(x: Int = 1) -> Int", 14..<15, "expected ',' or ')', not '='"),
    Fault("func f(x: Int... ) -> Int", 13..<14, "expected ',' or ')', not '.'"),
    Fault(
      "func f(_: Int) -> Int", 7..<8, "a parameter needs a name by which inputs are listed"),
    Fault(
      "func f(of _: Int) -> Int", 10..<11, "a parameter needs a name by which inputs are listed"),
    Fault("func f(_ var: Int) -> Int", 9..<12, "'var' is a word of Swift's own and no name"),
    Fault("func f(a x: Int, b x: Int) -> Int", 19..<20, "there are two parameters 'x'"),
    Fault("func f(x: Float) -> Int", 10..<15, "\(anyType), not 'Float'"),
    Fault("func f(x: Int?) -> Int", 13..<14, "expected ',' or ')', not '?'"),
    Fault("func f(x: inout Int) -> Int", 10..<15, "\(anyType), not 'inout'"),
    Fault("func f(x: (a: Int, b: Int)) -> Int", 10..<11, "\(anyType), not '('"),
    Fault("func f(x: [[[[Int]]]]) -> Int", 13..<14, "arrays may be nested to depth 3"),
    Fault("func f(x: [Int) -> Int", 14..<15, "expected ']', not ')'"),
    Fault("func f(x: [Int: Int]) -> Int", 14..<15, "expected ']', not ':'"),
    Fault("func f(x: Int)", 13..<14, "expected '->' at the end"),
    Fault("func f(x: Int) throws -> Int", 15..<21, "expected '->', not 'throws'"),
    Fault("func f(x: Int) -> Void", 18..<22, "\(anyType)\(tuple), not 'Void'"),
    Fault("func f(x: Int) ->", 16..<17, "\(anyType)\(tuple) at the end"),
    Fault("func f(x: Int) -> [Void]", 19..<23, "\(anyType), not 'Void'"),
    Fault("func f() -> ()", 13..<14, "expected the label of a part, not ')'"),
    Fault("func f() -> (a: Int)", 12..<13, "a tuple has at least two parts, each with a label"),
    Fault("func f() -> (Int, Int)", 16..<17, "expected ':', not ','"),
    Fault("func f() -> (_: Int, b: Int)", 13..<14, "every part needs a label"),
    Fault("func f() -> (a: Int, a: Int)", 21..<22, "there are two parts 'a'"),
    Fault("func f() -> (a: Int b: Int)", 20..<21, "expected ',' or ')', not 'b'"),
    Fault("func f() -> (a: (b: Int, c: Int), d: Int)", 16..<17, "\(anyType), not '('"),
    Fault("func f() -> Int { 1 }", 16..<17, "expected nothing more after the result, not '{'"),
    Fault("func 🙂() -> Int", 5..<6, "expected the name of the function, not '🙂'"),
    Fault("func f(👩‍🔬: Int) -> Int", 7..<8, "expected the name of a parameter or ')', not '👩'"),
    Fault("func é🙂() -> Int", 6..<7, "expected '(', not '🙂'"),
  ]

  @Test("what is no declaration is told at its place", arguments: faults)
  func rejections(_ fault: Fault) {
    let error = #expect(throws: Signature.ReadingError.self) { try Signature(reading: fault.text) }
    #expect(error?.message == fault.message)
    #expect(error?.range == fault.range)
  }

  @Test("texts of any length are read or refused, and messages stay short")
  func longTexts() throws {
    let name = String(repeating: "a", count: 10_000)
    #expect(try Signature(reading: "func \(name)() -> Int").name == name)
    let error = #expect(throws: Signature.ReadingError.self) {
      try Signature(reading: "func f(\(name): Int, \(name): Int) -> Int")
    }
    let start = String(repeating: "a", count: 40)
    #expect(error?.message == "there are two parameters '\(start)…'")
    for hostile in ["[", "(", "🙂", "func ", "\0", "->", "a,"] {
      #expect(throws: Signature.ReadingError.self) {
        try Signature(reading: "func f(x: " + String(repeating: hostile, count: 10_000))
      }
    }
    let parameters = (0..<1000).map { "p\($0): Int" }.joined(separator: ", ")
    #expect(try Signature(reading: "func f(\(parameters)) -> Int").parameters.count == 1000)
  }
}
