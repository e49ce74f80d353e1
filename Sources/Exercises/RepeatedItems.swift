import Formulas
import LocatedJSON

/// Makes of every repeated step, helper or check what it stands for.
struct RepeatedItems {
  let report: ProblemReport
  /// The repetitions of steps, by the step's name with its placeholders.
  private var ofNames: [String: Repetition] = [:]
  /// Whether some repetition could not be read, so that names are missing.
  private(set) var isBroken = false

  init(report: ProblemReport) {
    self.report = report
  }

  /// The steps, repeated ones once for each number.
  ///
  /// Steps that stand together and repeat alike are gone through together, as a loop has several
  /// lines: a1 h1 a2 h2, not a1 a2 h1 h2.
  mutating func steps(_ items: [LocatedValue]) -> [LocatedValue] {
    let repetitions = items.map { repetition(of: $0) }
    var result: [LocatedValue] = []
    var start = 0
    while start < items.count {
      guard let repetition = repetitions[start] else {
        if items[start][StepKeys.repetition.name] == nil { result.append(items[start]) }
        start += 1
        continue
      }
      let end = repetitions[start...].firstIndex { $0 != repetition } ?? items.count
      guard holds(result.count + (end - start) * repetition.count, "steps", at: items[start])
      else { return [] }
      for item in items[start..<end] {
        if let name = item[StepKeys.name.name].flatMap(String.init(json:)) {
          ofNames[name] = repetition
        }
      }
      result += filled(items[start..<end], repetition)
      start = end
    }
    return result
  }

  /// The checks; one of a repeated step's name is repeated as the step is.
  mutating func checks(_ value: LocatedValue?) -> LocatedValue? {
    guard let value, case .array(let items) = value.kind else { return value }
    var result: [LocatedValue] = []
    for item in items {
      let own = item[StepKeys.repetition.name] == nil ? nil : repetition(of: item)
      let name = item[CheckKeys.gradient.name].flatMap(String.init(json:))
      if let repetition = own ?? name.flatMap({ ofNames[$0] }) {
        guard holds(result.count + repetition.count, "checks", at: item) else { return nil }
        result += filled([item], repetition)
      } else {
        result.append(item)
      }
    }
    return LocatedValue(.array(result), range: value.range)
  }

  /// The helpers, as formulas in quotes.
  mutating func helpers(_ value: LocatedValue?) -> LocatedValue? {
    guard let value, case .object(let members) = value.kind else { return value }
    var result: [LocatedMember] = []
    for member in members {
      guard case .object = member.value.kind else {
        result.append(member)
        continue
      }
      guard
        let object = ObjectReader(
          member.value, describing: "a helper", keys: HelperKeys.all, report: report),
        let formula = object.requiredValue(HelperKeys.formula),
        object.requiredValue(HelperKeys.repetition) != nil,
        let repetition = repetition(of: member.value)
      else {
        isBroken = true
        continue
      }
      guard holds(result.count + repetition.count, "helpers", at: member.value) else { return nil }
      report.expectRepetition(of: member.nameRange.lowerBound..<member.value.range.upperBound)
      let one = LocatedMember(name: member.name, nameRange: member.nameRange, value: formula)
      result += repetition.rounds.map { placeholders($0, repetition).filled(one) }
    }
    return LocatedValue(.object(result), range: value.range)
  }

  /// Whether there are not too many of what is repeated, which is told before any is made.
  private mutating func holds(_ count: Int, _ what: String, at item: LocatedValue) -> Bool {
    if count <= SizeBounds.mostSteps { return true }
    report.report(
      "with these repetitions there are \(count) \(what); an exercise may have at most "
        + "\(SizeBounds.mostSteps)", at: item)
    isBroken = true
    return false
  }

  private func filled(
    _ items: ArraySlice<LocatedValue>, _ repetition: Repetition
  ) -> [LocatedValue] {
    for item in items { report.expectRepetition(of: item.range) }
    return repetition.rounds.flatMap { numbers in
      let placeholders = placeholders(numbers, repetition)
      return items.map { item in
        guard case .object(let members) = item.kind else { return item }
        return LocatedValue(.object(placeholders.filled(members)), range: item.range)
      }
    }
  }

  private func placeholders(_ numbers: [String: Int], _ repetition: Repetition) -> Placeholders {
    Placeholders(numbers: numbers, letters: repetition.names, report: report)
  }

  private mutating func repetition(of item: LocatedValue) -> Repetition? {
    guard let value = item[StepKeys.repetition.name] else { return nil }
    let repetition = Repetition(value, report: report)
    if repetition == nil { isBroken = true }
    return repetition
  }
}
