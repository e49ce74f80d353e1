import Diagnosis
import Exercises
import Foundation
import Numerics

/// Worked lines as they are handed in, the slips of the pen included.
struct WrittenWork: Sendable {
  private(set) var lines: [HandWorking.Line]

  init(_ slip: HandWorking.Slip? = nil) {
    lines = HandWorking(slip).lines
  }

  /// The work with one entry of one line copied wrongly, and nothing carried on.
  func changingEntry(
    _ random: inout SplitMix64, _ change: (Double) -> Double
  ) -> WrittenWork {
    var work = self
    let line = lines.indices.randomElement(using: &random) ?? 0
    let row = lines[line].rows.indices.randomElement(using: &random) ?? 0
    let column = lines[line].rows[row].indices.randomElement(using: &random) ?? 0
    work.lines[line].rows[row][column] = change(lines[line].rows[row][column])
    return work
  }
}

extension HandWorking.Line {
  /// The value as a student types it, with so many significant digits.
  func typed(digits: Int) -> String {
    let lists = rows.map { row in
      row.map { String(format: "%.\(digits)g", $0) }.joined(separator: ", ")
    }
    switch rank {
    case 0: return lists[0]
    case 1: return "[\(lists[0])]"
    default: return "[" + lists.map { "[\($0)]" }.joined(separator: ", ") + "]"
    }
  }
}
