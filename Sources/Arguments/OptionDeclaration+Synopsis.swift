extension OptionDeclaration {
  var takesValue: Bool { valueName != nil }
  var longNames: [String] { [name] + aliases }

  /// Every way to write the option, dashes included, the short one first.
  var spellings: [String] {
    (shortName.map { ["-\($0)"] } ?? []) + longNames.map { "--\($0)" }
  }

  /// The option as help lists it: `-o, --out <folder>`.
  var label: String { spellings.joined(separator: ", ") + valueSuffix }

  /// The option as one that must be given: `--out <folder>`.
  var requiredSynopsis: String { "--\(name)\(valueSuffix)" }

  /// The option as the usage line shows it: `[--answer <name=value> ...]`.
  var synopsis: String {
    let repeated = isRepeatable ? "\(requiredSynopsis) ..." : requiredSynopsis
    return isRequired ? repeated : "[\(repeated)]"
  }

  /// The help, with the choices and the default behind it.
  var description: String {
    let values = choices.isEmpty ? nil : "values: \(choices.joined(separator: ", "))"
    let fallback = (defaultText ?? defaultValue).map { "default: \($0)" }
    let notes = [values, fallback].compactMap(\.self).joined(separator: "; ")
    return [help, notes.isEmpty ? "" : "(\(notes))"].filter { !$0.isEmpty }.joined(separator: " ")
  }

  var subject: UsageSubject { UsageSubject(label: requiredSynopsis, help: help) }

  private var valueSuffix: String { valueName.map { " <\($0)>" } ?? "" }
}
