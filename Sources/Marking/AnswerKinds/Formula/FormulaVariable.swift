import Exercises
import Formulas
import Numerics

/// A name that a formula asked for may use, and the values it is tried on.
struct FormulaVariable: Sendable {
  let name: String
  let shape: Shape
  let values: Values

  enum Values: Sendable {
    /// Numbers between two bounds, both included; whole ones where `isWhole`.
    case interval(from: Double, to: Double, isWhole: Bool)
    case listed([Double])
  }

  /// The most entries a variable may have.
  static let mostEntries = 100

  /// Its values one by one, where every combination of them is to be tried.
  var list: [Double]? {
    if case .listed(let values) = values, shape == .scalar { values } else { nil }
  }

  var isListed: Bool {
    if case .listed = values { true } else { false }
  }

  /// Whether all its values lie between 0 and 1, those of an activation or a probability.
  var isShare: Bool {
    switch values {
    case .interval(let lower, let upper, _): lower >= 0 && upper <= 1
    case .listed(let list): list.allSatisfy { (0...1).contains($0) }
    }
  }

  func drawn(by generator: inout SplitMix64) -> Tensor {
    let entries = (0..<shape.count).map { _ in number(from: &generator) }
    return Tensor(shape: shape, entries: entries)
  }

  private func number(from generator: inout SplitMix64) -> Double {
    switch values {
    case .listed(let list): return list[Int(generator.number(from: 0, to: Double(list.count)))]
    case .interval(let lower, let upper, isWhole: true):
      let first = lower.rounded(.up)
      let count = upper.rounded(.down) - first + 1
      return first + (generator.number(from: 0, to: 1) * count).rounded(.down)
    case .interval(let lower, let upper, isWhole: false):
      // Few decimals, so that a student can check the point by hand.
      let decimals = min(12, max(0, 2 - Int(Math.log10(upper - lower).rounded(.down))))
      let scale = PowerOfTen.power(decimals)
      let drawn = (generator.number(from: lower, to: upper) * scale).rounded() / scale
      return min(max(drawn, lower), upper)
    }
  }
}

extension FormulaVariable {
  /// What it may be, for the student: "a (0.05 to 0.95)".
  var detail: String {
    let what = shape == .scalar ? "" : "\(shape), "
    switch values {
    case .interval(let lower, let upper, let isWhole):
      let range = "\(NumberText.shortest(lower)) to \(NumberText.shortest(upper))"
      return "\(name) (\(what)\(range)\(isWhole ? ", whole" : ""))"
    case .listed(let list):
      let numbers = list.map(NumberText.shortest)
      let shown = numbers.count > 6 ? numbers.prefix(5) + ["…"] : numbers
      return "\(name) (\(what)\(shown.joined(separator: numbers.count == 2 ? " or " : ", ")))"
    }
  }
}
