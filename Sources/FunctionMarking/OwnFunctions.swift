import Formulas

/// The earlier functions of a student's that a way names, and how they are called for an input.
///
/// An earlier function is given the arguments that have the names of its parameters. Where one of
/// them is a list of what it takes, it is called on each entry, and its results stand as lists.
struct OwnFunctions {
  /// An earlier function with the names that its results have in a formula.
  struct Source {
    /// Its place among the functions of the exercise.
    let place: Int
    let step: String
    let signature: Signature
    /// A name with the part of the result it stands for; nil for all of it.
    let names: [(name: String, part: Int?)]
  }

  let way: CodeTask.Way
  let signature: Signature
  let sources: [Source]

  /// What a way needs that is not there.
  enum Missing: Error {
    case name(String)
    case parameter(String, of: String)
  }

  /// - Parameter earlier: The functions before this one, by the names of their steps.
  init(
    _ way: CodeTask.Way, of signature: Signature, earlier: [(name: String, signature: Signature)]
  ) throws(Missing) {
    let own = signature.parameters.map { Formula.canonicalName($0.name) }
    var wanted: [String] = []
    for name in way.formulas.flatMap({ $0.expression.placedNames }).map({ $0.name })
    where !own.contains(name) && !wanted.contains(name) { wanted.append(name) }
    var sources: [Source] = []
    for (place, function) in earlier.enumerated() {
      let results = function.signature.results.enumerated().map { part, result in
        (name: result.label ?? function.name, part: result.label == nil ? nil : part)
      }
      let names = results.filter { wanted.contains(Formula.canonicalName($0.name)) }
      if names.isEmpty { continue }
      wanted.removeAll { name in names.contains { Formula.canonicalName($0.name) == name } }
      for parameter in function.signature.parameters {
        let given = signature.parameters.first { $0.name == parameter.name }
        if given?.type != parameter.type, given?.type != .array(parameter.type) {
          throw .parameter(parameter.name, of: function.name)
        }
      }
      sources.append(
        Source(place: place, step: function.name, signature: function.signature, names: names))
    }
    if let name = wanted.first { throw .name(name) }
    self.way = way
    self.signature = signature
    self.sources = sources
  }

  /// The arguments of each call of an earlier function for one input; nil where lists that belong
  /// together are not equally long.
  func calls(of source: Source, for arguments: [FunctionValue]) -> [[FunctionValue]]? {
    var columns: [(values: [FunctionValue], isEach: Bool)] = []
    for parameter in source.signature.parameters {
      guard let place = signature.parameters.firstIndex(where: { $0.name == parameter.name })
      else { return nil }
      if signature.parameters[place].type == parameter.type {
        columns.append(([arguments[place]], false))
      } else if case .array(let items) = arguments[place] {
        columns.append((items, true))
      }
    }
    let lengths = Set(columns.filter { $0.isEach }.map { $0.values.count })
    guard lengths.count < 2, lengths != [0] else { return nil }
    return (0..<(lengths.first ?? 1)).map { index in
      columns.map { $0.values[$0.isEach ? index : 0] }
    }
  }

  /// Whether an earlier function is called on each entry of a list.
  private func isEach(_ source: Source) -> Bool {
    source.signature.parameters.contains { parameter in
      signature.parameters.first { $0.name == parameter.name }?.type == .array(parameter.type)
    }
  }

  /// What the way gives, from what each earlier function returned in its calls.
  func value(
    on arguments: [FunctionValue], _ returned: [[FunctionValue]], _ key: inout FormulaKey
  ) throws(FormulaError) -> FunctionValue? {
    var names: [(name: String, value: FunctionValue)] = []
    for (source, values) in zip(sources, returned) {
      for (name, part) in source.names {
        let parts = values.map { value -> FunctionValue in
          if let part, case .tuple(let all) = value { all[part] } else { value }
        }
        names.append((name, isEach(source) ? .array(parts) : parts[0]))
      }
    }
    var parts: [FunctionValue] = []
    for (formula, result) in zip(way.formulas, signature.results) {
      let tensor = try key.value(of: formula, arguments, results: names)
      guard let value = FunctionValue(tensor, as: result.type) else { return nil }
      parts.append(value)
    }
    return signature.isTuple ? .tuple(parts) : parts.first
  }
}
