import Backpropagation
import Exercises
import Formulas
import Grading

/// An exercise's network as a drawing, with what may be shown of its values.
///
/// That is what the exercise gives, what the student chose and what the student handed in, right
/// or wrong; the key's values only where the feedback reveals them.
struct NetworkPicture: Sendable {
  /// A box of the drawing: a unit, or the loss.
  struct Box: Sendable {
    let name: String
    /// What stands beside the name, such as the activation.
    let remark: String
    let x: Int
    let y: Int
    let width: Int
    let height: Int
    let lines: [Line]
    /// The quantities that tell whether a ReLU unit lets nothing through: z, else a.
    var gates: [Quantity] = []
  }

  /// One line in a box: some entries of a value.
  struct Line: Sendable {
    let label: String
    let quantity: Quantity
    let entries: Range<Int>
  }

  /// A value of the network and where it comes from.
  struct Quantity: Sendable {
    enum Source: Sendable {
      case given(Tensor)
      case chosen(String)
      case step(Int)
    }

    let source: Source
    let shape: Shape
  }

  let layers: [[Box]]
  let loss: Box?
  /// The weights into each layer but the first, where they are few enough to be written down.
  let weights: [Quantity?]
  /// How far along the lines into each layer the weights are written, as a share.
  let weightShares: [Double]
  let isTurned: Bool
  /// How many units of each layer there are, drawn or not.
  let sizes: [Int]
  let activations: [Activation]
  let sampleCount: Int
  let width: Int
  let height: Int

  /// The most units of a layer that are all drawn, and how many are drawn of a larger one.
  private static let mostUnits = (all: 8, some: 6)
  /// The most weights between two layers that are written at their lines.
  private static let mostWeights = 12
  /// The most samples whose values are written in a box.
  static let mostSamples = 4

  init?(_ exercise: Exercise) {
    guard let block = exercise.network else { return nil }
    sizes = block.sizes
    activations = block.activations
    sampleCount = block.isBatch ? block.sampleCount : 1
    isTurned = block.layout == .sourceDestination
    let plan = Plan(exercise, block)
    let drawn = sizes.map { $0 <= Self.mostUnits.all ? $0 : Self.mostUnits.some }
    let contents = (0...block.layerCount).map { layer in
      (0..<drawn[layer]).map { plan.lines(layer: layer, unit: $0) }
    }
    let lossLines = plan.lossLines
    let heights = contents.map { layer in
      layer.map { Plan.height(lines: $0.count) }.max() ?? 0
    }
    let columns = zip(heights, drawn).map { $0 * $1 + Plan.gap * ($1 - 1) }
    let tallest = max(columns.max() ?? 0, Plan.height(lines: lossLines.count))
    var x = Plan.margin
    var layers: [[Box]] = []
    for layer in 0...block.layerCount {
      let top = Plan.margin + (tallest - columns[layer]) / 2
      layers.append(
        contents[layer].indices.map { unit in
          var box = Box(
            name: plan.name(layer: layer, unit: unit),
            remark: layer == 0 ? "" : block.activations[layer - 1].rawValue, x: x,
            y: top + unit * (heights[layer] + Plan.gap), width: plan.widths[layer],
            height: heights[layer], lines: contents[layer][unit])
          if layer > 0, block.activations[layer - 1] == .relu { box.gates = plan.gates(layer) }
          return box
        })
      x += plan.widths[layer] + Plan.room
    }
    self.layers = layers
    weightShares = (1...block.layerCount).map { Plan.share(layers[$0 - 1], layers[$0]) }
    if lossLines.isEmpty {
      loss = nil
      x -= Plan.room
    } else {
      x -= Plan.room / 2
      let height = Plan.height(lines: lossLines.count)
      loss = Box(
        name: "loss", remark: "", x: x, y: Plan.margin + (tallest - height) / 2,
        width: plan.lossWidth, height: height, lines: lossLines)
      x += plan.lossWidth
    }
    weights = (1...block.layerCount).map { layer in
      drawn[layer] * drawn[layer - 1] <= Self.mostWeights ? plan.quantity("W\(layer)") : nil
    }
    width = x + Plan.margin
    let hasMore = drawn != sizes
    height = tallest + 2 * Plan.margin + (hasMore ? Plan.gap : 0)
  }
}

/// Where things stand in the drawing, and which values belong there.
private struct Plan {
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

  /// The value of a name, if the exercise gives it, asks for it or lets it be chosen.
  func quantity(_ name: String) -> NetworkPicture.Quantity? {
    guard let slot = exercise.program.slot(named: name) else { return nil }
    let shape = exercise.program.shape(of: slot)
    if let given = exercise.givens.first(where: { $0.slot == slot }) {
      return NetworkPicture.Quantity(source: .given(given.value), shape: shape)
    }
    if let choice = exercise.choices.first(where: { $0.slot == slot }) {
      return NetworkPicture.Quantity(source: .chosen(choice.name), shape: shape)
    }
    if let index = exercise.steps.firstIndex(where: { $0.value?.slot == slot }) {
      return NetworkPicture.Quantity(source: .step(index), shape: shape)
    }
    return nil
  }

  private func name(_ stem: String) -> String { block.isBatch ? stem.uppercased() : stem }

  func name(layer: Int, unit: Int) -> String {
    let stem = layer == 0 ? name("x") : name("a") + "\(layer)"
    return "\(stem)[\(unit + exercise.indexBase)]"
  }

  func lines(layer: Int, unit: Int) -> [NetworkPicture.Line] {
    let perUnit = block.isBatch ? block.sampleCount : 1
    let values =
      layer == 0
      ? [(name("x"), name("x"), perUnit)]
      : [
        ("b", "b\(layer)", 1), ("z", name("z") + "\(layer)", perUnit),
        ("a", name("a") + "\(layer)", perUnit), ("δ", "delta\(layer)", perUnit),
        ("∂b", "db\(layer)", 1),
      ]
    return values.compactMap { label, name, count in
      quantity(name).map {
        NetworkPicture.Line(
          label: layer == 0 ? "" : label, quantity: $0, entries: unit * count..<(unit + 1) * count)
      }
    }
  }

  /// z of a layer, and a.
  func gates(_ layer: Int) -> [NetworkPicture.Quantity] {
    ["z", "a"].compactMap { quantity(name($0) + "\(layer)") }
  }

  var lossLines: [NetworkPicture.Line] {
    [("y", name("y")), ("L", "L")].compactMap { label, name in
      quantity(name).map {
        NetworkPicture.Line(label: label, quantity: $0, entries: 0..<$0.shape.count)
      }
    }
  }
}
