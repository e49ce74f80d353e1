/// A name that says one entry of a value: `a1[2]`, `W1(1, 2)`, `a1_2`, `W1[0][1]`.
package struct EntryOfValue: Sendable {
  /// The name of the value, as it was typed.
  package let stem: String
  /// The one or two places, as they were typed.
  package let places: [Int]

  /// Every way in which a name says an entry, likeliest first.
  package static func all(of name: String) -> [EntryOfValue] {
    var text = PastedText(NameKey.plain(name))
    text.trim()
    return [bracketed(text), underscored(text), joined(text)].compactMap { $0 }
  }

  private init?(_ stem: ArraySlice<Unicode.Scalar>, _ places: [Int]) {
    guard !stem.isEmpty, (1...2).contains(places.count), stem.contains(where: { $0.isLetter })
    else {
      return nil
    }
    self.stem = PastedText(Array(stem)).text
    self.places = places
  }

  /// `a1[2]`, `W1(1, 2)`, `W1[0][1]`.
  private static func bracketed(_ text: PastedText) -> EntryOfValue? {
    var end = text.scalars.count
    var places: [Int] = []
    while end > 0, let close = text[end - 1], close == "]" || close == ")" {
      let open: Unicode.Scalar = close == "]" ? "[" : "("
      guard let start = text.scalars[..<end].lastIndex(of: open) else { return nil }
      // Raised, it is the layer.
      let before = text.trimmed(0..<start).upperBound
      if text[before - 1] == "^" { break }
      var inner: [Int] = []
      for piece in text.scalars[start + 1..<end - 1].split(separator: ",") {
        guard let place = Int(PastedText(Array(piece.filter { !$0.isBlank })).text) else {
          return nil
        }
        inner.append(place)
      }
      places = inner + places
      end = before
    }
    if text[end - 1] == "_" { end -= 1 }
    return EntryOfValue(text.scalars[..<end], places)
  }

  /// `a1_2`, `W1_1_2`, `W1_12`, `a1_(1,2)`.
  private static func underscored(_ text: PastedText) -> EntryOfValue? {
    var end = text.scalars.count
    var places: [Int] = []
    while places.count < 2, let (number, start) = number(endingAt: end, text),
      let sign = text[start - 1], sign == "_" || sign == ","
    {
      places.insert(number, at: 0)
      end = start - 1
    }
    guard let last = text[end - 1], last.isInWord || last == ")" else { return nil }
    return EntryOfValue(text.scalars[..<end], places)
  }

  /// `x2` of a value x.
  private static func joined(_ text: PastedText) -> EntryOfValue? {
    guard let (number, start) = number(endingAt: text.scalars.count, text),
      text[start - 1]?.isLetter == true
    else { return nil }
    return EntryOfValue(text.scalars[..<start], [number])
  }

  private static func number(endingAt end: Int, _ text: PastedText) -> (Int, Int)? {
    var start = end
    while start > 0, text.scalars[start - 1].isDigit { start -= 1 }
    guard start < end, end - start < 5, let number = Int(text.spelling(start..<end)) else {
      return nil
    }
    return (number, start)
  }
}
