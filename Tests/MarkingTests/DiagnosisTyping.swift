import Foundation

/// How many digits a student writes.
enum Typing: Hashable, CustomStringConvertible {
  case decimals(Int)
  case significant(Int)

  /// The precisions of the corpora; where time is no matter, more of them.
  static let all: [Typing] =
    Environment.isThorough
    ? [4, 5, 6].flatMap { [.decimals($0), .significant($0)] }
    : [.decimals(4), .significant(5), .decimals(6)]

  var description: String {
    switch self {
    case .decimals(let count): "\(count) decimals"
    case .significant(let count): "\(count) significant digits"
    }
  }

  /// A number as it is typed; with decimals small ones get three significant digits all the same.
  func text(_ number: Double) -> String {
    if abs(number) < 1e-13 { return "0" }
    let first = Int(log10(abs(number)).rounded(.down))
    let decimals =
      switch self {
      case .decimals(let count): max(count, 2 - first)
      case .significant(let count): max(0, count - 1 - first)
      }
    return String(format: "%.\(decimals)f", number)
  }

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
