/// A number as it is written with two neighbouring digits exchanged, as happens in copying.
struct ExchangedDigits {
  let text: String
  /// The digits as they stand in the number.
  let first: Character
  let second: Character
  /// Whether the point stands between the two.
  let isAcrossPoint: Bool

  /// Every pair of digits that differ, from the left.
  static func all(of text: String) -> [ExchangedDigits] {
    let signs = Array(text)
    return signs.indices.dropLast().compactMap { index in
      let isAcrossPoint = signs[index + 1] == "."
      let next = isAcrossPoint ? index + 2 : index + 1
      guard signs[index].isNumber, next < signs.count, signs[index] != signs[next] else {
        return nil
      }
      var exchanged = signs
      exchanged.swapAt(index, next)
      return ExchangedDigits(
        text: String(exchanged), first: signs[index], second: signs[next],
        isAcrossPoint: isAcrossPoint)
    }
  }
}
