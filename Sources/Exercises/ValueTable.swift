import Formulas
import LocatedJSON

/// The named values of an exercise while it is being read.
///
/// Givens and choices come first, then what the network block defines, then helpers and steps. A
/// helper is placed as soon as all it needs is there; a step may use only what stands before it.
struct ValueTable {
  let report: ProblemReport
  let network: NetworkExpansion?
  var builder: ProgramBuilder
  var givens: [(slot: Program.Slot, value: Tensor)] = []
  var choices: [Exercise.Choice] = []
  /// Helpers that are not placed yet, in the order of the file.
  var helpers: [(name: LocatedString, formula: LocatedString)] = []
  /// Steps' own formulas for values that the network block would define.
  var overridingFormulas: [String: LocatedString] = [:]
  var brokenNames: Set<String> = []

  init(report: ProblemReport, indexBase: Int, network: NetworkExpansion?) {
    self.report = report
    self.network = network
    builder = ProgramBuilder(indexBase: indexBase)
  }

  // MARK: Values from outside

  mutating func declareGivens(_ value: LocatedValue?) {
    for (name, tensor) in network?.givens ?? [] {
      givens.append((builder.input(name, tensor.shape, knownValue: tensor), tensor))
    }
    guard let members = members(of: value, "'given'") else { return }
    for member in members where isNewName(member) {
      guard let tensor = Tensor(member.value, calling: "'\(member.name)'", report: report) else {
        brokenNames.insert(Formula.canonicalName(member.name))
        continue
      }
      givens.append((builder.input(member.name, tensor.shape, knownValue: tensor), tensor))
    }
  }

  mutating func declareChoices(_ value: LocatedValue?) {
    for (name, shape, text) in network?.choices ?? [] {
      let slot = builder.input(name, shape)
      choices.append(Exercise.Choice(name: name, text: text, slot: slot))
    }
    guard let value else { return }
    guard case .array(let items) = value.kind else {
      report.report("'choose' must be a list", at: value)
      return
    }
    for item in items {
      guard
        let object = ObjectReader(
          item, describing: "a choice", keys: ChoiceKeys.all, report: report),
        let name: LocatedString = object.required(ChoiceKeys.name),
        let sizes: [Int] = object.requiredArray(ChoiceKeys.shape)
      else { continue }
      let text: String = object.optional(ChoiceKeys.text) ?? ""
      guard let shape = Shape(sizes: sizes), shape.count <= Formula.largest else {
        report.report(
          "a shape is [] for a number, [n] for a vector or [rows, columns] for a matrix",
          at: object.value(ChoiceKeys.shape)?.range ?? object.range)
        continue
      }
      guard isNewName(name.text, at: name.range) else { continue }
      let slot = builder.input(name.text, shape)
      choices.append(
        Exercise.Choice(name: Formula.canonicalName(name.text), text: text, slot: slot))
    }
  }

  // MARK: Names

  func isKnown(_ name: LocatedString) -> Bool {
    if builder.slot(named: name.text) != nil { return true }
    if !brokenNames.contains(Formula.canonicalName(name.text)) {
      report.report("unknown name '\(name.text)'", at: name.range)
    }
    return false
  }

  func isNewName(_ member: LocatedMember) -> Bool {
    isNewName(member.name, at: member.nameRange)
  }

  /// Whether a name can be given to a new value; reported where it cannot.
  func isNewName(_ name: String, at range: Range<Int>) -> Bool {
    guard Formula.isName(name) else {
      report.report(
        "'\(name)' cannot be a name; a name is a letter, then letters, digits and '_'", at: range)
      return false
    }
    let canonical = Formula.canonicalName(name)
    if Function(rawValue: canonical) != nil || ["grad", "numgrad"].contains(canonical) {
      report.report("'\(name)' is the name of a function", at: range)
      return false
    }
    if builder.slot(named: canonical) != nil {
      report.report("'\(name)' is defined already", at: range)
      return false
    }
    return true
  }

  func members(of value: LocatedValue?, _ name: String) -> [LocatedMember]? {
    guard let value else { return nil }
    if case .object(let members) = value.kind { return members }
    report.report("\(name) must be an object of names and values", at: value)
    return nil
  }

  func items(of value: LocatedValue?, _ name: String) -> [LocatedValue] {
    guard let value else { return [] }
    if case .array(let items) = value.kind { return items }
    report.report("\(name) must be a list", at: value)
    return []
  }
}
