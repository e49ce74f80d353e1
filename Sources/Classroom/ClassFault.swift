import Archives
import LocatedJSON
import SystemCalls

/// Why a class cannot be read at all.
package enum ClassFault: Error, Hashable, Sendable {
  case folder(FileFault)
  case archive(ZipFault)
  case layout(LayoutFault)
  /// The readings that are as likely as each other.
  case ambiguous([String])
  case unknownLayout(String)
  /// What the assignment's groups have wrong, now that it is known who is who.
  case groups(String)

  /// Whether the command line is at fault rather than the folder.
  package var isWrongUse: Bool {
    switch self {
    case .ambiguous, .unknownLayout, .layout(.unlike): true
    default: false
    }
  }

  /// Whether the machine is at fault, rather than what was to be read.
  package var isMachineFault: Bool {
    if case .archive(.unwritable) = self { true } else { false }
  }

  /// What is wrong, as a sentence about the class of that path.
  package func sentence(of path: String) -> String {
    let path = path.shownOnOneLine
    switch self {
    case .folder(let fault), .layout(.folder(let fault)):
      return "the class folder '\(path)' \(fault)"
    case .archive(let fault):
      var advice = ""
      if case .isDamaged = fault { advice = "; download it again" }
      return "the archive '\(path)' \(fault)\(advice)"
    case .layout(.unlike(let layout, let reason)):
      return "The class '\(path)' is not laid out as \(layout): \(reason.shownOnOneLine)"
    case .ambiguous(let readings):
      return "The class '\(path)' can be read as \(readings.joined(separator: " or as ")); "
        + "say which with --layout"
    case .groups(let sentence):
      return "the groups of the assignment cannot be used: \(sentence)"
    case .unknownLayout(let name):
      return "There is no layout '\(name)'"
    }
  }
}
