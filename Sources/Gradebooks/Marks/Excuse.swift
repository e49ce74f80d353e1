import LocatedJSON

/// Whether somebody is excused, as people write it.
enum Excuse: Hashable {
  case yes
  case no
  /// Yes, and why.
  case because(String)

  /// Reads true, false, 1, 0, or a text; nil for anything else.
  init?(json value: LocatedValue) {
    switch value.kind {
    case .bool(let isExcused): self = isExcused ? .yes : .no
    case .number(let number) where number == 0 || number == 1: self = number == 1 ? .yes : .no
    case .string(let text):
      if let excuse = Excuse(text) {
        self = excuse
      } else if Excuse.isReason(text) {
        self = .because(text)
      } else {
        return nil
      }
    default: return nil
    }
  }

  /// Reads a word that means yes or no; nil for any other.
  init?(_ text: String) {
    let word = text.trimmed.lowercased()
    if word.isEmpty || Excuse.negatives.contains(word) {
      self = .no
    } else if Excuse.positives.contains(word) {
      self = .yes
    } else {
      return nil
    }
  }

  /// Whether a text may be why, rather than that nobody knows.
  private static func isReason(_ text: String) -> Bool {
    text.contains(where: \.isLetter) && !unsure.contains(text.trimmed.lowercased())
  }

  private static let positives: Set<String> = [
    "yes", "y", "true", "1", "x", "ja", "oui", "sí", "excused",
  ]
  private static let negatives: Set<String> = ["no", "n", "false", "0", "nein", "non", "nee"]
  private static let unsure: Set<String> = ["maybe", "perhaps", "n/a", "na", "none", "null", "tbd"]
}
