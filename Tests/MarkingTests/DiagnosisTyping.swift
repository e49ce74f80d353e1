import LearnersSlips

extension Typing {
  /// The precisions of the corpora; where time is no matter, more of them.
  static let all: [Typing] =
    Environment.isThorough
    ? [4, 5, 6].flatMap { [.decimals($0), .significant($0)] }
    : [.decimals(4), .significant(5), .decimals(6)]

  /// Rows of numbers as an answer: of rank 0, 1 or 2.
  func text(_ grid: Grid, rank: Int) -> String {
    switch rank {
    case 0: text(grid.rows[0][0])
    case 1: "[" + grid.entries.map(text).joined(separator: ", ") + "]"
    default:
      "["
        + grid.rows.map { "[" + $0.map(text).joined(separator: ", ") + "]" }
        .joined(separator: ", ") + "]"
    }
  }

  func rounded(_ grid: Grid) -> Grid { grid.each { Double(text($0)) ?? $0 } }
}
