import LocatedJSON
import Numerics

/// A text with gaps, each of which is a step of its own: a derivation to be completed.
package struct Passage: Hashable, Sendable {
  /// A piece of the text.
  package enum Piece: Hashable, Sendable {
    /// In Markdown.
    case text(String)
    /// The gap of a step, by the step's name.
    case gap(String)
  }

  package let pieces: [Piece]

  /// The steps whose gaps are in it, in the order of the text.
  package var gaps: [String] {
    pieces.compactMap { if case .gap(let name) = $0 { name } else { nil } }
  }

  /// The text with something in the place of each gap.
  package func markdown(_ gap: (String) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .gap(let name): gap(name)
      }
    }.joined()
  }

  /// The text with the names of its gaps in brackets, in Markdown.
  package var named: String { markdown { "[\($0)]" } }
}

extension Step {
  /// The text whose first gap the step is: it stands before the step.
  package var passageBefore: Passage? {
    guard let passage = heading.passage, passage.gaps.first == name else { return nil }
    return passage
  }
}
