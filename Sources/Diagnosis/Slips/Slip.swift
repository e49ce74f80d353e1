import Answers
import Exercises
import Formulas
import Numerics

/// A slip of the pen: the calculation was right, what was written is not.
package struct Slip: Sendable {
  /// The id in feedback as JSON.
  package let id: String
  /// What it is called wherever it is made, to follow "12 students".
  package let gist: Message
  package let examples: [SlipExample]
  /// What to say where the slip explains every wrong entry, and how many versions of it were tried.
  package let explain: @Sendable (_ attempt: Attempt) -> SlipExplanation?

  init<Definition: SlipDefinition>(_ definition: Definition.Type) {
    id = Definition.id
    gist = Definition.gist
    examples = Definition.examples
    explain = { Definition.explain($0) }
  }
}

/// What the file of a slip says of it.
protocol SlipDefinition: Sendable {
  /// The id in feedback as JSON.
  static var id: String { get }
  /// What it is called wherever it is made, to follow "12 students": "swapped two digits".
  static var gist: Message { get }
  static var examples: [SlipExample] { get }

  /// What to say where the slip explains every wrong entry, and how many versions of it were tried.
  static func explain(_ attempt: Attempt) -> SlipExplanation?
}

/// A right and a wrong value, and whether a slip must explain the one by the other.
package struct SlipExample: Sendable {
  package let expected: String
  package let submitted: String
  /// The author's; nil where it is left to the digits typed.
  package let tolerance: Tolerance?
  package let applies: Bool

  init(expected: String, submitted: String, _ tolerance: Tolerance? = nil, applies: Bool) {
    self.expected = expected
    self.submitted = submitted
    self.tolerance = tolerance
    self.applies = applies
  }
}

/// What a slip has to say for itself.
package struct SlipExplanation: Sendable {
  package let says: Message
  /// How many different wrong answers the slip could have explained: the more, the weaker.
  let versions: Int
  /// How rarely people do this, in bits.
  let bits: Double
  /// What the slip makes of the right formula, where a formula can say it.
  let edit: (@Sendable (Expression) -> Expression)?

  init(
    says: Message, versions: Int, bits: Double,
    edit: (@Sendable (Expression) -> Expression)? = nil
  ) {
    (self.says, self.versions, self.bits, self.edit) = (says, versions, bits, edit)
  }
}

/// A wrong answer as the slips look at it.
package struct Attempt: Sendable {
  package let name: String
  package let value: TypedValue
  package let expected: Tensor
  package let tolerance: Tolerance
  /// The number from which entries are counted.
  package let indexBase: Int
  /// The entries that are wrong.
  package let wrong: [Int]

  package init(
    name: String, value: TypedValue, expected: Tensor, tolerance: Tolerance, indexBase: Int
  ) {
    self.name = name
    self.value = value
    self.expected = expected
    self.tolerance = tolerance
    self.indexBase = indexBase
    wrong = value.wrongEntries(for: expected, tolerance)
  }

  /// Whether one way of changing the expected entries gives every wrong one, as typed.
  func isExplained(by change: (Double) -> Double) -> Bool {
    !wrong.isEmpty && wrong.allSatisfy { agrees($0, with: change(expected[$0])) }
  }

  /// Whether an entry is a value, at the precision it was typed with.
  func agrees(_ entry: Int, with other: Double) -> Bool {
    let typed = value.tensor[entry]
    let unit = value.lastDigits[entry].map { PowerOfTen.power($0) } ?? 0
    let bound = min(tolerance.bound(for: other), max(unit, 1e-9 * abs(other)))
    return abs(typed - other) <= bound * (1 + 1e-9) + 4 * typed.ulp
  }

  /// "a1[2]", or the name alone for a number.
  package func label(_ entry: Int) -> String {
    let indices = value.tensor.indices(at: entry, from: indexBase)
    return value.tensor.shape.count == 1 || indices.isEmpty ? name : name + indices.inBrackets
  }

  /// An edit that explains the whole, or nil where some entries are right.
  func ifWhole(
    _ edit: @escaping @Sendable (Expression) -> Expression
  ) -> (@Sendable (Expression) -> Expression)? {
    wrong.count == value.tensor.entries.count ? edit : nil
  }

  /// The wrong entry, where there is only one.
  var onlyWrong: Int? { wrong.count == 1 ? wrong[0] : nil }
}

/// Every slip, in the order they are tried.
package enum Slips {
  package static let all = [
    Slip(SignSlip.self), Slip(TransposedSlip.self), Slip(SwappedEntriesSlip.self),
    Slip(SwappedDigitsSlip.self), Slip(FactorSlip.self), Slip(PowerOfTenSlip.self),
    Slip(RoundedEarlySlip.self), Slip(OffsetSlip.self),
  ]
}
