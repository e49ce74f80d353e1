import Answers
import Exercises
import Formulas
import LocatedJSON
import Marking

/// What is done with a formula: read, written again, compiled, computed, differentiated, and handed
/// in as an answer.
enum FormulaProbe {
  /// What is put into formulas.
  static let words: [String] =
    Function.allCases.map { $0.rawValue + "(" } + [
      "x", "y", "a", "W", "A", "n", "L", "grad(", "numgrad(", "sum(A*A)", ".T", "ᵀ", "'(", "²", "⊙",
      "·", "×", "−", "σ(", "δ1", "ŷ", "^", "^2", "@", "+", "-", "*", "/", "..", ":", ",", "(", ")",
      "[", "]", "[[", "]]", "x[", "W[1, 2]", "A[:, 1]", "x[2..3]", "0", "1", "-1", "1e308",
      "1e-308",
      "999999999999999999999", "1000", "1000000", "1e6", "0.5", ".", "e", "1e", "=", "==", ">", "<",
      "\\frac{a}{y}", "np.exp(", "**", "$", "\\", "\"", "\u{0}", "é", "𝑎", "\u{202E}",
      "ones(1000, 1000)",
    ]

  private static let setting = Setting()

  /// An exercise that asks for a formula and a value, and the values that formulas are tried on.
  private struct Setting: Sendable {
    let exercise: Exercise?
    let builder: ProgramBuilder
    let givens: [(slot: Program.Slot, value: Tensor)]

    init() {
      let text = """
        { "id": "fuzz", "title": "t", "statement": "s", "given": { "u": [0.3, -0.2, 0.9] }, "steps": [
          { "name": "f", "kind": "formula", "formula": "(a - y) * n", "variables": {
            "a": { "from": 0.05, "to": 0.95 }, "y": { "from": 0, "to": 1 }, "n": { "from": 1, "to": 9, "integer": true },
            "x": { "shape": [3], "from": -1, "to": 1 }, "W": { "shape": [2, 3], "from": -1, "to": 1 } } },
          { "name": "v", "formula": "2 * u" } ] }
        """
      exercise = try? Exercise(
        reading: SourceText(name: "fuzz.json", text: text), kinds: AnswerKinds.steps)
      var builder = ProgramBuilder()
      let values: [(String, Tensor)] = [
        ("a", Tensor(0.4)), ("y", Tensor(1)), ("n", Tensor(3)), ("x", Tensor([0.5, -1, 2])),
        ("W", Tensor(shape: .matrix(2, 3), entries: [0.1, 0.2, -0.3, 0.4, -0.5, 0.6])),
        ("A", Tensor(shape: .matrix(3, 3), entries: [1, 2, 3, 4, 5, 6, 7, 8, 10])),
      ]
      givens = values.map { name, value in
        (builder.input(name, value.shape, knownValue: value), value)
      }
      self.builder = builder
    }
  }

  static func reads(_ bytes: [UInt8]) throws(FuzzFault) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    let isAnswer = handIn(text)
    guard let formula = try? Formula(text) else { return isAnswer }
    try expectSameWhenWritten(formula)
    var builder = setting.builder
    guard let slot = try? builder.define("result", formula) else { return isAnswer }
    let slope = (try? Formula("grad(result, x)")).flatMap { try? builder.side($0) }
    let program = builder.build()
    guard program.work(of: slot) <= 1_000_000 else { return true }
    var evaluation = Evaluation(program)
    for (slot, value) in setting.givens { evaluation.set(slot, to: value) }
    evaluation.run(slot)
    _ = evaluation.value(of: slot).description
    guard let slope, program.work(of: slope) <= 1_000_000 else { return true }
    evaluation.run(slope)
    _ = evaluation.value(of: slope).description
    return true
  }

  /// What is written of a formula can be read again, and is written in the same way then.
  private static func expectSameWhenWritten(_ formula: Formula) throws(FuzzFault) {
    let text = formula.expression.text
    guard text.count <= Formula.longest else { return }
    let again: Formula
    do {
      again = try Formula(text)
    } catch {
      throw FuzzFault(description: "what was written cannot be read: \(text): \(error.message)")
    }
    if again.expression.text != text {
      throw FuzzFault(description: "what was written changes: \(text) → \(again.expression.text)")
    }
  }

  /// Marks the text as an answer; whether it could be read as a formula in the student's own spelling.
  private static func handIn(_ text: String) -> Bool {
    guard let exercise = setting.exercise else { return false }
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let sheet = SourceText(name: "fuzz.answers", text: "f = \(line)\nv = \(line)\n")
    guard let submission = try? Submission(reading: sheet, as: .answers) else { return false }
    var marker = Marker(exercise)
    let feedback = marker.mark(submission)
    for step in feedback.steps { _ = step.says.texts }
    return feedback.steps.first.map { ![.unreadable, .unanswered].contains($0.status) } ?? false
  }
}
