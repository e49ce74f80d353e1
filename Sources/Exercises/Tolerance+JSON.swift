import LocatedJSON

/// The keys of a tolerance.
enum ToleranceKeys {
  static let absolute = Key("absolute", "|s − r| ≤ t.")
  static let relative = Key("relative", "|s − r| ≤ t·|r|.")
  static let both = Key("both", "|s − r| ≤ absolute + relative·|r|.")
  static let decimals = Key("decimals", "One unit in the n-th decimal.")
  static let significant = Key("significant", "One unit in the n-th significant digit.")
  static let asTyped = Key(
    "asTyped", "Right as far as it was typed, to n significant digits at the least.")
  package static let all = [absolute, relative, both, decimals, significant, asTyped]
}

extension Tolerance {
  /// Reads `"exact"` or an object with one rule (or `decimals` and `significant` together).
  init?(_ value: LocatedValue, report: ProblemReport) {
    switch value.kind {
    case .string("exact"):
      self = .exact
      return
    case .string(let word):
      report.report(.neither("\(Quotation(word))"), at: value)
      return nil
    case .object: break
    default:
      report.report(.neither(value.described(in: report.source)), at: value)
      return nil
    }
    guard
      let object = ObjectReader(
        value, describing: "a tolerance", keys: ToleranceKeys.all, report: report)
    else { return nil }
    let names = object.members.map { $0.name }.filter { name in
      ToleranceKeys.all.contains { $0.name == name }
    }
    switch Set(names) {
    case ["absolute"]:
      guard let bound = object.bound(ToleranceKeys.absolute, report) else { return nil }
      self = .absolute(bound)
    case ["relative"]:
      guard let share = object.bound(ToleranceKeys.relative, report) else { return nil }
      self = .relative(share)
    case ["both"]:
      guard let inner = object.value(ToleranceKeys.both),
        let both = ObjectReader(
          inner, describing: "'both'", keys: [ToleranceKeys.absolute, ToleranceKeys.relative],
          report: report),
        let (bound, share) = both.bounds(report)
      else { return nil }
      self = .both(absolute: bound, relative: share)
    case ["decimals"]:
      guard let count = object.digits(ToleranceKeys.decimals, 0...15, report) else { return nil }
      self = .decimals(count)
    case ["significant"]:
      guard let count = object.digits(ToleranceKeys.significant, 1...15, report) else { return nil }
      self = .significant(count)
    case ["asTyped"]:
      guard let count = object.digits(ToleranceKeys.asTyped, 1...12, report) else { return nil }
      self = .asTyped(count)
    case ["decimals", "significant"]:
      let decimals = object.digits(ToleranceKeys.decimals, 0...15, report)
      let significant = object.digits(ToleranceKeys.significant, 1...15, report)
      guard let decimals, let significant else { return nil }
      self = .finest(decimals: decimals, significant: significant)
    default:
      // A key that is unknown has been reported with what it can be.
      if names.count == object.members.count { report.report(.oneRule, at: value) }
      return nil
    }
  }
}

extension ObjectReader {
  fileprivate func bound(_ key: Key, _ report: ProblemReport) -> Double? {
    guard let number: Double = required(key) else { return nil }
    if number >= 0 { return number }
    report.report("'\(key.name)' must not be negative", at: value(key)?.range ?? range)
    return nil
  }

  fileprivate func bounds(_ report: ProblemReport) -> (absolute: Double, relative: Double)? {
    let absolute = bound(ToleranceKeys.absolute, report)
    let relative = bound(ToleranceKeys.relative, report)
    guard let absolute, let relative else { return nil }
    return (absolute, relative)
  }

  fileprivate func digits(_ key: Key, _ valid: ClosedRange<Int>, _ report: ProblemReport) -> Int? {
    guard let count: Int = required(key) else { return nil }
    if valid.contains(count) { return count }
    report.report(
      "'\(key.name)' must be from \(valid.lowerBound) to \(valid.upperBound)",
      at: value(key)?.range ?? range)
    return nil
  }
}

extension String {
  fileprivate static func neither(_ found: String) -> String {
    "a tolerance is \"exact\" or an object such as {\"decimals\": 4}, not \(found)"
  }

  fileprivate static let oneRule =
    "a tolerance has one of absolute, relative, both, decimals, significant, asTyped "
    + "(decimals and significant may stand together)"
}
