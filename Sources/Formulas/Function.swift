/// The functions of the formula language.
package enum Function: String, CaseIterable, Sendable {
  // Elementwise.
  case exp, log, sqrt, abs, square, sigmoid, tanh, relu, identity, softplus
  /// Activations: 0.01 x, eˣ − 1 or x where x is negative or not; x σ(x); x Φ(x).
  case leakyRelu, elu, swish, gelu
  case erf
  // Over a vector, or over each column of a matrix.
  case softmax, logsumexp
  // Over all entries; `max` and `min` of two values are elementwise.
  case max, min, sum, mean, norm, argmax
  case rowSums, rowMeans
  case outer, dot, diag, transpose, column, row
  case onehot, zeros, ones, eye

  /// How many arguments the function takes.
  package var arity: ClosedRange<Int> {
    switch self {
    case .max, .min, .zeros, .ones: 1...2
    case .outer, .dot, .onehot: 2...2
    default: 1...1
    }
  }

  /// Whether no value may have the function's name.
  ///
  /// The functions that came later leave theirs to files that use them: without a bracket behind
  /// it, `step` is a value.
  package var isReserved: Bool { !Function.laterNames.contains(self) }

  private static let laterNames: Set<Function> = [.leakyRelu, .elu, .swish, .gelu, .erf]

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

  /// The function a reader may have meant by a name that is none, such as `ln`.
  static let otherNames: [String: Function] = [
    "ln": .log, "logistic": .sigmoid, "linear": .identity, "ReLU": .relu, "avg": .mean,
    "concat": .row, "T": .transpose, "maximum": .max, "minimum": .min, "hadamard": .outer,
    "leakyReLU": .leakyRelu, "leaky_relu": .leakyRelu, "LeakyReLU": .leakyRelu, "ELU": .elu,
    "SiLU": .swish, "silu": .swish, "GELU": .gelu,
  ]
}
