import Answers
import Exercises
import Formulas
import LocatedJSON
import Practice

extension Scene {
  /// What is said of a number that somebody typed for an entry before seeing it, as JSON; the entry
  /// is shown afterwards in any case.
  ///
  /// - Throws: Why the text is no number.
  package func prediction(
    block: Int, entry: Int, _ text: String
  ) throws(AnswerFault) -> String? {
    guard blocks.indices.dropFirst(inputCount).contains(block),
      (0..<blocks[block].shape.count).contains(entry)
    else { return nil }
    let typed = try TypedAnswer("prediction", text).value(as: .scalar)
    let value = values.value(of: blocks[block].slot)
    let expected = value[entry]
    func holds(_ expected: Double, _ tolerance: Tolerance) -> Bool {
      TypedEntry(
        typed.tensor[0], lastDigit: typed.lastDigits[0], for: expected, tolerance
      ).isRight(scale: value.scale)
    }
    let isRight = holds(expected, .typedByHand)
    let hasOtherSign = !isRight && holds(-expected, .typedByHand)
    var json = JSONWriter()
    json.beginObject()
    json.member("isRight", isRight)
    json.key("says")
    let name = label(blocks[block], entry)
    json.value(
      isRight
        ? "Right: \(name) = \(shown(expected))."
        : hasOtherSign
          ? "The size is right, the sign is not: \(name) = \(shown(expected))."
          : "Not quite: \(name) = \(shown(expected)), and you said \(shown(typed.tensor[0])).")
    json.endObject()
    return json.text
  }
}
