import Exercises
import LocatedJSON

/// The keys of a step whose entries are to be put in order.
enum OrderKeys {
  static let items = Key(
    "items", "What is to be put in order; in the order of the file, unless some have 'after'.")
  static let all = [items]

  static let text = Key("text", "The entry as the student reads it.")
  static let id = Key("id", "A name by which it goes whatever its letter is.")
  static let after = Key("after", "The ids of those that it must come after, at any distance.")
  static let belongs = Key("belongs", "false where it is to be left out.")
  static let says = Key(
    "says", "Why it does not belong, or what is said where it stands before one it must come after."
  )
  static let item = [text, id, after, belongs, says]

  static func schema(of key: Key) -> SchemaNode? {
    guard key == items else { return nil }
    return .array(
      .object(
        [
          (text, .string), (id, .string), (after, .array(.string)), (belongs, .boolean),
          (says, .string),
        ], required: [text]))
  }
}
