import Answers

/// An answer to a step of a kind, and what must come of it.
package struct KindExample: Sendable {
  /// The step as an exercise file has it.
  package let step: String
  /// The answer as a student types it, or the Swift file handed in.
  package let answer: String
  package let status: Status
  package let says: [String]
  /// How the answer is handed in.
  package let format: Submission.Format
  /// What the example is marked with.
  package let tools: MarkingTools

  package init(
    step: String, answer: String, _ status: Status, says: [String] = [],
    format: Submission.Format = .answers, tools: MarkingTools = MarkingTools()
  ) {
    self.step = step
    self.answer = answer
    self.format = format
    self.status = status
    self.says = says
    self.tools = tools
  }
}
