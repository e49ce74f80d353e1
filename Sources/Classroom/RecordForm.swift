import Gradebooks
import Numerics

/// How the records of a class are written: what they come to, and what is said of it.
struct RecordForm: Sendable {
  let assignment: ClassAssignment?
  let columns: GradebookColumns?
  /// Whether it is told who was late.
  let showsLateness: Bool
  /// Whether pseudonyms stand for students where results are shown around.
  let isAnonymous: Bool
  /// Whether every student has a page to begin from.
  let hasIndex: Bool
  /// What tells whether a record's lines are still what they would be.
  let mark: UInt64

  /// - Parameter titles: Those of the exercises, of which one may have taken the page's name.
  init(
    knowsLateness: Bool, assignment: ClassAssignment?, pages: FeedbackPages,
    titles: [String: String]
  ) {
    isAnonymous = pages.isAnonymous
    hasIndex = pages.hasFeedback && titles["index"] == nil
    self.assignment = assignment
    columns = assignment.map { GradebookColumns($0) }
    let showsLateness = knowsLateness || assignment?.asksForTimes == true
    self.showsLateness = showsLateness
    mark = FNV1a.hash((assignment?.digest.hexadecimal ?? "") + (showsLateness ? " late" : ""))
  }
}
