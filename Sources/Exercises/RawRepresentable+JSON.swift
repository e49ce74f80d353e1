import LocatedJSON

extension RawRepresentable where RawValue == String, Self: CaseIterable {
  /// The case of that name, or a problem that lists the names.
  package init?(_ name: LocatedString, calling noun: String, _ report: ProblemReport) {
    if let found = Self(rawValue: name.text) {
      self = found
      return
    }
    let known = Self.allCases.map { $0.rawValue }
    let advice =
      Spelling.nearest(to: name.text, among: known).map { "did you mean '\($0)'?" }
      ?? "it is one of \(known.joined(separator: ", "))"
    report.report("'\(name.text)' is not \(noun); \(advice)", at: name.range)
    return nil
  }
}
