import Answers

/// The reason found for a wrong answer.
package struct Explanation: Hashable, Sendable {
  /// Where the reason comes from.
  package enum Kind: String, Sendable {
    /// A mistake the author foresaw.
    case mistake
    /// An edit of the step's formula that reproduces the answer.
    case mutation
    /// A slip of the pen.
    case slip
  }

  /// How much is left of doubt.
  package enum Certainty: String, Sendable {
    /// It is told as a fact.
    case sure
    /// It is told as what it looks like.
    case likely
    /// Others explain the answer as well, and are told beside it.
    case oneOf
  }

  package let kind: Kind
  /// The ids of the edits, the first being the main one.
  package var edits: [String] = []
  /// The step whose formula was edited, where it is not the answered one.
  package var step: String?
  /// The formula that gives the student's answer.
  package var formula: String?
  /// How surely it is the reason; nil for the author's own, and where nothing was weighed.
  package var certainty: Certainty?
  /// The other reasons that explain the answer as well, where the words name several.
  package var alternatives: [Explanation] = []

  /// What each edit is called wherever it is made, as in "left out σ′"; none where that cannot be told.
  package var gists: [Message] = []

  package init(
    kind: Kind, edits: [String] = [], step: String? = nil, formula: String? = nil,
    gists: [Message] = []
  ) {
    self.kind = kind
    self.edits = edits
    self.step = step
    self.formula = formula
    self.gists = gists
  }
}
