import Formulas
import LocatedJSON

/// What a kind of answer adds to a step of an exercise file: its name, its keys and their reading.
///
/// How such an answer is read and judged is added in the room that marks.
package protocol AnswerKind: Sendable {
  /// The value of `"kind"`.
  static var name: String { get }
  /// What the kind is for, in one sentence.
  static var summary: String { get }
  /// The keys a step of this kind may have besides those of every step.
  static var keys: [Key] { get }
  /// The tolerance of a step that states `own`, in an exercise that states `exercise`.
  static func tolerance(own: Tolerance?, exercise: Tolerance?) -> Tolerance

  /// What is wrong with a key of this value, in words; nil where nothing is.
  static func complaint(about key: Tensor) -> String?
}

extension AnswerKind {
  package static func complaint(about key: Tensor) -> String? { nil }
}
