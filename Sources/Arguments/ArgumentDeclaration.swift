/// A value that is known by its place on the command line, such as `<path> ...`.
package struct ArgumentDeclaration: Hashable, Sendable {
  /// How many values the argument takes.
  package enum Arity: Sendable {
    case one
    case optional
    case oneOrMore
    case any
  }

  package let name: String
  package let help: String
  package let arity: Arity
  package let completion: Completion

  package init(
    _ name: String, help: String, arity: Arity = .one, completion: Completion = .none
  ) {
    self.name = name
    self.help = help
    self.arity = arity
    self.completion = completion
  }
}

extension ArgumentDeclaration {
  var isRequired: Bool { arity == .one || arity == .oneOrMore }
  var isRepeating: Bool { arity == .oneOrMore || arity == .any }

  /// The argument as help lists it: `<path>`.
  var label: String { "<\(name)>" }

  /// The argument as one that must be given: `<path> ...`.
  var requiredSynopsis: String { isRepeating ? "\(label) ..." : label }

  /// The argument as the usage line shows it: `[<path> ...]`.
  var synopsis: String { isRequired ? requiredSynopsis : "[\(requiredSynopsis)]" }

  var subject: UsageSubject { UsageSubject(label: label, help: help) }
}
