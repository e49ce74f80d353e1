import Foundation
import Signatures

extension FunctionValue {
  /// The value as Swift would print it, whole numbers without a point; long ones shortened.
  func text(longest: Int = 160) -> String {
    var text = ""
    write(to: &text, upTo: longest)
    return text.count > longest ? text.prefix(longest) + "…" : text
  }

  private func write(to text: inout String, upTo longest: Int) {
    switch self {
    case .int(let number): text += "\(number)"
    case .bool(let isTrue): text += "\(isTrue)"
    case .double(let number): text += FunctionValue.shown(number)
    case .array(let items), .tuple(let items):
      text += "["
      for (index, item) in items.enumerated() {
        // A result may have millions of entries.
        if text.utf8.count > longest { return }
        if index > 0 { text += ", " }
        item.write(to: &text, upTo: longest)
      }
      text += "]"
    }
  }

  /// A number as it is read: six significant digits, and NaN without the sign that it may have.
  static func shown(_ number: Double) -> String {
    if number.isNaN { return "nan" }
    guard number.isFinite, number != 0 else { return EntryDifference.number(number) }
    return EntryDifference.number(Double(String(format: "%.5e", number)) ?? number)
  }

  /// Every number in the value, in order; a Bool counts as 1 or 0.
  var numbers: [Double] {
    switch self {
    case .int(let number): [Double(number)]
    case .bool(let isTrue): [isTrue ? 1 : 0]
    case .double(let number): [number]
    case .array(let items), .tuple(let items): items.flatMap(\.numbers)
    }
  }
}
