/// What a command is called, what it is for, and what may follow its name.
package struct CommandDeclaration: Hashable, Sendable {
  package let name: String
  package let abstract: String
  package let discussion: String
  package let arguments: [ArgumentDeclaration]
  package let options: [OptionDeclaration]
  package let examples: [CommandExample]

  /// Declares a command.
  ///
  /// Two options must not share a name, an argument after an optional one must be optional too, and
  /// only the last argument may take several values: anything else is a programmer's error.
  package init(
    _ name: String,
    abstract: String,
    discussion: String = "",
    arguments: [ArgumentDeclaration] = [],
    options: [OptionDeclaration] = [],
    examples: [CommandExample] = []
  ) {
    let names = (options + OptionDeclaration.standard).flatMap(\.spellings)
    precondition(
      Set(names).count == names.count,
      "two options of '\(name)' share a name: \(names.sorted().joined(separator: ", "))")
    precondition(
      arguments.dropLast().allSatisfy { !$0.isRepeating },
      "only the last argument of '\(name)' may take several values")
    precondition(
      !arguments.drop(while: \.isRequired).contains(where: \.isRequired),
      "a required argument of '\(name)' follows an optional one")
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    self.arguments = arguments
    self.options = options
    self.examples = examples
  }
}

extension CommandDeclaration {
  /// The declared options, then the ones every command has.
  var allOptions: [OptionDeclaration] { options + OptionDeclaration.standard }
}
