import Answers
import Exercises
import LocatedJSON
import Marking
import Reports

/// What came of one student's work: a row of the gradebook and the lines of its results.
package struct StudentRecord: Sendable {
  package let id: String
  /// What the layout or the roster calls the student, or else the submission, where that is not
  /// the id.
  package var name = ""
  /// Other words that systems know the student by.
  package var aliases: [String] = []
  package var isLate = false
  /// When each exercise was handed in, as far as anybody knows.
  package var times: [String: HandInTime] = [:]
  /// How much longer a person gave the student, by exercise or for all.
  package var extensions: [String: DueExtension] = [:]
  /// What a person decided about the student's work as a whole.
  package var ruling: Ruling?
  /// What the work comes to in an assignment, where there is one.
  package var grade: Grade?
  /// The entry of the class folder that the work came in.
  package var origin = ""
  /// What is said about each exercise, in the order of their ids.
  package var results: [Feedback] = []
  /// What the row has to say although nobody need look at it.
  package var remarks: [Message] = []
  /// What could not be marked through the student's own doing.
  package var problems: [Message] = []
  /// What could not be marked for a reason that is not the student's.
  package var faults: [Message] = []

  package init(id: String) {
    self.id = id
  }

  /// The most characters of what students are called that are kept.
  package static let longestName = 100

  /// What counts, by a person's last word or by what was marked; in an assignment its total.
  package var points: Double {
    if let grade { return grade.total ?? 0 }
    let sum = results.filter { $0.ruling?.isExcused != true }.reduce(0) { $0 + $1.points }
    return max(0, (ruling?.points ?? sum) + (ruling?.bonus ?? 0))
  }

  /// Whether a person has taken all of it out of the count.
  package var isExcused: Bool {
    ruling?.isExcused == true || (grade != nil && grade?.total == nil)
  }

  /// Whether a person has taken an exercise out of the count.
  package func isExcused(from exercise: String) -> Bool {
    ruling?.isExcused == true || grade?.part(exercise)?.standing == .excused
      || results.first { $0.exercise == exercise }?.ruling?.isExcused == true
  }

  /// Whether somebody should look at what was handed in.
  package var needsAttention: Bool {
    !problems.isEmpty || !faults.isEmpty || results.indices.contains { results[$0].isLargelyUnread }
  }

  /// What of all the sheets was not understood.
  package var unread: Unread {
    results.reduce(into: Unread()) { $0.add($1.unread) }
  }

  /// Answers that a person is still to read; until then the points are not final.
  package var toBeRead: Int {
    if ruling?.points != nil || ruling?.isExcused == true { return 0 }
    return results.reduce(0) { $0 + (counts($1.exercise) ? $1.toBeRead : 0) }
  }

  /// Whether an exercise counts for anything, or may once all of it is read.
  private func counts(_ exercise: String) -> Bool {
    guard let grade else { return true }
    return grade.part(exercise).map { $0.counts || $0.mayReturn } ?? false
  }

  /// What earned nothing because it was not understood, or has not earned anything yet.
  package var shortfalls: [String] {
    let missing = results.filter { !$0.unread.choices.isEmpty }.map {
      "\($0.exercise) has no value for \($0.unread.choices.joinedAsWords)"
    }
    return missing + unread.counts
      + (toBeRead > 0 ? ["not final: \(Unread.toBeRead(toBeRead))"] : [])
  }

  /// The last column of the gradebook: "ok", or what is the matter.
  package var status: String {
    let remarks = faults.map { "not graded: \($0.text)" } + shortfalls + problems.texts
    let all =
      (remarks.isEmpty ? ["ok"] : remarks) + self.remarks.texts + (grade?.remarks ?? [])
    let further = all.count - StudentRecord.mostRemarks
    return all.prefix(StudentRecord.mostRemarks).map(StudentRecord.short).joined(separator: "; ")
      + (further > 0 ? "; and \(further) more" : "")
  }

  private static let mostRemarks = 10
  private static let longestRemark = 300

  private static func short(_ remark: String) -> String {
    remark.isLonger(than: longestRemark) ? remark.prefix(longestRemark) + "…" : remark
  }
}
