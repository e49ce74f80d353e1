import Backpropagation
import Exercises
import Formulas

/// The paths by which one parameter of an exercise's network reaches the loss.
package struct PathsText {
  private let parameter: Parameter
  private let label: String
  private let paths: [GradientPath]
  private let indexBase: Int

  /// Why paths cannot be shown.
  package struct Refusal: Error {
    package let message: String
  }

  /// - Parameters:
  ///   - label: The parameter as the exercise writes it: `W1[1, 1]` or `b2[1]`; by default the
  ///     first weight.
  ///   - key: The exercise's values, all computed.
  package init(_ label: String?, _ exercise: Exercise, key: Evaluation) throws(Refusal) {
    guard let block = exercise.network else {
      throw Refusal(message: "exercise \(exercise.id) has no network, so there are no paths")
    }
    let label = label ?? PathsText.examples(exercise.indexBase).weight
    self.label = label
    indexBase = exercise.indexBase
    parameter = try PathsText.parameter(label, block, exercise.indexBase)
    func tensors(_ role: Quantity.Role) -> [Tensor] {
      (1...block.layerCount).compactMap { exercise.slot(of: role, layer: $0) }
        .map { key.value(of: $0) }
    }
    let found: [GradientPath]?
    do throws(NetworkError) {
      let (network, samples) = try block.engine(weights: tensors(.weight), biases: tensors(.bias))
      found = try network.paths(of: parameter, for: samples)
    } catch {
      throw Refusal(message: error.description)
    }
    guard let found else {
      throw Refusal(
        message: "the gradient of \(label) does not come apart into paths that can be listed")
    }
    paths = found
  }

  /// The paths of the first weight, where they are few but more than one; nil elsewhere.
  ///
  /// - Parameter key: The exercise's values, all computed.
  package static func ofFirstWeight(_ exercise: Exercise, key: Evaluation) -> PathsText? {
    do throws(Refusal) {
      let all = try PathsText(nil, exercise, key: key)
      return (2...8).contains(all.count) ? all : nil
    } catch {
      return nil
    }
  }

  package var count: Int { paths.count }

  /// A weight and a bias of the first layer, as they are written.
  private static func examples(_ base: Int) -> (weight: String, bias: String) {
    (
      Quantity(.weight, layer: 1).name + "[\(base), \(base)]",
      Quantity(.bias, layer: 1).name + "[\(base)]"
    )
  }

  /// Reads `W1[1, 2]` or `b1[2]`, in the exercise's layout and counting.
  private static func parameter(
    _ label: String, _ block: NetworkBlock, _ base: Int
  ) throws(Refusal) -> Parameter {
    let examples = examples(base)
    let refusal = Refusal(
      message: "'\(label.harmless)' is no weight or bias of the network; write "
        + "\(examples.weight) or \(examples.bias)")
    guard let formula = try? Formula(label),
      case .index(let name, let items) = formula.expression.node,
      case .name(let symbol) = name.node
    else { throw refusal }
    let quantity = Quantity(reading: symbol)
    guard !quantity.isUpdated, let layer = quantity.layer, (1...block.layerCount).contains(layer)
    else { throw refusal }
    let indices = items.compactMap { item -> Int? in
      if case .number(let value, _) = item.node {
        Int(exactly: value).map { $0 - base + 1 }
      } else {
        nil
      }
    }
    let (outputs, inputs) = (block.sizes[layer], block.sizes[layer - 1])
    switch (quantity.role, indices.count) {
    case (.bias, 1) where (1...outputs).contains(indices[0]):
      return Parameter(layer: layer, row: indices[0], column: nil)
    case (.weight, 2):
      let isTurned = block.layout == .sourceDestination
      let (row, column) = isTurned ? (indices[1], indices[0]) : (indices[0], indices[1])
      guard (1...outputs).contains(row), (1...inputs).contains(column) else { throw refusal }
      return Parameter(layer: layer, row: row, column: column)
    default: throw refusal
    }
  }

  /// The most paths that are listed one by one.
  private static let mostListed = 12

  /// One line for each path, then the sum.
  package var lines: [String] {
    let largest = paths.sorted { abs($0.contribution) > abs($1.contribution) }
    let isLong = paths.count > PathsText.mostListed
    let listed = isLong ? Array(largest.prefix(PathsText.mostListed)) : paths
    let names = listed.map(route)
    let width = names.map { $0.count }.max() ?? 0
    var lines = zip(names, listed).map { name, path in
      "  " + name.padded(to: width) + "  " + Numbers.short(path.contribution, digits: 6)
    }
    if isLong {
      let rest = largest.dropFirst(PathsText.mostListed).reduce(0) { $0 + $1.contribution }
      lines.append(
        "  " + "\(paths.count - listed.count) more paths".padded(to: width) + "  "
          + Numbers.short(rest, digits: 6))
    }
    let sum = paths.reduce(0) { $0 + $1.contribution }
    lines.append("  " + "sum".padded(to: width) + "  " + Numbers.short(sum, digits: 6))
    return lines
  }

  package var title: String {
    "Why \(paths.count == 1 ? "one path" : "\(paths.count) paths") for ∂L/∂\(label)"
  }

  private func route(_ path: GradientPath) -> String {
    let units = path.neurons.enumerated().map { offset, neuron in
      Quantity(.activation, layer: parameter.layer + offset).name
        + "[\(neuron - 1 + indexBase)]"
    }
    return ([label] + units + ["L"]).joined(separator: " → ")
  }
}
