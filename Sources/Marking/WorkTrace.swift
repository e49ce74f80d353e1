/// Something by which one sheet may be told from others: wrong digits, a slip, a stretch of a program.
///
/// Of right answers there is none, for these all have in common.
package struct WorkTrace: Hashable, Sendable {
  package enum Sort: Int, CaseIterable, Sendable {
    /// A wrong number for which no slip is known.
    case digits
    /// The same of two digits at most, which many hit on.
    case fewDigits
    /// A wrong answer that a known slip explains.
    case slip
    /// A wrong answer that is no number.
    case text
    /// A stretch of a program, whatever its names and numbers are.
    case shape
  }

  package let sort: Sort
  /// The place of the step, whose traces are not independent of each other; −1 for the program.
  package let step: Int
  /// Made from what it is and where, within an exercise.
  package let key: UInt64
  /// What it is, for people; empty where nobody would read it.
  package let label: String

  package init(_ sort: Sort, step: Int, key: UInt64, label: String) {
    self.sort = sort
    self.step = step
    self.key = key
    self.label = label
  }
}
