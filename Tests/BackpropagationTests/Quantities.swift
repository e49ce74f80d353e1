import Backpropagation
import Testing

/// Every number of one step of learning under the name the chapter gives it, counted from 1.
///
/// `z1[2]`, `a1[2]`, `slope1[2]` for f′(z), `delta1[2]`, `upstream1[2]` for the entries of Wᵀδ that
/// reach layer 1, `dW1[2, 3]`, `db1[2]`, `L`; after a step `W1_new[2, 3]`, `y_new`, `L_new`.
struct Quantities {
  private(set) var values: [String: Double] = [:]

  init(_ golden: GoldenCase, learningRate: Double = 0.5) throws {
    let network = try golden.network.network()
    let samples = try golden.network.samples()
    let gradients = try network.gradients(for: samples)
    let moved = network.gradientDescentStep(gradients, learningRate: learningRate)
    let pass = gradients.forwardPass
    values["L"] = pass.loss
    for (index, layer) in network.layers.enumerated() {
      let name = "\(index + 1)"
      add("z\(name)", pass.preActivations[index].entries)
      add("a\(name)", pass.activations[index].entries)
      add("delta\(name)", gradients.errorSignals[index].entries)
      add("dW\(name)", gradients.weightGradients[index])
      add("db\(name)", gradients.biasGradients[index])
      add("W\(name)_new", moved.layers[index].weights)
      let jacobian = layer.activation.jacobian(at: pass.preActivations[index].entries)
      add("slope\(name)", (0..<jacobian.rows).map { jacobian[$0, $0] })
      if index > 0 {
        add("upstream\(index)", try Self.upstream(golden, from: index, pass))
      }
    }
    let movedPass = try moved.forwardPass(samples)
    values["y_new"] = movedPass.outputs[0, 0]
    values["L_new"] = movedPass.loss
  }

  private mutating func add(_ name: String, _ vector: [Double]) {
    for (index, value) in vector.enumerated() { values["\(name)[\(index + 1)]"] = value }
  }

  private mutating func add(_ name: String, _ matrix: Matrix) {
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns {
        values["\(name)[\(row + 1), \(column + 1)]"] = matrix[row, column]
      }
    }
  }

  /// What reaches a layer's activations is what reaches the input of the network above it.
  private static func upstream(
    _ golden: GoldenCase, from index: Int, _ pass: ForwardPass
  ) throws -> [Double] {
    let whole = try golden.network.network()
    let above = try Network(
      sizes: Array(whole.sizes.dropFirst(index)),
      activations: Array(whole.architecture.activations.dropFirst(index)), loss: whole.loss,
      weights: Array(golden.network.weights.dropFirst(index)),
      biases: Array(golden.network.biases.dropFirst(index)))
    let samples = Samples(
      input: pass.activations[index - 1].entries,
      target: try golden.network.samples().targets.entries)
    return try above.gradients(for: samples).inputGradient.entries
  }
}

/// Whether a value is the printed number, to half a unit in its last digit.
func isPrinted(_ value: Double, as text: String) throws -> Bool {
  let mantissa = text.prefix { $0 != "e" }
  let exponent = Int(text.dropFirst(mantissa.count + 1)) ?? 0
  let decimals = mantissa.split(separator: ".").dropFirst().first?.count ?? 0
  var unit = 1.0
  for _ in 0..<abs(exponent - decimals) { unit *= exponent > decimals ? 10 : 0.1 }
  return abs(value - (try #require(Double(text)))) <= 0.5 * unit * (1 + 1e-9)
}
