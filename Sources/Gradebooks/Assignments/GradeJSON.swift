import LocatedJSON
import Reports

/// What work comes to in an assignment, as members of a JSON object.
package enum GradeJSON {
  /// The whole of a student's: the members `grade` and, in it, a list of the exercises.
  static func write(_ grade: Grade, to json: inout JSONWriter) {
    json.key("grade")
    json.beginObject()
    json.key("total")
    if let total = grade.total { json.value(total.withoutDust) } else { json.null() }
    json.member("outOf", grade.maximum.withoutDust)
    json.member("raw", grade.raw.withoutDust)
    json.member("scaled", grade.scaled.withoutDust)
    json.member("penalty", grade.penalty.withoutDust)
    json.member("bonus", grade.bonus.withoutDust)
    json.member("exercises", grade.parts) { part, json in
      json.member("exercise", part.exercise)
      write(part, to: &json)
    }
    json.endObject()
  }

  /// One exercise's.
  package static func write(_ part: Grade.Part, to json: inout JSONWriter) {
    json.key("points")
    if part.standing == .excused { json.null() } else { json.value(part.points.withoutDust) }
    json.member("outOf", part.maximum.withoutDust)
    json.key("raw")
    if let raw = part.raw { json.value(raw.withoutDust) } else { json.null() }
    json.member("scaled", part.scaled.withoutDust)
    json.member("penalty", part.penalty.withoutDust)
    json.member("bonus", part.bonus.withoutDust)
    json.member("counts", part.counts)
    if let time = part.time { json.member("handedIn", time.text) }
    if !part.reason.isEmpty { json.member("reason", part.reason) }
  }
}
