import FunctionMarking

/// What somebody's functions return who knows nothing but their declarations.
struct GuessedFunction: Sendable {
  /// What is done, as in "who only … earns two points".
  let words: String
  /// Whether it is a loss with a gradient, which may pass for a slip of the right one.
  var isLoss = false
  /// What one of them returns for its arguments, in the shape of what it should return.
  let result: @Sendable (Signature, [FunctionValue], _ right: FunctionValue) -> FunctionValue

  static let all = [empty, copies] + losses

  static func constant(_ number: Double) -> GuessedFunction {
    GuessedFunction(words: "returns \(number) everywhere") { _, _, right in
      right.mapped { _, _ in number }
    }
  }

  /// Ones on diagonals.
  static let identity = GuessedFunction(words: "returns the identity everywhere") { _, _, right in
    right.mapped { path, _ in path.count > 1 && path[path.count - 1] == path[path.count - 2] ? 1 : 0
    }
  }

  private static let empty = GuessedFunction(words: "leaves every function empty") { _, _, right in
    right.emptied
  }

  /// The first argument of the type of each part, or zeros.
  private static let copies = GuessedFunction(words: "returns arguments") {
    signature, arguments, right in
    func copy(_ type: ValueType, _ right: FunctionValue) -> FunctionValue {
      signature.parameters.firstIndex { $0.type == type }.map { arguments[$0] }
        ?? right.mapped { _, _ in 0 }
    }
    guard case .tuple(let parts) = right else { return copy(signature.result, right) }
    return .tuple(zip(signature.results, parts).map { copy($0.type, $1) })
  }

  /// Losses that have nothing to do with any network, each with its own right gradient: the sum of
  /// all numbers, half the sum of their squares, and half the square of their sum.
  private static let losses: [GuessedFunction] = [
    loss("the sum of its arguments", { $0.reduce(0, +) }, { _, _ in 1 }),
    loss("half the sum of squares of its arguments", { $0.reduce(0) { $0 + $1 * $1 } / 2 }) {
      $1
    },
    loss("half the square of the sum of its arguments", { half(of: $0.reduce(0, +)) }) { all, _ in
      all.reduce(0, +)
    },
  ]

  private static func half(of sum: Double) -> Double { sum * sum / 2 }

  /// A loss over all its arguments, and its derivative by one of them.
  private static func loss(
    _ words: String, _ loss: @escaping @Sendable ([Double]) -> Double,
    _ slope: @escaping @Sendable (_ all: [Double], _ one: Double) -> Double
  ) -> GuessedFunction {
    GuessedFunction(words: "takes \(words) for the loss, with the gradient of that", isLoss: true) {
      signature, arguments, right in
      let all = arguments.flatMap(\.numbers)
      func gradient(_ label: String?, _ right: FunctionValue) -> FunctionValue {
        // The gradient by W1 is called dW1, or has the shape of one parameter alone.
        let place =
          signature.parameters.firstIndex { "d\($0.name)" == label }
          ?? arguments.firstIndex { $0.hasShape(of: right) }
        guard let place, arguments[place].hasShape(of: right) else {
          return right.mapped { _, _ in 1 }
        }
        return arguments[place].mapped { _, number in slope(all, number) }
      }
      switch right {
      case .int, .bool, .double: return right.mapped { _, _ in loss(all) }
      case .array: return gradient(nil, right)
      case .tuple(let parts):
        return .tuple(zip(signature.results, parts).map { gradient($0.label, $1) })
      }
    }
  }
}

extension FunctionValue {
  /// Every number, with the way to it through the lists, replaced.
  fileprivate func mapped(
    _ path: [Int] = [], _ number: ([Int], Double) -> Double
  ) -> FunctionValue {
    func mapped(_ items: [FunctionValue]) -> [FunctionValue] {
      items.enumerated().map { $1.mapped(path + [$0], number) }
    }
    switch self {
    case .int(let value): return .int(Int(exactly: number(path, Double(value)).rounded()) ?? 0)
    case .bool(let value): return .bool(number(path, value ? 1 : 0) == 1)
    case .double(let value): return .double(number(path, value))
    case .array(let items): return .array(mapped(items))
    case .tuple(let items): return .tuple(items.map { $0.mapped([], number) })
    }
  }

  /// As an unfinished function returns it.
  fileprivate var emptied: FunctionValue {
    switch self {
    case .int: .int(0)
    case .bool: .bool(false)
    case .double: .double(0)
    case .array: .array([])
    case .tuple(let items): .tuple(items.map(\.emptied))
    }
  }
}
