import Exercises
import Formulas
import FunctionMarking
import LocatedJSON

/// A Swift function, compiled and run on inputs that only the grader knows the results of.
package enum CodeKind {
  package static let kind = AnswerKind(
    judging: "code", "a Swift function, tried on listed and random inputs", keys: CodeKeys.all,
    innerKeys: CodeKeys.inner, schema: { CodeKeys.schema(of: $0) }, task: { CodeTask($0) },
    assignment: { $0.assignment($1) }, feedback: feedback, expected: expected,
    examples: examples)

  /// The calculation that a function is held against, as a Swift function, for a worked solution.
  ///
  /// It is asked for by name, since a page would carry along whatever the registry has.
  ///
  /// - Returns: Nil where there is none, or the step asks for something else.
  static func solution(of step: Step) -> String? {
    guard step.kind == kind.step, let reading = step.assignment?.record.reading else { return nil }
    return CodeTask(reading)?.reference
  }

  private static func feedback(
    on papers: [AnsweredStep<CodeTask>], in setting: MarkingContext
  ) -> [StepFeedback] {
    CodeJudge(papers: papers, setting: setting).feedback()
  }

  private static func expected(for task: CodeTask) -> String? {
    switch task.key {
    case .formulas(let formulas):
      zip(task.signature.results, formulas).map { part, formula in
        part.label.map { "\($0) = \(formula.text)" } ?? formula.text
      }.joined(separator: ", ")
    case .reference(let reference, _): reference.summary
    }
  }

  private static let step = """
    { "name": "double", "kind": "code", "function": "func double(_ x: Double) -> Double",
      "formula": "2 * x", "inputs": [{ "x": 1 }, { "x": -3 }, { "random": { "count": 4 } }] }
    """

  private static let begun = """
    { "name": "double", "kind": "code", "function": "func double(_ x: Double) -> Double",
      "formula": "2 * x", "partial": true, "inputs": [{ "x": 1 }, { "x": -3 }],
      "starter": ["return x"] }
    """

  /// A bench on which the function is played by a closure instead of being compiled.
  private static func playing(
    _ function: @escaping @Sendable (Double) -> FunctionReport.Outcome
  ) -> MarkingTools {
    MarkingTools(
      code: FunctionRunner { job in
        var report = FunctionReport(.succeeded)
        report.outcomes = job.calls.map { function($0.arguments[0].numbers[0]) }
        return report
      })
  }

  private static let examples = [
    KindExample(
      step: step, answer: "func double(_ x: Double) -> Double { 2 * x }", .correct,
      format: .swift, tools: playing { .returned(.double(2 * $0)) }),
    KindExample(
      step: step, answer: "func double(_ x: Double) -> Double { x + x }", .correct,
      format: .swift, tools: playing { .returned(.double($0 + $0)) }),
    KindExample(
      step: step, answer: "func double(_ x: Double) -> Double { x }", .incorrect,
      says: [
        "You left out the factor 2.", "For x = 1 it returns 1. That is not right.",
        "None of the 6 inputs came out right.",
      ],
      format: .swift, tools: playing { .returned(.double($0)) }),
    KindExample(
      step: step, answer: "func double(_ x: Double) -> Double { [2 * x][Int(-x)] }", .incorrect,
      says: [
        "For x = 1 it breaks off: Fatal error: Index out of range.",
        "5 of the 6 inputs came out right.",
      ],
      format: .swift,
      tools: playing {
        $0 == 1 ? .crashed("Fatal error: Index out of range") : .returned(.double(2 * $0))
      }
    ),
    KindExample(
      step: begun, answer: "func double(_ x: Double) -> Double {\n  return x // all of it\n}",
      .incorrect,
      says: [
        "This is the function as it was handed out: it is for you to change.",
        "For x = 1 it returns 1. That is not right.", "None of the 2 inputs came out right.",
      ],
      format: .swift, tools: playing { .returned(.double($0)) }),
    KindExample(
      step: step, answer: "func double(_ x: Double) -> Double { 2 * x }", .notRun,
      says: ["Swift answers cannot be run here: no compiler was brought along."], format: .swift),
  ]
}
