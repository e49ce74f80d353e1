import Formulas
import LocatedJSON

/// What a kind of answer adds to a step of an exercise file: its name and its keys.
///
/// A kind is either a ``MeasuredKind`` or an ``AssignedKind``. How answers are read and judged is
/// added in the room that marks.
package protocol AnswerKind: Sendable {
  /// The value of `"kind"`.
  static var name: String { get }
  /// What the kind is for, in one sentence.
  static var summary: String { get }
  /// The keys a step of this kind may have besides those of every step.
  static var keys: [Key] { get }
  /// What stands under one of the kind's keys; nil for what the common keys say of it.
  static func schema(of key: Key) -> SchemaNode?
  /// The keys of the objects that stand under the kind's own keys, as its reader knows them.
  static var innerKeys: [[Key]] { get }
  /// What a step with these members is worth where it does not say so itself.
  static func usualPoints(ofStep members: [LocatedMember]) -> Double
}

extension AnswerKind {
  package static func schema(of key: Key) -> SchemaNode? { nil }
  package static var innerKeys: [[Key]] { [] }
  package static func usualPoints(ofStep members: [LocatedMember]) -> Double { 1 }
}

/// A kind whose steps ask for a value of the exercise's program.
package protocol MeasuredKind: AnswerKind {
  /// The tolerance of a step that states `own`, in an exercise that states `exercise`.
  static func tolerance(own: Tolerance?, exercise: Tolerance?) -> Tolerance

  /// What is wrong with a key of this value, in words; nil where nothing is.
  static func complaint(about key: Tensor) -> String?
}

extension MeasuredKind {
  package static func complaint(about key: Tensor) -> String? { nil }
}

/// A kind that reads and judges its steps by itself.
package protocol AssignedKind: AnswerKind {
  /// What the step asks for; nil, with problems reported, where that cannot be read.
  static func assignment(_ reading: StepReading) -> (any Assignment)?
}
