import Answers
import Exercises
import LocatedJSON

/// One or several of the options listed, by their letters or in their own words.
package enum ChoiceKind {
  package static let kind = AnswerKind(
    judging: "choice", "one or several of the options listed, by letter",
    keys: [ChoiceTaskKeys.options, ChoiceTaskKeys.keepOrder, StepKeys.partial],
    innerKeys: [ChoiceTaskKeys.option], schema: schema, task: { ChoiceTask($0) },
    assignment: { $0.assignment($1) }, feedback: feedback, expected: expected, examples: examples)

  private static func schema(of key: Key) -> SchemaNode? {
    switch key {
    case ChoiceTaskKeys.options:
      .array(
        .object(
          [
            (ChoiceTaskKeys.text, .string), (ChoiceTaskKeys.correct, .boolean),
            (ChoiceTaskKeys.says, .string), (ChoiceTaskKeys.id, .string),
          ], required: [ChoiceTaskKeys.text, ChoiceTaskKeys.correct]))
    case ChoiceTaskKeys.keepOrder: .boolean
    default: nil
    }
  }

  private static let costs =
    #"{ "name": "cost", "kind": "choice", "options": [ "#
    + #"{ "text": "one pass for each weight", "correct": false, "#
    + #""says": "That is what finite differences cost." }, "#
    + #"{ "text": "about two forward passes", "correct": true }, "#
    + #"{ "text": "nothing", "correct": false } ] }"#

  private static let needed =
    #"{ "name": "needed", "kind": "choice", "partial": true, "options": [ "#
    + #"{ "text": "the activations", "correct": true }, "#
    + #"{ "text": "the loss history", "correct": false, "says": "Only the last loss counts." }, "#
    + #"{ "text": "the weights", "correct": true } ] }"#

  private static let examples = [
    KindExample(step: costs, answer: "b", .correct),
    KindExample(step: needed, answer: "C, a", .correct),
    KindExample(step: costs, answer: "About two forward passes", .correct),
    KindExample(
      step: costs, answer: "a", .incorrect,
      says: ["a) That is what finite differences cost."]),
    KindExample(step: costs, answer: "c)", .incorrect, says: ["c) is not right."]),
    KindExample(
      step: needed, answer: "a", .partial, says: ["One more option is right."]),
    KindExample(
      step: needed, answer: "a b", .incorrect,
      says: ["b) Only the last loss counts.", "One more option is right."]),
    KindExample(
      step: costs, answer: "d", .unreadable,
      says: ["Line 1, column 8: there is no option 'd'; there are a to c."]),
    KindExample(
      step: costs, answer: "a, b", .unreadable,
      says: ["Line 1, column 8: one option is asked for, and here are 2."]),
  ]

  private static func feedback(
    on papers: [AnsweredStep<ChoiceTask>], in setting: MarkingContext
  ) -> [StepFeedback] {
    let submission = setting.submission
    return papers.map { paper in
      paper.feedback(in: submission) { (answer) throws(AnswerFault) in
        // The sheet was made for whoever it names, whatever the folder it was handed in by.
        let sheet = paper.task.sheet(for: submission.student ?? "")
        return verdict(on: try sheet.chosen(by: answer, of: submission), paper, sheet)
      }
    }
  }

  private static func expected(for task: ChoiceTask) -> String? {
    task.options.filter { $0.isCorrect }.map { $0.text }.joined(separator: "; ")
  }

  private static func verdict(
    on chosen: Set<Int>, _ paper: AnsweredStep<ChoiceTask>, _ sheet: ChoiceSheet
  ) -> StepFeedback {
    let options = paper.task.options
    let right = Set(options.indices.filter { options[$0].isCorrect })
    if chosen == right {
      let says = sheet.order.filter(chosen.contains).compactMap { options[$0].says }.map {
        Message([.authored($0)])
      }
      return paper.feedback(.correct, credit: 1, says: says)
    }
    let wrong = sheet.order.filter { chosen.contains($0) && !right.contains($0) }
    var says = wrong.map { index -> Message in
      let label = sheet.label(of: index)
      return options[index].says.map { "\(name: label)) \(authored: $0)" }
        ?? "\(name: label)) is not right."
    }
    let missed = right.subtracting(chosen).count
    // Where one option is asked for, that another is right goes without saying.
    if right.count > 1, missed > 0 {
      says.append(missed == 1 ? "One more option is right." : "\(missed) more options are right.")
    }
    let share = Double(chosen.intersection(right).count - wrong.count) / Double(right.count)
    let credit = paper.task.allowsPartialCredit ? max(0, share) : 0
    return paper.feedback(credit > 0 ? .partial : .incorrect, credit: credit, says: says)
  }
}

/// The keys of a step that offers a choice.
package enum ChoiceTaskKeys {
  package static let options = Key("options", "What there is to choose from.")
  package static let keepOrder = Key(
    "keepOrder", "true where every student sees the options in this order.")
  package static let text = Key("text", "The option as the student reads it.")
  package static let correct = Key("correct", "Whether the option is right.")
  package static let says = Key("says", "What is said to whoever chooses it.")
  package static let id = Key("id", "A letter by which the option goes wherever it stands.")
  package static let option = [text, correct, says, id]
}
