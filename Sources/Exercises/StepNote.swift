import Formulas
import LocatedJSON

/// A step as the file has it, before its formulas mean anything.
struct StepNote {
  let name: LocatedString
  let kind: StepKind
  let value: LocatedValue
  let object: ObjectReader
  package let formula: LocatedString?
  /// Whether there is something under `formula` that is no string, which has been reported.
  let hasUnreadableFormula: Bool

  /// The name as formulas know it.
  var canonicalName: String { Formula.canonicalName(name.text) }

  init?(_ value: LocatedValue, kinds: [StepKind], report: ProblemReport) {
    guard let kind = StepNote.kind(of: value, kinds, report) else { return nil }
    guard
      let object = ObjectReader(
        value, describing: "a step of kind '\(kind.name)'", keys: StepKeys.common + kind.keys,
        report: report),
      let name: LocatedString = object.required(StepKeys.name)
    else { return nil }
    guard Formula.isName(name.text) else {
      report.report(.noName(name.text), at: name.range)
      return nil
    }
    self.name = name
    self.kind = kind
    self.value = value
    self.object = object
    // Other kinds read what stands there by themselves.
    let hasFormula = kind.asksForValue && kind.keys.contains(StepKeys.formula)
    formula = hasFormula ? object.optional(StepKeys.formula) : nil
    hasUnreadableFormula = hasFormula && formula == nil && object.value(StepKeys.formula) != nil
  }

  private static func kind(
    of value: LocatedValue, _ kinds: [StepKind], _ report: ProblemReport
  ) -> StepKind? {
    guard case .object = value.kind else {
      report.report(
        "a step must be an object, but it is \(value.described(in: report.source))", at: value)
      return nil
    }
    guard let word = value["kind"] else { return kinds.first }
    guard let name: String = report.read(word, calling: "'kind'") else { return nil }
    if let kind = kinds.first(where: { $0.name == name }) { return kind }
    let known = kinds.map { $0.name } + [PassageItems.kindName]
    let advice =
      Spelling.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
      ?? "it is one of \(known.joined(separator: ", "))"
    report.report("there is no kind of answer '\(name)'; \(advice)", at: word)
    return nil
  }
}

// MARK: - Messages

extension String {
  fileprivate static func noName(_ text: String) -> String {
    let rule = "'\(text)' cannot be a name; a name is a letter, then letters, digits and '_'"
    guard text.unicodeScalars.contains("{") else { return rule }
    return rule + "; braces are for a step with the key 'repeat'"
  }
}
