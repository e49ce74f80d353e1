import Testing

@testable import FunctionMarking

@Suite("What a wrong program shows of itself")
struct ProgramAccountsTests {
  private let signature = Signature(
    name: "forward",
    parameters: [
      .init(label: "weights", name: "weights", type: .array(.array(.array(.double)))),
      .init(label: "biases", name: "biases", type: .array(.array(.double))),
      .init(label: "x", name: "x", type: .array(.double)),
    ], result: .array(.double))

  private func account(_ program: String, _ edit: String) -> ProgramAccounts.Account? {
    ProgramAccounts(program).account(of: [edit], signature)
  }

  @Test(
    "an own operator for powers that binds too loosely",
    arguments: [
      ("infix operator **\nfunc ** (a: Double, b: Double) -> Double { pow(a, b) }", true),
      ("infix operator **: MultiplicationPrecedence", true),
      ("infix operator ** : Power\nprecedencegroup Power { associativity: left }", true),
      ("infix operator **: BitwiseShiftPrecedence", false),
      ("precedencegroup P { higherThan: MultiplicationPrecedence }\ninfix operator **: P", false),
      ("// infix operator **\nfunc f() {}", false),
    ])
  func precedence(program: String, isLoose: Bool) {
    let found = account(program, "factor")
    #expect((found?.id == "operator-precedence") == isLoose)
    if isLoose {
      #expect(found?.isCause == true)
      #expect(found?.says.text.contains("0.5 * d ** 2") == true)
    }
    #expect(account(program, "flip-sign") == nil)
  }

  @Test(
    "lists that are put one behind the other instead of being added",
    arguments: [
      ("let z = product(weights[l], a) + biases[l]", "+ biases[l]"),
      ("let b = biases[l]\nlet z = product(w, a) + b", "+ b"),
      ("for (w, b) in zip(weights, biases) {\n  let z = product(w, a) + b\n}", "+ b"),
      ("let z = sum + biases[l][i]", nil),
      ("let z = zip(product, biases[l]).map(+)", nil),
      ("func + (a: [Double], b: [Double]) -> [Double] { [] }\nlet z = p + biases[l]", nil),
      ("let z = p // + biases[l]", nil),
    ])
  func concatenation(program: String, sum: String?) {
    let found = account(program, "no-biases")
    #expect((found != nil) == (sum != nil))
    if let sum { #expect(found?.says.text.hasPrefix("With lists, \(sum) puts") == true) }
  }
}
