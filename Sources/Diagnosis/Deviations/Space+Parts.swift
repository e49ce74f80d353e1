import Formulas

extension Expression {
  /// A table written out with one entry changed, and that entry as it was.
  ///
  /// - Parameter entry: Counted from 0 through the rows.
  static func table(
    _ whole: Expression, _ shape: Shape, entry: Int, indexBase base: Int,
    changed: (Expression) -> Expression
  ) -> (table: Expression, entry: Expression) {
    func part(_ places: Int...) -> Expression {
      Expression(.index(whole, places.map { .number($0 + base) }))
    }
    switch shape {
    case .scalar: return (changed(whole), whole)
    case .vector(let length):
      let list = (0..<length).map { $0 == entry ? changed(part($0)) : part($0) }
      return (Expression(.list(list)), part(entry))
    case .matrix(let rows, let columns):
      let own = part(entry / columns, entry % columns)
      let list = (0..<rows).map { row -> Expression in
        guard row == entry / columns else { return part(row) }
        return Expression(
          .list((0..<columns).map { $0 == entry % columns ? changed(own) : part(row, $0) }))
      }
      return (Expression(.list(list)), own)
    }
  }

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
