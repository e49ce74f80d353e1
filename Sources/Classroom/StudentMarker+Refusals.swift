import Answers
import Exercises
import Gradebooks
import Grading
import LocatedJSON
import Marking

/// What becomes of a file that cannot be marked.
extension StudentMarker {
  /// Gives no points for a file that cannot be read, under the exercise its name speaks of.
  mutating func refuse(
    _ file: StudentFile, _ reason: Message, _ result: inout StudentResult
  ) {
    result.record.problems.append("\(file: file.shown): \(reason)")
    guard case .sound(let exercise)? = library[library.stem(of: file.name)] else { return }
    let steps = exercise.steps.map {
      StepFeedback(name: $0.name, status: .unreadable, points: 0, outOf: $0.points)
    }
    var feedback = Feedback(exercise: exercise.id, student: result.record.id, steps: steps)
    feedback.notes = ["\(file: file.shown): \(reason)"]
    add(feedback, of: file, to: &result)
  }

  /// Notes that a file cannot be marked for want of its exercise, and whose fault that is.
  mutating func passOver(
    _ file: StudentFile, answering id: String, _ fault: Catalogue.Fault,
    _ result: inout StudentResult
  ) {
    let reason: Message = "\(file: file.shown): \(fault.note(on: id))"
    if fault.isOfWhoeverAsked {
      result.record.problems.append(reason)
    } else {
      result.record.faults.append(reason)
    }
    var feedback = Feedback(
      exercise: Quotation.shortened(id), student: result.record.id, steps: [])
    feedback.notes = [reason]
    add(feedback, of: file, to: &result)
  }
}
