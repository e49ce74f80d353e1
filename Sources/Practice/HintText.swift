import Formulas
import Numerics
import Reports

/// A hint as text for a terminal.
package struct HintText {
  private let style: TerminalStyle

  package init(style: TerminalStyle) {
    self.style = style
  }

  /// The hint with its number among those to the step.
  package func text(_ hint: Hint, number: Int, of count: Int) -> String {
    let head = "  " + style("Hint \(number) of \(count)", .bold)
    switch hint {
    case .slip(let words): return head + " on your answer\n" + paragraph(words.text.harmless)
    case .author(let words): return head + "\n" + paragraph(StatementText.line(words))
    case .equation(let sentence): return head + "\n" + paragraph(sentence.harmless)
    case .shape(let equations):
      let lines = equations.enumerated().map { index, equation in
        (index == 0 ? "" : "with ") + equation
      }
      return head + ", the shape of the working\n" + lines.map(paragraph).joined(separator: "\n")
    }
  }

  private func paragraph(_ text: String) -> String {
    text.wrapped(to: style.width, indent: 6)
  }
}
