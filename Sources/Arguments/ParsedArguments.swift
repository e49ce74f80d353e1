/// A command line that matches a declaration, asked by the names declared.
///
/// To ask for a name that was not declared is a programmer's error.
package struct ParsedArguments: Sendable {
  package let declaration: CommandDeclaration
  let optionValues: [String: [String]]
  let argumentValues: [String: [String]]
}

extension ParsedArguments {
  /// Whether the flag was given.
  package func flag(_ name: String) -> Bool {
    let option = option(name)
    precondition(!option.takesValue, "'--\(name)' takes a value: ask for it")
    return optionValues[name] != nil
  }

  /// The value given last, else the default, else none.
  package func value(_ name: String) -> String? {
    values(name).last
  }

  /// The values in the order given, else the default alone.
  package func values(_ name: String) -> [String] {
    let option = option(name)
    precondition(option.takesValue, "'--\(name)' is a flag")
    return optionValues[name] ?? option.defaultValue.map { [$0] } ?? []
  }

  /// The value of an option that is required or has a default.
  package func requiredValue(_ name: String) -> String {
    guard let value = value(name) else {
      preconditionFailure("'--\(name)' is neither required nor has it a default")
    }
    return value
  }

  /// The value of an argument that takes exactly one.
  package func argument(_ name: String) -> String {
    guard let value = arguments(name).first else {
      preconditionFailure("<\(name)> may be absent: ask for its values")
    }
    return value
  }

  /// The values of an argument, which are none where it is optional and absent.
  package func arguments(_ name: String) -> [String] {
    let declared = argumentDeclaration(name)
    return argumentValues[declared.name] ?? []
  }
}

extension ParsedArguments {
  func option(_ name: String) -> OptionDeclaration {
    guard let option = declaration.allOptions.first(where: { $0.name == name }) else {
      preconditionFailure("'\(declaration.name)' declares no option '--\(name)'")
    }
    return option
  }

  func argumentDeclaration(_ name: String) -> ArgumentDeclaration {
    guard let argument = declaration.arguments.first(where: { $0.name == name }) else {
      preconditionFailure("'\(declaration.name)' declares no argument <\(name)>")
    }
    return argument
  }
}
