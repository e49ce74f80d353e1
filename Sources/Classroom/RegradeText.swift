import LocatedJSON

/// What changed for a class since an earlier run, line by line.
package struct RegradeText {
  private let summary: ClassSummary

  package init(_ summary: ClassSummary) {
    self.summary = summary
  }

  /// Up to how many changes are told student by student.
  private static let fewChanges = 6

  /// Of few changes each; of many what happened where, and of whom only by way of example.
  package var lines: [String] {
    let isMuch = summary.changeCount > RegradeText.fewChanges
    let shown = isMuch ? summary.changes.prefix(RegradeText.fewChanges) : summary.changes[...]
    let further = summary.changeCount - shown.count
    return (summary.regrades.lines + shown + (further > 0 ? ["and \(further) more"] : []))
      .map(\.shownOnOneLine)
  }

  /// What takes points away, which is never done in silence; nothing where nothing does.
  package var losses: [String] {
    if summary.losses == 0 { return [] }
    let students = summary.losses == 1 ? "1 student has" : "\(summary.losses) students have"
    return ["\(students) fewer points for an exercise than in an earlier run"]
      + summary.regrades.losses.map(\.shownOnOneLine)
  }
}
