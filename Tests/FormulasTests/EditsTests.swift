import TestSupport
import Testing

@testable import Formulas

@Suite("Edits of formulas")
struct EditsTests {
  @Test("The ids are those of the design, and every kind that needs no other names has one edit")
  func ids() {
    let ids = """
      drop-term drop-factor drop-function drop-transpose drop-power add-transpose flip-sign \
      swap-operands wrong-function wrong-argument wrong-name wrong-operation extra-factor wrong-index
      """
    #expect(EditKind.allCases.map(\.rawValue).joined(separator: " ") == ids)
    #expect(
      FormulaEdits.all.map { $0.kind }
        == EditKind.allCases.filter { ![.wrongArgument, .wrongName].contains($0) })
  }

  @Test("Every edit's file is in the list")
  func registered() throws {
    let types = try ProjectFolder.types(
      in: "Sources/Formulas/Edits", conformingTo: "FormulaEditDefinition")
    #expect(
      Set(types.map { $0.prefix(1).lowercased() + $0.dropFirst() })
        == Set(FormulaEdits.all.map { "\($0.kind)" }))
  }

  @Test("Every edit's examples come out", arguments: FormulaEdits.all.map { $0.kind })
  func examples(_ kind: EditKind) throws {
    let edit = try #require(FormulaEdits.all.first { $0.kind == kind })
    #expect(!edit.examples.isEmpty)
    for example in edit.examples {
      let edited = try Formula(example.edited)
      let found = try Formula(example.formula).singleEdits
        .filter { $0.edits.map(\.kind) == [kind] }
      #expect(
        found.contains { $0.formula == edited }, "\(example), not in \(found.map(\.formula.text))")
    }
  }

  @Test("No edit gives the formula itself, and each result comes once", arguments: formulas)
  func results(_ text: String) throws {
    let formula = try Formula(text)
    let found = formula.singleEdits
    #expect(!found.contains { $0.formula == formula })
    #expect(Set(found.map(\.formula)).count == found.count)
    #expect(found.map(\.cost) == found.map(\.cost).sorted())
    #expect(found.allSatisfy { $0.edits.count == 1 && $0.cost >= 1 })
  }

  @Test("Every result can be read back", arguments: formulas)
  func readable(_ text: String) throws {
    for mutation in try Formula(text).singleEdits {
      #expect(try Formula(mutation.formula.text) == mutation.formula)
      #expect(try Formula(mutation.formula.expression.text).text == mutation.formula.text)
    }
  }

  static let formulas = [
    "W1 @ x + b1", "sigmoid(z1)", "0.5 * sum(square(a2 - y))",
    "-sum(y * log(a2) + (1 - y) * log(1 - a2)) / 3",
    "(a2 - y) * sigmoid'(z2)", "(W2.T @ delta2) * sigmoid'(z1)", "outer(delta1, x)",
    "delta1 @ X.T / 4", "rowMeans(delta1)", "W1 - eta * dW1", "diag(a1) - outer(a1, a1)",
    "2 / 3 * (a2 - y)", "delta1[1] * x[2] * W2[1, 2]", "u^2", "3", "x", "-x", "grad(L, W1)",
    "correlate(X, rotate180(K), 2, 1) + b", "sum(x[2..4]) * A[:, 1]", "maxPool(z, 2) > 0.5",
    "grad(sum(G * maxPool(X, 2)), X)", "(x - mean(x)) / sqrt(variance(x) + eps)",
    "[x, 2 * x, 3]", "a1 - (b1 - (z1 - x))", "a1 / (b1 / z1)",
  ]
}
