import Exercises
import LocatedJSON

/// The keys of a step whose entries are to be given their partners.
enum MatchKeys {
  static let pairs = Key(
    "pairs", "The entries with their partners, in the order they are numbered.")
  static let others = Key("others", "Partners that belong to none of the entries.")
  static let all = [pairs, others, StepKeys.mistakes]

  static let left = Key("left", "The entry, which has a number on every sheet.")
  static let right = Key("right", "Its partner; entries may share one by the same words.")
  static let id = Key("id", "A name by which the partner goes whatever its letter is.")
  static let pair = [left, right, id]

  static let text = Key("text", "The partner as the student reads it.")
  static let other = [text, id]

  static let entry = Key("entry", "The number of the entry.")
  static let taken = Key("with", "The id of a partner that is not its own.")
  static let says = Key("says", "What is said to whoever pairs these.")
  static let mistake = [entry, taken, says]

  static func schema(of key: Key) -> SchemaNode? {
    switch key {
    case pairs:
      .array(
        .object([(left, .string), (right, .string), (id, .string)], required: [left, right]))
    case others: .array(.object([(text, .string), (id, .string)], required: [text]))
    case StepKeys.mistakes:
      .array(
        .object([(entry, .integer), (taken, .string), (says, .string)], required: mistake))
    default: nil
    }
  }
}
