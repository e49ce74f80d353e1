import Backpropagation
import Exercises
import Formulas
import Numerics

/// The network of an exercise while somebody looks at it and moves its numbers.
///
/// A page asks for it once as ``structure``, then for a ``frame(_:)`` whenever a number has moved;
/// everything else is said of the numbers of the last frame. Numbers go in and out as plain lists, in
/// the order that the structure has them, since a slider asks sixty times a second.
package struct Scene: Sendable {
  /// A value of the network: something that may be moved, or something that is computed.
  struct Block: Sendable {
    let quantity: Quantity
    let slot: Program.Slot
    let shape: Shape
    let isInput: Bool
    /// Whether there is an entry for each unit and sample.
    let isPerSample: Bool
  }

  let exercise: Exercise
  let network: MovableNetwork
  /// The inputs, then what is computed, in the order in which numbers go in and out.
  let blocks: [Block]
  /// How many of the blocks are inputs.
  let inputCount: Int
  /// The gradient of the loss by each input, where there is one.
  let gradients: [Program.Slot?]
  let loss: Program.Slot
  /// The numbers that the exercise has, and the student chose.
  let start: [Double]
  var values: Evaluation

  /// η where the exercise has none.
  static let usualRate = 0.1

  /// - Parameters:
  ///   - exercise: With the numbers of a student where everyone has others.
  ///   - chosen: What the student chose, by name; where nothing was, there are numbers to begin with.
  /// - Returns: Nil where the exercise has no network.
  package init?(_ exercise: Exercise, chosen: [(name: String, value: Tensor)] = []) {
    guard let block = exercise.network,
      let network = try? MovableNetwork(
        block, indexBase: exercise.indexBase, otherRate: Scene.usualRate),
      let loss = network.definitions.first(where: {
        $0.quantity.role == .loss && !$0.quantity.isUpdated
      })?.slot
    else { return nil }
    self.exercise = exercise
    self.network = network
    self.loss = loss
    let perSample: [Quantity.Role] = [
      .input, .target, .preActivation, .activation, .errorSignal,
    ]
    func blocks(_ values: [MovableNetwork.Value], isInput: Bool) -> [Block] {
      values.map {
        Block(
          quantity: $0.quantity, slot: $0.slot, shape: network.program.shape(of: $0.slot),
          isInput: isInput, isPerSample: perSample.contains($0.quantity.role))
      }
    }
    let inputs = blocks(network.inputs.map { $0.value }, isInput: true)
    self.blocks = inputs + blocks(network.definitions, isInput: false)
    inputCount = inputs.count
    gradients = inputs.map { Scene.gradient(by: $0.quantity, in: network) }
    let drawn = exercise.drawnChoices(1)
    var start: [Double] = []
    for (value, number) in network.inputs {
      let name = value.quantity.name
      let other =
        chosen.first { $0.name == name }?.value
        ?? drawn.first { exercise.program.name(of: $0.slot) == name }?.value
      start += (other ?? number).entries
    }
    self.start = start
    values = Evaluation(network.program)
    _ = frame(start)
  }

  private static func gradient(
    by quantity: Quantity, in network: MovableNetwork
  ) -> Program.Slot? {
    let role: Quantity.Role
    switch quantity.role {
    case .weight: role = .weightGradient
    case .bias: role = .biasGradient
    case .input, .target:
      return network.dataGradients.first { $0.quantity == quantity }?.slot
    default: return nil
    }
    return network.definitions.first {
      $0.quantity.role == role && $0.quantity.layer == quantity.layer
    }?.slot
  }

  /// Computes everything from the inputs' numbers.
  ///
  /// - Returns: The entries of what is computed, of the gradients by x and y, and of
  ///   ``states``; nil where there are not as many numbers as the inputs have.
  package mutating func frame(_ numbers: [Double]) -> [Double]? {
    guard numbers.count == blocks[..<inputCount].reduce(0, { $0 + $1.shape.count }) else {
      return nil
    }
    var place = 0
    for block in blocks[..<inputCount] {
      for entry in 0..<block.shape.count {
        values.set(block.slot, entry: entry, to: numbers[place])
        place += 1
      }
    }
    values.run()
    var reply: [Double] = []
    for block in blocks[inputCount...] { reply += values.value(of: block.slot).entries }
    for gradient in network.dataGradients { reply += values.value(of: gradient.slot).entries }
    return reply + states
  }

  /// What a unit is at one sample.
  enum State: Double {
    case active = 0
    /// ReLU lets nothing through.
    case dead = 1
    /// The slope of the activation is nearly 0.
    case saturated = 2
  }

  func state(of z: Double, _ activation: Activation) -> State {
    if activation.canDie { return Kink.isAlive(z) ? .active : .dead }
    guard let limit = activation.saturation else { return .active }
    return abs(z) > limit ? .saturated : .active
  }

  /// The state of every unit of every layer, for each sample.
  private var states: [Double] {
    var states: [Double] = []
    for block in blocks[inputCount...]
    where block.quantity.role == .preActivation && !block.quantity.isUpdated {
      let activation = network.block.activations[(block.quantity.layer ?? 1) - 1]
      for entry in 0..<block.shape.count {
        states.append(state(of: values.entry(entry, of: block.slot), activation).rawValue)
      }
    }
    return states
  }
}
