import Answers

extension Message {
  /// The numbers that somebody finds who reads the text, and that the parts do not have; none where
  /// nothing is hidden in words.
  var numbersHidden: [Double] {
    let known = Set(numbers.map { abs($0) })
    let own = parts.filter { part in
      switch part {
      case .quotation, .authored, .file, .place, .listing, .heading: false
      case .words, .name, .number, .formula: true
      }
    }
    return Message(own).text.numbersRead.filter { !known.contains(abs($0)) }
  }
}

extension String {
  /// The numbers that a sentence states; those in names, such as `W1`, and in indices are none.
  ///
  /// As a minus may be an operator, a negative number counts without it as well.
  var numbersRead: [Double] {
    var found: [Double] = []
    var number = ""
    var isInName = false
    var isInIndex = false
    func end() {
      if let value = Double(number) {
        found.append(value)
        if value < 0 { found.append(-value) }
      }
      number = ""
    }
    let scalars = Array(unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      // The power of ten of 2e-8 belongs to the number.
      let isExponent =
        scalar == "e" && !number.isEmpty && scalars.dropFirst(index + 1).first.isNumeralOrMinus
      let isItsSign = scalar == "-" && number.hasSuffix("e")
      let isNumeral =
        ("0"..."9").contains(scalar) || scalar == "." || isExponent || isItsSign
      if isNumeral, !isInName, !isInIndex {
        number.unicodeScalars.append(scalar)
        continue
      }
      end()
      switch scalar {
      case "[", "]": isInIndex = scalar == "["
      case "½": found.append(0.5)
      case "−", "-": number = "-"
      default: break
      }
      isInName = scalar.isPartOfName || (isInName && isNumeral)
    }
    end()
    return found
  }
}

extension Unicode.Scalar? {
  fileprivate var isNumeralOrMinus: Bool {
    guard let self else { return false }
    return ("0"..."9").contains(self) || self == "-"
  }
}

extension Unicode.Scalar {
  /// Whether it can stand in a name: every sign of ours beyond ASCII that is no operator.
  fileprivate var isPartOfName: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "_": true
    case "·", "⊙", "−", "½", "…": false
    default: value > 0x7f
    }
  }
}
