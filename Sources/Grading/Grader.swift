import Answers
import Exercises
import Marking
import Reports

/// The one way from a submission to what is said about it: its exercise is found and verified, the
/// submission is marked, and the right answers stand beside it where they may be shown.
///
/// Every exercise is read and verified once, and has one marker. A grader is a value: every thread
/// has its own.
package struct Grader: Sendable {
  private let find: @Sendable (String) throws(Catalogue.Fault) -> Exercise
  private let tools: MarkingTools
  private let reveals: Bool
  private var markers: [Marker] = []
  /// The places of the exercises' markers among them, where each is marked with as it stands: a
  /// marker is large to move.
  private var places: [String: Int] = [:]

  /// A grader that reads and verifies an exercise when it is first asked for.
  ///
  /// - Parameters:
  ///   - isVerified: Whether the exercises have been verified before, so that they need not be here.
  ///   - tools: What there is to mark with, beyond arithmetic.
  ///   - reveals: Whether the right answers are put beside each step.
  package init(
    _ catalogue: Catalogue, isVerified: Bool = false, tools: MarkingTools = MarkingTools(),
    reveals: Bool = false
  ) {
    find = { (id) throws(Catalogue.Fault) in
      isVerified ? try catalogue.exercise(id) : try catalogue.verified(id)
    }
    self.tools = tools
    self.reveals = reveals
  }

  /// A grader for exercises that have been read and verified, all of them.
  package init(
    _ library: ExerciseLibrary, tools: MarkingTools = MarkingTools(), reveals: Bool = false
  ) {
    find = { (id) throws(Catalogue.Fault) in try library.exercise(id) }
    self.tools = tools
    self.reveals = reveals
  }

  /// The exercise of that id; where everyone has numbers of their own, with those of the submission
  /// marked last.
  ///
  /// - Throws: Why nothing can be marked with it.
  package mutating func exercise(_ id: String) throws(Catalogue.Fault) -> Exercise {
    try markers[place(of: id)].exercise
  }

  /// What is said about a submission to the exercise of that id.
  ///
  /// - Parameter student: Whose submission it is where it does not say so itself.
  /// - Throws: Why nothing can be marked with the exercise.
  package mutating func mark(
    _ submission: Submission, answering id: String, of student: String? = nil
  ) throws(Catalogue.Fault) -> Feedback {
    try markers[place(of: id)].mark(submission, of: student, reveals: reveals)
  }

  private mutating func place(of id: String) throws(Catalogue.Fault) -> Int {
    if let place = places[id] { return place }
    markers.append(Marker(try find(id), tools: tools))
    places[id] = markers.count - 1
    return markers.count - 1
  }

  /// The same, with the exercise beside it that reports are made from.
  package mutating func marked(
    _ submission: Submission, answering id: String
  ) throws(Catalogue.Fault) -> MarkedSubmission {
    let feedback = try mark(submission, answering: id)
    return MarkedSubmission(feedback, try exercise(id))
  }
}
