import Exercises
import Formulas
import Testing

/// A number that a document of the course prints, and the formula over an exercise's values for it.
struct PrintedNumber: Sendable, CustomTestStringConvertible {
  let formula: String
  let digits: String

  init(_ formula: String, _ digits: String) { (self.formula, self.digits) = (formula, digits) }

  var testDescription: String { "\(formula) = \(digits)" }

  /// Whether a value is printed so, to half a unit in the last digit.
  func isPrint(of value: Double) throws -> Bool {
    let mantissa = digits.prefix { $0 != "e" }
    let exponent = Int(digits.dropFirst(mantissa.count + 1)) ?? 0
    let decimals = mantissa.split(separator: ".").dropFirst().first?.count ?? 0
    let unit = try #require(Double("1e\(exponent - decimals)"))
    let printed = try #require(Double(digits))
    return abs(value - printed) <= 0.5 * unit * (1 + 1e-9)
  }
}

extension PrintedNumber {
  /// Numbers printed in a list, with the formula that `#` in a pattern makes of each place.
  static func list(_ pattern: String, _ numbers: String, from base: Int = 1) -> [PrintedNumber] {
    numbers.split(separator: " ").enumerated().map { index, digits in
      PrintedNumber(pattern.replacing("#", with: "\(index + base)"), String(digits))
    }
  }

  /// Numbers printed in rows, one row in a string.
  static func matrix(_ name: String, _ rows: [String], from base: Int = 1) -> [PrintedNumber] {
    rows.enumerated().flatMap { list("\(name)[\($0 + base), #]", $1, from: base) }
  }
}
