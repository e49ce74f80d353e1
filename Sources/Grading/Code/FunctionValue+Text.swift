import Signatures

extension FunctionValue {
  /// The value as Swift would print it, whole numbers without a point; long ones shortened.
  ///
  /// - Parameter digits: The most digits of a number, counted from the first that is not 0.
  func text(longest: Int = 160, digits: Int = FunctionValue.usualDigits) -> String {
    var text = ""
    write(to: &text, upTo: longest, digits)
    return text.count > longest ? text.prefix(longest) + "…" : text
  }

  /// A result with the labels of its parts.
  func text(labels: [String?], digits: Int) -> String {
    guard case .tuple(let parts) = self, parts.count == labels.count else {
      return text(digits: digits)
    }
    let longest = 160 / parts.count
    let list = zip(labels, parts).map { label, part in
      (label.map { "\($0): " } ?? "") + part.text(longest: longest, digits: digits)
    }
    return "(\(list.joined(separator: ", ")))"
  }

  /// Enough to recognise a number, and so few that the last ones do not depend on the machine.
  static let usualDigits = 6
  static let allDigits = 17

  private func write(to text: inout String, upTo longest: Int, _ digits: Int) {
    if text.count > longest { return }
    switch self {
    case .int(let number): text += "\(number)"
    case .bool(let isTrue): text += "\(isTrue)"
    case .double(let number): text += FunctionValue.shown(number, digits)
    case .array(let items), .tuple(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += ", " }
        item.write(to: &text, upTo: longest, digits)
      }
      text += "]"
    }
  }

  /// A number with some digits; the sign of a zero or of nan means nothing, and is left out.
  private static func shown(_ number: Double, _ digits: Int) -> String {
    if number.isNaN { return "nan" }
    guard number.isFinite, let first = Decimal10.exponent(of: number) else {
      return EntryDifference.number(number == 0 ? 0 : number)
    }
    let places = digits - 1 - first
    // Beyond these powers of ten, rounding would bring in errors of its own.
    guard digits < allDigits, abs(places) <= 22 else { return EntryDifference.number(number) }
    let scale = Decimal10.power(abs(places))
    let rounded =
      places < 0 ? (number / scale).rounded() * scale : (number * scale).rounded() / scale
    return EntryDifference.number(rounded)
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
