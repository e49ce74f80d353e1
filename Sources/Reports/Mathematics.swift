/// Mathematics as a tree, read from the part of LaTeX that exercises use.
///
/// Nothing is an error: what is unknown stays in the tree and is shown as it was written, without
/// its backslash. Renderers (one line, a block of lines, later a page) share this tree.
package struct Mathematics: Equatable, Sendable {
  /// What stands side by side, from left to right.
  var items: [Item]

  /// Reads `latex`, the part between the dollar signs.
  package init(_ latex: String) {
    var parser = Parser(latex.harmless)
    items = parser.everything()
  }

  init(items: [Item]) {
    self.items = items
  }

  /// LaTeX as one line of Unicode: `W^{(l)} a` becomes `W⁽ˡ⁾ a`.
  package static func unicode(_ latex: String) -> String {
    Mathematics(latex).line
  }

  /// LaTeX as a block of lines, matrices drawn with tall brackets, broken to fit `width`.
  package static func block(_ latex: String, width: Int = 80) -> String {
    Mathematics(latex).block(width: width)
  }
}
