import Answers
import Formulas
import LocatedJSON

/// Reads what a student typed as a formula over the names that are allowed.
struct FormulaReader {
  private let bench: FormulaBench

  init(_ bench: FormulaBench) {
    self.bench = bench
  }

  /// A formula that was read, and how to try it.
  struct Result {
    let formula: Formula
    let trial: FormulaTrial
    /// Whether it was brought into the spelling of formulas first.
    var isRespelled = false
  }

  /// - Throws: What cannot be read or used, with its place in the submission.
  func read(_ answer: Answer, of submission: Submission) throws(AnswerFault) -> Result {
    let text = submission.text(of: answer).withoutQuotes
    do {
      return try read(text)
    } catch {
      if let result = try respelled(text, at: answer.range.lowerBound) { return result }
      // What else the formula's own spelling lacks is in order where names may stand side by side.
      if let advice = adviceOnProducts(in: text) {
        throw AnswerFault("\(visible: advice)", at: answer.range.lowerBound)
      }
      let offset = submission.source.offset(error.range.lowerBound, after: answer.range)
      throw AnswerFault("\(visible: error.message.shortened)", at: offset)
    }
  }

  /// How a product of two names is written that stand side by side; nil where none do.
  private func adviceOnProducts(in text: String) -> String? {
    let program = bench.builder.build()
    guard text.utf8.count <= Formula.longest,
      let (first, second) = FormulaSpelling.sideBySide(
        in: text, isKnown: { program.slot(named: $0) != nil }),
      let left = program.slot(named: first).map({ program.shape(of: $0).rank }),
      let right = program.slot(named: second).map({ program.shape(of: $0).rank })
    else { return nil }
    return .product(of: first, second, ranks: (left, right))
  }

  private func read(_ text: String) throws(FormulaError) -> Result {
    let formula = try Formula(text, functions: bench.functions)
    try checkNames(in: formula.expression)
    return Result(formula: formula, trial: try bench.trial(formula))
  }

  /// The formula where it is in LaTeX, Python or the notation of a blackboard; nil where it is not.
  ///
  /// - Throws: Both readings, where two are possible.
  private func respelled(_ text: String, at offset: Int) throws(AnswerFault) -> Result? {
    guard text.utf8.count <= Formula.longest else { return nil }
    let program = bench.builder.build()
    switch FormulaSpelling.reading(of: text, isKnown: { program.slot(named: $0) != nil }) {
    case .ambiguous(let one, let other):
      throw AnswerFault(.twoReadings(text, one, other), at: offset)
    case .formulas(let sides):
      var results: [Result] = []
      for side in sides {
        guard var result = try? read(side) else { continue }
        result.isRespelled = true
        results.append(result)
      }
      // Two formulas that are said to be equal are two answers, unless they are the same.
      guard let first = results.first else { return nil }
      if let other = results.first(where: { $0.formula != first.formula }) {
        throw AnswerFault(.twoReadings(text, first.formula.text, other.formula.text), at: offset)
      }
      return first
    }
  }

  private func checkNames(in expression: Expression) throws(FormulaError) {
    var waiting = [expression]
    while let part = waiting.popLast() {
      switch part.node {
      case .name(let name)
      where bench.builder.slot(named: name) == nil && Formula.constant(named: name) == nil:
        throw FormulaError(.unknownName(name, allowed), at: part.range)
      case .gradient: throw FormulaError(.noGradients, at: part.range)
      default: break
      }
      waiting += part.children.reversed()
    }
  }

  /// The variables, then the given values.
  private var allowed: [String] {
    let program = bench.builder.build()
    return bench.inputs.variables.map { program.name(of: $0) } + bench.functions
      + bench.inputs.givens.map { program.name(of: $0.slot) }
  }
}

// MARK: - Messages

extension String {
  fileprivate static let noGradients =
    "grad and numgrad differentiate for you; write the derivative out"

  fileprivate static func unknownName(_ name: String, _ allowed: [String]) -> String {
    let list = allowed.count > 12 ? Array(allowed.prefix(12)) + ["more"] : allowed
    let unknown = "unknown name \(Quotation(name))"
    let rule = "a formula here may use \(list.joinedAsWords)"
    let near = Spelling.nearest(to: name, among: allowed)
    guard let near else { return "\(unknown); \(rule)" }
    return "\(unknown); did you mean '\(near)'? A\(rule.dropFirst())"
  }

  fileprivate static func product(
    of first: String, _ second: String, ranks: (Int, Int)
  ) -> String {
    let product =
      switch ranks {
      case (0, _), (_, 0): "for their product write \(first) * \(second)"
      case (1, 1):
        "write dot(\(first), \(second)), outer(\(first), \(second)) or \(first) * \(second)"
      default: "for their matrix product write \(first) @ \(second)"
      }
    return "an operator is missing between '\(first)' and '\(second)'; \(product)"
  }

  /// A reason may quote what was typed, at any length.
  fileprivate var shortened: String { count > 200 ? prefix(200) + "…" : self }
}
