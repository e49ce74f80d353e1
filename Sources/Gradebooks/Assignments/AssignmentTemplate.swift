import LocatedJSON

/// An assignment to begin from.
package struct AssignmentTemplate {
  private let title: String
  private let exercises: [(id: String, points: Double)]

  package init(title: String, exercises: [(id: String, points: Double)]) {
    self.title = title
    self.exercises = exercises
  }

  /// The text, an exercise on each line.
  package var text: String {
    let entries = exercises.map { id, points in
      var json = JSONWriter()
      json.beginObject()
      json.member("id", id)
      json.member("points", points)
      json.endObject()
      return "    " + json.text
    }
    var name = JSONWriter()
    name.value(title)
    return """
      {
        "title": \(name.text),
        "exercises": [
      \(entries.joined(separator: ",\n"))
        ]
      }

      """
  }
}
