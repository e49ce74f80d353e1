import Exercises
import LocatedJSON

/// The keys of a step that asks which lines are wrong.
enum LocateKeys {
  static let lines = Key(
    "lines",
    "The lines in order: a text that is right, or an object that says what is wrong with it.")
  static let code = Key("code", "true where the lines are code, to be shown as they stand.")
  static let all = [lines, code]

  static let text = Key("text", "The line as the student reads it.")
  static let wrong = Key("wrong", "true where the line is wrong.")
  static let says = Key("says", "Why the line is wrong, or, of one that looks wrong, right.")
  static let line = [text, wrong, says]

  static func schema(of key: Key) -> SchemaNode? {
    switch key {
    case lines:
      .array(
        .anyOf([
          .string,
          .object([(text, .string), (wrong, .boolean), (says, .string)], required: [text]),
        ]))
    case code: .boolean
    default: nil
    }
  }
}
