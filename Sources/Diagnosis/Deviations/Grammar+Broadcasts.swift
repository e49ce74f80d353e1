import Formulas

extension Grammar {
  /// What comes of products that a library spreads or adds up otherwise than it was meant.
  mutating func broadcasts(_ expression: Expression) -> [Deviation] {
    func call(_ function: Function, _ arguments: Expression...) -> Expression {
      Expression(.call(function, arguments))
    }
    func times(_ x: Expression, _ y: Expression) -> Expression {
      Expression(.binary(.multiply, x, y))
    }
    var found: [Expression] = []
    switch expression.node {
    // Entry by entry, with the vector spread over rows or columns, and then added up.
    case .binary(.matrixProduct, let matrix, let vector):
      guard case .matrix(let rows, let columns)? = shape(of: matrix), rows == columns, rows > 1,
        case .vector? = shape(of: vector)
      else { return [] }
      found = [
        times(call(.rowSums, matrix), vector),
        times(call(.rowSums, Grammar.transposed(matrix)), vector),
      ]
    // Entry by entry in every row or column, or one number for all.
    case .call(.outer, let factors):
      guard case .vector(let rows)? = shape(of: factors[0]),
        case .vector(rows)? = shape(of: factors[1]), rows > 1
      else { return [] }
      let length = Expression.number(rows)
      let product = times(factors[0], factors[1])
      found = [
        call(.outer, call(.ones, length), product), call(.outer, product, call(.ones, length)),
        times(call(.ones, length, length), call(.dot, factors[0], factors[1])),
      ]
    default: break
    }
    return found.map {
      Deviation($0, .wrongOperation, .replaced(expression, by: $0), bits: Prior.spread)
    }
  }

  static func transposed(_ matrix: Expression) -> Expression {
    if case .transpose(let inner) = matrix.node { return inner }
    return Expression(.transpose(matrix))
  }

  /// The same calculation with every quantity of the layer above, or of the one below.
  func shifted(_ expression: Expression) -> [Deviation] {
    [1, -1].compactMap { step -> Deviation? in
      var (moved, stayed) = (0, 0)
      let other = shifted(expression, by: step, &moved, &stayed)
      guard moved > 1, stayed == 0 else { return nil }
      return Deviation(
        other, .wrongName, .replaced(expression, by: other), bits: Prior.neighbour + 1)
    }
  }

  private func shifted(
    _ expression: Expression, by step: Int, _ moved: inout Int, _ stayed: inout Int
  ) -> Expression {
    if case .name(let name) = expression.node {
      guard let other = surroundings.sameThing(as: name, layersUp: step) else {
        stayed += 1
        return expression
      }
      moved += 1
      return Expression(.name(other))
    }
    var result = expression
    for (index, child) in expression.children.enumerated() {
      result = result.replacingChild(index, by: shifted(child, by: step, &moved, &stayed))
    }
    return result
  }
}
