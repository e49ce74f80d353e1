extension StatementText {
  /// A statement in Markdown with mathematics, as HTML.
  package static func html(_ markdown: String) -> String {
    blocks(of: markdown).map { $0.html }.joined()
  }

  /// A short text, such as a hint or the question of a step, as HTML within a line.
  package static func htmlLine(_ markdown: String) -> String {
    blocks(of: markdown).inOneLine.html
  }
}

extension [StatementText.Inline] {
  /// The parts one after the other.
  var html: String { map { $0.html }.joined() }
}

extension StatementText.Inline {
  fileprivate var html: String {
    switch self {
    case .text(let text): text.escapedForHTML
    case .code(let code): "<code>\(code.escapedForHTML)</code>"
    case .strong(let inner): "<strong>\(inner.html)</strong>"
    case .emphasis(let inner): "<em>\(inner.html)</em>"
    // A page that is handed out needs no network, so the address is there to be read.
    case .link(let inner, let address):
      inner == [.text(address)] ? inner.html : "\(inner.html) (\(address.escapedForHTML))"
    case .mathematics(let inner), .display(let inner): inner.markup
    case .lineBreak: "<br/>"
    }
  }
}

extension StatementText.Block {
  fileprivate var html: String {
    switch self {
    case .paragraph(let inlines): Self.paragraph(inlines)
    // The page's own headings are above these.
    case .heading(let level, let inlines):
      "<h\(min(level + 2, 6))>\(inlines.html)</h\(min(level + 2, 6))>"
    case .list(let items, let start, let isLoose): Self.list(items, start, isLoose)
    case .quote(let inner): "<blockquote>\(inner.map { $0.html }.joined())</blockquote>"
    case .code(let lines):
      "<pre tabindex=\"0\"><code>"
        + lines.map { $0.escapedForHTML }.joined(separator: "\n") + "</code></pre>"
    case .table(let table): Self.table(table)
    case .rule: "<hr/>"
    }
  }

  private static func paragraph(_ inlines: [StatementText.Inline]) -> String {
    var html = ""
    var run: [StatementText.Inline] = []
    func endRun() {
      let text = run.html
      if text.contains(where: { $0 != " " }) { html += "<p>\(text)</p>" }
      run = []
    }
    var rest = inlines[...]
    while let inline = rest.popFirst() {
      guard case .display(var mathematics) = inline else {
        run.append(inline)
        continue
      }
      endRun()
      // A full stop behind the dollar signs belongs to the formula.
      if case .text(let text)? = rest.first, let sign = text.first, ".,;:".contains(sign) {
        mathematics.items.append(.symbol(Mathematics.Symbol(String(sign), .punctuation)))
        rest[rest.startIndex] = .text(String(text.dropFirst()))
      }
      html +=
        "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Formula\">"
        + mathematics.displayMarkup + "</div>"
    }
    endRun()
    return html
  }

  private static func list(
    _ items: [[StatementText.Block]], _ start: Int?, _ isLoose: Bool
  ) -> String {
    let inner = items.map { item in
      if !isLoose, case .paragraph(let inlines)? = item.first {
        return "<li>\(inlines.html)\(item.dropFirst().map { $0.html }.joined())</li>"
      }
      return "<li>\(item.map { $0.html }.joined())</li>"
    }.joined()
    guard let start else { return "<ul>\(inner)</ul>" }
    return start == 1 ? "<ol>\(inner)</ol>" : "<ol start=\"\(start)\">\(inner)</ol>"
  }

  private static func table(_ table: StatementText.Table) -> String {
    func cells(_ row: [[StatementText.Inline]], _ open: String, _ close: String) -> String {
      zip(row, table.sides).map { cell, side in
        let name =
          switch side {
          case .left: ""
          case .right: " class=\"right\""
          case .centre: " class=\"centre\""
          }
        return "<\(open)\(name)>\(cell.html)</\(close)>"
      }.joined()
    }
    guard let head = table.rows.first else { return "" }
    let body = table.rows.dropFirst().map { "<tr>\(cells($0, "td", "td"))</tr>" }.joined()
    return
      "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table><thead><tr>"
      + cells(head, "th scope=\"col\"", "th")
      + "</tr></thead><tbody>\(body)</tbody></table></div>"
  }
}
