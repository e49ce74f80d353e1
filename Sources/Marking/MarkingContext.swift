import Answers
import Exercises
import FunctionMarking
import LocatedJSON

/// What a kind may use to judge a submission.
package struct MarkingContext: Sendable {
  package let exercise: Exercise
  package let submission: Submission
  /// The student's id, for what is different for everyone; empty where it is not known.
  package let student: String
  package let tools: MarkingTools
  /// Whether reasons are looked for.
  package var explains = true
}

/// What there is to mark with, beyond arithmetic.
package struct MarkingTools: Sendable {
  /// Where students' functions run; nil where nothing may be compiled here.
  package var code: FunctionRunner?

  /// What runs instructors' own checkers; nil where that has not been allowed.
  package var external: ExternalCheck?

  package init(code: FunctionRunner? = nil, external: ExternalCheck? = nil) {
    self.code = code
    self.external = external
  }

  /// What tells the tools that an exercise is marked with from others; empty where it needs none.
  package func identity(for exercise: Exercise) -> [String] {
    var tools =
      exercise.steps.contains(where: { $0.isAnsweredInSwift }) ? [code?.compiler ?? ""] : []
    for step in exercise.steps {
      guard let checker = step.assignment?.checker, !checker.isEmpty else { continue }
      tools.append(external?.identity(checker, exercise.source.name) ?? "")
    }
    return tools
  }
}
