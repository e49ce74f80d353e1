import Exercises
import Formulas
import LocatedJSON

/// An exercise's question as JSON, without formulas, mistakes or anything that gives answers away.
package enum ExerciseJSON {
  /// Where everyone has numbers of their own, `given` has the student's, or an example for nobody.
  package static func text(_ exercise: Exercise, student: String = "") -> String {
    let exercise = exercise.isUndealt ? exercise.dealt(to: student) : exercise
    var json = JSONWriter(layout: .indented)
    json.beginObject()
    json.key("id")
    json.value(exercise.id)
    json.key("title")
    json.value(exercise.title)
    json.key("source")
    if let origin = exercise.origin { json.value(origin) } else { json.null() }
    json.key("statement")
    json.value(exercise.statement)
    if exercise.hasOwnNumbers { writeOwnNumbers(of: exercise, to: &json) }
    json.key("choose")
    json.beginArray()
    for choice in exercise.choices {
      json.beginObject()
      json.key("name")
      json.value(choice.name)
      json.key("shape")
      write(exercise.program.shape(of: choice.slot).sizes, to: &json)
      json.key("text")
      json.value(choice.text)
      json.endObject()
    }
    json.endArray()
    json.key("steps")
    json.beginArray()
    for step in exercise.steps { write(step, of: exercise, student, to: &json) }
    json.endArray()
    json.endObject()
    return json.text
  }

  private static func writeOwnNumbers(of exercise: Exercise, to json: inout JSONWriter) {
    json.key("student")
    if let student = exercise.student, !student.isEmpty { json.value(student) } else { json.null() }
    json.key("given")
    json.beginObject()
    for (name, value) in exercise.ownNumbers {
      json.key(name)
      json.value(value)
    }
    json.endObject()
  }

  private static func write(
    _ step: Step, of exercise: Exercise, _ student: String, to json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("name")
    json.value(step.name)
    json.key("kind")
    json.value(step.kind.name)
    json.key("text")
    json.value(step.text)
    json.key("points")
    json.value(step.points)
    switch step.content {
    case .value(let value):
      json.key("shape")
      write(exercise.program.shape(of: value.slot).sizes, to: &json)
    case .assignment(let assignment):
      json.key("details")
      json.beginArray()
      let remark = assignment.remark(student)
      (assignment.details(student) + [remark].compactMap { $0 }).forEach { json.value($0) }
      json.endArray()
    }
    if let passage = step.passageBefore {
      json.key("passage")
      json.value(passage.named)
    }
    if let equation = step.equation {
      json.key("equation")
      json.value(equation)
    }
    json.endObject()
  }

  private static func write(_ sizes: [Int], to json: inout JSONWriter) {
    json.beginArray()
    for size in sizes { json.value(size) }
    json.endArray()
  }
}
