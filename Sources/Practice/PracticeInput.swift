import LocatedJSON
import Numerics

/// What somebody typed at the prompt of a practice session.
package enum PracticeInput: Hashable, Sendable {
  case answer(String)
  case command(Command)
  case nothing

  /// A word that is a command wherever an answer is asked for.
  package enum Command: String, CaseIterable, Sendable {
    case hint
    case skip
    case back
    case show
    case help
    case quit
  }

  /// Commands are told from answers by their words, in any case.
  ///
  /// - Parameter isText: Whether prose is asked for, in which `#` begins no comment.
  package init(line: String, isText: Bool = false) {
    var text = isText ? line : String(line.prefix { $0 != "#" })
    text.removeAll { $0.isNewline }
    text = text.trimmingWhitespace
    if text.isEmpty {
      self = .nothing
    } else if let command = Command(rawValue: text.lowercased())
      ?? Command.others[text.lowercased()]
    {
      self = .command(command)
    } else {
      self = .answer(text)
    }
  }

  /// The command somebody may have meant who typed this as an answer.
  package static func command(near text: String) -> Command? {
    Spelling.nearest(to: text, among: Command.allCases.map { $0.rawValue })
      .flatMap(Command.init(rawValue:))
  }
}

extension PracticeInput.Command {
  fileprivate static let others: [String: Self] = ["?": .help, "q": .quit, "exit": .quit]

  /// What the command does, for the list of them.
  package var meaning: String {
    switch self {
    case .hint: "the next hint; each says a little more"
    case .skip: "go on to the next open step"
    case .back: "go back to the step before"
    case .show: "print the exercise again"
    case .help: "print this list"
    case .quit: "stop here; your work is kept"
    }
  }
}
