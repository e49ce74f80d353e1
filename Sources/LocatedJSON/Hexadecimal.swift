extension UnsignedInteger {
  /// The number in base 16 with capital letters, padded with zeros.
  package func hexadecimalSpelling(digits: Int) -> String {
    let spelling = String(self, radix: 16, uppercase: true)
    let padding = digits - spelling.utf8.count
    return padding > 0 ? String(repeating: "0", count: padding) + spelling : spelling
  }
}
