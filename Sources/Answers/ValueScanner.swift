import Formulas
import LocatedJSON
import Numerics

/// Reads plain numbers and lists of them straight from bytes, which is nearly every answer.
///
/// Anything else, arithmetic included, is left to `TypedValue.read`.
struct ValueScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset: Int
  private let end: Int
  private var entries: [Double] = []
  private var lastDigits: [Int?] = []

  /// The value spelled by the bytes; nil where they spell anything but plain numbers.
  package static func value(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> TypedValue?
  {
    var scanner = ValueScanner(bytes: bytes, offset: range.lowerBound, end: range.upperBound)
    guard let shape = scanner.shape() else { return nil }
    scanner.skipSpace()
    guard scanner.offset == scanner.end, scanner.entries.count <= Formula.largest else {
      return nil
    }
    return TypedValue(
      Tensor(shape: shape, entries: scanner.entries), lastDigits: scanner.lastDigits)
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, offset: Int, end: Int) {
    self.bytes = bytes
    self.offset = offset
    self.end = end
    // Most are numbers and short vectors, whose lists then need not grow.
    entries.reserveCapacity(4)
    lastDigits.reserveCapacity(4)
  }

  private mutating func shape() -> Shape? {
    guard take("[") else { return number() ? .scalar : nil }
    guard peek("[") else { return list().map { .vector($0) } }
    var rows = 0
    var columns: Int?
    repeat {
      guard take("["), let length = list(), columns == nil || columns == length else { return nil }
      columns = length
      rows += 1
    } while take(",")
    guard take("]"), let columns else { return nil }
    return .matrix(rows, columns)
  }

  /// The numbers up to the closing bracket; how many there are.
  private mutating func list() -> Int? {
    var count = 0
    repeat {
      guard number() else { return nil }
      count += 1
    } while take(",")
    return take("]") ? count : nil
  }

  private mutating func number() -> Bool {
    skipSpace()
    var decimal = DecimalNumber()
    if offset < end, bytes[offset] == UInt8(ascii: "-") {
      decimal.isNegative = true
      offset += 1
    } else if offset + 2 < end, bytes[offset] == 0xE2, bytes[offset + 1] == 0x88,
      bytes[offset + 2] == 0x92
    {
      // The minus sign U+2212.
      decimal.isNegative = true
      offset += 3
    }
    let start = offset
    while let digit = digit() { decimal.append(integerDigit: digit) }
    var digits = offset - start
    if offset < end, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      let point = offset
      while let digit = digit() { decimal.append(fractionDigit: digit) }
      digits += offset - point
    }
    guard digits > 0 else { return false }
    if offset < end, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      let isNegative = offset < end && bytes[offset] == UInt8(ascii: "-")
      if isNegative || (offset < end && bytes[offset] == UInt8(ascii: "+")) { offset += 1 }
      var power = 0
      let first = offset
      while let digit = digit() { power = min(power * 10 + Int(digit - UInt8(ascii: "0")), 9999) }
      guard offset > first else { return false }
      decimal.shift(by: isNegative ? -power : power)
    }
    guard let value = decimal.exactValue ?? value(start..<offset, isNegative: decimal.isNegative)
    else { return false }
    entries.append(value)
    lastDigits.append(decimal.exponent)
    return true
  }

  /// The value of a number with more digits than are worked out in passing, such as a full `Double`.
  private func value(_ range: Range<Int>, isNegative: Bool) -> Double? {
    let spelling = String(decoding: bytes[range], as: UTF8.self)
    guard let size = Double(spelling.hasSuffix(".") ? spelling + "0" : spelling), size.isFinite
    else { return nil }
    return isNegative ? -size : size
  }

  private mutating func digit() -> UInt8? {
    guard offset < end, bytes[offset] >= UInt8(ascii: "0"), bytes[offset] <= UInt8(ascii: "9")
    else { return nil }
    defer { offset += 1 }
    return bytes[offset]
  }

  private mutating func skipSpace() {
    while offset < end, bytes[offset] == 0x20 || (0x09...0x0D).contains(bytes[offset]) {
      offset += 1
    }
  }

  private mutating func peek(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    return offset < end && bytes[offset] == UInt8(ascii: sign)
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard peek(sign) else { return false }
    offset += 1
    return true
  }
}
