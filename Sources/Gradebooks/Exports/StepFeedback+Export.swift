import Answers
import Exercises
import LocatedJSON
import Marking
import Reports

extension StepFeedback {
  var isFull: Bool { points >= outOf }

  /// The verdict and what is said, each a sentence on one line.
  var sentences: [String] {
    ([status.word] + (says + (evidence.map { [$0.says] } ?? [])).texts).map(\.shownOnOneLine)
  }

  /// What is said behind the step's name, which it often begins with itself.
  var labelled: String {
    message.hasPrefix(name + ":") || message.hasPrefix(name + "[") ? message : "\(name): \(message)"
  }

  /// What is said, or else the verdict.
  var message: String {
    sentences.count > 1 ? sentences.dropFirst().joined(separator: " ") : status.word
  }
}

extension StudentRecord {
  /// The exercises that could be marked.
  var marked: [Feedback] { results.filter { $0.outOf > 0 } }

  /// What the points are out of, without what a person has excused the student from.
  package var outOf: Double { grade?.maximum ?? worth.reduce(0) { $0 + $1.outOf } }

  /// What each exercise comes to and is out of, those alone that count.
  var worth: [(exercise: String, points: Double, outOf: Double)] {
    if let grade {
      return grade.parts.filter { $0.standing != .excused && $0.raw != nil }
        .map { ($0.exercise, $0.points, $0.maximum) }
    }
    return marked.filter { $0.ruling?.isExcused != true }.map { ($0.exercise, $0.points, $0.outOf) }
  }

  /// The exercises that a person has excused the student from.
  var excused: [String] {
    let ruled = results.filter { $0.ruling?.isExcused == true }.map(\.exercise)
    return grade.map { grade in ruled.filter { grade.part($0) != nil } } ?? ruled
  }

  /// The exercises with answers that a person is still to read.
  var unfinished: [String] { results.filter { $0.toBeRead > 0 }.map(\.exercise) }

  /// The id with the name behind it, where there is one.
  var called: String { name.isEmpty ? id : "\(id) (\(name))" }

  /// A step of an exercise that could be marked.
  struct Step {
    let exercise: String
    let step: StepFeedback
    /// The places of the exercise and of the step in it: 1.2.
    let number: String
  }

  /// The steps of all exercises that could be marked.
  var steps: [Step] {
    marked.enumerated().flatMap { place, result in
      result.steps.enumerated().map { number, step in
        Step(exercise: result.exercise, step: step, number: "\(place + 1).\(number + 1)")
      }
    }
  }
}

extension ExportOrder {
  /// What a step is called where only one line is shown of it.
  func title(of step: StudentRecord.Step) -> String {
    "\(title(of: step.exercise)): \(step.step.name)".shownOnOneLine
  }
}
