import Numerics

extension JSONParser {
  /// Reads the number that starts at the digit or minus sign here.
  mutating func number() throws(SyntaxFault) -> Double {
    let start = offset
    var decimal = DecimalNumber()
    if byte == .minus {
      decimal.isNegative = true
      offset += 1
    }
    let firstDigit = offset
    while byte.isDigit { decimal.append(integerDigit: take()) }
    if offset == firstDigit { throw missingInteger(start: start) }
    if bytes[firstDigit] == .zero, offset > firstDigit + 1 {
      throw leadingZero(start: start, firstDigit: firstDigit)
    }
    if byte == .point {
      let point = offset
      offset += 1
      while byte.isDigit { decimal.append(fractionDigit: take()) }
      if offset == point + 1 { throw missingFraction(start: start, point: point) }
    }
    if byte | 0x20 == UInt8(ascii: "e") { try exponent(of: &decimal) }
    if byte == .point || continuesWord { throw malformedNumber(start: start) }
    let value = decimal.exactValue ?? DecimalNumber.value(of: bytes[start..<offset])
    if value.isInfinite { throw .numberTooLarge(source.spelling(of: start..<offset), at: start) }
    return value
  }

  private mutating func exponent(of decimal: inout DecimalNumber) throws(SyntaxFault) {
    let letter = offset
    offset += 1
    let isNegative = byte == .minus
    if isNegative || byte == .plus { offset += 1 }
    let firstDigit = offset
    var exponent = 0
    while byte.isDigit {
      let digit = Int(take() - .zero)
      exponent = min(exponent * 10 + digit, DecimalNumber.largestExponent)
    }
    if offset == firstDigit { throw .missingExponent(character(at: letter), at: offset) }
    decimal.shift(by: isNegative ? -exponent : exponent)
  }

  @inline(__always)
  private mutating func take() -> UInt8 {
    defer { offset += 1 }
    return bytes[offset]
  }
}

// MARK: - What went wrong

extension JSONParser {
  private func missingInteger(start: Int) -> SyntaxFault {
    if byte == .point { return leadingPoint(start: start) }
    if byte.isWordByte, NonFiniteWord(word(at: offset)) != nil {
      return .nonFinite(source.spelling(of: start..<wordEnd(from: offset)), at: start)
    }
    return .missingDigits(found: found(at: offset), at: offset)
  }

  private func leadingZero(start: Int, firstDigit: Int) -> SyntaxFault {
    var significant = firstDigit
    while significant + 1 < offset, bytes[significant] == .zero { significant += 1 }
    let rest = source.spelling(of: significant..<numberEnd(from: significant))
    return .leadingZero(replacement: sign(start) + rest, at: firstDigit)
  }

  /// The fault of a number that begins with a point, its sign, if any, at `start`.
  func leadingPoint(start: Int) -> SyntaxFault {
    let rest = source.spelling(of: offset..<numberEnd(from: offset))
    return .leadingPoint(replacement: sign(start) + "0" + (rest == "." ? ".0" : rest), at: start)
  }

  private func missingFraction(start: Int, point: Int) -> SyntaxFault {
    let hasExponent = byte | 0x20 == UInt8(ascii: "e")
    let rest = hasExponent ? source.spelling(of: offset..<numberEnd(from: offset)) : ""
    let replacement = source.spelling(of: start..<point) + ".0" + rest
    return .missingFraction(replacement: replacement, at: point)
  }

  private func malformedNumber(start: Int) -> SyntaxFault {
    let soFar = source.spelling(of: start..<offset)
    switch (byte | 0x20, soFar) {
    case (UInt8(ascii: "x"), "0"), (UInt8(ascii: "x"), "-0"):
      return .hexadecimal(source.spelling(of: start..<wordEnd(from: offset)), at: start)
    case _ where byte == .underscore:
      return .underscoreInNumber(at: offset)
    default:
      return .malformedNumber(source.spelling(of: start..<numberEnd(from: offset)), at: start)
    }
  }

  private func sign(_ start: Int) -> String {
    bytes[start] == .minus ? "-" : ""
  }

  private func numberEnd(from offset: Int) -> Int {
    var end = offset
    while end < bytes.count, end < offset + 100, bytes[end].isWordByte || bytes[end] == .point {
      end += 1
    }
    return end
  }
}
