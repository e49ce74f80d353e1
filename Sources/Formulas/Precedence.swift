/// How tightly the operators bind, as in Python.
enum Precedence {
  static let sum = 1
  static let product = 2
  static let negation = 3
  static let power = 4
  static let postfix = 5
}

extension Expression.Operator {
  var precedence: Int {
    switch self {
    case .add, .subtract: Precedence.sum
    case .multiply, .divide, .matrixProduct: Precedence.product
    case .power: Precedence.power
    }
  }
}
