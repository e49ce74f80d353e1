import Exercises
import Numerics

/// Inputs drawn at random, the same on every machine.
struct RandomInputs: Sendable {
  var count = 20
  var seed = 1
  var from = -1.0
  var to = 1.0
  /// The lengths of each parameter's lists, from the outermost; none for a number.
  var shapes: [String: [Int]] = [:]
  /// Values that are the same in every draw.
  var fixed: [String: FunctionValue] = [:]
  var networks: Networks?

  /// Networks whose weights, biases and samples are drawn to fit each other.
  struct Networks: Sendable {
    var layers = 1...3
    var units = 1...4
    var setting = NetworkSetting()

    static let mostLayers = 8

    /// Whether the targets of a sample are probabilities that add up to 1, as cross-entropy has it.
    var targetsAddUp: Bool { setting.loss == .crossEntropy }

    /// The type of a parameter that is drawn; nil for any other.
    func type(of name: String) -> ValueType? {
      Networks.drawn[name].map { setting.type(of: name, $0) }
    }

    /// The parameters that are drawn, with their types.
    private static let drawn: [String: ValueType] = {
      var types: [String: ValueType] = [
        "weights": .array(.matrix), "biases": .matrix, "x": .vector, "y": .vector, "X": .matrix,
        "Y": .matrix, "learningRate": .double,
      ]
      for (name, type) in remembered { types[name] = type }
      return types
    }()

    /// What an optimiser has besides; drawn only where a function has a parameter of the name, so
    /// that other functions are tried on the numbers they always were.
    static let remembered: [String: ValueType] = [
      "momentum": .double, "beta1": .double, "beta2": .double, "epsilon": .double, "t": .int,
      "weightVelocities": .array(.matrix), "biasVelocities": .matrix,
      "weightFirstMoments": .array(.matrix), "biasFirstMoments": .matrix,
      "weightSecondMoments": .array(.matrix), "biasSecondMoments": .matrix,
    ]
  }

  package func arguments(for signature: Signature) -> [[FunctionValue]] {
    var generator = SplitMix64(seed: UInt64(bitPattern: Int64(seed)))
    return (0..<count).map { _ in
      var network = networks.map { draw($0, &generator) } ?? [:]
      let remembered = signature.parameters.map { $0.name }.filter {
        Networks.remembered[$0] != nil
      }
      for name in remembered where networks != nil {
        network[name] = draw(remembered: name, beside: network, &generator)
      }
      return signature.parameters.map { parameter in
        fixed[parameter.name] ?? network[parameter.name]
          ?? draw(parameter.type, shapes[parameter.name] ?? [], &generator)
      }
    }
  }

  private func draw(
    _ type: ValueType, _ shape: [Int], _ generator: inout SplitMix64
  ) -> FunctionValue {
    switch type {
    case .int:
      let number = generator.number(from: from.rounded(.up), to: to.rounded(.down) + 1)
      return .int(Int(number.rounded(.down)))
    case .bool: return .bool(generator.number(from: 0, to: 1) < 0.5)
    case .double, .tuple: return .double(generator.number(from: from, to: to))
    case .array(let element):
      let inner = Array(shape.dropFirst())
      return .array((0..<(shape.first ?? 0)).map { _ in draw(element, inner, &generator) })
    }
  }

  // MARK: Networks

  private func draw(
    _ networks: Networks, _ generator: inout SplitMix64
  ) -> [String: FunctionValue] {
    func whole(_ range: ClosedRange<Int>) -> Int {
      let (low, high) = (Double(range.lowerBound), Double(range.upperBound) + 1)
      return Int(generator.number(from: low, to: high).rounded(.down))
    }
    func vector(_ count: Int, _ low: Double, _ high: Double) -> FunctionValue {
      .array((0..<count).map { _ in .double(generator.number(from: low, to: high)) })
    }
    /// Targets of one sample, all between 0 and 1.
    func targets(_ count: Int) -> [Double] {
      let numbers = (0..<count).map { _ in generator.number(from: 0.05, to: 0.95) }
      let total = networks.targetsAddUp ? numbers.reduce(0, +) : 1
      return numbers.map { $0 / total }
    }
    let layers = whole(networks.layers)
    let sizes = (0...layers).map { _ in whole(networks.units) }
    let samples = whole(2...6)
    var values: [String: FunctionValue] = [:]
    values["weights"] = .array(
      (1...layers).map { layer in
        .array((0..<sizes[layer]).map { _ in vector(sizes[layer - 1], from, to) })
      })
    values["biases"] =
      networks.setting.hasSharedBiases
      ? vector(layers, from, to) : .array((1...layers).map { vector(sizes[$0], from, to) })
    values["x"] = vector(sizes[0], from, to)
    values["y"] = .vector(targets(sizes[layers]))
    values["X"] = .array((0..<sizes[0]).map { _ in vector(samples, from, to) })
    let columns = (0..<samples).map { _ in targets(sizes[layers]) }
    values["Y"] = .array((0..<sizes[layers]).map { row in .vector(columns.map { $0[row] }) })
    values["learningRate"] = .double(generator.number(from: 0.05, to: 1))
    return values
  }

  /// A constant of an optimiser, or what it keeps of the weights or biases of a network.
  private func draw(
    remembered name: String, beside network: [String: FunctionValue],
    _ generator: inout SplitMix64
  ) -> FunctionValue? {
    func like(_ value: FunctionValue, _ range: ClosedRange<Double>) -> FunctionValue {
      guard case .array(let items) = value else {
        return .double(generator.number(from: range.lowerBound, to: range.upperBound))
      }
      return .array(items.map { like($0, range) })
    }
    switch name {
    case "t": return .int(Int(generator.number(from: 1, to: 6).rounded(.down)))
    case "epsilon": return .double(generator.number(from: 1e-4, to: 1e-2))
    case "momentum", "beta1": return .double(generator.number(from: 0.5, to: 0.95))
    case "beta2": return .double(generator.number(from: 0.8, to: 0.99))
    default:
      // A mean of squares is not negative.
      let range = name.pieces(between: "Second").count > 1 ? 0.05...0.5 : -0.5...0.5
      let parameters = name.hasPrefix("weight") ? "weights" : "biases"
      return network[parameters].map { like($0, range) }
    }
  }
}
