import Numerics

/// What is chosen on a page, as it asks for something: a line for each choice, a key and a value.
package struct KeyedLines: Sendable {
  private var values: [(key: String, value: String)] = []
  /// What stands behind the line `points`.
  package private(set) var rest = ""

  package init(_ text: String) {
    let lines = text.pieces(between: "\n")
    for (index, line) in lines.enumerated() {
      if line == "points" {
        rest = lines[(index + 1)...].joined(separator: "\n")
        return
      }
      let words = line.split(separator: " ", maxSplits: 1)
      if words.count == 2 { values.append((String(words[0]), String(words[1]))) }
    }
  }

  /// What was chosen; nil where nothing was.
  package func value(_ key: String) -> String? { values.last { $0.key == key }?.value }

  /// A whole number in a range; the first of two where nothing was chosen.
  package func number(
    _ key: String, _ title: String, in range: ClosedRange<Int>, otherwise: Int
  ) throws(TrainingFault) -> Int {
    guard let text = value(key) else { return otherwise }
    guard let number = Int(text.trimmingWhitespace), range.contains(number) else {
      throw TrainingFault(
        "\(title) has to be a whole number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  /// A seed, any whole number of up to nine digits.
  package func seed() throws(TrainingFault) -> UInt64 {
    UInt64(try number("seed", "The seed", in: 0...999_999_999, otherwise: 1))
  }

  /// A positive number.
  package func rate(_ key: String, otherwise: Double) throws(TrainingFault) -> Double {
    guard let text = value(key) else { return otherwise }
    guard let number = Double(text.trimmingWhitespace), number > 0, number.isFinite else {
      throw TrainingFault("η has to be a number above 0, with a point where there are decimals.")
    }
    return number
  }
}
