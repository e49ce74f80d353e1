import Marking

extension Status {
  /// The name under which the style sheet knows the verdict.
  var styleClass: String {
    switch self {
    case .correct: "right"
    case .followsThrough: "follows"
    case .partial, .unreadable, .notRun: "partly"
    case .incorrect: "wrong"
    case .unanswered, .toBeRead: "open"
    }
  }

  /// The verdict as a chip with sign, word and colour.
  var chip: String { "<span class=\"verdict \(styleClass)\">\(symbol) \(word)</span>" }
}
