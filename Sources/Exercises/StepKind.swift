import Formulas
import LocatedJSON

/// What a kind of answer adds to the steps of exercise files: its name, its keys, and what they say.
///
/// How answers are read and judged is added in the room that marks.
package struct StepKind: Sendable {
  /// The value of `"kind"`.
  package let name: String
  /// What the kind is for, in one sentence.
  package let summary: String
  /// The keys a step of this kind may have besides those of every step.
  package let keys: [Key]
  /// The keys of the objects that stand under the kind's own keys, as its reader knows them.
  package let innerKeys: [[Key]]
  /// What stands under one of the kind's keys; nil for what the common keys say of it.
  package let schema: @Sendable (Key) -> SchemaNode?
  /// What a step with these members is worth where it does not say so itself.
  package let usualPoints: @Sendable ([LocatedMember]) -> Double
  package let content: Content

  /// What the steps of a kind ask for.
  package enum Content: Sendable {
    /// A value of the exercise's program.
    case value(ValueRule)
    /// What the kind reads from the step's own keys, and judges by itself; nil, with problems
    /// reported, where that cannot be read.
    case assignment(@Sendable (StepReading) -> Assignment?)
  }

  package init(
    _ name: String, _ summary: String, keys: [Key], innerKeys: [[Key]] = [],
    schema: @escaping @Sendable (Key) -> SchemaNode? = { _ in nil },
    usualPoints: @escaping @Sendable ([LocatedMember]) -> Double = { _ in 1 }, content: Content
  ) {
    self.name = name
    self.summary = summary
    self.keys = keys
    self.innerKeys = innerKeys
    self.schema = schema
    self.usualPoints = usualPoints
    self.content = content
  }
}

extension StepKind {
  var asksForValue: Bool { if case .value = content { true } else { false } }
}

extension StepKind: Equatable {
  /// Kinds are told apart by their names.
  package static func == (left: StepKind, right: StepKind) -> Bool { left.name == right.name }
}

/// What a kind demands of the values that its steps ask for.
package struct ValueRule: Sendable {
  /// The tolerance of a step that states `own`, in an exercise that states `exercise`.
  package let tolerance: @Sendable (_ own: Tolerance?, _ exercise: Tolerance?) -> Tolerance
  /// What is wrong with a key of this value, in words; nil where nothing is.
  package let complaint: @Sendable (Tensor) -> String?

  package init(
    tolerance: @escaping @Sendable (_ own: Tolerance?, _ exercise: Tolerance?) -> Tolerance,
    complaint: @escaping @Sendable (Tensor) -> String? = { _ in nil }
  ) {
    self.tolerance = tolerance
    self.complaint = complaint
  }
}
