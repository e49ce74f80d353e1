/// When a function with a kink at 0, such as ReLU, counts as being on it.
///
/// This is the only rule there is: formulas, the reference engine and drawings ask here, so that a
/// unit is dead or alive for all of them alike. It looks at one number and the terms that this
/// number is the difference of, never at another unit or another sample: beside a unit with
/// z = 10,000, one with z = 1e-8 is as alive as it is alone.
package enum Kink {
  /// How near to 0 counts as 0, on the scale of the terms, which is at least 1.
  ///
  /// Measured on sums of decimals that should be 0: 784 products of numbers up to 10 are off by at
  /// most 4e-12, three by at most 3e-14. What is typed with six decimals is at least 1e-6 from 0, or
  /// on it. So `0.2 + 0.1 − 0.4 + 0.1`, which is 2.8e-17 in binary, is on the kink, and 1e-9 is not.
  @inlinable package static var width: Double { 1e-10 }

  /// Whether ReLU lets a pre-activation through: it is above the kink, or not a number.
  @inlinable package static func isAlive(_ z: Double) -> Bool { !(z <= width) }

  /// 1 above the kink, −1 below it, and 0 on it or for what is not a number.
  ///
  /// - Parameter scale: The size of the larger of two terms where `value` is their difference.
  @inlinable package static func side(of value: Double, scale: Double = 1) -> Int {
    let width = width * (scale > 1 ? scale : 1)
    return value > width ? 1 : value < -width ? -1 : 0
  }
}
