/// A value that goes into a student's function or comes out of it.
package indirect enum FunctionValue: Hashable, Sendable {
  case int(Int)
  case bool(Bool)
  case double(Double)
  case array([FunctionValue])
  /// The parts of a tuple, in the order of its type.
  case tuple([FunctionValue])
}
