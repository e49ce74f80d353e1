import Foundation

/// How many digits a student writes.
package enum Typing: Hashable, CustomStringConvertible, Sendable {
  case decimals(Int)
  case significant(Int)

  package var description: String {
    switch self {
    case .decimals(let count): "\(count) decimals"
    case .significant(let count): "\(count) significant digits"
    }
  }

  /// A number as it is typed; with decimals small ones get three significant digits all the same.
  package func text(_ number: Double) -> String {
    if abs(number) < 1e-13 { return "0" }
    let first = Int(log10(abs(number)).rounded(.down))
    let decimals =
      switch self {
      case .decimals(let count): max(count, 2 - first)
      case .significant(let count): max(0, count - 1 - first)
      }
    return String(format: "%.\(decimals)f", number)
  }
}
