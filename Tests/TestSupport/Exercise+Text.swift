import Answers
import Exercises
import LocatedJSON
import Marking

extension Exercise {
  /// The exercise that a text is.
  package init(text: String) throws(Problems) {
    try self.init(
      reading: SourceText(name: "t.json", text: text), kinds: AnswerKinds.steps)
  }

  /// An exercise with the given members besides id, title and statement.
  package static func sample(_ members: String) throws -> Exercise {
    let text = #"{ "id": "sample", "title": "T", "statement": "S", \#(members) }"#
    return try Exercise(
      reading: SourceText(name: "sample.json", text: text), kinds: AnswerKinds.steps)
  }

  /// The feedback on answers in the text format.
  package func feedback(on answers: String) throws -> Feedback {
    var marker = Marker(self)
    return marker.mark(try Submission(answers: answers))
  }
}
