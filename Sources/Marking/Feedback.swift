import Answers
import Diagnosis
import Formulas

/// What is said about one submission.
package struct Feedback: Sendable {
  package let exercise: String
  package var student: String
  package var steps: [StepFeedback]
  /// What one slip explains in several steps, to be said before them all.
  package var summary: [Message] = []
  /// What to say about chosen values, whatever the marks.
  package var remarks: [Message] = []
  /// What could not be read or belongs to no step.
  package var notes: [Message] = []
  /// How much that is.
  package var unread = Unread()
  /// The values the student chose, as far as they could be read, in the exercise's order.
  package var chosen: [(name: String, value: Tensor)] = []
  /// What there is in the sheet to tell it by, where somebody compares it with others.
  package var traces: [WorkTrace] = []
  private var rulings: [Ruling] = []

  package init(exercise: String, student: String, steps: [StepFeedback]) {
    self.exercise = exercise
    self.student = student
    self.steps = steps
  }

  /// The same with the marks and the summary of repeated slips.
  func with(_ slips: RepeatedSlips) -> Feedback {
    var feedback = self
    feedback.steps = slips.marks
    feedback.summary = slips.summary + summary
    return feedback
  }

  /// What a person decided about the exercise as a whole.
  package var ruling: Ruling? {
    get { rulings.first }
    set { rulings = newValue.map { [$0] } ?? [] }
  }

  package var points: Double {
    (ruling?.points ?? steps.reduce(0) { $0 + $1.points }) + (ruling?.bonus ?? 0)
  }
  package var outOf: Double { steps.reduce(0) { $0 + $1.outOf } }
  package var isFullMarks: Bool { steps.allSatisfy { $0.points >= $0.outOf } }
}

/// What is said about one step.
package struct StepFeedback: Sendable {
  package let name: String
  package var status: Status
  package var points: Double
  package let outOf: Double
  /// Everything else, in a list of one, or of none where nothing else is said: a class's steps are gone
  /// through time and again, and a list is shared by its copies until one of them is changed.
  private var details: [Details] = []

  private struct Details: Sendable {
    var says: [Message] = []
    var diagnosis: Explanation?
    var evidence: SlopeEvidence?
    var follows: [String] = []
    var text: String?
    var ruling: Ruling?
    var expected: Expected?
    var given: HandedIn?
  }

  package init(
    name: String, status: Status, points: Double, outOf: Double, says: [Message] = []
  ) {
    self.name = name
    self.status = status
    self.points = points
    self.outOf = outOf
    if !says.isEmpty { self.says = says }
  }

  /// Whether nothing is known of it but the verdict, the points and what was handed in.
  package var isBare: Bool {
    says.isEmpty && diagnosis == nil && evidence == nil && follows.isEmpty && text == nil
      && ruling == nil && expected == nil
  }

  /// The place of what is to be set, which is made where there is none yet.
  private var place: Int {
    mutating get {
      if details.isEmpty { details.append(Details()) }
      return 0
    }
  }
}

extension StepFeedback {
  /// Sentences to the student.
  package var says: [Message] {
    get { details.isEmpty ? [] : details[0].says }
    set { details[place].says = newValue }
  }

  package var diagnosis: Explanation? {
    get { details.isEmpty ? nil : details[0].diagnosis }
    set { details[place].diagnosis = newValue }
  }

  /// What finite differences say to a wrong gradient.
  package var evidence: SlopeEvidence? {
    get { details.isEmpty ? nil : details[0].evidence }
    set { details[place].evidence = newValue }
  }

  /// The earlier wrong steps that a follow-through rests on.
  package var follows: [String] {
    get { details.isEmpty ? [] : details[0].follows }
    set { details[place].follows = newValue }
  }

  /// The text that a person is to read.
  package var text: String? {
    get { details.isEmpty ? nil : details[0].text }
    set { details[place].text = newValue }
  }

  /// What a person decided about the step; the verdict and the points are as that says.
  package var ruling: Ruling? {
    get { details.isEmpty ? nil : details[0].ruling }
    set { details[place].ruling = newValue }
  }

  /// The right answer, shown only where answers may be revealed.
  package var expected: Expected? {
    get { details.isEmpty ? nil : details[0].expected }
    set { details[place].expected = newValue }
  }

  /// What the student handed in, where it could be read.
  package var given: HandedIn? {
    get { details.isEmpty ? nil : details[0].given }
    set { details[place].given = newValue }
  }
}

/// A right answer.
package enum Expected: Hashable, Sendable {
  case value(Tensor)
  case text(String)
}
