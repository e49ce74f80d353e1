import Answers
import Diagnosis
import Exercises
import LocatedJSON

/// Which lines of code or of a derivation are wrong, by their numbers.
package enum LocateKind {
  package static let kind = AnswerKind(
    judging: "locate", "the numbers of the lines that are wrong", keys: LocateKeys.all,
    innerKeys: [LocateKeys.line], schema: { LocateKeys.schema(of: $0) },
    task: { LocateTask($0) }, assignment: { $0.assignment($1) }, feedback: feedback,
    expected: expected, examples: examples)

  private static let derivation =
    #"{ "name": "lines", "kind": "locate", "lines": [ "z = w x + b", "#
    + #"{ "text": "da/dz = a", "wrong": true, "says": "The slope of σ is a (1 − a)." }, "#
    + #"{ "text": "dz/dw = x", "says": "w multiplies x." }, "#
    + #"{ "text": "dz/db = 0", "wrong": true, "says": "b is added: its slope is 1." } ] }"#

  private static let sound =
    #"{ "name": "lines", "kind": "locate", "code": true, "lines": [ "let z = w * x + b", "#
    + #""let a = sigmoid(z)" ] }"#

  private static let examples = [
    KindExample(
      step: derivation, answer: "2, 4", .correct,
      says: ["Line 2: The slope of σ is a (1 − a).", "Line 4: b is added: its slope is 1."]),
    KindExample(
      step: derivation, answer: "lines 4 and 2", .correct,
      says: ["Line 2: The slope of σ is a (1 − a).", "Line 4: b is added: its slope is 1."]),
    KindExample(step: sound, answer: "none", .correct),
    KindExample(
      step: derivation, answer: "2", .partial,
      says: ["Line 2: The slope of σ is a (1 − a).", "One more line is wrong."]),
    KindExample(
      step: derivation, answer: "2-4", .partial,
      says: [
        "Line 3 is right: w multiplies x.", "Line 2: The slope of σ is a (1 − a).",
        "Line 4: b is added: its slope is 1.",
      ]),
    KindExample(
      step: derivation, answer: "1, 2", .incorrect,
      says: [
        "Line 1 is right.", "Line 2: The slope of σ is a (1 − a).", "One more line is wrong.",
      ]),
    KindExample(step: derivation, answer: "none", .incorrect, says: ["2 lines are wrong."]),
    KindExample(
      step: sound, answer: "2", .incorrect, says: ["Line 2 is right.", "No line is wrong."]),
    KindExample(
      step: derivation, answer: "2, 7", .unreadable,
      says: ["Line 1, column 12: there is no line 7; there are 1 to 4."]),
    KindExample(
      step: derivation, answer: "nome", .unreadable,
      says: ["Line 1, column 9: 'nome' is not understood; did you mean 'none'?"]),
  ]

  private static func expected(for task: LocateTask) -> String? {
    let reasons = task.wrong.sorted().compactMap { number in
      task.lines[number - 1].says.map { "Line \(number): \($0)" }
    }
    return ([LocateTask.text(of: task.wrong)] + reasons).joined(separator: "\n")
  }

  private static func feedback(
    on papers: [AnsweredStep<LocateTask>], in setting: MarkingContext
  ) -> [StepFeedback] {
    papers.map { paper in
      paper.feedback(in: setting.submission) { (answer) throws(AnswerFault) in
        let reader = LocateReader(count: paper.task.lines.count)
        return verdict(on: try reader.lines(AnswerTokens(answer, of: setting.submission)), paper)
      }
    }
  }

  /// Found lines less false alarms, over the wrong ones.
  private static func verdict(
    on named: Set<Int>, _ paper: AnsweredStep<LocateTask>
  ) -> StepFeedback {
    let (lines, wrong) = (paper.task.lines, paper.task.wrong)
    let (found, alarms) = (named.intersection(wrong), named.subtracting(wrong))
    // What is told of a right line stands first: there the misunderstanding is.
    var says = alarms.sorted().map { Message.right($0, lines[$0 - 1].says) }
    says += found.sorted().compactMap { number in
      lines[number - 1].says.map { "Line \(number): \(authored: $0)" }
    }
    if named == wrong { return paper.feedback(.correct, credit: 1, says: says) }
    if wrong.isEmpty {
      says.append("No line is wrong.")
    } else if found.count < wrong.count {
      says.append(.missing(wrong.count - found.count, besides: !named.isEmpty))
    }
    let share = Double(found.count - alarms.count) / Double(max(wrong.count, 1))
    let credit = wrong.isEmpty ? 0 : max(0, share)
    var feedback = paper.feedback(credit > 0 ? .partial : .incorrect, credit: credit, says: says)
    if alarms.contains(where: { lines[$0 - 1].says != nil }) {
      feedback.diagnosis = Explanation(kind: .mistake)
    }
    return feedback
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func right(_ line: Int, _ says: String?) -> Message {
    says.map { "Line \(line) is right: \(authored: $0)" } ?? "Line \(line) is right."
  }

  fileprivate static func missing(_ count: Int, besides: Bool) -> Message {
    switch (count, besides) {
    case (1, true): "One more line is wrong."
    case (1, false): "One line is wrong."
    case (_, true): "\(count) more lines are wrong."
    case (_, false): "\(count) lines are wrong."
    }
  }
}
