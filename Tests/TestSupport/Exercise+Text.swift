import Exercises
import LocatedJSON
import Marking

extension Exercise {
  /// The exercise that a text is.
  package init(text: String) throws(Problems) {
    try self.init(
      reading: SourceText(name: "t.json", text: text), kinds: AnswerKinds.steps)
  }
}
