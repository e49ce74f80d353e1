import Answers
import Exercises
import Formulas

/// The part of a formula in which another differs from it, by what the part is for.
enum Area {
  case slope
  case quantity(Quantity.Role)
  case name(String)
  case constants
  case reduction
  case function
  case orientation
  case signs
  case arrangement

  /// The first part, in this order, of which one formula has more than the other.
  init(of edited: Expression, insteadOf right: Expression, _ exercise: Exercise) {
    var counts: [Piece: Int] = [:]
    Area.count(right, 1, in: &counts)
    Area.count(edited, -1, in: &counts)
    let order = Area.pieces(of: right) + Area.pieces(of: edited)
    let changed = order.filter { counts[$0, default: 0] != 0 }
    if changed.contains(where: { $0.isSlope }) {
      self = .slope
    } else if let name = changed.compactMap({ $0.name }).first {
      let quantity = exercise.program.slot(named: name).flatMap { exercise.quantity(of: $0) }
      switch quantity?.role {
      case .other, nil: self = .name(name)
      case let role?: self = .quantity(role)
      }
    } else if changed.contains(where: { $0.isReduction }) {
      self = .reduction
    } else if changed.contains(where: { $0.isFunction }) {
      self = .function
    } else if changed.contains(where: { $0.isNumber }) {
      self = .constants
    } else if changed.contains(.transpose) {
      self = .orientation
    } else if changed.contains(where: { $0.isSign }) {
      self = .signs
    } else {
      self = .arrangement
    }
  }

  /// What the part is called, to follow "look at".
  var words: Message {
    switch self {
    case .slope: "the slope of the activation function"
    case .name(let name): Message([.name(Expression.Spelling.mathematical.name(name))])
    case .constants: "the constants"
    case .reduction: "what is added up, and where a mean is taken"
    case .function: "the functions"
    case .orientation: "which way round each matrix stands"
    case .signs: "the signs"
    case .arrangement: "how the parts are put together"
    case .quantity(let role):
      switch role {
      case .input: "the input"
      case .target: "the target"
      case .weight: "the weights"
      case .bias: "the biases"
      case .preActivation: "the pre-activations"
      case .activation: "the activations"
      case .loss: "the loss"
      case .errorSignal: "the error signal δ"
      case .weightGradient, .biasGradient: "the gradient"
      case .learningRate: "the learning rate"
      case .constant(.penalty): "the penalty"
      case .constant: "the constants of the optimiser"
      case .weightMoment, .biasMoment: "what the optimiser keeps"
      case .other(let word): "\(name: word)"
      }
    }
  }

  // MARK: Pieces

  /// A piece of a formula; slopes are whole.
  private enum Piece: Hashable {
    case slope(String), name(String), number(String), function(Function), sign(String), transpose
    case other

    var isSlope: Bool { if case .slope = self { true } else { false } }
    var isNumber: Bool { if case .number = self { true } else { false } }
    var isFunction: Bool { if case .function = self { true } else { false } }
    var isSign: Bool {
      if case .sign(let sign) = self { sign == "-" || sign == "+" } else { false }
    }
    var name: String? { if case .name(let name) = self { name } else { nil } }

    var isReduction: Bool {
      guard case .function(let function) = self else { return false }
      return [.sum, .mean, .rowSums, .rowMeans, .columnSums, .columnMeans, .max].contains(function)
    }
  }

  private static func count(
    _ expression: Expression, _ number: Int, in counts: inout [Piece: Int]
  ) {
    for piece in pieces(of: expression) { counts[piece, default: 0] += number }
  }

  private static func pieces(of whole: Expression) -> [Piece] {
    var found: [Piece] = []
    var waiting = [whole]
    while let expression = waiting.popLast() {
      switch expression.node {
      case .derivative, .applied(_, _, isSlope: true):
        found.append(.slope(expression.text))
        continue
      case .number(_, let spelling): found.append(.number(spelling))
      case .name(let name): found.append(.name(name))
      case .negate: found.append(.sign("-"))
      case .binary(let sign, _, _): found.append(.sign(sign.rawValue))
      case .call(let function, _): found.append(.function(function))
      case .transpose: found.append(.transpose)
      case .applied, .index, .span, .all, .list, .gradient: found.append(.other)
      }
      waiting += expression.children.reversed()
    }
    return found
  }
}
