import Formulas

extension Expression {
  /// The entries of one formula at some places and those of another at the rest.
  ///
  /// - Parameter places: Counted from 0 through the rows.
  /// - Returns: Nil for shapes without entries to choose.
  static func entries(
    of other: Expression, at places: Set<Int>, elsewhere right: Expression, _ shape: Shape,
    indexBase base: Int
  ) -> Expression? {
    switch shape {
    case .scalar: return nil
    case .vector(let length):
      return Expression(
        .list(
          (0..<length).map { index in
            Expression(.index(places.contains(index) ? other : right, [.number(index + base)]))
          }))
    case .matrix(let rows, let columns):
      return Expression(
        .list(
          (0..<rows).map { row in
            let own = (0..<columns).filter { places.contains(row * columns + $0) }
            if own.isEmpty || own.count == columns {
              return Expression(.index(own.isEmpty ? right : other, [.number(row + base)]))
            }
            return Expression(
              .list(
                (0..<columns).map { column in
                  Expression(
                    .index(
                      own.contains(column) ? other : right,
                      [.number(row + base), .number(column + base)]))
                }))
          }))
    }
  }
}
