/// What a step asks for whose kind judges answers by itself: what others than the kind ask of it.
package struct Assignment: Sendable {
  /// The step, for its kind to read again where it is marked.
  package let record: StepRecord

  /// Whether the answer is prose, for which a sheet has room for several lines.
  package var asksForText = false
  /// A function to be filled in, where the answer is a Swift file; nil for every other.
  package var stub: String?
  /// Whether the function has a body to go on with, which is no answer yet.
  package var isBegun = false
  /// Ready functions that the file may call, a line each.
  package var readyFunctions: [String] = []
  /// What the points are for, where a person reads the answer.
  package var rubric: [RubricItem] = []
  /// An answer that would earn them all, where the author wrote one.
  package var model: String?
  /// The instructor's program that checks the answer, with its arguments.
  package var checker: [String] = []
  /// Wrong answers that the author has foreseen, as they are typed.
  package var mistakes: [ForeseenMistake] = []

  /// What a student must know to answer, beyond the step's text, a line each: options to choose
  /// from, in the student's own order, names that a formula may use, a function's declaration.
  package var details: @Sendable (_ student: String) -> [String] = { _ in [] }
  /// What a page offers, in the student's own order; nil where an answer is written.
  package var control: @Sendable (_ student: String) -> AnswerControl? = { _ in nil }
  /// What an answer picks of that, by label: for pairs one label for each entry, "" where none is.
  ///
  /// Nil where the answer cannot be read.
  package var picks: @Sendable (_ answer: String, _ student: String) -> [String]? = { _, _ in nil }
  /// What a student must know of the whole sheet, which is said once for all such steps.
  package var remark: @Sendable (_ student: String) -> String? = { _ in nil }
  /// A right answer as the student types it; nil where none can be made.
  package var rightAnswer: @Sendable (_ student: String) -> String? = { _ in nil }
  /// What is wrong with the key itself, found by calculating with it.
  package var faults: @Sendable (Exercise) -> [AssignmentFault] = { _ in [] }

  package init(_ reading: StepReading) {
    record = reading.record
  }
}

/// Something wrong with an assignment, and where it stands in the exercise file.
package struct AssignmentFault: Error, Hashable, Sendable {
  package let message: String
  package let place: Range<Int>

  package init(_ message: String, at place: Range<Int>) {
    self.message = message
    self.place = place
  }
}

/// What some of a step's points are for.
package struct RubricItem: Sendable {
  package let says: String
  package let points: Double

  package init(says: String, points: Double) {
    self.says = says
    self.points = points
  }
}

/// A wrong answer that the author has foreseen.
package struct ForeseenMistake: Sendable {
  /// The answer as a student types it.
  package let answer: String
  package let says: String
  /// The share of the points it earns, from 0 to 1.
  package let credit: Double
  package let place: Range<Int>

  package init(answer: String, says: String, credit: Double, place: Range<Int>) {
    self.answer = answer
    self.says = says
    self.credit = credit
    self.place = place
  }
}
