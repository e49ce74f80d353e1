/// How tightly the operators bind, as in Python.
enum Precedence {
  /// `2..4` between the brackets of an index.
  static let span = 1
  static let comparison = 2
  static let sum = 3
  static let product = 4
  static let negation = 5
  static let power = 6
  static let postfix = 7
}

extension Expression.Operator {
  /// Whether it asks for 0 or 1.
  package var isComparison: Bool { precedence == Precedence.comparison }

  var precedence: Int {
    switch self {
    case .less, .greater, .lessOrEqual, .greaterOrEqual, .equal, .notEqual: Precedence.comparison
    case .add, .subtract: Precedence.sum
    case .multiply, .divide, .matrixProduct: Precedence.product
    case .power: Precedence.power
    }
  }
}
