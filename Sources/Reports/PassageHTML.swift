import Exercises
import Numerics

extension Passage {
  /// The text as HTML, with something in the place of each gap.
  ///
  /// - Parameter gap: HTML for the gap of a step.
  package func html(_ gap: (String) -> String) -> String {
    // Signs of the private use area pass through the Markdown as letters do, and stand nowhere else.
    let gaps = gaps
    let text = markdown { name in "\u{E000}\(gaps.firstIndex(of: name) ?? 0)\u{E001}" }
    var html = StatementText.html(text)
    for (index, name) in gaps.enumerated() {
      html = html.replacing(text: "\u{E000}\(index)\u{E001}", by: gap(name))
    }
    return html
  }

  /// The text as HTML, with the names of its gaps.
  package var html: String { html { "<code class=\"gap\">[\($0.escapedForHTML)]</code>" } }
}
