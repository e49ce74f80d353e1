extension Mathematics {
  /// The mathematics as MathML within a line of text.
  ///
  /// What is long comes in several pieces, so that a browser can break the line between them.
  package var markup: String {
    guard line.terminalWidth > Mathematics.widestPiece else { return "<math>\(row)</math>" }
    return pieces.map { "<math>\($0)</math>" }.joined(separator: "<wbr/>")
  }

  /// The mathematics as MathML on lines of its own.
  ///
  /// What a wide space parts comes in pieces, so that a narrow page shows them under each other.
  package var displayMarkup: String {
    items.split(separator: .lineBreak).map { row in
      let parts = row.split { $0.isWideSpace }.map { Mathematics(items: Array($0)).row }
      if parts.count == 1 { return "<math display=\"block\">\(parts[0])</math>" }
      return "<div class=\"line\">"
        + parts.map { "<math displaystyle=\"true\">\($0)</math>" }.joined(separator: " ") + "</div>"
    }.joined()
  }

  /// Longer than this, a formula in a line of text is divided behind its relations.
  private static let widestPiece = 16

  /// The row without an element around it; what MathML needs for one argument is put around it
  /// by ``argument``.
  var row: String {
    placements(isTight: false).map { $0.markup }.joined()
  }

  /// The row as exactly one element.
  var argument: String {
    let visible = placements(isTight: false)
    return visible.count == 1 && visible[0].requested == 0
      ? visible[0].markup : "<mrow>\(row)</mrow>"
  }

  private var pieces: [String] {
    var pieces = [""]
    var depth = 0
    for placement in placements(isTight: false) {
      if placement.leading == .opening, placement.trailing == .opening { depth += 1 }
      if placement.leading == .closing, placement.trailing == .closing { depth -= 1 }
      pieces[pieces.count - 1] += placement.markup
      let divides = placement.leading == .relation || placement.leading == .punctuation
      if divides, depth <= 0 { pieces.append("") }
    }
    return pieces.filter { !$0.isEmpty }
  }
}

extension Mathematics.Placement {
  /// The item with the space that a command asked for before it.
  fileprivate var markup: String {
    let space = requested > 0 ? "<mspace width=\"\(Double(requested * 3) / 10)em\"/>" : ""
    guard case .symbol(let symbol) = item else { return space + item.markup }
    return space + symbol.markup(as: leading)
  }
}

extension Mathematics.Symbol {
  /// The symbol as an element, in the part that it plays here.
  fileprivate func markup(as role: Mathematics.Role) -> String {
    let text = text.escapedForHTML
    switch role {
    case .letter, .ellipsis: return "<mi>\(text)</mi>"
    // Upright names have more than one letter; the space behind them is the browser's no more.
    case .function: return "<mi>\(text)</mi><mspace width=\"0.17em\"/>"
    case .number: return "<mn>\(text)</mn>"
    case .ordinary:
      return text == "′" ? "<mo>\(text)</mo>" : "<mi mathvariant=\"normal\">\(text)</mi>"
    case .binary, .relation: return "<mo form=\"infix\">\(text)</mo>"
    case .punctuation: return "<mo separator=\"true\">\(text)</mo>"
    case .opening: return "<mo form=\"prefix\" stretchy=\"false\">\(text)</mo>"
    case .closing: return "<mo form=\"postfix\" stretchy=\"false\">\(text)</mo>"
    case .bar: return "<mo form=\"infix\" stretchy=\"false\" lspace=\"0\" rspace=\"0\">\(text)</mo>"
    case .slash: return "<mo lspace=\"0\" rspace=\"0\">\(text)</mo>"
    case .prefix: return "<mo form=\"prefix\" lspace=\"0\" rspace=\"0\">\(text)</mo>"
    case .largeOperator: return "<mo form=\"prefix\" largeop=\"true\">\(text)</mo>"
    }
  }
}

extension Mathematics.Item {
  /// Whether this is the space between one formula and the next.
  fileprivate var isWideSpace: Bool {
    if case .space(.columns(let width)) = self { width > 2 } else { false }
  }

  fileprivate var markup: String {
    switch self {
    case .symbol(let symbol): symbol.markup(as: symbol.role)
    case .text(let text): "<mtext>\(text.withFirmSpaces.escapedForHTML)</mtext>"
    case .unknown(let text): "<mtext>\(text.escapedForHTML)</mtext>"
    case .space: ""
    case .lineBreak: "<mo separator=\"true\">;</mo>"
    case .group(let inner): inner.argument
    case .fraction(let above, let below): "<mfrac>\(above.argument)\(below.argument)</mfrac>"
    case .root(let inner, nil): "<msqrt>\(inner.row)</msqrt>"
    case .root(let inner, let index?): "<mroot>\(inner.argument)\(index.argument)</mroot>"
    case .accent(let accent, let inner): accent.markup(over: inner)
    case .lettering(let lettering, let inner): lettering.markup(of: inner)
    case .scripts(let scripts): scripts.markup
    case .fenced(let open, let inner, let close):
      "<mrow>\(open.fence("prefix"))\(inner.row)\(close.fence("postfix"))</mrow>"
    case .table(let table): table.markup
    }
  }
}
