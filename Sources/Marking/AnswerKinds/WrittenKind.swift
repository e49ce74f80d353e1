import Answers
import Exercises
import LocatedJSON
import Numerics

/// A text that a person reads and marks by a rubric.
package enum WrittenKind {
  package static let kind = AnswerKind(
    judging: "written", "a text that a person reads and marks by a rubric",
    keys: [WrittenTaskKeys.rubric, WrittenTaskKeys.model], innerKeys: [WrittenTaskKeys.item],
    schema: schema, usualPoints: { WrittenTask.points(ofStep: $0) }, task: { WrittenTask($0) },
    assignment: { $0.assignment($1) }, feedback: feedback, expected: expected, examples: examples)

  private static func schema(of key: Key) -> SchemaNode? {
    if key == WrittenTaskKeys.model { return .string }
    guard key == WrittenTaskKeys.rubric else { return nil }
    return .array(
      .object(
        [(WrittenTaskKeys.says, .string), (WrittenTaskKeys.points, .number)],
        required: WrittenTaskKeys.item))
  }

  /// The most characters a text may have: some five pages.
  static let longest = Limits.writtenText

  private static let argument =
    #"{ "name": "argument", "kind": "written", "rubric": [ "#
    + #"{ "says": "names the two costs", "points": 1 }, "#
    + #"{ "says": "compares them", "points": 1 } ] }"#

  private static let examples = [
    KindExample(
      step: argument, answer: "Two passes against one per weight.", .toBeRead,
      says: ["Kept for a person to read: 6 words."]),
    KindExample(
      step: argument, answer: "\"\"\"\nTwo passes: # 1 = forward,\n2 = backward.\n\"\"\"",
      .toBeRead, says: ["Kept for a person to read: 6 words."]),
    KindExample(
      step: argument, answer: "\"\"\"Two passes.", .unreadable,
      says: [#"Line 1, column 12: the text that begins with """ has no """ at its end."#]),
    KindExample(
      step: argument, answer: String(repeating: "long ", count: 2100), .unreadable,
      says: ["Line 1, column 12: a text has at most 10000 characters, and this has 10499."]),
  ]

  private static func feedback(
    on papers: [AnsweredStep<WrittenTask>], in setting: MarkingContext
  ) -> [StepFeedback] {
    papers.map { paper in
      guard let answer = paper.answer else { return paper.feedback(.unanswered) }
      let text = setting.submission.text(of: answer)
      if let fault = fault(of: text) {
        let fault = AnswerFault(fault, at: answer.range.lowerBound)
        return paper.feedback(.unreadable, says: [setting.submission.sentence(fault)])
      }
      let words = text.split { !$0.isLetter && !$0.isNumber }.count
      var feedback = paper.feedback(
        .toBeRead, says: ["Kept for a person to read: \(words) \(words == 1 ? "word" : "words")."])
      feedback.text = text
      return feedback
    }
  }

  private static func fault(of text: String) -> Message? {
    if text.hasPrefix("\"\"\"") { return .unclosed }
    let count = text.count
    return count > longest
      ? "a text has at most \(longest) characters, and this has \(count)" : nil
  }

  private static func expected(for task: WrittenTask) -> String? {
    let rubric = task.rubric.map { item in
      "\(item.says) (\(NumberText.shortest(item.points)))"
    }.joined(separator: "; ")
    return task.model.map { "\($0)\nPoints: \(rubric)" } ?? rubric
  }
}

// MARK: - Messages

extension Message {
  fileprivate static let unclosed: Message = #"the text that begins with """ has no """ at its end"#
}
