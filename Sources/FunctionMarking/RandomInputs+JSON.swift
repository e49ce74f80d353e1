import Backpropagation
import Exercises
import LocatedJSON

extension RandomInputs {
  static let countKey = Key("count", "How many inputs are drawn; 20 by default.")
  static let seedKey = Key("seed", "A whole number; the same one gives the same inputs.")
  static let fromKey = Key("from", "The lower bound of every number; −1 by default.")
  static let toKey = Key("to", "The upper bound of every number; 1 by default.")
  static let shapeKey = Key("shape", "The lengths of the one parameter's lists: [4] or [2, 3].")
  static let shapesKey = Key("shapes", "The lengths of each parameter's lists, by its name.")
  static let fixedKey = Key("fixed", "Parameters that have the same value every time, by name.")
  static let networkKey = Key(
    "network",
    "Draws weights, biases, x, y, X, Y and learningRate that fit each other, and what an optimiser "
      + "keeps.")
  static let layersKey = Key("layers", "The fewest and the most layers: [1, 6].")
  static let unitsKey = Key("units", "The fewest and the most units of a layer: [1, 5].")
  static let keys = [
    countKey, seedKey, fromKey, toKey, shapeKey, shapesKey, fixedKey, networkKey,
  ]
  static let networkKeys = [layersKey, unitsKey]

  /// Reads a block of random inputs, reporting everything that is wrong with it.
  ///
  /// - Parameter setting: Which networks are drawn.
  init?(
    _ value: LocatedValue, for signature: Signature, _ setting: NetworkSetting,
    report: ProblemReport
  ) {
    guard
      let object = ObjectReader(
        value, describing: "random inputs", keys: RandomInputs.keys, report: report)
    else { return nil }
    if let count: Int = object.optional(RandomInputs.countKey) { self.count = count }
    if !(1...CodeCases.most).contains(count) {
      report.report(
        "'count' must be from 1 to \(CodeCases.most)",
        at: object.value(RandomInputs.countKey)?.range ?? object.range)
      count = 1
    }
    if let seed: Int = object.optional(RandomInputs.seedKey) { self.seed = seed }
    if let from: Double = object.optional(RandomInputs.fromKey) { self.from = from }
    if let to: Double = object.optional(RandomInputs.toKey) { self.to = to }
    if !(from <= to) {
      report.report(
        "'from' must not be above 'to'",
        at: object.value(RandomInputs.fromKey)?.range ?? object.range)
    } else if !(max(abs(from), abs(to)) <= RandomInputs.largest) {
      report.report("'from' and 'to' must be at most 1e15 in size", at: object.range)
    }
    readFixed(object.value(RandomInputs.fixedKey), signature, report)
    readNetworks(object.value(RandomInputs.networkKey), setting, report)
    readShapes(object, signature, report)
    for parameter in signature.parameters where fixed[parameter.name] == nil {
      check(parameter, object, report)
    }
  }

  /// The largest bound: every whole number up to it is a Double too.
  private static let largest = 1e15

  private mutating func readFixed(
    _ value: LocatedValue?, _ signature: Signature, _ report: ProblemReport
  ) {
    guard let value else { return }
    guard case .object(let members) = value.kind else {
      report.report("'fixed' must be an object of parameters and values", at: value)
      return
    }
    for member in members {
      guard let parameter = signature.parameter(member.name, at: member.nameRange, report) else {
        continue
      }
      fixed[member.name] = FunctionValue(
        member.value, as: parameter.type, calling: "'\(member.name)'", report: report)
    }
  }

  private mutating func readNetworks(
    _ value: LocatedValue?, _ setting: NetworkSetting, _ report: ProblemReport
  ) {
    guard let value,
      let object = ObjectReader(
        value, describing: "'network' of random inputs",
        keys: RandomInputs.networkKeys, report: report)
    else { return }
    var networks = Networks()
    func range(_ key: Key, _ most: Int) -> ClosedRange<Int>? {
      guard let bounds: [Int] = object.optionalArray(key) else { return nil }
      guard bounds.count == 2, 1 <= bounds[0], bounds[0] <= bounds[1], bounds[1] <= most else {
        report.report(
          "'\(key.name)' must be the fewest and the most, as in [1, \(most)]",
          at: object.value(key)?.range ?? object.range)
        return nil
      }
      return bounds[0]...bounds[1]
    }
    if let layers = range(RandomInputs.layersKey, Networks.mostLayers) { networks.layers = layers }
    if let units = range(RandomInputs.unitsKey, 12) { networks.units = units }
    networks.setting = setting
    self.networks = networks
  }

  private mutating func readShapes(
    _ object: ObjectReader, _ signature: Signature, _ report: ProblemReport
  ) {
    if let sizes: [Int] = object.optionalArray(RandomInputs.shapeKey) {
      if signature.parameters.count == 1 {
        shapes[signature.parameters[0].name] = sizes
      } else {
        report.report(
          "with several parameters write 'shapes', as in {\"\(signature.parameters.first?.name ?? "x")\": [3]}",
          at: object.value(RandomInputs.shapeKey)?.range ?? object.range)
      }
    }
    if let value = object.value(RandomInputs.shapesKey) {
      guard case .object(let members) = value.kind else {
        report.report("'shapes' must be an object of parameters and lists of lengths", at: value)
        return
      }
      for member in members
      where signature.parameter(member.name, at: member.nameRange, report) != nil {
        let name = "the shape of '\(member.name)'"
        shapes[member.name] = report.readArray(member.value, of: Int.self, calling: name)
      }
    }
  }

  /// Whether values can be drawn for a parameter.
  private func check(
    _ parameter: Signature.Parameter, _ object: ObjectReader, _ report: ProblemReport
  ) {
    if let networks, let type = networks.type(of: parameter.name) {
      if parameter.type != type {
        report.report(
          "'\(parameter.name)' is drawn with a network as \(type), not \(parameter.type)",
          at: object.range)
      }
      return
    }
    let sizes = shapes[parameter.name] ?? []
    if sizes.count != parameter.type.arrayDepth {
      let depth = parameter.type.arrayDepth
      report.report(
        "'\(parameter.name)' is \(parameter.type), so its shape has \(depth) "
          + "\(depth == 1 ? "length" : "lengths"), not \(sizes.count)", at: object.range)
    } else if sizes.contains(where: { $0 < 0 }) {
      report.report(
        "the shape of '\(parameter.name)' has a length below 0", at: object.range)
    } else if sizes.contains(where: { $0 > 1000 })
      || sizes.reduce(1, { $0 * max(1, $1) }) > 10_000
    {
      report.report("the shape of '\(parameter.name)' is too large", at: object.range)
    }
    if parameter.type.element == .int, from.rounded(.up) > to, from <= to {
      report.report("there is no whole number between 'from' and 'to'", at: object.range)
    }
  }
}

extension ValueType {
  /// The type of the numbers in arrays of any depth.
  var element: ValueType {
    if case .array(let element) = self { element.element } else { self }
  }
}

extension Signature {
  /// The parameter of a name; reported where there is none.
  func parameter(
    _ name: String, at place: Range<Int>, _ report: ProblemReport
  ) -> Signature.Parameter? {
    if let parameter = parameters.first(where: { $0.name == name }) { return parameter }
    let names = parameters.map { $0.name }
    let advice =
      Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
      ?? (names.isEmpty
        ? "it has none" : "it has \(names.map { "'\($0)'" }.joined(separator: ", "))")
    report.report("the function has no parameter '\(name)'; \(advice)", at: place)
    return nil
  }
}
