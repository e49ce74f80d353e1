import Formulas
import LocatedJSON

/// A step as the file has it, before its formulas mean anything.
struct StepNote {
  let name: LocatedString
  let kind: any AnswerKind.Type
  let object: ObjectReader
  let formula: LocatedString?

  /// The name as formulas know it.
  var canonicalName: String { Formula.canonicalName(name.text) }

  init?(_ value: LocatedValue, kinds: [any AnswerKind.Type], report: ProblemReport) {
    guard let kind = StepNote.kind(of: value, kinds, report) else { return nil }
    guard
      let object = ObjectReader(
        value, describing: "a step of kind '\(kind.name)'", keys: StepKeys.common + kind.keys,
        report: report),
      let name: LocatedString = object.required(StepKeys.name)
    else { return nil }
    guard Formula.isName(name.text) else {
      report.report(
        "'\(name.text)' cannot be a name; a name is a letter, then letters, digits and '_'",
        at: name.range)
      return nil
    }
    self.name = name
    self.kind = kind
    self.object = object
    let hasFormula = kind.keys.contains(StepKeys.formula)
    formula = hasFormula ? object.optional(StepKeys.formula) : nil
  }

  private static func kind(
    of value: LocatedValue, _ kinds: [any AnswerKind.Type], _ report: ProblemReport
  ) -> (any AnswerKind.Type)? {
    guard let word = value["kind"] else {
      return kinds.first
    }
    guard case .string(let name) = word.kind else {
      report.report("'kind' must be a string", at: word)
      return nil
    }
    if let kind = kinds.first(where: { $0.name == name }) { return kind }
    let known = kinds.map { $0.name }
    let advice =
      Spelling.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
      ?? "it is one of \(known.joined(separator: ", "))"
    report.report("there is no kind of answer '\(name)'; \(advice)", at: word)
    return nil
  }
}
