import Answers

/// One step of help, which never holds the answer.
package enum Hint: Hashable, Sendable {
  /// Words about the slip behind a wrong answer.
  case slip(Message)
  /// The author's own words, in Markdown.
  case author(String)
  /// The equation the step rests on, as a sentence.
  case equation(String)
  /// The formula of the step with the numbers left out, and those of the values it reads that the
  /// exercise does not ask for, each as a page prints it: `db2 = δ2`.
  case shape([String])
}
