import Numerics

extension Expression: Hashable {
  /// Expressions are equal when they say the same, wherever they stand.
  package static func == (left: Expression, right: Expression) -> Bool {
    guard left.print == right.print else { return false }
    // Brackets alone could still tell them apart.
    return left.isSameTree(as: right) || left.text == right.text
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(print.value)
  }

  /// Whether they are the same node by node.
  private func isSameTree(as other: Expression) -> Bool {
    // A list of its own instead of recursion, which deep formulas would take too far.
    var waiting = [(self, other)]
    while let (one, two) = waiting.popLast() {
      guard one.print == two.print, one.node.isSameOperation(as: two.node) else { return false }
      if case .binary(_, let left, let right) = one.node,
        case .binary(_, let otherLeft, let otherRight) = two.node
      {
        waiting.append((left, otherLeft))
        waiting.append((right, otherRight))
        continue
      }
      let (inner, others) = (one.children, two.children)
      guard inner.count == others.count else { return false }
      waiting += zip(inner, others)
    }
    return true
  }
}

extension Expression.Node {
  /// Whether both do the same with the expressions below, whatever these are.
  fileprivate func isSameOperation(as other: Expression.Node) -> Bool {
    switch (self, other) {
    case (.negate, .negate), (.transpose, .transpose), (.span, .span), (.list, .list),
      (.index, .index), (.all, .all):
      true
    case (.number(_, let one), .number(_, let two)): one == two
    case (.name(let one), .name(let two)): one == two
    case (.binary(let one, _, _), .binary(let two, _, _)): one == two
    case (.call(let one, _), .call(let two, _)): one == two
    case (.derivative(let one, _), .derivative(let two, _)): one == two
    case (.applied(let one, _, let isSlope), .applied(let two, _, let isOtherSlope)):
      one == two && isSlope == isOtherSlope
    case (.gradient(_, _, let one), .gradient(_, _, let two)): one == two
    default: false
    }
  }
}

/// A hash of a formula's text without its blanks and round brackets, put together from those of its
/// parts.
///
/// Where two differ, the texts do. It is a number in base ``base``, the bytes being the digits: so
/// that of two texts one behind the other comes from theirs.
struct TextPrint: Hashable, Sendable {
  private(set) var value: UInt64 = 0
  /// The base to the power of how many bytes there are.
  private var power: UInt64 = 1

  private static let base: UInt64 = 0x100_0000_01B3

  /// The print of what an expression says, in the order in which it is written.
  init(_ node: Expression.Node) {
    switch node {
    case .number(_, let digits): add(digits)
    case .name(let name): add(name)
    case .negate(let inner):
      add("-")
      add(inner)
    case .binary(let symbol, let left, let right):
      add(left)
      add(symbol.rawValue)
      add(right)
    case .call(let function, let arguments):
      add(function.rawValue)
      add(arguments)
    case .derivative(let function, let argument):
      add(function.rawValue)
      add("'")
      add(argument)
    case .applied(let name, let argument, let isSlope):
      add(name)
      if isSlope { add("'") }
      add(argument)
    case .transpose(let inner):
      add(inner)
      add(".T")
    case .index(let base, let indices):
      add(base)
      add("[")
      add(indices)
      add("]")
    case .span(let first, let last):
      add(first)
      add("..")
      add(last)
    case .all: add(":")
    case .list(let items):
      add("[")
      add(items)
      add("]")
    case .gradient(let loss, let parameter, let numerical):
      add(numerical ? "numgrad" : "grad")
      add([loss, parameter])
    }
  }

  private mutating func add(_ text: String) {
    // Letters with accents are the same however they are put together.
    let text = text.canonicallyComposed
    for byte in text.utf8 where byte != 0x20 && byte != 0x28 && byte != 0x29 {
      value = value &* TextPrint.base &+ UInt64(byte)
      power = power &* TextPrint.base
    }
  }

  private mutating func add(_ part: Expression) {
    value = value &* part.print.power &+ part.print.value
    power = power &* part.print.power
  }

  private mutating func add(_ parts: [Expression]) {
    for (place, part) in parts.enumerated() {
      if place > 0 { add(",") }
      add(part)
    }
  }
}
