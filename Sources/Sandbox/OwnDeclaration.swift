import FunctionMarking

/// A function as the student has declared it, wherever it stands.
struct OwnDeclaration {
  /// One parameter as it is declared.
  struct Parameter {
    /// The name it is given with; nil for `_`.
    let label: String?
    let name: String
    let type: String
    let hasDefault: Bool
    var isInout: Bool { type.hasPrefix("inout ") }
  }

  /// The words before its name: `private`, `static`, `mutating`.
  let modifiers: [String]
  /// The types that it stands in, from the outside.
  let types: [String]
  /// Whether it is a constant or variable that holds a function.
  let isVariable: Bool
  let parameters: [Parameter]
  /// The words between the parameters and the result: `async`, `throws`.
  let effects: [String]
  /// The result's type; nil where there is none, or where it is not written.
  let result: String?
  /// The line that its name stands in, counted from 0.
  let row: Int

  /// The functions of a name that could be meant, in the order of the file.
  static func all(of name: String, in check: SourceCheck) -> [OwnDeclaration] {
    var scanner = DeclarationScanner(Array(check.code), name: name)
    return scanner.scan()
  }
}

// MARK: - How it is called

extension OwnDeclaration {
  /// Its name with the types before it, and how each argument is given; nil where nobody can call it.
  ///
  /// What the declaration asks for is left to the compiler: only what stands in the way is looked at.
  func call(of signature: Signature) -> Adapter.Call? {
    guard obstacle == nil else { return nil }
    let name = (types + ["`\(signature.name)`"]).joined(separator: ".")
    let count = signature.parameters.count
    if isVariable { return Adapter.Call(name: name, labels: [], isInout: []) }
    let required = parameters.filter { !$0.hasDefault }.count
    guard required <= count, count <= parameters.count else { return nil }
    // Of those that may be left out, the last ones are.
    var spare = count - required
    let given = parameters.filter { parameter in
      guard parameter.hasDefault else { return true }
      spare -= 1
      return spare >= 0
    }
    return Adapter.Call(
      name: name, labels: given.map { $0.label }, isInout: given.map { $0.isInout })
  }

  /// The word that keeps it from being called.
  private var obstacle: String? {
    for word in ["private", "fileprivate"] where modifiers.contains(word) {
      return "delete the word '\(word)'"
    }
    if effects.contains("async") { return "delete the word 'async'" }
    if let type = types.last, !isVariable, !modifiers.contains("static") {
      return "move it out of '\(type)', or write 'static' before it"
    }
    return nil
  }

  /// What to change so that it can be called; nil where that is not one thing.
  func remedy(for signature: Signature) -> String? {
    if let obstacle { return obstacle }
    guard !isVariable else { return nil }
    guard parameters.count == signature.parameters.count else {
      return "it takes \(parameters.count), and is called with \(signature.parameters.count): "
        + "its parameters are those of the exercise"
    }
    for (own, asked) in zip(parameters, signature.parameters)
    where own.type != "\(asked.type)" && !own.isInout {
      return "write \(asked.type) for the '\(own.type)' of '\(own.name)'"
    }
    guard let result else { return "it gives nothing back: write '-> \(signature.result)'" }
    if result == "\(signature.result)?" { return "delete the '?' behind \(signature.result)" }
    return result == "\(signature.result)"
      ? nil : "write \(signature.result) for the '\(result)' that it gives back"
  }
}
