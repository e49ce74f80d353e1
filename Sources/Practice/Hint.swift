import Answers
import Formulas

/// One step of help, which never holds the answer.
package enum Hint: Hashable, Sendable {
  /// Words about the slip behind a wrong answer.
  case slip(Message)
  /// The author's own words, in Markdown.
  case author(String)
  /// The equation the step rests on, as a sentence.
  case equation(String)
  /// The formula of the step with the numbers left out, and those of the values it reads that the
  /// exercise does not ask for.
  case shape([NamedFormula])

  /// A formula with the name of what it gives.
  package struct NamedFormula: Hashable, Sendable {
    package let name: String
    package let formula: Expression
    /// Both as a page prints them: `db2 = δ2`.
    package let equation: String
  }
}
