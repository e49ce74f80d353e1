/// A formula as a tree; every node knows its place in the text.
package struct Expression: Sendable {
  /// What an expression says, with the expressions below it.
  package indirect enum Node: Sendable {
    case number(Double, spelling: String)
    case name(String)
    case negate(Expression)
    case binary(Operator, Expression, Expression)
    case call(Function, [Expression])
    /// `f'(x)`.
    case derivative(Function, Expression)
    /// `f(x)`, or `f'(x)` where `isSlope` is true, of a function that is only known to be smooth.
    case applied(String, Expression, isSlope: Bool)
    case transpose(Expression)
    /// `x[i]`, `W[i, j]`, or a part such as `x[2..4]` and `A[:, 1]`.
    case index(Expression, [Expression])
    /// `2..4`, both ends included; only between the brackets of an index.
    case span(Expression, Expression)
    /// `:`, all there is; only between the brackets of an index.
    case all
    /// `[a, b, …]`, a vector of numbers or a matrix of rows.
    case list([Expression])
    /// `grad(L, W1)`, or `numgrad(L, W1)` where `numerical` is true.
    case gradient(of: Expression, by: Expression, numerical: Bool)
  }

  /// What the expression says.
  package let node: Node
  /// The place in the formula's text, in Unicode scalars from 0.
  package let range: Range<Int>
  /// How many nodes lie on the longest way down, this one included.
  let depth: Int
  /// What tells most formulas apart without writing them.
  let print: TextPrint

  /// An expression at a place in a text; one that was made rather than read has no place.
  package init(_ node: Node, at range: Range<Int> = 0..<0) {
    self.node = node
    self.range = range
    depth = 1 + node.children.reduce(0) { max($0, $1.depth) }
    print = TextPrint(node)
  }

  /// The operators between two values.
  package enum Operator: String, CaseIterable, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case power = "^"
    case matrixProduct = "@"
    case less = "<"
    case greater = ">"
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case equal = "=="
    case notEqual = "!="
  }

  /// The expressions directly below this one, from left to right.
  package var children: [Expression] { node.children }

  /// Every name that occurs, in the order of the text, each once.
  package var names: [String] {
    var found: [String] = []
    var waiting = [self]
    while let expression = waiting.popLast() {
      if case .name(let name) = expression.node, !found.contains(name) { found.append(name) }
      waiting += expression.children.reversed()
    }
    return found
  }
}

extension Expression.Node {
  fileprivate var children: [Expression] {
    switch self {
    case .number, .name, .all: []
    case .negate(let inner), .derivative(_, let inner), .applied(_, let inner, _),
      .transpose(let inner):
      [inner]
    case .binary(_, let left, let right), .span(let left, let right): [left, right]
    case .call(_, let arguments): arguments
    case .index(let base, let indices): [base] + indices
    case .list(let items): items
    case .gradient(let loss, let parameter, _): [loss, parameter]
    }
  }
}
