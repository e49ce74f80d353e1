extension NumberText {
  /// A number in a sentence or beside a tick: three digits or so, with a true minus, and where it
  /// is very large or small a power of ten: 0.0123, −4.5, 3.1·10⁻⁵.
  package static func brief(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite else {
      return value.isNaN ? "not a number" : value < 0 ? "−∞" : "∞"
    }
    let size = abs(value)
    if size >= 1000, size < 1e6 { return withTrueMinus(grouped(value)) }
    let bytes = Array(general(value, digits: digits).utf8)
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "e")) else {
      return withTrueMinus(String(decoding: bytes, as: UTF8.self))
    }
    let mantissa = String(decoding: bytes[..<mark], as: UTF8.self)
    let exponent = Int(String(decoding: bytes[(mark + 1)...], as: UTF8.self)) ?? 0
    return withTrueMinus(mantissa == "1" ? "" : mantissa + "·") + powerOfTen(exponent)
  }

  /// A whole number with a comma after every third digit: 12,345.
  package static func grouped(_ value: Double) -> String {
    let text = Array(fixed(abs(value), decimals: 0).utf8)
    var grouped: [UInt8] = value <= -0.5 ? [.minus] : []
    for (index, byte) in text.enumerated() {
      if index > 0, (text.count - index).isMultiple(of: 3) { grouped.append(.comma) }
      grouped.append(byte)
    }
    return String(decoding: grouped, as: UTF8.self)
  }

  /// `10⁻³`.
  package static func powerOfTen(_ exponent: Int) -> String {
    let raised = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    var text = "10" + (exponent < 0 ? "⁻" : "")
    for digit in "\(abs(exponent))".utf8 { text += raised[Int(digit - .zero)] }
    return text
  }
}
