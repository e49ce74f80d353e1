extension Tool {
  /// The tool itself as a command: what may stand before the name of a subcommand.
  var declaration: CommandDeclaration {
    CommandDeclaration(
      name, abstract: abstract, discussion: discussion,
      arguments: [ArgumentDeclaration("subcommand", help: "", arity: .any)],
      options: [CompletionShell.option])
  }

  /// The usage line of a command; past a dozen entries only those that must be there are spelt out.
  func synopsis(of command: CommandDeclaration) -> String {
    let arguments = command.arguments.map(\.synopsis)
    let isShort = command.options.count + arguments.count <= 12
    let options =
      isShort
      ? command.options.map(\.synopsis)
      : ["[<options>]"] + command.options.filter(\.isRequired).map(\.synopsis)
    return ([name, command.name] + options + arguments).joined(separator: " ")
  }
}
