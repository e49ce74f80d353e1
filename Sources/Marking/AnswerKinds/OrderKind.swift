import Answers
import Diagnosis
import Exercises
import LocatedJSON

/// Steps to be put in order, by the letters of the student's own sheet.
package enum OrderKind {
  package static let kind = AnswerKind(
    judging: "order", "the listed steps in their order, by letter", keys: OrderKeys.all,
    innerKeys: [OrderKeys.item], schema: { OrderKeys.schema(of: $0) }, task: { OrderTask($0) },
    assignment: { $0.assignment($1) }, feedback: feedback, expected: expected, examples: examples)

  private static let pass =
    #"{ "name": "pass", "kind": "order", "items": [ "#
    + #"{ "text": "the forward pass", "id": "forward" }, "#
    + #"{ "text": "δ of the output", "id": "output", "says": "δ needs the activations." }, "#
    + #"{ "text": "δ of the hidden layer", "id": "hidden" }, "#
    + #"{ "text": "the update", "id": "update" } ] }"#

  private static let loose =
    #"{ "name": "pass", "kind": "order", "items": [ "#
    + #"{ "text": "z", "id": "first" }, { "text": "a", "id": "second", "after": ["first"] }, "#
    + #"{ "text": "the slope of σ", "id": "slope", "after": ["first"] }, "#
    + #"{ "text": "the momentum", "id": "extra", "belongs": false, "says": "Nothing moves yet." } "#
    + #"] }"#

  private static let examples = [
    KindExample(step: pass, answer: "forward output hidden update", .correct),
    KindExample(step: loose, answer: "first > slope > second", .correct),
    KindExample(step: loose, answer: "first, second, slope", .correct),
    KindExample(
      step: pass, answer: "output forward hidden update", .partial,
      says: ["δ needs the activations.", "D stands before B, but must come after it."]),
    KindExample(
      step: pass, answer: "update hidden output forward", .incorrect,
      says: ["C stands before A, but must come after it."]),
    KindExample(
      step: pass, answer: "forward output hidden", .partial,
      says: ["What is there stands in a right order.", "One more belongs to it."]),
    // As much as that a sheet may show in a right order as it is.
    KindExample(
      step: pass, answer: "forward hidden", .incorrect,
      says: ["What is there stands in a right order.", "2 more belong to it."]),
    KindExample(
      step: loose, answer: "first extra second slope", .incorrect,
      says: ["Nothing moves yet.", "D does not belong here."]),
    KindExample(
      step: pass, answer: "forward outputs", .unreadable,
      says: ["Line 1, column 16: there is no 'outputs'; did you mean 'output'?"]),
    KindExample(
      step: pass, answer: "A B A", .unreadable,
      says: ["Line 1, column 12: 'A' stands here twice."]),
  ]

  private static func expected(for task: OrderTask) -> String? {
    task.rightOrder.enumerated().map { "\($0.offset + 1). \(task.items[$0.element].text)" }
      .joined(separator: "\n")
  }

  private static func feedback(
    on papers: [AnsweredStep<OrderTask>], in setting: MarkingContext
  ) -> [StepFeedback] {
    let submission = setting.submission
    return papers.map { paper in
      paper.feedback(in: submission) { (answer) throws(AnswerFault) in
        let letters = paper.task.letters(for: submission.student ?? "")
        let tokens = AnswerTokens(answer, of: submission)
        return verdict(on: try OrderReader(letters: letters).entries(tokens), paper, letters.order)
      }
    }
  }

  /// The longest part that stands in a right order, less what does not belong, above what any sheet
  /// may show in a right order already.
  private static func verdict(
    on sequence: [Int], _ paper: AnsweredStep<OrderTask>, _ order: StudentOrder
  ) -> StepFeedback {
    let (task, items) = (paper.task, paper.task.items)
    let kept = sequence.filter { items[$0].belongs }
    let strangers = sequence.filter { !items[$0].belongs }
    let asked = items.indices.filter { items[$0].belongs }
    let longest = task.rule.longestPart(of: kept)
    if strangers.isEmpty, longest == asked.count { return paper.feedback(.correct, credit: 1) }
    let fault = task.rule.firstFault(in: kept)
    var says: [Message] = []
    for stranger in strangers {
      if let words = items[stranger].says { says.append("\(authored: words)") }
      says.append(.stranger(order.letter(of: stranger)))
    }
    if let fault {
      if let words = items[fault.early].says { says.append("\(authored: words)") }
      says.append(.wrongWay(order.letter(of: fault.early), order.letter(of: fault.late)))
    } else if kept.count < asked.count, kept.count > 1 {
      says.append("What is there stands in a right order.")
    }
    if kept.count < asked.count { says.append(.missing(asked.count - kept.count)) }
    let shown = task.mostShown
    let share = Double(longest - shown - strangers.count) / Double(asked.count - shown)
    let credit = max(0, share)
    var feedback = paper.feedback(credit > 0 ? .partial : .incorrect, credit: credit, says: says)
    let blamed = strangers.first ?? fault?.early
    if blamed.flatMap({ items[$0].says }) != nil {
      feedback.diagnosis = Explanation(kind: .mistake)
    }
    return feedback
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func stranger(_ letter: String) -> Message {
    "\(name: letter) does not belong here."
  }

  fileprivate static func wrongWay(_ early: String, _ late: String) -> Message {
    "\(name: early) stands before \(name: late), but must come after it."
  }

  fileprivate static func missing(_ count: Int) -> Message {
    count == 1 ? "One more belongs to it." : "\(count) more belong to it."
  }
}
