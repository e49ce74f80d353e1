import Answers
import Diagnosis
import Exercises
import LocatedJSON

/// Which belongs to which: numbered entries and lettered partners.
package enum MatchKind {
  package static let kind = AnswerKind(
    judging: "match", "the partner of each of the entries, by number and letter",
    keys: MatchKeys.all, innerKeys: [MatchKeys.pair, MatchKeys.other, MatchKeys.mistake],
    schema: { MatchKeys.schema(of: $0) }, task: { MatchTask($0) },
    assignment: { $0.assignment($1) }, feedback: feedback, expected: expected, examples: examples)

  private static let shapes =
    #"{ "name": "m", "kind": "match", "pairs": [ "#
    + #"{ "left": "∂L/∂W", "right": "outer(δ, a)", "id": "outer" }, "#
    + #"{ "left": "∂L/∂b", "right": "δ", "id": "delta" }, "#
    + #"{ "left": "∂L/∂z", "right": "δ", "id": "delta" } ], "#
    + #""others": [ { "text": "W.T @ δ", "id": "back" } ], "#
    + #""mistakes": [ { "entry": 2, "with": "back", "says": "b is no weight." } ] }"#

  private static let examples = [
    KindExample(step: shapes, answer: "1-outer 2-delta 3-delta", .correct),
    KindExample(step: shapes, answer: "outer, delta, delta", .correct),
    KindExample(step: shapes, answer: "3: delta, 1: outer, 2: DELTA", .correct),
    KindExample(
      step: shapes, answer: "1-outer 2-back 3-delta", .partial, says: ["2: b is no weight."]),
    KindExample(
      step: shapes, answer: "1-delta, 2-outer", .incorrect,
      says: ["1 does not go with B.", "2 does not go with C.", "One number has no letter yet."]),
    KindExample(
      step: shapes, answer: "outer outer outer", .incorrect,
      says: [
        "2 does not go with C.", "3 does not go with C.",
        "One letter for everything chooses nothing, so this earns no points.",
      ]),
    // What is right for several may be meant.
    KindExample(
      step: shapes, answer: "delta delta delta", .partial, says: ["1 does not go with B."]),
    KindExample(
      step: shapes, answer: "1-outer 5-back", .unreadable,
      says: ["Line 1, column 13: there is no number 5; there are 1 to 3."]),
    KindExample(
      step: shapes, answer: "1-outr", .unreadable,
      says: ["Line 1, column 7: there is no 'outr'; did you mean 'outer'?"]),
    KindExample(
      step: shapes, answer: "A B", .unreadable,
      says: [
        "Line 1, column 5: without numbers there must be 3 letters, and here are 2; for some of "
          + "them write pairs, as in 1-B."
      ]),
  ]

  private static func expected(for task: MatchTask) -> String? {
    zip(task.entries, task.key).enumerated().map { index, pair in
      "\(index + 1). \(pair.0): \(task.partners[pair.1].text)"
    }.joined(separator: "\n")
  }

  private static func feedback(
    on papers: [AnsweredStep<MatchTask>], in setting: MarkingContext
  ) -> [StepFeedback] {
    let submission = setting.submission
    return papers.map { paper in
      paper.feedback(in: submission) { (answer) throws(AnswerFault) in
        let letters = paper.task.letters(for: submission.student ?? "")
        let reader = MatchReader(count: paper.task.entries.count, letters: letters)
        let tokens = AnswerTokens(answer, of: submission)
        return verdict(on: try reader.partners(tokens), paper, letters.order)
      }
    }
  }

  private static func verdict(
    on partners: [Int?], _ paper: AnsweredStep<MatchTask>, _ order: StudentOrder
  ) -> StepFeedback {
    let task = paper.task
    let right = zip(partners, task.key).count { $0 == $1 }
    if right == task.key.count { return paper.feedback(.correct, credit: 1) }
    var foreseen: [Message] = []
    var others: [Message] = []
    for (entry, partner) in partners.enumerated() {
      guard let partner, partner != task.key[entry] else { continue }
      if let mistake = task.mistakes.first(where: { $0.entry == entry && $0.partner == partner }) {
        foreseen.append("\(entry + 1): \(authored: mistake.says)")
      } else {
        others.append("\(entry + 1) does not go with \(name: order.letter(of: partner)).")
      }
    }
    let open = partners.count { $0 == nil }
    if open > 0 { others.append(.open(open)) }
    // One letter for everything is right for something, and takes no knowledge.
    let named = partners.compactMap { $0 }
    let isOneForAll = named.count > 1 && Set(named).count == 1 && right == 1
    if isOneForAll { others.append(.oneForAll) }
    let credit = isOneForAll ? 0 : Double(right) / Double(task.key.count)
    var feedback = paper.feedback(
      credit > 0 ? .partial : .incorrect, credit: credit, says: foreseen + others)
    if !foreseen.isEmpty { feedback.diagnosis = Explanation(kind: .mistake) }
    return feedback
  }
}

// MARK: - Messages

extension Message {
  fileprivate static let oneForAll: Message =
    "One letter for everything chooses nothing, so this earns no points."

  fileprivate static func open(_ count: Int) -> Message {
    count == 1 ? "One number has no letter yet." : "\(count) numbers have no letter yet."
  }
}
