import Backpropagation
import Exercises
import Formulas

/// Where things stand in the drawing, and which values belong there.
struct NetworkPlan {
  static let margin = 6
  static let gap = 16
  /// Between two layers, for the lines and their weights.
  static let room = 84

  private let exercise: Exercise
  private let block: NetworkBlock
  /// How wide the boxes of each layer are.
  let widths: [Int]
  let lossWidth: Int

  init(_ exercise: Exercise, _ block: NetworkBlock) {
    self.exercise = exercise
    self.block = block
    let shown = block.isBatch ? min(block.sampleCount, NetworkPicture.mostSamples) : 1
    let inner = shown == 1 ? 132 : 40 + 54 * shown
    // Inputs and targets are given, so their boxes can be made to measure.
    func fitted(_ samples: [[Double]]) -> Int {
      let longest = samples.joined().map { Numbers.short($0, digits: 4).count }.max() ?? 1
      return min(inner, max(72, 30 + 8 * (longest + 1) * shown))
    }
    widths = [fitted(block.inputs)] + block.activations.map { _ in inner }
    lossWidth = max(100, fitted(block.targets))
  }

  /// Where along the lines between two layers the weights stand farthest from each other.
  static func share(_ sources: [NetworkPicture.Box], _ targets: [NetworkPicture.Box]) -> Double {
    func clearance(_ share: Double) -> Double {
      let places = sources.flatMap { source in
        targets.map { target in
          Double(source.y + source.height / 2)
            + share * Double(target.y + target.height / 2 - source.y - source.height / 2)
        }
      }.sorted()
      return zip(places, places.dropFirst()).map { $1 - $0 }.min() ?? 0
    }
    let shares = [0.5, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8]
    return shares.max { clearance($0) + 1 < clearance($1) } ?? 0.5
  }

  static func height(lines: Int) -> Int { 26 + 17 * lines }

  /// A value of the network, if the exercise gives it, asks for it or lets it be chosen.
  func value(_ role: Quantity.Role, _ layer: Int? = nil) -> NetworkPicture.Value? {
    guard let slot = exercise.slot(of: role, layer: layer) else { return nil }
    let shape = exercise.program.shape(of: slot)
    if let given = exercise.givens.first(where: { $0.slot == slot }) {
      return NetworkPicture.Value(source: .given(given.value), shape: shape)
    }
    if let choice = exercise.choices.first(where: { $0.slot == slot }) {
      return NetworkPicture.Value(source: .chosen(choice.name), shape: shape)
    }
    if let index = exercise.steps.firstIndex(where: { $0.value?.slot == slot }) {
      return NetworkPicture.Value(source: .step(index), shape: shape)
    }
    return nil
  }

  func name(layer: Int, unit: Int) -> String {
    let activations = Quantity(.activation, isBatch: block.isBatch).inLayer(layer)
    return "\(activations.name)[\(unit + exercise.indexBase)]"
  }

  func lines(layer: Int, unit: Int) -> [NetworkPicture.Line] {
    let perUnit = block.isBatch ? block.sampleCount : 1
    let values: [(label: String, role: Quantity.Role, count: Int)] =
      layer == 0
      ? [("", .input, perUnit)]
      : [
        ("b", .bias, 1), ("z", .preActivation, perUnit), ("a", .activation, perUnit),
        ("δ", .errorSignal, perUnit), ("∂b", .biasGradient, 1),
      ]
    return values.compactMap { label, role, count in
      value(role, layer).map {
        // One bias may serve the whole layer.
        let isShared = $0.shape.count == 1
        return NetworkPicture.Line(
          label: label, value: $0,
          entries: isShared ? 0..<1 : unit * count..<(unit + 1) * count)
      }
    }
  }

  /// z of a layer, and a.
  func gates(_ layer: Int) -> [NetworkPicture.Value] {
    [Quantity.Role.preActivation, .activation].compactMap { value($0, layer) }
  }

  var lossLines: [NetworkPicture.Line] {
    let values: [(label: String, role: Quantity.Role)] = [("y", .target), ("L", .loss)]
    return values.compactMap { label, role in
      value(role).map {
        NetworkPicture.Line(label: label, value: $0, entries: 0..<$0.shape.count)
      }
    }
  }
}
