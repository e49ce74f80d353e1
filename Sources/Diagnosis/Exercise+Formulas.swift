import Exercises
import Formulas
import LocatedJSON
import Numerics

extension Exercise {
  /// An exercise that is nothing but formulas over given numbers, so that what is looked for in
  /// exercises can be looked for in any formula.
  ///
  /// - Returns: Nil where the formulas make no exercise.
  package init?(
    givens: [(name: String, value: Tensor)],
    definitions: [(name: String, meaning: Expression)] = [],
    steps: [(name: String, formula: Expression)], indexBase: Int
  ) {
    var json = JSONWriter()
    json.beginObject()
    for key in ["id", "title", "statement"] {
      json.key(key)
      json.value("f")
    }
    json.key("indexFrom")
    json.value(indexBase)
    json.key("given")
    json.beginObject()
    for (name, value) in givens {
      json.key(name)
      json.value(value)
    }
    json.endObject()
    json.key("define")
    json.beginObject()
    for (name, meaning) in definitions {
      json.key(name)
      json.value(meaning.text)
    }
    json.endObject()
    json.key("steps")
    json.beginArray()
    for step in steps {
      json.beginObject()
      json.key("name")
      json.value(step.name)
      json.key("formula")
      json.value(step.formula.text)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    let source = SourceText(name: "f.json", text: json.text)
    guard let made = try? Exercise(reading: source, kinds: [Exercise.kindOfFormula]),
      made.valueSteps.count == steps.count
    else { return nil }
    self = made
  }

  private static let kindOfFormula = StepKind(
    "value", "what a formula comes to", keys: [StepKeys.formula],
    content: .value(ValueRule(tolerance: { _, _ in .both(absolute: 1e-9, relative: 1e-7) })))
}
