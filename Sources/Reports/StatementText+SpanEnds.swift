extension StatementText {
  /// Where spans of code and of mathematics may end.
  ///
  /// Found once for the whole paragraph: to search again from every opening sign would take time
  /// that grows with the square of the length.
  struct SpanEnds {
    private var codeRuns: [Int: Positions] = [:]
    private var dollars = Positions()
    private var doubleDollars = Positions()

    init(_ characters: [Character]) {
      var index = 0
      var isEscaped = false
      while index < characters.count {
        let character = characters[index]
        switch character {
        case "`":
          var end = index
          while end < characters.count, characters[end] == "`" { end += 1 }
          codeRuns[end - index, default: Positions()].all.append(index)
          index = end - 1
        case "$" where !isEscaped: note(index, in: characters)
        default: break
        }
        isEscaped = character == "\\" && !isEscaped
        index += 1
      }
    }

    private mutating func note(_ index: Int, in characters: [Character]) {
      let before = index > 0 ? characters[index - 1] : " "
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      if after == "$" { doubleDollars.all.append(index) }
      // A price is no end ("$5 and $6"), nor is the second half of $$.
      if !before.isWhitespace, before != "$", !after.isNumber { dollars.all.append(index) }
    }

    /// Where a span of code that was opened by `length` backticks ends.
    mutating func code(from start: Int, length: Int) -> Int? {
      codeRuns[length]?.next(from: start)
    }

    /// Where mathematics that starts at `start` ends.
    mutating func mathematics(from start: Int, isDisplay: Bool) -> Int? {
      isDisplay ? doubleDollars.next(from: start) : dollars.next(from: start)
    }
  }

  /// Ascending positions, asked for in ascending order.
  private struct Positions {
    var all: [Int] = []
    private var reached = 0

    mutating func next(from start: Int) -> Int? {
      while reached < all.count, all[reached] < start { reached += 1 }
      return reached < all.count ? all[reached] : nil
    }
  }
}
