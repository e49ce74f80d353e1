/// Reads the words after a command's name against its declaration.
///
/// It goes on after a problem, so that one run reports them all.
struct ArgumentReader {
  private let declaration: CommandDeclaration
  private var remaining: ArraySlice<String>
  private var optionValues: [String: [String]] = [:]
  private var positional: [String] = []
  private var problems: [UsageProblem] = []

  init(_ words: [String], for declaration: CommandDeclaration) {
    self.declaration = declaration
    remaining = words[...]
  }

  /// What was read, and what is wrong with it.
  mutating func read() -> (parsed: ParsedArguments, problems: [UsageProblem]) {
    while let word = remaining.popFirst() {
      if word == "--" {
        positional += remaining
        remaining = []
      } else if word.hasPrefix("--") {
        readLongOption(word.dropFirst(2))
      } else if Self.looksLikeOption(word) {
        readShortOptions(word)
      } else {
        positional.append(word)
      }
    }
    let argumentValues = assignArguments()
    noteMissingOptions()
    let parsed = ParsedArguments(
      declaration: declaration, optionValues: optionValues, argumentValues: argumentValues)
    return (parsed, problems)
  }

  /// A lone dash is a value (standard input, by custom), and so is a negative number.
  static func looksLikeOption(_ word: String) -> Bool {
    guard word.hasPrefix("-"), let second = word.dropFirst().first else { return false }
    return !((second == "." || second.isNumber) && Double(word) != nil)
  }
}

// MARK: - Options

extension ArgumentReader {
  private mutating func readLongOption(_ text: Substring) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let attached = parts.count > 1 ? String(parts[1]) : nil
    if let option = option(long: name) {
      read(option, spelled: "--\(name)", attached: attached)
      return
    }
    let problem = UsageProblem.unknownLongOption(name, among: declaration.allOptions)
    problems.append(problem)
    if case .unknownOption(_, let suggestion?) = problem,
      let meant = option(long: String(suggestion.dropFirst(2)))
    {
      passOver(meant, hasValue: attached != nil)
    }
  }

  /// Reads `-q`, `-o value`, `-ovalue`, `-o=value` and bundles such as `-qr`.
  private mutating func readShortOptions(_ word: String) {
    // `-reveal` is one option with a dash too few, not a bundle of six.
    let whole = String(word.dropFirst().prefix { $0 != "=" })
    if whole.count > 1, let meant = option(long: whole) {
      problems.append(.unknownOption("-\(whole)", suggestion: "--\(whole)"))
      passOver(meant, hasValue: word.contains("="))
      return
    }
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = declaration.allOptions.first(where: { $0.shortName == letter }) else {
        problems.append(.unknownOption("-\(letter)", suggestion: nil))
        return
      }
      let isJoined = letters.first == "="
      guard option.takesValue || isJoined else {
        read(option, spelled: "-\(letter)", attached: nil)
        continue
      }
      let attached = isJoined ? letters.dropFirst() : letters
      read(
        option, spelled: "-\(letter)",
        attached: isJoined || !attached.isEmpty ? String(attached) : nil)
      return
    }
  }

  /// Passes over a misspelt option, so that it is not called missing nor its value an argument.
  private mutating func passOver(_ option: OptionDeclaration, hasValue: Bool) {
    guard option.takesValue else { return }
    if !hasValue { _ = nextValue() }
    noteAsGiven(option)
  }

  /// Keeps an option that is there, if wrongly, from being called missing as well.
  private mutating func noteAsGiven(_ option: OptionDeclaration) {
    optionValues[option.name, default: []] += []
  }

  private mutating func read(
    _ option: OptionDeclaration, spelled spelling: String, attached: String?
  ) {
    guard option.takesValue else {
      if let attached {
        problems.append(.unexpectedValue(option: spelling, value: attached))
      }
      optionValues[option.name] = []
      return
    }
    guard let value = attached ?? nextValue() else {
      problems.append(.missingValue(option.subject))
      noteAsGiven(option)
      return
    }
    if !option.choices.isEmpty, !option.choices.contains(value) {
      problems.append(.notAChoice(value, of: option.subject, among: option.choices))
    }
    optionValues[option.name, default: []].append(value)
  }

  private mutating func nextValue() -> String? {
    guard let next = remaining.first, !Self.looksLikeOption(next) else { return nil }
    return remaining.popFirst()
  }

  private func option(long name: String) -> OptionDeclaration? {
    declaration.allOptions.first { $0.longNames.contains(name) }
  }

  private mutating func noteMissingOptions() {
    for option in declaration.options where option.isRequired && optionValues[option.name] == nil {
      problems.append(.missing(option.subject))
    }
  }
}

// MARK: - Arguments

extension ArgumentReader {
  private mutating func assignArguments() -> [String: [String]] {
    var values: [String: [String]] = [:]
    var unread = positional[...]
    // What follows an unknown option may have been its value, so what is left over or absent proves nothing.
    let isCertain = !problems.contains {
      if case .unknownOption = $0 { true } else { false }
    }
    for argument in declaration.arguments {
      let taken = argument.isRepeating ? unread : unread.prefix(1)
      unread = unread.dropFirst(taken.count)
      if !taken.isEmpty {
        values[argument.name] = Array(taken)
      } else if argument.isRequired, isCertain {
        problems.append(
          .missing(UsageSubject(label: argument.requiredSynopsis, help: argument.help)))
      }
    }
    if !unread.isEmpty, isCertain {
      problems.append(.unexpectedArguments(Array(unread)))
    }
    return values
  }
}
