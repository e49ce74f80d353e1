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
  /// The givens that are drawn for each student.
  var draws: [Draw] = []
  var choices: [Exercise.Choice] = []
  /// Helpers that are not placed yet, in the order of the file.
  var helpers: [Helper] = []
  /// Steps' own formulas for values that the network block would define.
  var overridingFormulas: [String: LocatedString] = [:]
  /// Names whose values could not be defined, so that nothing is said of what uses them.
  var brokenNames: Set<String> = []
  /// The names of the steps read so far.
  var askedNames: Set<String> = []
  /// What the values of the network are, as far as they are there.
  var quantities = Quantities()
  /// The texts with gaps.
  var passages: PassageItems
  private let networkNames: Set<String>

  init(report: ProblemReport, indexBase: Int, network: NetworkExpansion?) {
    self.report = report
    self.network = network
    passages = PassageItems(report: report)
    networkNames = Set((network?.definitions ?? []).map { $0.name })
    builder = ProgramBuilder(indexBase: indexBase)
  }

  // MARK: Values from outside

  mutating func declareGivens(_ value: LocatedValue?) {
    let drawn = Set((network?.block.draws ?? []).compactMap { network?.quantity(of: $0.target) })
    for given in network?.givens ?? [] {
      let known = drawn.contains(given.quantity) ? nil : given.value
      let slot = builder.input(given.name, given.value.shape, knownValue: known)
      quantities.enter(given.quantity, for: slot)
      givens.append((slot, given.value))
    }
    guard let members = members(of: value, "'given'") else { return }
    for member in members where isNewName(member) {
      if member.value.isRandom {
        declareDraw(member)
        continue
      }
      guard let tensor = Tensor(member.value, calling: "'\(member.name)'", report: report) else {
        brokenNames.insert(Formula.canonicalName(member.name))
        continue
      }
      givens.append((builder.input(member.name, tensor.shape, knownValue: tensor), tensor))
    }
  }

  /// Declares a given that is drawn for each student, so that its number is nobody's yet.
  private mutating func declareDraw(_ member: LocatedMember) {
    guard
      let random = RandomValue(
        member.value, calling: "'\(member.name)'", shape: .scalar, report: report)
    else {
      brokenNames.insert(Formula.canonicalName(member.name))
      return
    }
    let slot = builder.input(member.name, random.shape)
    givens.append((slot, random.placeholder))
    draws.append(Draw(random: random, target: .given(slot), place: member.value.range))
  }

  mutating func declareChoices(_ value: LocatedValue?) {
    for choice in network?.choices ?? [] {
      let slot = builder.input(choice.name, choice.shape)
      quantities.enter(choice.quantity, for: slot)
      choices.append(Exercise.Choice(name: choice.name, text: choice.text, slot: slot))
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
      let place = object.value(ChoiceKeys.shape)?.range ?? object.range
      guard let shape = Shape(sizes, at: place, report: report) else {
        brokenNames.insert(Formula.canonicalName(name.text))
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
    let canonical = Formula.canonicalName(name.text)
    // A helper that is still waiting has been reported, or what it waits for.
    if !brokenNames.contains(canonical), !isHelper(canonical) {
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
    if Function(rawValue: canonical)?.isReserved == true || ["grad", "numgrad"].contains(canonical)
    {
      report.report("'\(name)' is the name of a function", at: range)
      return false
    }
    if networkNames.contains(canonical) {
      report.report("'\(name)' is defined by the network", at: range)
      return false
    }
    if builder.slot(named: canonical) != nil || isHelper(canonical) {
      report.report("'\(name)' is defined already", at: range)
      return false
    }
    return true
  }

  /// Whether the name, as formulas know it, is that of a network's value.
  func isNetworkValue(_ name: String) -> Bool { networkNames.contains(name) }

  private func isHelper(_ name: String) -> Bool {
    helpers.contains { $0.canonicalName == name }
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

extension ValueTable {
  /// A helper of `define`, before it is defined.
  struct Helper {
    let name: LocatedString
    let formula: LocatedString
    /// The names its formula uses; none where it cannot be read.
    let uses: [String]

    /// The name as formulas know it.
    var canonicalName: String { Formula.canonicalName(name.text) }
  }
}
