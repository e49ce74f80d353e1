import Answers
import Formulas
import Marking

/// Something a practice session has to say.
package enum PracticeReply: Sendable {
  /// The verdict on an answer, which has been kept.
  case verdict(StepFeedback)
  /// A chosen value has been kept.
  case chosen(String)
  /// What the exercise has to say about the chosen values.
  case remark(Message)
  /// What was typed is no answer and has not been kept.
  case unreadable(Message, column: Int?, meant: PracticeInput.Command?)
  /// The chosen value has not the shape it must have, and has not been kept.
  case wrongShape(String, asked: Shape, found: Shape)
  /// What was typed answers another question than the one asked.
  case otherQuestion(String, asked: String)
  /// Steps that were right on the value that has just been changed, and no longer are.
  case reopened([String])
  case hint(Hint, number: Int, of: Int)
  case noMoreHints
  /// There are no hints where the student is free.
  case freeChoice(String)
  /// Without its value nothing can be marked, so it cannot be skipped.
  case choiceNeeded(String)
  case noStepBefore
  /// The end has been reached with these steps open, and the round begins anew.
  case roundAgain([String])
  /// The step that is to be skipped is the only open one.
  case onlyOneLeft(String)
  /// Nothing was typed.
  case reminder
  case statement
  case commands
  /// The file was changed by somebody else, and is continued as it is now.
  case takenOver
  /// Every step is answered.
  case finished
}
