/// A number times a power of ten, in any spelling: `2.6·10⁻³`, `2.6 x 10^-3`, `2.6*^-3`, `2.6f-3`.
enum PowerForm {
  static let form = PastedForm(
    .power,
    examples: [
      .init("263.4×10⁻³", .scalar, "263.4e-3"),
      .init("263.4 x 10^-3", .scalar, "263.4e-3"),
      .init("263.4 * 10**(-3)", .scalar, "263.4e-3"),
      .init("2,5·10^{2}", .scalar, "2.5e2"),
      .init("[5.58*^-1, 5.88EE-1]", .vector(2), "[5.58e-1, 5.88e-1]"),
      .init("[5.58f-1, 0.5f0]", .vector(2), "[5.58e-1, 0.5e0]"),
      .init("1/2*10^2", .scalar, "1/2*10^2"),
      .init("2*10^2^2", .scalar, "2*10^2^2"),
    ]
  ) { text in
    var reader = PowerReader(text)
    return reader.read(&text)
  }
}

/// Looks for numbers with powers of ten.
private struct PowerReader {
  private let text: PastedText
  private var output: [Unicode.Scalar] = []

  init(_ text: PastedText) { self.text = text }

  /// Whether anything was found.
  mutating func read(_ result: inout PastedText) -> Bool {
    var isFound = false
    var place = 0
    // What stands before a number without blanks: after / and ^ a product binds otherwise.
    var before: Unicode.Scalar?
    while place < text.scalars.count {
      let scalar = text.scalars[place]
      let isNumber = scalar.isDigit || (scalar == "." && text[place + 1]?.isDigit == true)
      guard isNumber, text[place - 1]?.isInWord != true else {
        if !scalar.isBlank { before = scalar }
        output.append(scalar)
        place += 1
        continue
      }
      let end = endOfNumber(from: place)
      output += text.scalars[place..<end]
      place = end
      if before != "/", before != "^", before != "÷", let (power, next) = power(at: end) {
        output.append("e")
        output += power
        place = next
        isFound = true
      }
      before = "0"
    }
    if isFound { result.scalars = output }
    return isFound
  }

  private func endOfNumber(from start: Int) -> Int {
    var place = start
    while let scalar = text[place],
      scalar.isDigit || scalar == "." || (scalar == "," && text[place + 1]?.isDigit == true)
    {
      // A comma may be a decimal one, and what follows it may have the power.
      if scalar == ",", text[place - 1]?.isDigit != true { break }
      place += 1
    }
    return place
  }

  /// The exponent that stands at a place, and where it ends.
  private func power(at start: Int) -> ([Unicode.Scalar], Int)? {
    if text.has("EE", at: start) || text.has("ee", at: start) || text.has("*^", at: start) {
      return whole(at: start + 2, isWithin: false)
    }
    if let letter = text[start], letter == "f" || letter == "d" || letter == "D" {
      return whole(at: start + 1, isWithin: false)
    }
    var place = text.skippingBlanks(from: start)
    guard let times = text[place], ["*", "·", "×", "x", "X"].contains(times) else { return nil }
    place = text.skippingBlanks(from: place + 1)
    guard text.has("10", at: place) else { return nil }
    place += 2
    if let found = superscript(at: place) { return found }
    place = text.skippingBlanks(from: place)
    if text[place] == "^" {
      place += 1
    } else if text.has("**", at: place) {
      place += 2
    } else {
      return nil
    }
    place = text.skippingBlanks(from: place)
    guard let open = text[place], open == "(" || open == "{" else {
      return whole(at: place, isWithin: false)
    }
    var inner = text.skippingBlanks(from: place + 1)
    if text[inner] == "(" { inner += 1 }
    guard let (power, end) = whole(at: inner, isWithin: true) else { return nil }
    guard let close = text.closing(of: place), end <= close,
      text.scalars[end..<close].allSatisfy({ $0.isBlank || $0 == ")" }), isEnd(close + 1)
    else { return nil }
    return (power, close + 1)
  }

  private func whole(at start: Int, isWithin: Bool) -> ([Unicode.Scalar], Int)? {
    var place = start
    var power: [Unicode.Scalar] = []
    if let sign = text[place], sign == "-" || sign == "+" {
      power.append(sign)
      place += 1
      while isWithin, text[place] == " " { place += 1 }
    }
    let first = place
    while let digit = text[place], digit.isDigit {
      power.append(digit)
      place += 1
    }
    guard place > first, place - first < 5, isWithin || isEnd(place) else { return nil }
    return (power, place)
  }

  private static let superscripts: [Unicode.Scalar] = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)

  private func superscript(at start: Int) -> ([Unicode.Scalar], Int)? {
    var place = start
    var power: [Unicode.Scalar] = []
    if let sign = text[place], sign == "⁻" || sign == "⁺" {
      power.append(sign == "⁻" ? "-" : "+")
      place += 1
    }
    let first = place
    while let scalar = text[place], let digit = Self.superscripts.firstIndex(of: scalar) {
      power.append(Unicode.Scalar(UInt8(ascii: "0") + UInt8(digit)))
      place += 1
    }
    guard place > first, place - first < 5, isEnd(place) else { return nil }
    return (power, place)
  }

  /// Whether nothing follows that would belong to the exponent.
  private func isEnd(_ place: Int) -> Bool {
    guard let next = text[place] else { return true }
    if next == "." { return text[place + 1]?.isDigit != true }
    return !next.isInWord && next != "^" && next != "²" && next != "³" && !text.has("**", at: place)
  }
}
