import TestSupport
import Testing

@testable import Formulas

@Suite("Edits of formulas")
struct EditsTests {
  @Test("The ids are those of the design, and every kind has one edit")
  func ids() {
    let ids = """
      drop-term drop-factor drop-function drop-transpose drop-power add-transpose flip-sign \
      swap-operands wrong-function wrong-argument wrong-name wrong-operation extra-factor wrong-index
      """
    #expect(EditKind.allCases.map(\.rawValue).joined(separator: " ") == ids)
    #expect(FormulaEdits.all.map { $0.kind } == EditKind.allCases)
  }

  @Test("Every edit's file is in the list")
  func registered() throws {
    let types = try ProjectFolder.types(
      in: "Sources/Formulas/Edits", conformingTo: "FormulaEditDefinition")
    #expect(
      Set(types.map { $0.prefix(1).lowercased() + $0.dropFirst() })
        == Set(EditKind.allCases.map { "\($0)" }))
  }

  @Test("Every edit's examples come out", arguments: EditKind.allCases)
  func examples(_ kind: EditKind) throws {
    let edit = try #require(FormulaEdits.all.first { $0.kind == kind })
    #expect(!edit.examples.isEmpty)
    for example in edit.examples {
      let edited = try Formula(example.edited)
      let found = Mutation.single(of: try Formula(example.formula), Vocabulary(ChapterWords()))
        .filter { $0.edits.map(\.kind) == [kind] }
      #expect(
        found.contains { $0.formula == edited }, "\(example), not in \(found.map(\.formula.text))")
    }
  }

  @Test("No edit gives the formula itself, and each result comes once", arguments: formulas)
  func results(_ text: String) throws {
    let formula = try Formula(text)
    let found = Mutation.single(of: formula, Vocabulary(ChapterWords()))
    #expect(!found.contains { $0.formula == formula })
    #expect(Set(found.map(\.formula)).count == found.count)
    #expect(found.map(\.cost) == found.map(\.cost).sorted())
    #expect(found.allSatisfy { $0.edits.count == 1 && $0.cost >= 1 })
  }

  @Test("Every result can be read back", arguments: formulas)
  func readable(_ text: String) throws {
    for mutation in Mutation.single(of: try Formula(text), Vocabulary(ChapterWords())) {
      #expect(try Formula(mutation.formula.text) == mutation.formula)
      #expect(try Formula(mutation.formula.expression.text).text == mutation.formula.text)
    }
  }

  @Test("A second edit is counted with the first, the plainer one before the other")
  func pairs() throws {
    let formula = try Formula("(W2.T @ delta2) * sigmoid'(z1)")
    let expected = try Formula("W2 @ delta2")
    let found = Mutation.single(of: formula, Vocabulary(ChapterWords()))
      .flatMap { $0.furtherEdited(Vocabulary(ChapterWords())) }.filter { $0.formula == expected }
    let kinds = Set(found.map { $0.edits.map(\.kind) })
    #expect(
      kinds.contains([.dropFactor, .dropTranspose])
        || kinds.contains([.dropTranspose, .dropFactor]))
    #expect(found.allSatisfy { $0.cost == $0.edits[0].cost + $0.edits[1].cost })
    #expect(found.allSatisfy { $0.edits[0].cost <= $0.edits[1].cost })
  }

  @Test("Deep formulas are edited without going deeper for ever")
  func depth() throws {
    let deep = String(repeating: "-(", count: 90) + "x" + String(repeating: ")", count: 90)
    let found = Mutation.single(of: try Formula(deep), Vocabulary(ChapterWords()))
    #expect(found.allSatisfy { $0.formula.expression.depth < 2 * Formula.deepest })
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

/// The values of the chapter that are mistaken for each other.
private struct ChapterWords: VocabularySource {
  func alternatives(to name: String) -> [(name: String, cost: Double)] {
    switch name {
    case "a1": [("z1", 1)]
    case "z1": [("a1", 1), ("z2", 1)]
    case "W2": [("W1", 1)]
    default: []
    }
  }

  func extraFactors(for formula: Expression) -> [(factor: Expression, cost: Double)] {
    [(Expression(.derivative(.sigmoid, Expression(.name("z2")))), 1.1)]
  }
}
