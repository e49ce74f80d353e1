/// What the commas between digits of a text may be, as far as the digits around them tell.
struct CommaRuns {
  /// Whether each may be a decimal comma.
  private(set) var mayBeDecimal = true
  /// Whether each may stand between thousands.
  private(set) var mayBeThousands = true

  init(_ text: PastedText) {
    var hasRun = false
    var place = 0
    while place < text.scalars.count {
      guard text.scalars[place].isDigit || text.scalars[place] == "." else {
        place += 1
        continue
      }
      let start = place
      while let scalar = text[place],
        scalar.isDigit || scalar == "." || (scalar == "," && CommaRuns.isWithin(place, text))
      {
        place += 1
      }
      let run = text.scalars[start..<place]
      let pieces = run.split(separator: ",", omittingEmptySubsequences: false)
      if pieces.count > 1 { hasRun = true }
      takeDecimal(pieces)
      takeThousands(pieces)
    }
    if !hasRun { (mayBeDecimal, mayBeThousands) = (false, false) }
  }

  /// Whether a comma stands between two digits.
  static func isWithin(_ place: Int, _ text: PastedText) -> Bool {
    text[place - 1]?.isDigit == true && text[place + 1]?.isDigit == true
  }

  /// Whether the commas of a list that may as well be one of whole numbers are told to be decimal: by
  /// others with a blank behind them, or by digits that no whole number beside another would have.
  static func tellDecimals(_ text: String) -> Bool {
    let scalars = PastedText(text)
    for (place, scalar) in scalars.scalars.enumerated() where scalar == "," {
      guard scalars[place - 1]?.isDigit == true else { continue }
      if scalars[place + 1]?.isBlank == true { return true }
      let fraction = scalars.scalars[(place + 1)...].prefix { $0.isDigit }
      let isBelowOne =
        scalars[place - 1] == "0" && scalars[place - 2]?.isDigit != true
      if fraction.count > (isBelowOne ? 2 : 3) || fraction.count > 1 && fraction.first == "0" {
        return true
      }
    }
    return false
  }

  /// A list with a blank behind every comma.
  static func withBlanks(_ text: String) -> String {
    var spaced = ""
    for character in text where !character.isWhitespace {
      spaced.append(character)
      if character == "," { spaced.append(" ") }
    }
    return spaced
  }

  private mutating func takeDecimal(_ pieces: [ArraySlice<Unicode.Scalar>]) {
    // Without blanks an odd number of them cannot be paired in one way only.
    if pieces.count > 2, pieces.count % 2 == 1 { mayBeDecimal = false }
    for (index, piece) in pieces.enumerated() where piece.contains(".") {
      // Points between thousands, as in 1.234,5.
      let isGrouped =
        index % 2 == 0 && index + 1 < pieces.count
        && CommaRuns.areThousands(piece.split(separator: ".", omittingEmptySubsequences: false))
      if !isGrouped { mayBeDecimal = false }
    }
  }

  private mutating func takeThousands(_ pieces: [ArraySlice<Unicode.Scalar>]) {
    guard pieces.count > 1 else { return }
    var groups = pieces
    let last = groups.removeLast()
    groups.append(last.prefix { $0 != "." })
    if !CommaRuns.areThousands(groups) || last.count(where: { $0 == "." }) > 1 {
      mayBeThousands = false
    }
  }

  private static func areThousands(_ groups: [ArraySlice<Unicode.Scalar>]) -> Bool {
    guard groups.count > 1, let first = groups.first, (1...3).contains(first.count),
      first.first != "0", first.allSatisfy({ $0.isDigit })
    else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy { $0.isDigit } }
  }
}
