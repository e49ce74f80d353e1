import LocatedJSON

/// Something that answers made from the key have shown of an exercise.
struct AuthorFinding: Sendable {
  let rule: Rule
  let message: String
  /// The byte of the exercise file it is about.
  package let place: Int

  /// What an exercise was held against.
  enum Rule: Hashable, Sendable {
    case reading
    case blank
    case model
    case mistake
    /// A mistake of which as much is said without it.
    case redundant
    case nearMiss
    case zeros
    case following
    /// A tolerance that lets common slips pass.
    case coarse
    /// The reasons that nobody reads under such a tolerance.
    case silenced
    /// Points for answers that stand in the statement.
    case copied
    /// Points for sheets that are filled in without knowing anything.
    case guessed
    /// A variable tried on too few values.
    case sampling
    /// A hint that holds the answer of another step.
    case hint

    /// Whether one draw of the numbers is enough for it to count.
    var countsOnce: Bool {
      switch self {
      case .reading, .blank, .model, .nearMiss, .copied, .sampling, .hint: true
      case .mistake, .redundant, .zeros, .following, .coarse, .silenced, .guessed: false
      }
    }
  }

  /// What is the same in every draw.
  struct Key: Hashable {
    let rule: Rule
    let place: Int
  }

  init(_ rule: Rule, _ message: String, at place: Int) {
    (self.rule, self.message, self.place) = (rule, message, place)
  }

  var key: Key { Key(rule: rule, place: place) }

  var severity: Problem.Severity {
    switch rule {
    case .reading, .zeros, .coarse, .copied, .guessed, .sampling, .hint: .warning
    case .redundant, .silenced: .note
    case .blank, .model, .mistake, .nearMiss, .following: .error
    }
  }
}
