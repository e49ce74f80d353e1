import Answers
import Exercises

/// A kind's own steps of one exercise, read and ready to be judged.
package struct StepJudge: Sendable {
  /// Their places among the exercise's steps.
  package let steps: [Int]
  /// What is said about them, for the answers in the same order; nil where nothing was written.
  package let feedback: @Sendable ([Answer?], MarkingContext) -> [StepFeedback]
  /// What may be shown as their right answers, written when it is asked for.
  package let expected: @Sendable () -> [String?]

  /// Nil where the exercise has no step of the kind.
  init?<Task: Sendable>(
    _ exercise: Exercise, _ kind: StepKind, task: (StepReading) -> Task?,
    feedback: @escaping @Sendable ([AnsweredStep<Task>], MarkingContext) -> [StepFeedback],
    expected: @escaping @Sendable (Task) -> String?
  ) {
    var steps: [Int] = []
    var tasks: [(heading: StepHeading, task: Task)] = []
    for (index, step) in exercise.steps.enumerated() where step.kind == kind {
      guard let reading = step.assignment?.record.reading, let task = task(reading) else {
        continue
      }
      steps.append(index)
      tasks.append((step.heading, task))
    }
    if steps.isEmpty { return nil }
    let asked = tasks
    self.steps = steps
    self.expected = { asked.map { expected($0.task) } }
    self.feedback = { answers, setting in
      let papers = zip(asked, answers).map { step, answer in
        AnsweredStep(heading: step.heading, task: step.task, answer: answer)
      }
      return feedback(papers, setting)
    }
  }
}

/// A step of a kind that judges by itself, with what a student wrote for it.
package struct AnsweredStep<Task: Sendable>: Sendable {
  package let heading: StepHeading
  package let task: Task
  /// Nil where the student wrote nothing.
  package let answer: Answer?

  /// Feedback with this verdict; the points are for full credit.
  package func feedback(
    _ status: Status, credit: Double = 0, says: [Message] = []
  ) -> StepFeedback {
    StepFeedback(
      name: heading.name, status: status, points: heading.points * credit, outOf: heading.points,
      says: says)
  }

  /// Feedback on an answer that may name nothing the step lists; a fault of the whole has its place.
  ///
  /// - Parameter judge: Reads and judges what the student wrote.
  func feedback(
    in submission: Submission, by judge: (Answer) throws(AnswerFault) -> StepFeedback
  ) -> StepFeedback {
    guard let answer else { return feedback(.unanswered) }
    do throws(AnswerFault) {
      return try judge(answer)
    } catch {
      let placed = AnswerFault(error.message, at: error.offset ?? answer.range.lowerBound)
      return feedback(.unreadable, says: [submission.sentence(placed)])
    }
  }
}
