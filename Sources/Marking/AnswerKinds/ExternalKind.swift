import Answers
import Exercises
import Formulas
import LocatedJSON

/// Whatever an instructor's own program makes of the answer.
///
/// The program reads one JSON object and writes one:
///
/// ```json
/// { "exercise": "16.3", "step": "plot", "student": "ada", "answer": "…", "given": { "x": 1 },
///   "points": 2 }
/// { "status": "partial", "credit": 0.5, "says": ["The axis has no unit."] }
/// ```
package enum ExternalKind {
  package static let kind = AnswerKind(
    judging: "external", "an answer checked by the instructor's own program",
    keys: [ExternalTaskKeys.command, ExternalTaskKeys.seconds], schema: schema,
    task: { ExternalTask($0) }, assignment: { $0.assignment($1) }, feedback: feedback,
    expected: { _ in nil }, examples: examples)

  private static func schema(of key: Key) -> SchemaNode? {
    switch key {
    case ExternalTaskKeys.command: .array(.string)
    case ExternalTaskKeys.seconds: .number
    default: nil
    }
  }

  private static let checked =
    #"{ "name": "plot", "kind": "external", "command": ["./check-plot"] }"#

  private static func tools(_ output: String) -> MarkingTools {
    MarkingTools(external: ExternalCheck { _ in .output(Array(output.utf8)) })
  }

  private static let examples = [
    KindExample(
      step: checked, answer: "falling", .correct, tools: tools(#"{ "status": "correct" }"#)),
    KindExample(
      step: checked, answer: "falls", .correct, says: ["Nicely put."],
      tools: tools(#"{ "status": "correct", "says": ["Nicely put."] }"#)),
    KindExample(
      step: checked, answer: "wavy", .partial, says: ["Look at the end."],
      tools: tools(#"{ "status": "partial", "credit": 0.5, "says": ["Look at the end."] }"#)),
    KindExample(
      step: checked, answer: "rising", .notRun, says: [Message.notAllowed("plot").text]),
    KindExample(
      step: checked, answer: "rising", .notRun,
      says: [
        "plot was not checked: the checker's answer cannot be used "
          + "(line 1, column 13: there is no verdict 'wrong'; it is one of correct, partial, "
          + "incorrect, unreadable)."
      ], tools: tools(#"{ "status": "wrong" }"#)),
  ]

  private static func feedback(
    on papers: [AnsweredStep<ExternalTask>], in setting: MarkingContext
  ) -> [StepFeedback] {
    papers.map { feedback(on: $0, in: setting) }
  }

  private static func feedback(
    on paper: AnsweredStep<ExternalTask>, in setting: MarkingContext
  ) -> StepFeedback {
    guard let answer = paper.answer else { return paper.feedback(.unanswered) }
    guard let check = setting.tools.external else {
      return paper.feedback(.notRun, says: [.notAllowed(paper.heading.name)])
    }
    let job = ExternalCheck.Job(
      command: paper.task.command, seconds: paper.task.seconds,
      input: question(paper, answer, setting), exerciseFile: setting.exercise.source.name)
    let reason: Message
    switch check.run(job) {
    case .output(let bytes):
      do {
        let verdict = try ExternalVerdict(bytes)
        return paper.feedback(verdict.status, credit: verdict.credit, says: verdict.says)
      } catch {
        reason = .unusable(error.list)
      }
    case .failed(let words): reason = "\(visible: words)"
    }
    return paper.feedback(
      .notRun, says: ["\(name: paper.heading.name) was not checked: \(reason)."])
  }

  /// What the program reads.
  private static func question(
    _ paper: AnsweredStep<ExternalTask>, _ answer: Answer, _ setting: MarkingContext
  ) -> [UInt8] {
    let exercise = setting.exercise
    var json = JSONWriter()
    json.beginObject()
    for (key, value) in [
      ("exercise", exercise.id), ("step", paper.heading.name), ("student", setting.student),
      ("answer", setting.submission.text(of: answer)),
    ] {
      json.key(key)
      json.value(value)
    }
    json.key("given")
    json.beginObject()
    for given in exercise.givens {
      json.key(exercise.program.name(of: given.slot))
      json.value(given.value)
    }
    json.endObject()
    json.key("points")
    json.value(paper.heading.points)
    json.endObject()
    json.endLine()
    return json.bytes
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func notAllowed(_ name: String) -> Message {
    "\(name: name) is checked by the instructor's own program; run again with --allow-external."
  }

  fileprivate static func unusable(_ problems: [Problem]) -> Message {
    let words = problems.prefix(3).map { problem -> Message in
      let place = problem.position
      return "\(line: place.line, column: place.column): \(visible: problem.message)"
    }
    return "the checker's answer cannot be used (\(words.joined(by: "; ")))"
  }
}
