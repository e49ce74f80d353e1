import Foundation
import Gradebooks
import LocatedJSON
import Numerics

/// What a finished run says of itself, for `merge`: which share of which class, marked with what.
struct RunManifest: Hashable, Sendable {
  var version = ""
  /// How the class was marked.
  var policy: [String] = []
  var shard: Shard?
  /// How many students there are in the whole class.
  var students = 0
  /// Made from the ids of the whole class.
  var roll = ""
  /// Made from the exercises' files.
  var exercises = ""
  var knowsLateness = false
  /// The titles of the exercises by their ids, for the page of the class.
  var titles: [String: String] = [:]
  /// Made from what a person decided; nil where there is nothing of that sort.
  var marks: String?
  /// What counts, and how much; nil where everything does as it is.
  var assignment: AssignmentNote?

  /// An assignment as it stands in its file, and what its exercises are out of in theirs.
  struct AssignmentNote: Hashable, Codable {
    let text: String
    let ownPoints: [String: Double]
  }

  /// The assignment of the note.
  var classAssignment: ClassAssignment? {
    assignment.flatMap { note in
      try? ClassAssignment(
        reading: SourceText(name: "", text: note.text), exercises: note.ownPoints)
    }
  }

  static let name = "run.json"

  /// Everything that the shares of one class have in common, with what to call it.
  func difference(from other: RunManifest) -> String? {
    if version != other.version { return "the grader's version" }
    // Before the options, on which it bears.
    if assignment != other.assignment { return "the assignment" }
    if policy != other.policy { return "the options" }
    if exercises != other.exercises || titles != other.titles { return "the exercises" }
    if shard?.count != other.shard?.count { return "the number of shards" }
    if students != other.students || roll != other.roll { return "the class" }
    if marks != other.marks { return "the marks" }
    return knowsLateness == other.knowsLateness ? nil : "the layout"
  }

  var json: String {
    var json = JSONWriter(layout: .indented)
    json.beginObject()
    json.key("version")
    json.value(version)
    json.key("policy")
    json.beginArray()
    for text in policy { json.value(text) }
    json.endArray()
    if let shard {
      json.key("shard")
      json.value(shard.description)
    }
    json.key("students")
    json.value(students)
    json.key("roll")
    json.value(roll)
    json.key("exercises")
    json.value(exercises)
    json.key("knowsLateness")
    json.value(knowsLateness)
    json.key("titles")
    json.beginObject()
    for (id, title) in titles.sorted(by: { $0.key < $1.key }) {
      json.key(id)
      json.value(title)
    }
    json.endObject()
    if let marks { json.member("marks", marks) }
    if let assignment {
      json.key("assignment")
      json.beginObject()
      json.member("text", assignment.text)
      json.key("ownPoints")
      json.beginObject()
      for (id, points) in assignment.ownPoints.sorted(by: { $0.key < $1.key }) {
        json.member(id, points)
      }
      json.endObject()
      json.endObject()
    }
    json.endObject()
    return json.text + "\n"
  }

  init() {}

  /// - Returns: nil where the text is no such note.
  init?(json text: String) {
    struct File: Decodable {
      let version: String
      let policy: [String]
      let shard: String?
      let students: Int
      let roll: String
      let exercises: String
      let knowsLateness: Bool
      let titles: [String: String]
      let marks: String?
      let assignment: AssignmentNote?
    }
    guard let file = try? JSONDecoder().decode(File.self, from: Data(text.utf8)) else { return nil }
    version = file.version
    policy = file.policy
    shard = file.shard.flatMap { Shard($0) }
    students = file.students
    roll = file.roll
    exercises = file.exercises
    knowsLateness = file.knowsLateness
    titles = file.titles
    marks = file.marks
    assignment = file.assignment
    if file.shard != nil, shard == nil { return nil }
  }
}
