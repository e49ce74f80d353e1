import Exercises
import Grading

/// What came of one student's work: a row of the gradebook and the lines of its results.
package struct StudentRecord: Sendable {
  package let id: String
  /// What the student calls themselves in the submission, where that is not the id.
  package var name = ""
  package var results: [Result] = []
  /// What could not be marked through the student's own doing.
  package var problems: [String] = []
  /// What could not be marked for a reason that is not the student's.
  package var faults: [String] = []

  init(id: String) {
    self.id = id
  }

  /// The marks for one exercise.
  package struct Result: Sendable {
    package let exercise: String
    package let feedback: Feedback
  }

  package var points: Double { results.reduce(0) { $0 + $1.feedback.points } }

  /// Whether there is nothing at all to say.
  var isBlank: Bool { results.isEmpty && problems.isEmpty && faults.isEmpty }

  /// Whether somebody should look at what was handed in.
  package var needsAttention: Bool { !problems.isEmpty || !faults.isEmpty }

  /// The last column of the gradebook: "ok", or what is the matter.
  package var status: String {
    let remarks = faults.map { "not graded: \($0)" } + problems
    if remarks.isEmpty { return "ok" }
    let further = remarks.count - StudentRecord.mostRemarks
    return remarks.prefix(StudentRecord.mostRemarks).joined(separator: "; ")
      + (further > 0 ? "; and \(further) more" : "")
  }

  private static let mostRemarks = 10
}
