import Exercises
import Formulas

extension Grammar {
  /// A table that was copied with a slip: one minus lost, one row taken for another, two exchanged.
  func misread(_ name: String) -> [(expression: Expression, bits: Double)] {
    guard let slot = builder.slot(named: name), surroundings.program.isInput(slot),
      let role = surroundings.exercise.quantity(of: slot)?.role
    else { return [] }
    let whole = Expression(.name(name))
    let base = surroundings.program.indexBase
    func entry(_ places: Int...) -> Expression {
      Expression(.index(whole, places.map { .number($0 + base) }))
    }
    let shape = builder.shape(of: slot)
    var signsMisread: [(expression: Expression, bits: Double)] {
      (0..<shape.count).map { index in
        let (table, _) = Expression.table(whole, shape, entry: index, indexBase: base) {
          Expression(.negate($0))
        }
        return (table, Prior.signMisread)
      }
    }
    var found: [(expression: Expression, bits: Double)] = []
    switch (role, shape) {
    case (.input, .vector(let length)) where (2...4).contains(length),
      (.target, .vector(let length)) where (2...4).contains(length),
      (.bias, .vector(let length)) where (2...4).contains(length):
      let entries = (0..<length).map { entry($0) }
      found += signsMisread
      if role != .bias {
        found += Grammar.orders(of: length).map { order in
          (Expression(.list(order.map { entries[$0] })), Prior.oneOfMany)
        }
      }
    case (.weight, .matrix(let rows, let columns)) where rows * columns <= 9:
      found += signsMisread
      guard rows > 1 else { break }
      for row in 0..<rows {
        for other in 0..<rows where other != row {
          let list = (0..<rows).map { entry($0 == row ? other : $0) }
          found.append((Expression(.list(list)), Prior.oneOfMany))
        }
      }
    case (.input, .matrix(_, let samples)) where (2...4).contains(samples):
      let turned = Expression(.transpose(whole))
      for first in 0..<samples {
        for second in 0..<first {
          var order = Array(0..<samples)
          order.swapAt(first, second)
          let list = order.map { Expression(.index(turned, [.number($0 + base)])) }
          found.append((Expression(.transpose(Expression(.list(list)))), Prior.oneOfMany + 0.5))
        }
      }
    default: break
    }
    return found
  }

  /// The orders in which so many entries are read by mistake: from behind, or moved by one.
  private static func orders(of length: Int) -> [[Int]] {
    let forward = Array(0..<length)
    let moved = [forward.map { ($0 + 1) % length }, forward.map { ($0 + length - 1) % length }]
    return length == 2 ? [forward.reversed()] : [forward.reversed()] + moved
  }
}
