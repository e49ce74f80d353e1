import Exercises
import Formulas
import Numerics

/// Numbers as reports print them.
package enum Numbers {
  /// Errors below this are the noise of rounding, in which one machine's `exp` differs from
  /// another's: they are not written out.
  static let noise = 1e-9

  /// Points without needless zeros: 1, 0.5, 13.875.
  package static func points(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 {
      return String(Int(value))
    }
    return trimmed(value, 3)
  }

  /// Points with the word: 1 point, 0.5 points.
  package static func pointsInWords(_ value: Double) -> String {
    points(value) + (value == 1 ? " point" : " points")
  }

  /// A value to the digits that its tolerance asks for.
  package static func expected(_ tensor: Tensor, _ tolerance: Tolerance) -> String {
    tensor.written { expected($0, tolerance) }
  }

  private static func expected(_ value: Double, _ tolerance: Tolerance) -> String {
    if abs(value) < Tolerance.noise { return "0" }
    // Four decimals are what most people write, whatever else will do.
    let bound = tolerance.inUsualDigits.bound(for: value)
    guard bound > 1e-12 else { return short(value) }
    let decimals = max(0, Int((-Math.log10(bound)).rounded(.up)))
    return decimals > 12 ? short(value) : trimmed(value, decimals)
  }

  /// A value to `digits` significant digits, for people to read.
  package static func short(_ value: Double, digits: Int = 10) -> String {
    if abs(value) < Tolerance.noise { return "0" }
    return NumberText.general(value, digits: digits)
  }

  /// A share in per cent.
  static func percent(_ part: Double, of whole: Double) -> String {
    whole > 0 ? "\(Int((part / whole * 100).rounded())) %" : "–"
  }

  /// A number with exactly so many decimals and the chapter's minus.
  static func signed(_ value: Double, _ decimals: Int) -> String {
    NumberText.withTrueMinus(fixed(value, decimals))
  }

  private static func fixed(_ value: Double, _ decimals: Int) -> String {
    let text = NumberText.fixed(value, decimals: decimals)
    // Nothing is left of a sign where nothing is left of the number.
    return text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) }
      ? String(text.dropFirst()) : text
  }

  private static func trimmed(_ value: Double, _ decimals: Int) -> String {
    let text = NumberText.withoutZeros(NumberText.fixed(value, decimals: decimals))
    return text == "-0" ? "0" : text
  }
}
