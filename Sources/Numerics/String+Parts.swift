extension String {
  /// Whether another text, not empty, stands somewhere in this one, byte for byte.
  package func holds(_ part: String) -> Bool {
    place(ofText: Array(part.utf8), in: utf8[...]) != nil
  }

  /// The text with every occurrence of a part, not empty, replaced by another.
  package func replacing(text part: String, by other: String) -> String {
    let part = Array(part.utf8)
    var result: [UInt8] = []
    var rest = utf8[...]
    while let range = place(ofText: part, in: rest) {
      result += rest[..<range.lowerBound]
      result += other.utf8
      rest = rest[range.upperBound...]
    }
    if result.isEmpty, rest.count == utf8.count { return self }
    result += rest
    return String(decoding: result, as: UTF8.self)
  }

  /// The pieces between the occurrences of a part that is not empty; empty ones as well.
  package func pieces(between part: String) -> [String] {
    let part = Array(part.utf8)
    var pieces: [String] = []
    var rest = utf8[...]
    while let range = place(ofText: part, in: rest) {
      pieces.append(String(Substring(rest[..<range.lowerBound])))
      rest = rest[range.upperBound...]
    }
    return pieces + [String(Substring(rest))]
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  package var trimmingWhitespace: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}

/// Where a text that is not empty first stands, byte for byte.
private func place(
  ofText part: [UInt8], in text: Substring.UTF8View
) -> Range<String.Index>? {
  guard let first = part.first else { return nil }
  var start = text.startIndex
  while let found = text[start...].firstIndex(of: first) {
    if text[found...].starts(with: part) {
      return found..<text.index(found, offsetBy: part.count)
    }
    start = text.index(after: found)
  }
  return nil
}
