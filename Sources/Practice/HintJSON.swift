import Formulas
import LocatedJSON
import Reports

/// Hints as JSON, each with its number among those of its kind.
package enum HintJSON {
  package static func text(
    _ hints: [HintLadder.Numbered], exercise: String, step: String, isLast: Bool
  ) -> String {
    var json = JSONWriter(layout: .indented)
    json.beginObject()
    json.member("exercise", exercise)
    json.member("step", step)
    json.key("hints")
    json.beginArray()
    for hint in hints {
      json.beginObject()
      json.member("number", hint.number)
      json.member("of", hint.count)
      json.member("onAnswer", hint.isOnAnswer)
      write(hint.hint, to: &json)
      json.endObject()
    }
    json.endArray()
    json.member("isLast", isLast)
    json.endObject()
    return json.text
  }

  private static func write(_ hint: Hint, to json: inout JSONWriter) {
    switch hint {
    case .slip(let words):
      json.member("kind", "slip")
      json.member("says", words.text)
    case .author(let words):
      json.member("kind", "author")
      json.member("says", StatementText.line(words))
    case .equation(let sentence):
      json.member("kind", "equation")
      json.member("says", sentence)
    case .shape(let equations):
      json.member("kind", "shape")
      json.member("says", equations.joined(separator: ", with "))
    }
  }
}
