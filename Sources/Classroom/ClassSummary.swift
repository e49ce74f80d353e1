import Answers
import Marking

/// What a class came to, as far as it can be said without holding it in memory.
package struct ClassSummary: Sendable {
  package private(set) var students = 0
  /// Whether not all students are in it, since somebody wanted the run to end.
  package internal(set) var isInterrupted = false
  /// Students whose work somebody should look at.
  package private(set) var withProblems = 0
  /// The faults that are not the students', with the student they befell; no more than are read.
  package private(set) var faults: [(student: String, reason: String)] = []
  /// How many such faults there are in all.
  package private(set) var faultCount = 0
  package private(set) var exercises: [String: Tally] = [:]
  /// What of all the sheets was not understood.
  package private(set) var unread = Unread()
  /// Students of whom an earlier run's work was taken as it was.
  package private(set) var reused = 0
  /// Single exercises that were taken over of students of whom something else has changed.
  package private(set) var reusedExercises = 0
  /// What changed for whom since an earlier run; no more lines than are read.
  package private(set) var changes: [String] = []
  /// How many such lines there are in all.
  package private(set) var changeCount = 0

  /// The same by exercise, step and reason.
  package private(set) var regrades = RegradeSummary()

  /// Students who have fewer points for an exercise than an earlier run gave them.
  package private(set) var losses = 0

  package static let mostChanges = 40

  /// How many answers a person is still to read.
  package var toBeRead: Int { exercises.values.reduce(0) { $0 + $1.toBeRead } }

  /// The sums over all submissions of one exercise.
  package struct Tally: Sendable {
    package private(set) var submissions = 0
    package private(set) var points = 0.0
    package private(set) var outOf = 0.0
    package private(set) var fullMarks = 0
    /// Answers that a person is still to read.
    package private(set) var toBeRead = 0
    /// How often each step was the first that went wrong, in the order of the steps.
    package private(set) var slips: [(step: String, count: Int)] = []

    mutating func add(_ feedback: Feedback) {
      submissions += 1
      points += feedback.points
      outOf = feedback.outOf
      if feedback.isFullMarks { fullMarks += 1 }
      toBeRead += feedback.toBeRead
      if slips.isEmpty { slips = feedback.steps.map { ($0.name, 0) } }
      let first = feedback.steps.firstIndex { $0.status.isSlip }
      if let first, slips.indices.contains(first) { slips[first].count += 1 }
    }

    /// The step that most often went wrong first, and how often; nil where none did.
    package var commonestSlip: (step: String, count: Int)? {
      guard let most = slips.map(\.count).max(), most > 0 else { return nil }
      return slips.first { $0.count == most }
    }
  }

  package var isComplete: Bool { faultCount == 0 }

  mutating func add(_ result: StudentResult) {
    let record = result.record
    students += 1
    if record.needsAttention { withProblems += 1 }
    reusedExercises += result.provenance.values.count(where: \.isTakenOver)
    faultCount += record.faults.count
    // A broken disk would fill the memory with them.
    if faults.count < 100 { faults += record.faults.map { (record.id, $0.text) } }
    unread.add(record.unread)
    for feedback in record.results where feedback.outOf > 0 {
      exercises[feedback.exercise, default: Tally()].add(feedback)
    }
  }

  mutating func noteReuse() { reused += 1 }

  mutating func add(_ regrade: Regrade) {
    if regrade.isLoss { losses += 1 }
    regrades.add(regrade.shifts)
    changeCount += regrade.lines.count
    changes += regrade.lines.prefix(ClassSummary.mostChanges - changes.count)
  }
}
