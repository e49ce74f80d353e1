import LocatedJSON
import Marking

/// A person's last word as a member of a JSON object, with what the grader found beside it.
package enum RulingJSON {
  package static func write(_ ruling: Ruling, to json: inout JSONWriter) {
    json.key("marks")
    json.beginObject()
    if let points = ruling.points { json.member("points", points.withoutDust) }
    if let bonus = ruling.bonus { json.member("bonus", bonus.withoutDust) }
    if ruling.isExcused { json.member("excused", true) }
    if !ruling.words.isEmpty { json.member("words", ruling.words.texts) }
    if let by = ruling.by { json.member("by", by) }
    if let why = ruling.why { json.member("why", why) }
    json.endObject()
    guard let points = ruling.foundPoints else { return }
    json.key("found")
    json.beginObject()
    if let status = ruling.foundStatus { json.member("status", status.rawValue) }
    json.member("points", points.withoutDust)
    if let outOf = ruling.foundOutOf { json.member("outOf", outOf.withoutDust) }
    json.endObject()
  }
}
