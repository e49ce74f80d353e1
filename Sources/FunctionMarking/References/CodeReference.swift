import Answers
import Backpropagation
import Exercises
import LocatedJSON
import Numerics

/// A calculation that functions are held against where no formula can be: layers of any number.
package struct CodeReference: Sendable {
  /// The value of `"reference"`.
  package let name: String
  /// What it calculates, in one sentence.
  package let summary: String
  /// The parameters it calculates from, which the declared function must have under these names.
  package let needs: [Signature.Parameter]
  /// The type of the result; the labels of a tuple are the author's to choose.
  package let result: ValueType
  /// Wrong ways to calculate it that students go, beside those in programming a network.
  package let slips: [ReferenceSlip]
  /// All that people do wrongly in programming it, where it is a network's.
  package let search: NetworkSearch?
  private let calculate: @Sendable (ReferenceArguments) -> FunctionValue?
  private let spell: @Sendable (NetworkSetting) -> [String]?

  package init<Definition: CodeReferenceDefinition>(_ definition: Definition.Type) {
    name = Definition.name
    summary = Definition.summary
    needs = Definition.needs
    result = Definition.result
    #if arch(wasm32)
      // A page has no compiler, so that it need not have what is done wrongly in functions either.
      slips = []
      search = nil
    #else
      slips = Definition.slips
      search = Definition.search
    #endif
    calculate = { Definition.value(of: $0) }
    spell = { Definition.lines(NetworkSpelling($0)) }
  }

  /// What comes out; nil where the arguments are no network, with sizes that do not fit.
  package func value(of arguments: ReferenceArguments) -> FunctionValue? { calculate(arguments) }

  /// The parameters it needs where networks are trained as a setting has it.
  func needs(_ setting: NetworkSetting) -> [Signature.Parameter] {
    needs.map { need in
      Signature.Parameter(
        label: need.label, name: need.name, type: setting.type(of: need.name, need.type))
    }
  }

  /// The type of its result where networks are trained as a setting has it.
  func result(_ setting: NetworkSetting) -> ValueType {
    guard case .tuple(let parts) = result else { return result }
    return .tuple(
      parts.map { .init(label: $0.label, type: setting.type(of: $0.label, $0.type)) })
  }

  /// The calculation as a Swift function; nil where it has no plain spelling.
  func text(_ signature: Signature, _ setting: NetworkSetting) -> String? {
    spell(setting).map { lines in
      (["import Foundation", "", "\(signature) {"] + lines.map { "  " + $0 } + ["}"])
        .joined(separator: "\n")
    }
  }
}

/// What the file of a reference says of it.
package protocol CodeReferenceDefinition: Sendable {
  /// The value of `"reference"`.
  static var name: String { get }
  /// What it calculates, in one sentence.
  static var summary: String { get }
  /// The parameters it calculates from, which the declared function must have under these names.
  static var needs: [Signature.Parameter] { get }
  /// The type of the result; the labels of a tuple are the author's to choose.
  static var result: ValueType { get }
  /// Wrong ways to calculate it that students go, beside those in programming a network.
  static var slips: [ReferenceSlip] { get }
  /// All that people do wrongly in programming it, where it is a network's.
  static var search: NetworkSearch? { get }

  /// What comes out; nil where the arguments are no network, with sizes that do not fit.
  static func value(of arguments: ReferenceArguments) -> FunctionValue?

  /// The lines of a Swift function that calculates it; nil where it has no plain spelling.
  static func lines(_ spelling: NetworkSpelling) -> [String]?
}

extension CodeReferenceDefinition {
  package static var slips: [ReferenceSlip] { [] }
  package static var search: NetworkSearch? { nil }
}

/// A wrong calculation with the words for whoever did it.
package struct ReferenceSlip: Sendable {
  let id: String
  package let says: Message
  package let value: @Sendable (ReferenceArguments) -> FunctionValue?
}

/// Every reference.
enum CodeReferences {
  package static let all = [
    CodeReference(NetworkGradientsReference.self), CodeReference(NetworkLossReference.self),
    CodeReference(NetworkStepReference.self), CodeReference(MomentumStepReference.self),
    CodeReference(AdamStepReference.self), CodeReference(BatchGradientsReference.self),
    CodeReference(ForwardMultiplyAddsReference.self),
    CodeReference(BackwardMultiplyAddsReference.self),
  ]
}

/// What a reference calculates from.
package struct ReferenceArguments: Sendable {
  private let values: [String: FunctionValue]
  private(set) var setting: NetworkSetting

  init(_ signature: Signature, _ arguments: [FunctionValue], _ setting: NetworkSetting) {
    values = Dictionary(firstOf: zip(signature.parameters.map { $0.name }, arguments))
    self.setting = setting
  }

  /// The same numbers for somebody who takes other parameters for frozen.
  func freezing(_ parameters: Set<ParameterSet>) -> ReferenceArguments {
    var other = self
    other.setting.frozen = parameters
    return other
  }

  func value(_ name: String) -> FunctionValue? { values[name] }

  func number(_ name: String) -> Double? { values[name]?.numbers.first }

  var learningRate: Double? { number("learningRate") }

  func vector(_ name: String) -> [Double]? {
    guard case .array(let items)? = values[name] else { return nil }
    return items.flatMap { $0.numbers }
  }

  func matrix(_ name: String) -> [[Double]]? {
    guard case .array(let rows)? = values[name] else { return nil }
    return rows.map { $0.numbers }
  }

  func matrices(_ name: String) -> [[[Double]]]? {
    guard case .array(let items)? = values[name] else { return nil }
    return items.map { item in
      if case .array(let rows) = item { rows.map({ $0.numbers }) } else { [] }
    }
  }

  /// The network of `weights` and `biases`, `[destination][source]`; nil where they do not fit.
  var network: Network? {
    guard let weights = matrices("weights"), let biases = matrix("biases"),
      let inputs = weights.first?.first?.count, !weights.isEmpty
    else { return nil }
    let activations = setting.activations(weights.count)
    return try? Network(
      sizes: [inputs] + weights.map { $0.count }, activations: activations, loss: setting.loss,
      penalty: setting.penalty, weights: weights,
      biases: setting.hasSharedBiases ? biases.ofUnits(weights) : biases)
  }

  /// The one sample `x`, `y`.
  var sample: Samples? {
    guard let x = vector("x"), let y = vector("y") else { return nil }
    return Samples(input: x, target: y)
  }

  /// The samples in the columns of `X` and `Y`.
  var samples: Samples? {
    guard let inputs = matrix("X"), let targets = matrix("Y"),
      let X = try? Matrix(inputs), let Y = try? Matrix(targets)
    else { return nil }
    return try? Samples(inputs: X, targets: Y)
  }
}

extension [[Double]] {
  /// The one bias of each layer once for each of its units; lists of other lengths fit no network.
  fileprivate func ofUnits(_ weights: [[[Double]]]) -> [[Double]] {
    zip(self, weights).map { bias, rows in
      bias.count == 1 ? .init(repeating: bias[0], count: rows.count) : []
    }
  }
}
