/// Numbers as they are written for people: the one formatter there is.
///
/// The rounding is that of C's `printf`, correct to the last digit, on every machine and in a page.
package enum NumberText {
  /// A number in its shortest form, whole ones without a point.
  package static func shortest(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A number with so many decimals, as `%.3f` writes it: −0.500, 12.000.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return word(for: value) }
    let expansion = DecimalExpansion(value, decimals: decimals)
    return text { bytes in
      appendSign(of: value, to: &bytes)
      append(fixed: expansion, decimals: decimals, to: &bytes)
    }
  }

  /// A number with one digit before the point and so many behind it, as `%.3e` writes it: 1.250e-07.
  package static func scientific(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return word(for: value) }
    let expansion = DecimalExpansion(value, digits: decimals + 1)
    return text { bytes in
      appendSign(of: value, to: &bytes)
      append(scientific: expansion, decimals: decimals, to: &bytes)
    }
  }

  /// A number to so many significant digits without needless zeros, as `%.6g` writes it.
  ///
  /// Numbers below 0.0001 and those with more digits than asked for before the point have an
  /// exponent.
  package static func general(_ value: Double, digits: Int) -> String {
    text { append(general: value, digits: digits, to: &$0) }
  }

  /// Appends a number as ``general(_:digits:)`` writes it.
  package static func append(general value: Double, digits: Int, to bytes: inout [UInt8]) {
    guard value.isFinite else {
      bytes += word(for: value).utf8
      return
    }
    let digits = max(digits, 1)
    let expansion = DecimalExpansion(value, digits: digits)
    let decimals = max(0, (expansion.digits.lastIndex { $0 != 0 } ?? 0))
    let exponent = expansion.exponent
    appendSign(of: value, to: &bytes)
    if exponent < -4 || exponent >= digits {
      append(scientific: expansion, decimals: decimals, to: &bytes)
    } else {
      append(fixed: expansion, decimals: max(0, decimals - exponent), to: &bytes)
    }
  }

  /// The nearest number of so many significant digits.
  package static func rounded(_ value: Double, digits: Int) -> Double {
    let digits = max(digits, 1)
    if let nearest = DecimalUnits(value, digits: digits)?.nearest {
      return value < 0 ? -nearest : nearest
    }
    return Double(scientific(value, decimals: digits - 1)) ?? value
  }

  /// A text of decimals without the zeros at its end, nor a point that nothing follows.
  package static func withoutZeros(_ text: String) -> String {
    guard text.utf8.contains(.point) else { return text }
    var text = text.utf8[...]
    while text.last == .zero { text = text.dropLast() }
    if text.last == .point { text = text.dropLast() }
    return String(Substring(text))
  }

  /// A number with the minus of print, −, in place of the hyphen.
  package static func withTrueMinus(_ number: String) -> String {
    number.utf8.contains(.minus)
      ? String(number.map { $0 == "-" ? "−" : $0 }) : number
  }
}

// MARK: - Digits

extension NumberText {
  private static func append(
    fixed expansion: DecimalExpansion, decimals: Int, to bytes: inout [UInt8]
  ) {
    let point = expansion.point
    if expansion.digits.isEmpty || point <= 0 {
      bytes.append(.zero)
    } else {
      for place in 0..<point { bytes.append(expansion.byte(at: place)) }
    }
    if decimals > 0 {
      bytes.append(.point)
      for place in 0..<decimals { bytes.append(expansion.byte(at: point + place)) }
    }
  }

  private static func append(
    scientific expansion: DecimalExpansion, decimals: Int, to bytes: inout [UInt8]
  ) {
    bytes.append(expansion.byte(at: 0))
    if decimals > 0 {
      bytes.append(.point)
      for place in 1...decimals { bytes.append(expansion.byte(at: place)) }
    }
    let exponent = expansion.exponent
    bytes.append(UInt8(ascii: "e"))
    bytes.append(exponent < 0 ? .minus : .plus)
    if abs(exponent) < 10 { bytes.append(.zero) }
    bytes += String(abs(exponent)).utf8
  }

  private static func appendSign(of value: Double, to bytes: inout [UInt8]) {
    if value.sign == .minus { bytes.append(.minus) }
  }

  private static func word(for value: Double) -> String {
    (value.sign == .minus ? "-" : "") + (value.isNaN ? "nan" : "inf")
  }

  private static func text(_ write: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    write(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension DecimalExpansion {
  /// The power of ten of the first digit; 0 for zero, as C has it.
  fileprivate var exponent: Int { digits.isEmpty ? 0 : point - 1 }

  /// The digit at a place as it is written; 0 outside of the digits.
  fileprivate func byte(at place: Int) -> UInt8 {
    digits.indices.contains(place) ? .zero + digits[place] : .zero
  }
}
