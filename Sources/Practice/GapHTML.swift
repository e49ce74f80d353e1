import Exercises
import Reports

/// The field of a gap, within the line of its text.
struct GapHTML {
  enum Control {
    /// A number or a formula.
    case line
    /// One of these.
    case menu([AnswerOption])
  }

  private let control: Control

  /// Nil where an answer has no room within a line.
  init?(_ control: Control?) {
    guard let control else { return nil }
    self.control = control
  }

  /// - Parameters:
  ///   - name: The step, harmless in HTML already.
  ///   - about: The id of what describes it.
  func text(name: String, id: String, about: String) -> String {
    let common =
      "id=\"\(id)\" data-name=\"\(name)\" aria-label=\"\(name)\" aria-describedby=\"\(about)\""
    switch control {
    case .line:
      return
        "<input type=\"text\" class=\"gap\" placeholder=\"\(name)\" \(common) autocomplete=\"off\" "
        + "autocapitalize=\"off\" spellcheck=\"false\"/>"
    case .menu(let options):
      let rows = options.map {
        let label = $0.label.escapedForHTML
        return "<option value=\"\(label)\">\(StatementText.line($0.text).escapedForHTML)</option>"
      }
      return
        "<select class=\"gap\" data-kind=\"menu\" \(common)><option value=\"\">\(name)?</option>"
        + rows.joined() + "</select>"
    }
  }
}
