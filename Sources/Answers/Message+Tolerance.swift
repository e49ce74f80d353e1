import Exercises

extension Message {
  /// A tolerance in words: "within 0.001", "to 4 decimals".
  package init(_ tolerance: Tolerance) {
    self =
      switch tolerance {
      case .absolute(let bound): "within \(written: "\(bound)")"
      case .relative(let share): "within \(written: "\(share)") of its size"
      case .both(let bound, let share):
        "within \(written: "\(bound)") plus \(written: "\(share)") of its size"
      case .decimals(let count): "to \(count) decimals"
      case .significant(let count): "to \(count) significant digits"
      case .finest(let decimals, let significant):
        "to \(decimals) decimals, small numbers to \(significant) significant digits"
      case .exact: "exactly"
      case .asTyped(let count): "to \(count + 1) or \(count + 2) significant digits"
      }
  }
}
