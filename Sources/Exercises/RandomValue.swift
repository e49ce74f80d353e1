import Formulas
import Numerics

/// A number, vector or matrix whose entries are drawn for each student.
///
/// Every entry is one of the decimals k/10ⁿ from `from` to `to`, each as likely as the others, so
/// that what is printed is exactly what is calculated with.
package struct RandomValue: Sendable {
  package let shape: Shape
  /// The number n of decimals.
  package let decimals: Int
  /// The least and the greatest k that may be drawn.
  let units: ClosedRange<Int>
  /// Those k between them that are not drawn, in ascending order.
  let avoided: [Int]
  /// Whether no two entries are the same.
  var areDistinct = false

  /// How many different numbers may be drawn.
  var count: Int { units.count - avoided.count }

  /// The power of ten that a unit is divided by.
  static func scale(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1) { scale, _ in scale * 10 }
  }

  /// Draws the entries, row by row.
  ///
  /// An entry takes one number of the generator: the upper 64 bits of its product with the count of
  /// what may still be drawn.
  package func value(using generator: inout SplitMix64) -> Tensor {
    let scale = RandomValue.scale(decimals)
    var taken = avoided
    let entries = (0..<shape.count).map { _ in
      var unit = units.lowerBound
      let count = units.count - taken.count
      unit += Int(generator.next().multipliedFullWidth(by: UInt64(count)).high)
      var place = 0
      while place < taken.count, taken[place] <= unit {
        unit += 1
        place += 1
      }
      if areDistinct { taken.insert(unit, at: place) }
      // A quotient of two exact whole numbers is the decimal as it would be read, and never −0.
      return Double(unit) / scale
    }
    return Tensor(shape: shape, entries: entries)
  }

  /// Zeros of the shape, in the place of numbers not yet drawn.
  var placeholder: Tensor {
    Tensor(shape: shape, entries: .init(repeating: 0, count: shape.count))
  }
}
