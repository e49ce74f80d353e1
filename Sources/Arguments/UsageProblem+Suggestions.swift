import LocatedJSON

extension UsageProblem {
  static func notAChoice(
    _ value: String, of subject: UsageSubject, among choices: [String]
  ) -> UsageProblem {
    .notAChoice(
      value, of: subject, choices: choices,
      suggestion: Spelling.nearest(to: value, among: choices))
  }

  static func unknownSubcommand(_ name: String, among names: [String]) -> UsageProblem {
    .unknownSubcommand(name, suggestion: Spelling.nearest(to: name, among: names))
  }

  /// An unknown option, with the nearest long name; `name` is without its dashes.
  static func unknownLongOption(
    _ name: String, among options: [OptionDeclaration]
  ) -> UsageProblem {
    let nearest = Spelling.nearest(to: name, among: options.flatMap(\.longNames))
    return .unknownOption("--\(name)", suggestion: nearest.map { "--\($0)" })
  }
}
