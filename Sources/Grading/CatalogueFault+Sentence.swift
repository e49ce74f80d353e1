import Answers
import Exercises
import LocatedJSON

extension Catalogue.Fault {
  /// What is wrong, for whoever started the command.
  package var sentence: String {
    switch self {
    case .noFolder(let path): return "there is no folder '\(path)' of exercises"
    case .unreadable(let file, let reason): return "\(file) could not be read: \(reason)"
    case .unknown(let id, let nearest?, _):
      return "there is no exercise '\(id.harmless)'; did you mean '\(nearest)'?"
    case .unknown(let id, nil, let known):
      let list =
        known.isEmpty ? "there are none here" : "there are \(known.joined(separator: ", "))"
      return "there is no exercise '\(id.harmless)'; \(list)"
    case .broken(let problems): return "the exercise cannot be used:\n\(problems)"
    case .unsound(let id, let problems):
      return "exercise \(id) is not sound, so nothing is marked with it:\n\(problems)"
    case .duplicate(let id, let files):
      return "exercise '\(id)' is in two files: \(files.joined(separator: " and "))"
    }
  }

  /// What is said of one of many submissions that answers `id`.
  package func note(on id: String) -> Message {
    guard case .unknown(_, let nearest, _) = self else {
      return "exercise \(name: id) is not sound; see backmark check"
    }
    let advice: Message = nearest.map { "; did you mean '\(name: $0)'?" } ?? ""
    return "there is no exercise \(Quotation(id))\(advice)"
  }

  /// Whether the id is at fault rather than the exercise.
  package var isOfWhoeverAsked: Bool { if case .unknown = self { true } else { false } }
}
