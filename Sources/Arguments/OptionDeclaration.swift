/// A flag such as `--reveal`, or an option with a value such as `--format <format>`.
package struct OptionDeclaration: Hashable, Sendable {
  /// The name the program asks by, without its dashes.
  package let name: String

  /// Other long names that mean the same.
  package let aliases: [String]
  package let shortName: Character?

  /// What stands for the value in help; none for a flag.
  package let valueName: String?
  package let help: String

  /// The only values allowed; any value when empty.
  package let choices: [String]

  /// The value taken when none is given.
  package let defaultValue: String?

  /// What help says is taken when none is given, where that is not one fixed value.
  package let defaultText: String?
  package let isRepeatable: Bool
  package let isRequired: Bool
  package let completion: Completion

  /// The heading it is listed under in help, such as `shared options`; plain `OPTIONS` if none.
  package let group: String?
}

extension OptionDeclaration {
  /// An option that is either there or not.
  package static func flag(
    _ name: String, aliases: [String] = [], short: Character? = nil, help: String,
    group: String? = nil
  ) -> OptionDeclaration {
    OptionDeclaration(
      name: name, aliases: aliases, shortName: short, valueName: nil, help: help, choices: [],
      defaultValue: nil, defaultText: nil, isRepeatable: false, isRequired: false,
      completion: .none, group: group)
  }

  /// An option with a value.
  ///
  /// Given twice, the last one counts, unless it is repeatable: then all do, in order. Where there are
  /// choices, the value must be one of them and shells offer them, whatever `completion` says.
  package static func option(
    _ name: String, aliases: [String] = [], short: Character? = nil, value valueName: String,
    help: String, choices: [String] = [], default defaultValue: String? = nil,
    defaultText: String? = nil, isRepeatable: Bool = false, isRequired: Bool = false,
    completion: Completion = .none, group: String? = nil
  ) -> OptionDeclaration {
    precondition(
      choices.isEmpty || defaultValue.map(choices.contains) ?? true,
      "the default of '--\(name)' is not one of its choices")
    return OptionDeclaration(
      name: name, aliases: aliases, shortName: short, valueName: valueName, help: help,
      choices: choices, defaultValue: defaultValue, defaultText: defaultText,
      isRepeatable: isRepeatable, isRequired: isRequired,
      completion: choices.isEmpty ? completion : .words(choices), group: group)
  }

  /// What every command understands without declaring it.
  static let standard = [version, help]

  static let version = flag("version", help: "Show the version.")
  static let help = flag("help", short: "h", help: "Show help information.")
}
