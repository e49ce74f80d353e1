import Backpropagation
import Exercises
import Formulas

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
    /// The values that tell whether a ReLU unit lets nothing through: z, else a.
    var gates: [Value] = []
  }

  /// One line in a box: some entries of a value.
  struct Line: Sendable {
    let label: String
    let value: Value
    let entries: Range<Int>
  }

  /// A value of the network and where it comes from.
  struct Value: Sendable {
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
  let weights: [Value?]
  /// How far along the lines into each layer the weights are written, as a share.
  let weightShares: [Double]
  let isTurned: Bool
  /// How many units of each layer there are, drawn or not.
  let sizes: [Int]
  let activations: [Activation]
  let sampleCount: Int
  let width: Int
  let height: Int
  /// What of the drawing is the same for every submission.
  private(set) var outline = NetworkOutline()

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
    let plan = NetworkPlan(exercise, block)
    let drawn = sizes.map { $0 <= Self.mostUnits.all ? $0 : Self.mostUnits.some }
    let contents = (0...block.layerCount).map { layer in
      (0..<drawn[layer]).map { plan.lines(layer: layer, unit: $0) }
    }
    let lossLines = plan.lossLines
    let heights = contents.map { layer in
      layer.map { NetworkPlan.height(lines: $0.count) }.max() ?? 0
    }
    let columns = zip(heights, drawn).map { $0 * $1 + NetworkPlan.gap * ($1 - 1) }
    let tallest = max(columns.max() ?? 0, NetworkPlan.height(lines: lossLines.count))
    var x = NetworkPlan.margin
    var layers: [[Box]] = []
    for layer in 0...block.layerCount {
      let top = NetworkPlan.margin + (tallest - columns[layer]) / 2
      layers.append(
        contents[layer].indices.map { unit in
          var box = Box(
            name: plan.name(layer: layer, unit: unit),
            remark: layer == 0 ? "" : block.activations[layer - 1].rawValue, x: x,
            y: top + unit * (heights[layer] + NetworkPlan.gap), width: plan.widths[layer],
            height: heights[layer], lines: contents[layer][unit])
          if layer > 0, block.activations[layer - 1].canDie { box.gates = plan.gates(layer) }
          return box
        })
      x += plan.widths[layer] + NetworkPlan.room
    }
    self.layers = layers
    weightShares = (1...block.layerCount).map { NetworkPlan.share(layers[$0 - 1], layers[$0]) }
    if lossLines.isEmpty {
      loss = nil
      x -= NetworkPlan.room
    } else {
      x -= NetworkPlan.room / 2
      let height = NetworkPlan.height(lines: lossLines.count)
      loss = Box(
        name: "loss", remark: "", x: x, y: NetworkPlan.margin + (tallest - height) / 2,
        width: plan.lossWidth, height: height, lines: lossLines)
      x += plan.lossWidth
    }
    weights = (1...block.layerCount).map { layer in
      drawn[layer] * drawn[layer - 1] <= Self.mostWeights ? plan.value(.weight, layer) : nil
    }
    width = x + NetworkPlan.margin
    let hasMore = drawn != sizes
    height = tallest + 2 * NetworkPlan.margin + (hasMore ? NetworkPlan.gap : 0)
    outline = NetworkOutline(of: self)
  }
}
