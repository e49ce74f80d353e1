import Answers
import Diagnosis

/// Parts of a result that are a parameter as it was given, where something new was to come of it.
struct UnchangedAccounts {
  private let run: CodeRun
  private let telling: [Int]

  init(_ run: CodeRun, _ telling: [Int]) {
    self.run = run
    self.telling = telling
  }

  /// - Parameter fewest: How many parts must have been returned as given.
  func reason(ofAtLeast fewest: Int = 1) -> CodeDiagnosis.Reason? {
    let results = run.task.signature.results
    var kept: [(part: String?, parameter: String)] = []
    /// The parameter that each part is, where it is one.
    var places: [Int?] = results.map { _ in nil }
    for (part, result) in results.enumerated() where !isRight(part) {
      let parameter = run.task.signature.parameters.enumerated().first { place, parameter in
        parameter.type == result.type && isKept(part, place)
      }
      guard let parameter else { return nil }
      kept.append((result.label, parameter.element.name))
      places[part] = parameter.offset
    }
    guard kept.count >= fewest else { return nil }
    let task = run.task
    return CodeDiagnosis.Reason(
      says: .unchanged(kept), diagnosis: Explanation(kind: .slip, edits: ["unchanged-parameter"]),
      value: { [places] arguments in
        guard task.signature.isTuple else { return places[0].map { arguments[$0] } }
        var key = CodeKey.Evaluator(task.key, task.signature, indexBase: task.indexBase)
        guard case .success(.tuple(let parts)) = key.value(of: arguments) else { return nil }
        return .tuple(zip(parts, places).map { part, place in place.map { arguments[$0] } ?? part })
      }, isOneSlip: false)
  }

  /// A part of a result.
  private func part(_ part: Int, of value: FunctionValue) -> FunctionValue {
    if run.task.signature.isTuple, case .tuple(let parts) = value { return parts[part] }
    return value
  }

  private func isRight(_ index: Int) -> Bool {
    telling.allSatisfy { place in
      guard let returned = run.returned(place) else { return false }
      let (found, right) = (
        part(index, of: returned), part(index, of: run.cases[place].expected)
      )
      return found.hasShape(of: right)
        && zip(found.numbers, right.numbers).allSatisfy { run.task.tolerance.accepts($0, for: $1) }
    }
  }

  /// Whether the part is the parameter, to the last bit, whatever was given.
  private func isKept(_ index: Int, _ parameter: Int) -> Bool {
    telling.allSatisfy { place in
      run.returned(place).map { part(index, of: $0) == run.cases[place].arguments[parameter] }
        ?? false
    }
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func unchanged(_ kept: [(part: String?, parameter: String)]) -> Message {
    let parts = kept.map { part, parameter -> Message in
      part.map { $0 == parameter ? "\(name: $0)" : "\(name: $0) (as \(name: parameter))" }
        ?? "\(name: parameter)"
    }
    return """
      You return \(parts.joinedAsWords) as given, unchanged: what was to be calculated is lost, \
      perhaps in a copy that is not returned.
      """
  }
}
