import Exercises
import Formulas
import LocatedJSON

/// The worked solution of an exercise as JSON.
package enum SolutionJSON {
  /// - Parameters:
  ///   - key: The exercise's values, all computed.
  ///   - steps: The steps to work out, which may be all.
  package static func text(
    _ exercise: Exercise, key: Evaluation, steps: [Step], paths: PathsText?
  ) -> String {
    var solution = WorkedSolution(exercise, key: key)
    var json = JSONWriter(layout: .indented)
    json.beginObject()
    json.member("exercise", exercise.id)
    json.member("title", exercise.title)
    if exercise.hasOwnNumbers {
      json.member("student", exercise.student ?? "")
      json.key("given")
      json.beginObject()
      for (name, value) in exercise.ownNumbers {
        json.key(name)
        json.value(value)
      }
      json.endObject()
    }
    json.key("steps")
    json.beginArray()
    for step in steps { write(solution.worked(step), to: &json) }
    json.endArray()
    json.member("notice", NetworkObservations(exercise, key: key)?.sentences ?? [])
    if let paths {
      json.key("paths")
      json.beginObject()
      json.member("title", paths.title)
      json.member("lines", paths.lines.map { $0.trimmingWhitespace })
      json.endObject()
    }
    json.key("gradients")
    json.beginArray()
    for row in GradientTable(exercise, key: key).rows {
      json.beginObject()
      json.member("parameter", row.parameter)
      json.member("entry", row.entry)
      json.member("analytical", row.analytical)
      json.member("numerical", row.numerical)
      json.member("verdict", row.verdict)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.text
  }

  private static func write(_ worked: WorkedStep, to json: inout JSONWriter) {
    json.beginObject()
    json.member("name", worked.step.name)
    if let formula = worked.formula { json.member("formula", formula) }
    if let equation = worked.step.equation { json.member("equation", equation) }
    if let text = worked.step.working { json.member("derivation", text) }
    json.member("working", worked.arithmetic)
    if let value = worked.tensor {
      json.key("value")
      json.value(value)
    }
    if let answer = worked.answer { json.member("answer", answer) }
    json.endObject()
  }
}
