import Exercises

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
    case .duplicate(let id, let files):
      return "exercise '\(id)' is in two files: \(files.joined(separator: " and "))"
    }
  }
}
