/// A program made of subcommands.
package struct Tool: Sendable {
  package let name: String
  package let abstract: String
  package let discussion: String
  package let version: String
  package let commands: [any Command.Type]

  package init(
    _ name: String, abstract: String, discussion: String = "", version: String,
    commands: [any Command.Type]
  ) {
    let names = commands.map { $0.declaration.name }
    precondition(
      Set(names).count == names.count && !names.contains("help"),
      "two commands of '\(name)' share a name, or one is called 'help': \(names.joined(separator: ", "))"
    )
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    self.version = version
    self.commands = commands
  }

  /// Turns the words after the program's name into something to run or something to say.
  ///
  /// Of the environment it reads `COLUMNS`, for the width of help, and `SHELL`, for the completion
  /// script where no shell is named.
  package func invocation(
    for words: [String], environment: [String: String] = [:]
  ) -> Invocation {
    let columns = HelpPage.columns(in: environment)
    guard let first = words.first else {
      return .answer(HelpPage(for: self).text(columns: columns))
    }
    if let shell = CompletionShell.request(in: words, environment: environment) {
      return completionScript(for: shell)
    }
    if words == [ManualPage.request] { return .answer(ManualPage(tool: self).text) }
    if ArgumentReader.looksLikeOption(first) {
      return readOwnOptions(words, environment: environment)
    }
    let rest = Array(words.dropFirst())
    if first == "help" { return help(on: rest, columns: columns) }
    guard let command = command(named: first) else {
      return refusal(unknownSubcommand(first))
    }
    return read(rest, for: command, columns: columns)
  }

  /// The report on a usage error of a command, as it is shown for one found while reading.
  package func report(on error: UsageError, of command: any Command.Type) -> String {
    Self.text(
      of: error, synopsis: synopsis(of: command.declaration),
      help: "\(name) \(command.declaration.name)")
  }
}

// MARK: - Reading

extension Tool {
  private func read(
    _ words: [String], for command: any Command.Type, columns: Int
  ) -> Invocation {
    var reader = ArgumentReader(words, for: command.declaration)
    let (parsed, problems) = reader.read()
    if parsed.flag("help") {
      return .answer(HelpPage(for: command.declaration, of: self).text(columns: columns))
    }
    if parsed.flag("version") { return .answer(version + "\n") }
    do throws(UsageError) {
      guard problems.isEmpty else { throw UsageError(problems) }
      return .run(try command.init(parsed))
    } catch {
      return .refusal(report(on: error, of: command))
    }
  }

  private func readOwnOptions(_ words: [String], environment: [String: String]) -> Invocation {
    var reader = ArgumentReader(words, for: declaration)
    let (parsed, problems) = reader.read()
    if parsed.flag("help") {
      return .answer(HelpPage(for: self).text(columns: HelpPage.columns(in: environment)))
    }
    if parsed.flag("version") { return .answer(version + "\n") }
    guard problems.isEmpty else {
      return refusal(UsageError(problems.map(explainMisplacement)))
    }
    return invocation(for: parsed.arguments("subcommand"), environment: environment)
  }

  private func explainMisplacement(_ problem: UsageProblem) -> UsageProblem {
    guard case .unknownOption(let spelling, _) = problem else { return problem }
    let isOfACommand = commands.contains { command in
      command.declaration.options.contains { $0.spellings.contains(spelling) }
    }
    return isOfACommand ? .optionBeforeSubcommand(spelling) : problem
  }

  private func help(on words: [String], columns: Int) -> Invocation {
    guard let name = words.first, !ArgumentReader.looksLikeOption(name) else {
      return .answer(HelpPage(for: self).text(columns: columns))
    }
    guard let command = command(named: name) else { return refusal(unknownSubcommand(name)) }
    return .answer(HelpPage(for: command.declaration, of: self).text(columns: columns))
  }

  private func command(named name: String) -> (any Command.Type)? {
    commands.first { $0.declaration.name == name }
  }
}

// MARK: - Completions and refusals

extension Tool {
  private func completionScript(for shell: CompletionShell.Request) -> Invocation {
    switch shell {
    case .supported(let shell): .answer(shell.script(for: self))
    case .unsupported(let name): refusal(UsageError(.unsupportedShell(name)))
    }
  }

  private func unknownSubcommand(_ name: String) -> UsageError {
    UsageError(.unknownSubcommand(name, among: commands.map { $0.declaration.name } + ["help"]))
  }

  private func refusal(_ error: UsageError) -> Invocation {
    .refusal(Self.text(of: error, synopsis: "\(name) <subcommand>", help: name))
  }

  private static func text(of error: UsageError, synopsis: String, help command: String) -> String {
    """
    \(error)
    Usage: \(synopsis)
      See '\(command) --help' for more information.

    """
  }
}
