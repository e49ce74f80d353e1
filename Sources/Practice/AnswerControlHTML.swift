import Exercises
import Reports

/// What a page offers where an answer is picked: boxes, lists to be put in order, menus.
///
/// The script finds the whole by `data-name`, what kind it is by `data-kind`, and what is picked by
/// the values of the boxes and menus or the places of the entries. All of it works by keyboard.
struct AnswerControlHTML {
  private let control: AnswerControl
  private let name: String
  private let id: String
  private let about: String

  /// - Parameters:
  ///   - name: The step, harmless in HTML already.
  ///   - about: The ids of what describes it.
  init(_ control: AnswerControl, name: String, id: String, about: String) {
    self.control = control
    self.name = name
    self.id = id
    self.about = about
  }

  var text: String {
    switch control {
    case .options(let options, let takesSeveral):
      fieldset(
        "options", takesSeveral ? "Choose all that are right" : "Choose one",
        options.map { option in
          box(
            takesSeveral ? "checkbox" : "radio", option.label, "\(option.label))",
            StatementText.htmlLine(option.text))
        }.joined())
    case .lines(let lines, let areCode):
      fieldset(
        "options", "Tick every line that is wrong",
        lines.map { line in
          box(
            "checkbox", line.label, line.label,
            areCode
              ? "<code class=\"line\">\(line.text.escapedForHTML)</code>"
              : StatementText.htmlLine(line.text))
        }.joined() + box("checkbox", "none", "", "No line is wrong", isAlone: true))
    case .sequence(let entries): sequence(entries)
    case .pairs(let entries, let partners): pairs(entries, partners)
    }
  }

  private func fieldset(_ kind: String, _ task: String, _ inside: String) -> String {
    "<fieldset data-name=\"\(name)\" data-kind=\"\(kind)\" aria-describedby=\"\(about)\">"
      + "<legend class=\"soft\"><span class=\"hidden\">\(name): </span>\(task)</legend>"
      + "\(inside)</fieldset>\n"
  }

  private func box(
    _ type: String, _ value: String, _ label: String, _ text: String, isAlone: Bool = false
  ) -> String {
    "<label><input type=\"\(type)\" name=\"\(id)\" value=\"\(value.escapedForHTML)\""
      + (isAlone ? " data-alone=\"\"" : "") + "/> <span>"
      + (label.isEmpty ? "" : "<span class=\"soft\">\(label.escapedForHTML)</span> ")
      + "\(text)</span></label>"
  }

  /// Two lists: what stands in order, and what is still to be placed; buttons move an entry.
  private func sequence(_ entries: [AnswerOption]) -> String {
    let rows = entries.map { entry in
      let label = entry.label.escapedForHTML
      func button(_ move: String, _ sign: String, _ words: String) -> String {
        "<button type=\"button\" class=\"plain\" data-move=\"\(move)\" "
          + "aria-label=\"\(words) \(label)\" title=\"\(words)\">\(sign)</button>"
      }
      return "<li data-value=\"\(label)\"><span><span class=\"soft\">\(label))</span> "
        + "\(StatementText.htmlLine(entry.text))</span><span class=\"moves\">"
        + button("in", "Add", "Add") + button("up", "↑", "Move up")
        + button("down", "↓", "Move down") + button("out", "✕", "Take out") + "</span></li>"
    }
    return fieldset(
      "sequence", "Put them in order, the first one first",
      "<p class=\"soft small\" id=\"\(id)-placed\">In order</p>"
        + "<ol class=\"placed\" aria-labelledby=\"\(id)-placed\"></ol>"
        + "<p class=\"soft small\" id=\"\(id)-rest\">To be placed</p>"
        + "<ul class=\"rest\" aria-labelledby=\"\(id)-rest\">\(rows.joined())</ul>")
  }

  /// A menu for each entry, below the partners with all their mathematics.
  private func pairs(_ entries: [AnswerOption], _ partners: [AnswerOption]) -> String {
    let list = partners.map {
      "<li><span class=\"soft\">\($0.label.escapedForHTML))</span> \(StatementText.htmlLine($0.text))"
        + "</li>"
    }
    let menu =
      "<option value=\"\">–</option>"
      + partners.map {
        let label = $0.label.escapedForHTML
        return "<option value=\"\(label)\">\(label)) "
          + "\(StatementText.line($0.text).escapedForHTML)</option>"
      }.joined()
    let rows = entries.map { entry in
      let label = entry.label.escapedForHTML
      return "<label><span><span class=\"soft\">\(label)</span> "
        + "\(StatementText.htmlLine(entry.text))</span> <select data-entry=\"\(label)\">"
        + "\(menu)</select></label>"
    }
    return fieldset(
      "pairs", "Give each its partner",
      "<ul class=\"partners\">\(list.joined())</ul>\(rows.joined())")
  }
}
