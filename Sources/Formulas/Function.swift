/// The functions of the formula language.
///
/// The guide for authors has a table of them, which a test holds against this list.
package enum Function: String, CaseIterable, Sendable {
  // Elementwise.
  case exp, log, sqrt, abs, square, sigmoid, tanh, relu, identity, softplus
  /// Activations: 0.01 x, eˣ − 1 or x where x is negative or not; x σ(x); x Φ(x).
  case leakyRelu, elu, swish, gelu
  case erf, step, sign, clip
  // Over a vector, or over each column of a matrix; `rowSoftmax` over each row.
  case softmax, logsumexp, rowSoftmax
  // Over all entries; `max` and `min` of two values are elementwise.
  case max, min, sum, mean, variance, norm, argmax, maxMask
  case rowSums, rowMeans, columnSums, columnMeans, cumsum
  case outer, dot, diag, transpose, column, row, concat, stack
  case onehot, zeros, ones, eye
  // Windows that slide over a vector or a matrix.
  case correlate, convolve, rotate180, maxPool, averagePool

  /// How many arguments the function takes.
  package var arity: ClosedRange<Int> {
    switch self {
    case .max, .min, .zeros, .ones, .variance: 1...2
    case .outer, .dot, .onehot: 2...2
    case .clip: 3...3
    case .concat, .stack: 1...Function.anyNumber
    case .correlate, .convolve: 2...4
    case .maxPool, .averagePool: 2...3
    case .maxMask: 1...3
    default: 1...1
    }
  }

  /// The most arguments that a function takes of which there may be any number.
  static let anyNumber = 1000

  /// The names of the last arguments, by which they may be given: `stride=2`.
  var options: [String] {
    switch self {
    case .correlate, .convolve: ["stride", "padding"]
    case .maxPool, .averagePool, .maxMask: ["size", "stride"]
    default: []
    }
  }

  /// Whether no value may have the function's name.
  ///
  /// The functions that came later leave theirs to files that use them: without a bracket behind
  /// it, `step` is a value.
  package var isReserved: Bool { !Function.laterNames.contains(self) }

  private static let laterNames: Set<Function> = [
    .leakyRelu, .elu, .swish, .gelu, .erf, .step, .sign, .clip, .rowSoftmax, .variance, .maxMask,
    .columnSums, .columnMeans, .cumsum, .concat, .stack, .correlate, .convolve, .rotate180,
    .maxPool, .averagePool,
  ]

  /// Whether `f'(x)` may be written.
  package var hasDerivative: Bool { Function.differentiable.contains(self) }

  /// The functions whose derivative may be written with a prime.
  package static let differentiable: [Function] = [
    .sigmoid, .tanh, .relu, .identity, .exp, .log, .softplus, .square, .leakyRelu, .elu, .swish,
    .gelu, .erf,
  ]

  /// Whether the function is a layer's activation.
  package var isActivation: Bool { Function.activations.contains(self) }

  /// The activations of layers.
  package static let activations: [Function] = [
    .sigmoid, .tanh, .relu, .leakyRelu, .elu, .swish, .gelu, .softplus, .identity, .softmax,
  ]
}
