import Answers
import Exercises
import Formulas

/// A function that a step asks for, and everything it is judged by.
package struct CodeTask: Sendable {
  package let signature: Signature
  package let key: CodeKey
  package let tolerance: Tolerance
  package let properties: [Property]
  package let mistakes: [Mistake]
  package let differences: DifferenceCheck?
  /// How the result comes from what the student's own earlier functions return.
  package let ways: [Way]
  /// What the student begins with.
  package let starter: CodeStarter?
  /// Functions that are there for the student to call.
  package let library: [ReadyFunction]
  /// What to do against overflow, in the author's words.
  let overflow: String?
  /// Whether right inputs of a function that fails elsewhere earn their share.
  package let allowsPartialCredit: Bool
  /// The share of the points that a function earns of which one slip explains everything.
  package let slipCredit: Double
  /// The number from which entries are counted.
  package let indexBase: Int
  /// The calls with what must come back, made when they are first needed.
  package let cases: CodeCases

  /// The key as a Swift function; nil where it has a part that is not spelled so.
  package var reference: String? {
    switch key {
    case .formulas(let formulas): SwiftReference(signature, formulas, indexBase: indexBase).text
    case .reference(let reference, let setting): reference.text(signature, setting)
    }
  }

  /// Something that must hold of every result.
  package struct Property: Sendable {
    /// Zero in every entry where the property holds.
    package let formula: Formula
    /// The property in words: "each row of the softmax Jacobian sums to 0".
    package let says: String
    let place: Range<Int>
  }

  /// A wrong function the author has foreseen.
  package struct Mistake: Sendable {
    package let key: CodeKey
    package let says: String
    /// The share of the points it earns, from 0 to 1.
    package let credit: Double
    let place: Range<Int>
  }

  /// The function as it comes from those before it.
  package struct Way: Sendable {
    /// One formula for each part of the result, over the parameters and earlier results.
    let formulas: [Formula]
    let place: Range<Int>
  }

  /// A gradient that must be the slope of the student's own function.
  package struct DifferenceCheck: Sendable {
    /// The step whose function returns the loss.
    package let loss: String
    /// Which part of the result is the gradient by which parameter; nil is the whole result.
    let pairs: [(part: String?, parameter: String)]
    let place: Range<Int>
  }

  /// What others than the kind ask of it.
  package func assignment(_ reading: StepReading) -> Assignment {
    var assignment = Assignment(reading)
    assignment.stub =
      starter?.text(of: signature) ?? "\(signature) {\n  \(signature.result.blank)\n}"
    assignment.isBegun = starter != nil
    assignment.readyFunctions = library.map { $0.summary }
    assignment.details = { _ in ["\(signature)"] }
    assignment.faults = { faults(in: $0) }
    return assignment
  }

  private func faults(in exercise: Exercise) -> [AssignmentFault] {
    var faults: [AssignmentFault] = []
    switch cases.made() {
    case .failure(let fault): return [fault]
    case .success(let cases):
      faults += propertyFaults(cases) + mistakeFaults(cases)
    }
    if let differences { faults += differences.faults(of: signature, in: exercise) }
    return faults + ways.flatMap { $0.faults(of: self, in: exercise) }
  }

  /// The key must have every property that results are asked to have.
  private func propertyFaults(_ cases: [CodeCase]) -> [AssignmentFault] {
    var formulas = FormulaKey(parameters: signature.parameters, indexBase: indexBase)
    return properties.compactMap { property in
      for one in cases {
        do throws(FormulaError) {
          let value = try formulas.value(
            of: property.formula, one.arguments, results: signature.named(one.expected))
          if !isZero(value, beside: one.expected) {
            return AssignmentFault(
              "the key itself does not have this property: for \(signature.text(of: one.arguments)) "
                + "the formula is \(value)", at: property.place)
          }
        } catch {
          return AssignmentFault(error.message, at: property.place)
        }
      }
      return nil
    }
  }

  /// Whether what a property's formula gives is 0, but for rounding in a result of this size.
  package func isZero(_ value: Tensor, beside result: FunctionValue) -> Bool {
    let rounding = 1e-9 * (result.numbers.map { abs($0) }.max() ?? 0)
    return value.entries.allSatisfy { abs($0) <= rounding || tolerance.accepts($0, for: 0) }
  }

  /// A mistake must differ from the key somewhere.
  private func mistakeFaults(_ cases: [CodeCase]) -> [AssignmentFault] {
    mistakes.compactMap { mistake in
      var evaluator = CodeKey.Evaluator(mistake.key, signature, indexBase: indexBase)
      var isKey = true
      for one in cases {
        switch evaluator.value(of: one.arguments) {
        case .failure(let fault): return AssignmentFault(fault.message, at: mistake.place)
        case .success(let value):
          let difference = ValueDifference(
            value, from: one.expected, type: signature.result, tolerance, indexBase: indexBase)
          if difference != nil { isKey = false }
        }
      }
      return isKey
        ? AssignmentFault(
          "this is the key itself, so its words would never be said", at: mistake.place)
        : nil
    }
  }
}

extension CodeTask.DifferenceCheck {
  fileprivate func faults(of signature: Signature, in exercise: Exercise) -> [AssignmentFault] {
    let record = exercise.step(named: loss)?.assignment?.record
    guard let record, record.heading.kind.keys.contains(CodeKeys.function),
      let task = record.reading.flatMap({ CodeTask($0) })
    else {
      return [AssignmentFault("there is no step '\(loss)' that asks for a function", at: place)]
    }
    if task.signature.result != .double {
      return [AssignmentFault("'\(loss)' must return a Double, to have slopes", at: place)]
    }
    let missing = task.signature.parameters.filter { need in
      !signature.parameters.contains { $0.name == need.name && $0.type == need.type }
    }
    if let first = missing.first {
      return [
        AssignmentFault(
          "'\(loss)' needs '\(first.name)', which this function does not have", at: place)
      ]
    }
    return pairs.compactMap { pair in
      let part = signature.results.first { $0.label == pair.part }
      guard task.signature.parameters.contains(where: { $0.name == pair.parameter }),
        let parameter = signature.parameters.first(where: { $0.name == pair.parameter })
      else { return AssignmentFault("'\(loss)' has no parameter '\(pair.parameter)'", at: place) }
      guard let part else {
        let message =
          pair.part.map { "the result has no part '\($0)'" }
          ?? "the result is a tuple, so 'by' is an object: part of the result to parameter"
        return AssignmentFault(message, at: place)
      }
      if parameter.type.element != .double {
        return AssignmentFault(
          "'\(parameter.name)' is \(parameter.type), by which there is no gradient", at: place)
      }
      return part.type == parameter.type
        ? nil
        : AssignmentFault(
          "the gradient by '\(parameter.name)' must be \(parameter.type), not \(part.type)",
          at: place)
    }
  }
}

extension Signature {
  /// The arguments as they are shown: `z = [1, 2], y = 0`.
  package func text(of arguments: [FunctionValue]) -> String {
    zip(parameters, arguments).map { "\($0.name) = \($1.text(longest: 80))" }
      .joined(separator: ", ")
  }

  /// The arguments as part of a sentence.
  package func message(of arguments: [FunctionValue]) -> Message {
    let values = zip(parameters, arguments).map { parameter, value -> Message in
      "\(name: parameter.name) = \(formula: value.text(longest: 80), numbers: value.numbers)"
    }
    return values.joined(by: ", ")
  }

  /// A result by the names under which formulas know it: `result`, or the labels of its parts.
  package func named(_ value: FunctionValue) -> [(name: String, value: FunctionValue)] {
    guard case .tuple(let members) = result, case .tuple(let parts) = value else {
      return [("result", value)]
    }
    return zip(members, parts).map { ($0.label, $1) }
  }
}

extension ValueType {
  /// A value that says nothing, so that a file to be filled in compiles from the start.
  fileprivate var blank: String {
    switch self {
    case .int, .double: "0"
    case .bool: "false"
    case .array: "[]"
    case .tuple(let members):
      "(" + members.map { "\($0.label): \($0.type.blank)" }.joined(separator: ", ") + ")"
    }
  }
}
