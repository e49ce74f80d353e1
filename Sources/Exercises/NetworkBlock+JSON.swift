import Backpropagation
import Formulas
import LocatedJSON

extension NetworkBlock {
  /// Reads a network block, or reports everything that is wrong with it.
  init?(_ value: LocatedValue, report: ProblemReport) {
    guard
      let object = ObjectReader(
        value, describing: "a network", keys: NetworkKeys.all, report: report)
    else { return nil }
    let sizes: [Int]? = object.requiredArray(NetworkKeys.sizes)
    let names: [LocatedString]? = object.requiredArray(NetworkKeys.activations)
    let activations = names?.compactMap { Activation($0, calling: "an activation", report) }
    let lossName: LocatedString? = object.required(NetworkKeys.loss)
    let loss = lossName.flatMap { Loss($0, calling: "a loss", report) }
    let layoutName: LocatedString? = object.optional(NetworkKeys.weightLayout)
    let layout =
      layoutName.map { WeightLayout($0, calling: "a weight layout", report) }
      ?? .destinationSource
    NetworkBlock.reportMissing(object, report)
    let training = TrainingReader(object: object, report: report)
    let (learningRate, penalty) = (training.learningRate, training.penalty)
    let optimiser = training.optimiser
    guard let sizes, let names, let activations, let loss, let layout,
      activations.count == names.count
    else { return nil }
    guard NetworkBlock.areSizes(sizes, activations.count, object, report) else { return nil }

    self.sizes = sizes
    self.activations = activations
    self.loss = loss
    self.layout = layout
    self.penalty = penalty
    frozen = training.frozen(layers: activations.count)
    var reader = DataReader(object: object, report: report, sizes: sizes, layout: layout)
    // Both are read before either is given up, so that all that is wrong is reported.
    let (readSamples, readParameters) = (reader.samples(), reader.parameters())
    guard let samples = readSamples, let parameters = readParameters else { return nil }
    (inputs, targets, isBatch) = samples
    (weights, biases) = parameters
    draws = reader.draws
    sharedBiases = reader.sharedBiases
    if loss == .hinge { NetworkBlock.checkSigns(targets, draws, object, report) }
    update = nil
    guard let learningRate else { return }
    update = NetworkUpdate(learningRate: learningRate, optimiser: optimiser)
    let moments = training.moments(of: self)
    update = NetworkUpdate(learningRate: learningRate, optimiser: optimiser, moments: moments)
  }

  /// Reports targets that the hinge loss has no meaning for.
  private static func checkSigns(
    _ targets: [[Double]], _ draws: [Draw], _ object: ObjectReader, _ report: ProblemReport
  ) {
    let drawn = draws.compactMap { draw in
      if case .target(let sample) = draw.target { sample } else { nil }
    }
    for (sample, target) in targets.enumerated()
    where !drawn.contains(sample) && !target.allSatisfy({ abs($0) == 1 }) {
      let place = object.value(NetworkKeys.target) ?? object.value(NetworkKeys.targets)
      report.report(
        "with the loss 'hinge' every target is -1 or 1", at: place?.range ?? object.range)
      return
    }
  }

  /// Reports the numbers that are not there at all.
  private static func reportMissing(_ object: ObjectReader, _ report: ProblemReport) {
    let weights = object.requiredValue(NetworkKeys.weights)
    if weights?.isChoose != true { _ = object.requiredValue(NetworkKeys.biases) }
    let keys = [
      NetworkKeys.input, NetworkKeys.target, NetworkKeys.inputs, NetworkKeys.targets,
    ]
    let isThere = keys.map { object.value($0) != nil }
    if isThere != [true, true, false, false], isThere != [false, false, true, true] {
      report.report(
        "a network needs 'input' and 'target' for one sample, or 'inputs' and 'targets' for several",
        at: object.range)
    }
  }

  private static func areSizes(
    _ sizes: [Int], _ layers: Int, _ object: ObjectReader, _ report: ProblemReport
  ) -> Bool {
    let place = object.value(NetworkKeys.sizes)?.range ?? object.range
    guard sizes.count >= 2, sizes.allSatisfy({ $0 >= 1 }) else {
      report.report(
        "'sizes' needs the number of inputs and of every layer's units, each at least 1", at: place)
      return false
    }
    guard sizes.allSatisfy({ $0 <= Formula.largest }),
      zip(sizes, sizes.dropFirst()).allSatisfy({ $0 * $1 <= Formula.largest })
    else {
      report.report("a weight matrix may have at most \(Formula.largest) entries", at: place)
      return false
    }
    guard layers == sizes.count - 1 else {
      report.report(
        "'activations' needs one entry for each of the \(sizes.count - 1) layers after the input, "
          + "but it has \(layers)",
        at: object.value(NetworkKeys.activations)?.range ?? object.range)
      return false
    }
    return true
  }
}

/// Reads the numbers of a network block once its sizes are known.
private struct DataReader {
  let object: ObjectReader
  let report: ProblemReport
  let sizes: [Int]
  let layout: NetworkBlock.WeightLayout
  /// The numbers met so far that are drawn for each student.
  private(set) var draws: [Draw] = []
  /// The layers that have one bias.
  private(set) var sharedBiases: Set<Int> = []

  /// The samples, and whether they were given as lists.
  mutating func samples() -> (inputs: [[Double]], targets: [[Double]], isBatch: Bool)? {
    let single = [NetworkKeys.input, NetworkKeys.target].map { object.value($0) }
    let several = [NetworkKeys.inputs, NetworkKeys.targets].map { object.value($0) }
    switch (single[0], single[1], several[0], several[1]) {
    case (let input?, let target?, nil, nil):
      let x = vector(input, "'input'", sizes[0], .input(sample: 0))
      let y = vector(target, "'target'", sizes[sizes.count - 1], .target(sample: 0))
      guard let x, let y else { return nil }
      return ([x], [y], false)
    case (nil, nil, let inputs?, let targets?):
      let x = list(inputs, "'inputs'", sizes[0]) { .input(sample: $0) }
      let y = list(targets, "'targets'", sizes[sizes.count - 1]) { .target(sample: $0) }
      guard let x, let y else { return nil }
      guard x.count == y.count else {
        report.report(
          "'inputs' has \(x.count) entries and 'targets' \(y.count); each sample needs both",
          at: targets)
        return nil
      }
      return (x, y, true)
    default: return nil
    }
  }

  private mutating func list(
    _ value: LocatedValue, _ name: String, _ count: Int, _ place: (Int) -> Draw.Target
  ) -> [[Double]]? {
    guard case .array(let items) = value.kind, !items.isEmpty else {
      report.report("\(name) must be a list with one entry for each sample", at: value)
      return nil
    }
    var vectors: [[Double]?] = []
    for (index, item) in items.enumerated() {
      vectors.append(vector(item, "every entry of \(name)", count, place(index)))
    }
    return vectors.contains { $0 == nil } ? nil : vectors.compactMap { $0 }
  }

  /// The numbers as they are, or zeros where they are drawn for each student.
  private mutating func numbers(
    _ value: LocatedValue, _ name: String, _ shape: Shape, _ target: Draw.Target
  ) -> Tensor? {
    guard value.isRandom else { return Tensor(value, calling: name, report: report) }
    guard let random = RandomValue(value, calling: name, shape: shape, report: report) else {
      return nil
    }
    draws.append(Draw(random: random, target: target, place: value.range))
    return random.placeholder
  }

  private mutating func vector(
    _ value: LocatedValue, _ name: String, _ count: Int, _ target: Draw.Target
  ) -> [Double]? {
    guard let tensor = numbers(value, name, .vector(count), target) else { return nil }
    if tensor.shape == .vector(count) || (count == 1 && tensor.shape == .scalar) {
      return tensor.entries
    }
    report.report(
      "\(name) must be \(Shape.vector(count)) by 'sizes', but it is \(tensor.shape)", at: value)
    return nil
  }

  /// W and b of each layer; nil inside where the student chooses.
  mutating func parameters() -> (weights: [Tensor]?, biases: [Tensor]?)? {
    let weights = tensors(NetworkKeys.weights, shape: weightShape) { .weights(layer: $0) }
    let biases = tensors(NetworkKeys.biases, shape: biasShape) { .biases(layer: $0) }
    guard let weights, let biases else { return nil }
    return (weights.tensors, biases.tensors)
  }

  private func weightShape(_ layer: Int) -> Shape {
    let (outputs, inputs) = (sizes[layer], sizes[layer - 1])
    return layout == .destinationSource ? .matrix(outputs, inputs) : .matrix(inputs, outputs)
  }

  private func biasShape(_ layer: Int) -> Shape { .vector(sizes[layer]) }

  /// Where the weights or biases come from.
  private enum Parameters {
    case given([Tensor])
    case chosen

    var tensors: [Tensor]? {
      if case .given(let tensors) = self { tensors } else { nil }
    }
  }

  /// One value for each layer, or nil for a problem.
  private mutating func tensors(
    _ key: Key, shape: (Int) -> Shape, place: (Int) -> Draw.Target
  ) -> Parameters? {
    // What must not be left out has been reported.
    guard let value = object.value(key), !value.isChoose else { return .chosen }
    guard case .array(let items) = value.kind, items.count == sizes.count - 1 else {
      report.report(
        "'\(key.name)' must be a list with one entry for each of the \(sizes.count - 1) layers, "
          + "or \"choose\"", at: value)
      return nil
    }
    var result: [Tensor] = []
    for (index, item) in items.enumerated() {
      let name = "'\(key.name)' of layer \(index + 1)"
      let expected = shape(index + 1)
      guard let tensor = numbers(item, name, expected, place(index + 1)) else { continue }
      if expected.rank == 1, tensor.shape == .scalar {
        sharedBiases.insert(index + 1)
        result.append(tensor)
        continue
      }
      guard tensor.shape == expected else {
        let advice =
          tensor.shape.transposed == expected && expected.rank == 2
          ? "; it looks transposed: see 'weightLayout'" : ""
        report.report(
          "\(name) must be \(expected) by 'sizes', but it is \(tensor.shape)\(advice)", at: item)
        continue
      }
      result.append(tensor)
    }
    return result.count == items.count ? .given(result) : nil
  }
}

extension LocatedValue {
  fileprivate var isChoose: Bool {
    if case .string("choose") = kind { true } else { false }
  }
}
