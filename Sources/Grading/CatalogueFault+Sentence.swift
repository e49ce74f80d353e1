import Answers
import Exercises
import LocatedJSON

extension Catalogue.Fault {
  /// What is wrong, for whoever started the command.
  package var sentence: String {
    switch self {
    case .noFolder(let path): return "there is no folder '\(path)' of exercises"
    case .unreadable(let file, let reason): return "\(file) could not be read: \(reason)"
    case .machine(let path, let reason):
      return "\(path) could not be read: \(reason). That is the machine's fault and no exercise's"
    case .unknown(let id, let known, let folders):
      let place = folders.isEmpty ? "" : " in " + folders.joinedAsWords.harmless
      return "there is no exercise '\(id.harmless)'\(place); " + Catalogue.Fault.advice(id, known)
    case .broken(let problems): return "the exercise cannot be used:\n\(problems)"
    case .unsound(let id, let problems):
      return "exercise \(id) is not sound, so nothing is marked with it:\n\(problems)"
    case .duplicate(let id, let files):
      return "exercise '\(id)' is in two files: \(files.joined(separator: " and "))"
    }
  }

  /// The exercise that was probably meant, and the three nearest with their titles.
  private static func advice(_ id: String, _ known: [Catalogue.Entry]) -> String {
    if known.isEmpty { return "there are no others either" }
    let meant = Spelling.nearest(to: id, among: known.map { $0.id })
    let nearest = Spelling.closest(
      to: id, among: known.map { ($0.id, $0.title) }, atMost: 3
    ).map { known[$0] }
    let width = nearest.map { $0.id.count }.max() ?? 0
    let lines = nearest.map {
      "  \($0.id.harmless)" + String(repeating: " ", count: width - $0.id.count)
        + "  \($0.title.harmless)"
    }
    let head =
      meant.map { "did you mean '\($0)'?" }
      ?? (known.count > 3 ? "the nearest of the \(known.count) are:" : "there are:")
    return ([head] + lines).joined(separator: "\n")
  }

  /// What is said of one of many submissions that answers `id`.
  package func note(on id: String) -> Message {
    guard case .unknown(let asked, let known, _) = self else {
      return "exercise \(name: id) is not sound; see backmark check"
    }
    let nearest = Spelling.nearest(to: asked, among: known.map { $0.id })
    let advice: Message = nearest.map { "; did you mean '\(name: $0)'?" } ?? ""
    return "there is no exercise \(Quotation(id))\(advice)"
  }

  /// Whether the machine is to blame rather than whoever wrote or asked.
  package var isMachineFault: Bool { if case .machine = self { true } else { false } }

  /// Whether the id is at fault rather than the exercise.
  package var isOfWhoeverAsked: Bool { if case .unknown = self { true } else { false } }
}
