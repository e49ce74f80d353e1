import Backpropagation
import Numerics

/// The calculations in a network as the lines of a Swift function, with the equation that each part
/// follows: what a worked solution shows of a function that is held against a reference.
///
/// The parameters have the names that references need. What has no plain spelling has none as a
/// whole: softmax within the network or without its cross-entropy, and GELU.
package struct NetworkSpelling: Sendable {
  let setting: NetworkSetting

  init(_ setting: NetworkSetting) {
    self.setting = setting
  }

  /// The forward pass, which leaves every `z` and `a`, and the `output`.
  private var forward: [String]? {
    guard let applied = applications else { return nil }
    return [
      "let last = weights.count - 1",
      "var z: [[Double]] = []",
      "var a = [x]",
      "for l in weights.indices {",
      "  z.append(",
      "    \(sums))",
    ] + applied.map { "  " + $0 } + ["}", "let output = a[last + 1]"]
  }

  /// z of layer l.
  private var sums: String {
    setting.hasSharedBiases
      ? "weights[l].map { row in zip(row, a[l]).map { $0 * $1 }.reduce(biases[l], +) }"
      : "zip(weights[l], biases[l]).map { row, b in zip(row, a[l]).map { $0 * $1 }.reduce(b, +) }"
  }

  /// What appends the activations of layer l.
  private var applications: [String]? {
    guard let hidden = NetworkSpelling.applied(setting.hidden) else { return nil }
    if setting.output == .softmax {
      return [
        "if l < last {",
        "  a.append(z[l].map { \(hidden) })",
        "} else {",
        "  // The largest is taken off first: no share changes, and no exponential overflows.",
        "  let powers = z[l].map { exp($0 - (z[l].max() ?? 0)) }",
        "  a.append(powers.map { $0 / powers.reduce(0, +) })",
        "}",
      ]
    }
    return NetworkSpelling.applied(setting.output).map { output in
      [
        output == hidden
          ? "a.append(z[l].map { \(hidden) })"
          : "a.append(z[l].map { l < last ? \(hidden) : \(output) })"
      ]
    }
  }

  /// The loss of the sample `x`, `y`.
  var loss: [String]? {
    let sum =
      switch setting.loss {
      case .halfSquaredError: "zip(output, y).map { ($0 - $1) * ($0 - $1) }.reduce(0, +) / 2"
      case .meanSquaredError:
        "zip(output, y).map { ($0 - $1) * ($0 - $1) }.reduce(0, +) / Double(y.count)"
      case .binaryCrossEntropy:
        "-zip(output, y).map { $1 * log($0) + (1 - $1) * log(1 - $0) }.reduce(0, +)"
      case .crossEntropy: "-zip(output, y).map { $1 * log($0) }.reduce(0, +)"
      case .hinge: "zip(output, y).map { max(0, 1 - $0 * $1) }.reduce(0, +)"
      }
    guard var lines = forward else { return nil }
    lines.insert("// Forward: what one layer returns is the input of the next.", at: 0)
    if setting.penalty == 0 { return lines + ["return \(sum)"] }
    return lines + [
      "let penalty = \(penalty) / 2 * weights.joined().joined().map { $0 * $0 }.reduce(0, +)",
      "return \(sum) + penalty",
    ]
  }

  private var penalty: String { NumberText.shortest(setting.penalty) }

  /// The gradients of the sample `x`, `y`.
  var gradients: [String]? {
    let frozen = setting.frozen.sorted { ($0.layer, $0.name) < ($1.layer, $1.name) }
    let cleared = frozen.map { parameters in
      let list = "d\(parameters.isBias ? "b" : "W")[\(parameters.layer - 1)]"
      let zero =
        !parameters.isBias
        ? "\(list).map { $0.map { _ in 0 } }"
        : setting.hasSharedBiases ? "0" : "\(list).map { _ in 0 }"
      let cleared = "\(list) = \(zero)"
      return parameters.layer == 1 ? cleared : "if last >= \(parameters.layer - 1) { \(cleared) }"
    }
    let why = frozen.isEmpty ? [] : ["// What is frozen has no gradient."]
    return passes.map { $0 + why + cleared + ["return (dW, db)"] }
  }

  /// Forward and back for the sample `x`, `y`, which leaves `dW` and `db`.
  private var passes: [String]? {
    guard let forward, let start,
      let slope = NetworkSpelling.slope(setting.hidden, "a[l]", "z[l - 1]")
    else { return nil }
    let share = setting.penalty == 0 ? "" : " + \(penalty) * weights[l][j][i]"
    return ["// Forward: every z and a is kept, since the way back needs them."] + forward + [
      "// BP1: δ of the output layer, \(start.why).",
      "var delta = y.indices.map { i in \(start.delta) }",
      "var (dW, db) = (weights, biases)",
      "for l in weights.indices.reversed() {",
      "  // BP3: a weight gets the δ behind it times the a before it. BP4: a bias gets \(ofBias.why).",
      "  dW[l] = delta.indices.map { j in a[l].indices.map { i in delta[j] * a[l][i]\(share) } }",
      "  db[l] = \(ofBias.gradient)",
      "  if l == 0 { break }",
      "  // BP2: back along the columns of W, then through the slope of the layer before.",
      "  delta = a[l].indices.map { i in",
      "    let carried = delta.indices.map { j in weights[l][j][i] * delta[j] }.reduce(0, +)",
      "    return carried\(slope.isEmpty ? "" : " * " + slope)",
      "  }",
      "}",
    ]
  }

  /// The gradient of the biases of layer l, and why it is that.
  private var ofBias: (gradient: String, why: String) {
    setting.hasSharedBiases
      ? ("delta.reduce(0, +)", "the sum of δ over the units that share it") : ("delta", "δ")
  }

  /// δ of the output layer, and why it is that.
  private var start: (delta: String, why: String)? {
    switch (setting.loss, setting.output) {
    case (.binaryCrossEntropy, .sigmoid), (.crossEntropy, .softmax):
      return ("output[i] - y[i]", "in which the slope of the activation cancels")
    case (_, .softmax): return nil
    default: break
    }
    let ofLoss =
      switch setting.loss {
      case .halfSquaredError: "(output[i] - y[i])"
      case .meanSquaredError: "2 / Double(y.count) * (output[i] - y[i])"
      case .binaryCrossEntropy: "((1 - y[i]) / (1 - output[i]) - y[i] / output[i])"
      case .crossEntropy: "-y[i] / output[i]"
      case .hinge: "(y[i] * output[i] < 1 ? -y[i] : 0)"
      }
    return NetworkSpelling.slope(setting.output, "output", "z[last]").map { slope in
      slope.isEmpty
        ? (ofLoss, "∂L/∂a")
        : ("\(ofLoss) * \(slope)", "∂L/∂a times the slope of the activation")
    }
  }

  // MARK: Several samples, and steps

  /// The gradients averaged over the samples in the columns of `X` and `Y`.
  var batchGradients: [String]? {
    slopes.map { slopes in
      slopes + [
        "// Each column is a sample; the gradients are the means of theirs.",
        "let count = Double(X[0].count)",
        "var dW = weights.map { $0.map { $0.map { _ in 0.0 } } }",
        "var db = biases.map { \(setting.hasSharedBiases ? "_ in 0.0" : "$0.map { _ in 0.0 }") }",
        "for k in X[0].indices {",
        "  let one = slopes(X.map { $0[k] }, Y.map { $0[k] })",
      ]
        + loops(
          weight: "dW[l][j][i] += one.dW[l][j][i] / count",
          bias: "db\(biasPlace) += one.db\(biasPlace) / count"
        ).map { "  " + $0 }
        + ["}", "return (dW, db)"]
    }
  }

  /// A step that moves every parameter by itself.
  ///
  /// - Parameters:
  ///   - why: What the step does, as a comment.
  ///   - memory: The pairs of lists that are kept beside the parameters: those of the weights, and
  ///     those of the biases.
  ///   - rule: Lines that change `p`, and what is kept of it under ``memory``'s names, by the slope
  ///     `g`.
  func step(
    _ why: String, memory: [(name: String, weights: String, biases: String)] = [],
    _ rule: [String]
  ) -> [String]? {
    let parameters = (["p"] + memory.map { $0.name }).map { "_ \($0): inout Double" }
    func call(_ place: String, _ lists: [String], _ slope: String) -> String {
      "move(\(lists.map { "&\($0)\(place), " }.joined())g.\(slope)\(place))"
    }
    let weights = ["w"] + memory.map { $0.name + "w" }
    let biases = ["b"] + memory.map { $0.name + "b" }
    let kept = memory.map { "var (\($0.name)w, \($0.name)b) = (\($0.weights), \($0.biases))" }
    return slopes.map { slopes in
      slopes + ["// \(why)", "func move(\(parameters.joined(separator: ", ")), _ g: Double) {"]
        + rule.map { "  " + $0 } + ["}", "let g = slopes(x, y)", "var (w, b) = (weights, biases)"]
        + kept
        + loops(
          weight: call("[l][j][i]", weights, "dW"), bias: call(biasPlace, biases, "db"))
        + ["return (\(zip(weights, biases).map { "\($0), \($1)" }.joined(separator: ", ")))"]
    }
  }

  /// A function for the gradients of one sample.
  private var slopes: [String]? {
    gradients.map { lines in
      ["func slopes(_ x: [Double], _ y: [Double]) -> (dW: [[[Double]]], db: \(biasList)) {"]
        + lines.map { "  " + $0 } + ["}"]
    }
  }

  /// The type of what belongs to the biases of all layers.
  private var biasList: ValueType { setting.type(of: "db", .matrix) }

  /// The place of a bias in lists of all layers.
  private var biasPlace: String { setting.hasSharedBiases ? "[l]" : "[l][j]" }

  /// Loops over every weight and every bias that is trained.
  private func loops(weight: String, bias: String) -> [String] {
    let weights =
      "for i in weights[l][j].indices\(onlyTrained(isBias: false, " where ")) { \(weight) }"
    let condition = onlyTrained(isBias: true, "if ")
    let biases = condition.isEmpty ? bias : "\(condition) { \(bias) }"
    return ["for l in weights.indices {", "  for j in weights[l].indices {", "    \(weights)"]
      + (setting.hasSharedBiases ? ["  }", "  \(biases)"] : ["    \(biases)", "  }"]) + ["}"]
  }

  /// A condition on l, behind a word; empty where all layers are trained.
  private func onlyTrained(isBias: Bool, _ word: String) -> String {
    let layers = setting.frozen.filter { $0.isBias == isBias }.map { $0.layer - 1 }.sorted()
    if layers.isEmpty { return "" }
    return word
      + (layers.count == 1
        ? "l != \(layers[0])"
        : "![\(layers.map { "\($0)" }.joined(separator: ", "))].contains(l)")
  }

  // MARK: Activations

  /// f of `$0`; nil where it takes more than a line.
  private static func applied(_ activation: Activation) -> String? {
    switch activation {
    case .sigmoid: "1 / (1 + exp(-$0))"
    case .tanh: "tanh($0)"
    case .relu: "max(0, $0)"
    case .leakyRelu: "($0 > 0 ? $0 : 0.01 * $0)"
    case .elu: "($0 > 0 ? $0 : exp($0) - 1)"
    case .swish: "$0 / (1 + exp(-$0))"
    case .softplus: "max(0, $0) + log1p(exp(-abs($0)))"
    case .identity: "$0"
    case .gelu, .softmax: nil
    }
  }

  /// f′ at entry i of a layer with these activations and pre-activations; empty where it is 1.
  private static func slope(_ activation: Activation, _ a: String, _ z: String) -> String? {
    switch activation {
    case .sigmoid: "\(a)[i] * (1 - \(a)[i])"
    case .tanh: "(1 - \(a)[i] * \(a)[i])"
    case .relu: "(\(z)[i] > 0 ? 1 : 0)"
    case .leakyRelu: "(\(z)[i] > 0 ? 1 : 0.01)"
    case .elu: "(\(z)[i] > 0 ? 1 : \(a)[i] + 1)"
    case .swish: "(\(a)[i] + (1 - \(a)[i]) / (1 + exp(-\(z)[i])))"
    case .softplus: "1 / (1 + exp(-\(z)[i]))"
    case .identity: ""
    case .gelu, .softmax: nil
    }
  }
}
