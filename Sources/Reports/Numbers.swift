import Exercises
import Formulas
import Foundation

/// Numbers as reports print them.
package enum Numbers {
  /// Points without needless zeros: 1, 0.5, 13.875.
  package static func points(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return trimmed(String(format: "%.3f", value))
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
    let bound = tolerance.bound(for: value)
    guard bound > 1e-12 else { return short(value) }
    let decimals = max(0, Int((-log10(bound)).rounded(.up)))
    return decimals > 12 ? short(value) : trimmed(String(format: "%.\(decimals)f", value))
  }

  /// A value to `digits` significant digits, for people to read.
  package static func short(_ value: Double, digits: Int = 10) -> String {
    if abs(value) < Tolerance.noise { return "0" }
    return String(format: "%.\(digits)g", value)
  }

  /// A share in per cent.
  static func percent(_ part: Double, of whole: Double) -> String {
    whole > 0 ? "\(Int((part / whole * 100).rounded())) %" : "–"
  }

  /// A number with exactly so many decimals and the chapter's minus.
  static func signed(_ value: Double, _ decimals: Int) -> String {
    fixed(value, decimals).replacing("-", with: "−")
  }

  private static func fixed(_ value: Double, _ decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", value)
    // Nothing is left of a sign where nothing is left of the number.
    return text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) }
      ? String(text.dropFirst()) : text
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = Substring(text)
    while text.hasSuffix("0") { text = text.dropLast() }
    if text.hasSuffix(".") { text = text.dropLast() }
    return text == "-0" ? "0" : String(text)
  }
}
