import Numerics

extension FunctionValue {
  /// The value as Swift would print it, whole numbers without a point; long ones shortened.
  ///
  /// - Parameter digits: The most digits of a number, counted from the first that is not 0.
  package func text(longest: Int = 160, digits: Int = FunctionValue.usualDigits) -> String {
    var text = ""
    write(to: &text, upTo: longest, digits)
    return text.count > longest ? text.prefix(longest) + "…" : text
  }

  /// A result with the labels of its parts.
  package func text(labels: [String?], digits: Int) -> String {
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
    switch self {
    case .int(let number): text += "\(number)"
    case .bool(let isTrue): text += "\(isTrue)"
    case .double(let number): text += FunctionValue.shown(number, digits: digits)
    case .array(let items), .tuple(let items):
      text += "["
      for (index, item) in items.enumerated() {
        // A result may have millions of entries.
        if text.utf8.count > longest { return }
        if index > 0 { text += ", " }
        item.write(to: &text, upTo: longest, digits)
      }
      text += "]"
    }
  }

  /// A number as it is read: so many significant digits, and no sign where it means nothing.
  package static func shown(_ number: Double, digits: Int = usualDigits) -> String {
    if number.isNaN { return "nan" }
    if number == 0 { return "0" }
    guard number.isFinite, digits < allDigits else { return NumberText.shortest(number) }
    return NumberText.shortest(NumberText.rounded(number, digits: digits))
  }

  /// Every number in the value, in order; a Bool counts as 1 or 0.
  package var numbers: [Double] {
    switch self {
    case .int(let number): [Double(number)]
    case .bool(let isTrue): [isTrue ? 1 : 0]
    case .double(let number): [number]
    case .array(let items), .tuple(let items): items.flatMap { $0.numbers }
    }
  }
}
