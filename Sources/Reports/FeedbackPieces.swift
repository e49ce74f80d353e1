import LocatedJSON
import Marking

/// Feedback in pieces of a page, for one that has the questions already.
package enum FeedbackPieces {
  /// Appends an object: what is said of the whole, the network, and each step's verdict and words,
  /// all of it HTML but for names and statuses.
  ///
  /// - Parameter playable: The steps whose mistake can be played.
  package static func write(
    _ feedback: Feedback, on page: FeedbackPage, playable: [String] = [], to json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("student")
    json.value(feedback.student)
    json.key("points")
    json.value(
      "\(Numbers.points(feedback.points)) of \(Numbers.pointsInWords(feedback.outOf))")
    json.key("score")
    json.value(feedback.points)
    json.key("outOf")
    json.value(feedback.outOf)
    json.key("whole")
    json.value(html { page.writeWhole(feedback, 1, in: &$0) })
    if let picture = page.picture {
      json.key("picture")
      json.value(html { picture.draw(feedback, number: 1, in: &$0) })
    }
    json.key("steps")
    json.beginArray()
    for step in feedback.steps {
      write(step, on: page, isPlayable: playable.contains(step.name), to: &json)
    }
    json.endArray()
    json.endObject()
  }

  private static func write(
    _ step: StepFeedback, on page: FeedbackPage, isPlayable: Bool, to json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("name")
    json.value(step.name)
    json.key("status")
    json.value(step.status.rawValue)
    json.key("word")
    json.value(step.status.word)
    json.key("style")
    json.value(step.status.styleClass)
    json.key("chip")
    json.value(html { step.status.writeChip(in: &$0) })
    json.key("points")
    json.value("\(Numbers.points(step.points)) of \(Numbers.pointsInWords(step.outOf))")
    json.key("says")
    json.value(html { page.writeWords(step, in: &$0) })
    if isPlayable {
      json.key("plays")
      json.value(true)
    }
    json.endObject()
  }

  private static func html(_ write: (inout HTMLWriter) -> Void) -> String {
    var writer = HTMLWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
