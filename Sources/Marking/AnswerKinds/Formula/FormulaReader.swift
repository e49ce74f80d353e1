import Answers
import Formulas
import LocatedJSON

/// Reads what a student typed as a formula over the names that are allowed.
struct FormulaReader {
  private let bench: FormulaBench

  init(_ bench: FormulaBench) {
    self.bench = bench
  }

  /// The formula and how to try it.
  ///
  /// - Throws: What cannot be read or used, with its place in the submission.
  func read(
    _ answer: Answer, of submission: Submission
  ) throws(AnswerFault) -> (Formula, FormulaTrial) {
    do {
      let formula = try Formula(submission.text(of: answer).withoutQuotes)
      try checkNames(in: formula.expression)
      return (formula, try bench.trial(formula))
    } catch {
      let offset = submission.source.offset(error.range.lowerBound, after: answer.range)
      throw AnswerFault("\(visible: error.message.shortened)", at: offset)
    }
  }

  private func checkNames(in expression: Expression) throws(FormulaError) {
    var waiting = [expression]
    while let part = waiting.popLast() {
      switch part.node {
      case .name(let name) where bench.builder.slot(named: name) == nil:
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
    return bench.inputs.variables.map { program.name(of: $0) }
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

  /// A reason may quote what was typed, at any length.
  fileprivate var shortened: String { count > 200 ? prefix(200) + "…" : self }
}
