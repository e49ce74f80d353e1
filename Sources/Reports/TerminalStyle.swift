/// Whether text goes to a terminal that shows colours; meaning never depends on it.
package struct TerminalStyle: Sendable {
  package let isColoured: Bool
  /// The width that paragraphs are wrapped to.
  package let width: Int
  /// Whether it is read aloud: no drawings, no bars, "1 of 5" for 1/5.
  package let isPlain: Bool
  /// Whether mathematics stays in its line, matrices as lists of their rows.
  package let isLinear: Bool

  package init(
    isColoured: Bool = false, width: Int = 80, isPlain: Bool = false, isLinear: Bool = false
  ) {
    self.isColoured = isColoured
    self.width = width
    self.isPlain = isPlain
    self.isLinear = isLinear || isPlain
  }

  /// A way to set text off.
  package enum Emphasis: String, Sendable {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  package func callAsFunction(_ text: String, _ emphasis: Emphasis?) -> String {
    guard isColoured, let emphasis else { return text }
    return "\u{1B}[\(emphasis.rawValue)m\(text)\u{1B}[0m"
  }
}
