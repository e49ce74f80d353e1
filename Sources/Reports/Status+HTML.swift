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

  /// Writes the verdict as a chip with sign, word and colour.
  func writeChip(in writer: inout HTMLWriter) {
    writer.markup("<span class=\"verdict ")
    writer.markup(styleClass)
    writer.markup("\">")
    writer.markup(symbol)
    writer.markup(" ")
    writer.markup(word)
    writer.markup("</span>")
  }
}
