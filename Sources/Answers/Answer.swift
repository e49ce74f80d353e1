import LocatedJSON

/// What a student wrote for one name, not yet understood.
package struct Answer: Sendable {
  /// The name as formulas know it.
  package let name: String
  /// Where the value stands in the submission; for JSON strings without the quotes.
  package let range: Range<Int>
  /// Where the name stands.
  package let nameRange: Range<Int>
  /// The value where its bytes are not its text, because of JSON escapes or comments.
  package let decoded: String?
  /// Whether it stands between `"""` and `"""`, as a text of several lines does.
  package let isBlock: Bool
  /// Whether it is a number or a list of JSON, whose commas stand between entries.
  package let isJSONValue: Bool

  package init(
    name: String, range: Range<Int>, nameRange: Range<Int>, decoded: String? = nil,
    isBlock: Bool = false, isJSONValue: Bool = false
  ) {
    self.name = name
    self.range = range
    self.nameRange = nameRange
    self.decoded = decoded
    self.isBlock = isBlock
    self.isJSONValue = isJSONValue
  }
}

/// How else some lines of a sheet may be meant: rows under a name, or a name and a value without a
/// sign between them.
package struct Guess: Sendable {
  /// The answer they make.
  package let answer: Answer
  /// The places of the submission's notes on these lines, which are beside the point if it is meant.
  package let notes: [Int]
  /// Whether it is an answer of the sheet with lines under it.
  package let extends: Bool
  /// Whether there is no sign of equality between its name and its value.
  package var isUntitled = false
}

/// Why an answer or a submission cannot be read, and where.
package struct AnswerFault: Error, Hashable, Sendable {
  package let message: Message
  /// A byte of the submission; nil where the whole of it is at fault.
  package let offset: Int?

  package init(_ message: Message, at offset: Int?) {
    self.message = message
    self.offset = offset
  }

  /// The file is no submission, but what submissions answer.
  package static let isExercise = AnswerFault(
    "the file is an exercise, not answers to one", at: nil)
}
