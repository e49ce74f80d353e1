import Formulas
import Reports

/// A hint as HTML, for an item of a list.
package enum HintHTML {
  package static func text(_ hint: Hint) -> String {
    switch hint {
    case .slip(let words):
      return "<span class=\"soft\">On your answer:</span> \(words.text.escapedForHTML)"
    case .author(let words): return StatementText.htmlLine(words)
    case .equation(let sentence): return sentence.escapedForHTML
    case .shape(let equations):
      let lines = equations.map { "<code>\($0.escapedForHTML)</code>" }
      return "<span class=\"soft\">The shape of the working:</span> "
        + lines.joined(separator: ", with ")
    }
  }
}
