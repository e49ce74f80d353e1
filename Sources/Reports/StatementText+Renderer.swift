extension StatementText {
  /// Writes blocks as lines.
  struct Renderer {
    let style: TerminalStyle

    /// The blocks in lines of at most `width` columns, a blank line between two of them.
    func lines(_ blocks: [Block], width: Int, isTight: Bool = false) -> [String] {
      var result: [String] = []
      let shown = style.isPlain ? blocks.filter { $0 != .rule } : blocks
      for (index, block) in shown.enumerated() {
        if index > 0, !isTight { result.append("") }
        result += lines(block, width: max(width, 10))
      }
      return result
    }

    private func lines(_ block: Block, width: Int) -> [String] {
      switch block {
      case .paragraph(let inlines): paragraph(inlines, width: width)
      case .heading(let level, let inlines): heading(level, inlines, width: width)
      case .list(let items, let start, let isLoose):
        list(items, start: start, isLoose: isLoose, width: width)
      case .quote(let inner) where style.isPlain:
        ["Quotation:"] + lines(inner, width: width)
      case .quote(let inner):
        lines(inner, width: width - 2).map { $0.isEmpty ? "│" : "│ \($0)" }
      case .code(let code): code.map { $0.isEmpty ? "" : "    " + style($0, .cyan) }
      case .table(let table): lines(table, width: width)
      case .rule: [String(repeating: "─", count: min(width, 40))]
      }
    }

    // MARK: - Paragraphs

    private func paragraph(_ inlines: [Inline], width: Int) -> [String] {
      var result: [String] = []
      var run: [Inline] = []
      func endRun() {
        let lines = flow(run, nil).lines(width: width).map { $0.text }
        run = []
        if lines.allSatisfy({ $0.isEmpty }) { return }
        result += (result.isEmpty ? [] : [""]) + lines
      }
      var rest = inlines[...]
      while let inline = rest.popFirst() {
        guard case .display(var mathematics) = inline else {
          run.append(inline)
          continue
        }
        endRun()
        // A full stop behind the dollar signs belongs to the last line of the formula.
        if case .text(let text)? = rest.first, let sign = text.first, ".,;:".contains(sign) {
          mathematics.items.append(.symbol(Mathematics.Symbol(String(sign), .punctuation)))
          rest[rest.startIndex] = .text(String(text.dropFirst()))
        }
        if style.isLinear { mathematics = mathematics.linear }
        let block = mathematics.lines(width: width - 4).map { $0.isEmpty ? "" : "    " + $0 }
        result += (result.isEmpty ? [] : [""]) + block
      }
      endRun()
      return result
    }

    private func heading(_ level: Int, _ inlines: [Inline], width: Int) -> [String] {
      let lines = flow(inlines, .bold).lines(width: width)
      let longest = lines.map { $0.width }.max() ?? 0
      let sign = level == 1 ? "═" : "─"
      let underline =
        level > 2 || style.isPlain ? [] : [String(repeating: sign, count: longest)]
      return lines.map { $0.text } + underline
    }

    private func list(
      _ items: [[Block]], start: Int?, isLoose: Bool, width: Int
    ) -> [String] {
      let markers = items.indices.map { index in start.map { "\($0 + index)." } ?? "•" }
      let markerWidth = markers.map { $0.count }.max() ?? 1
      let indent = String(repeating: " ", count: markerWidth + 3)
      var result: [String] = []
      for (marker, item) in zip(markers, items) {
        if isLoose, !result.isEmpty { result.append("") }
        let inner = lines(item, width: width - indent.count, isTight: !isLoose)
        let first = "  \(marker.rightAligned(to: markerWidth)) "
        result.append((first + (inner.first ?? "")))
        result += inner.dropFirst().map { $0.isEmpty ? "" : indent + $0 }
      }
      return result
    }

    // MARK: - Text in lines

    func flow(_ inlines: [Inline], _ emphasis: TerminalStyle.Emphasis?) -> Flow {
      var flow = Flow(style: style)
      add(inlines, emphasis, to: &flow)
      return flow
    }

    private func add(
      _ inlines: [Inline], _ emphasis: TerminalStyle.Emphasis?, to flow: inout Flow
    ) {
      for inline in inlines {
        switch inline {
        case .text(let text): flow.add(text, emphasis)
        // The backticks stay: what is to be typed must be told from prose without colour too.
        case .code(let code): flow.addWhole("`\(code)`", .cyan)
        case .strong(let inner), .emphasis(let inner): add(inner, .bold, to: &flow)
        case .link(let inner, let address):
          add(inner, emphasis, to: &flow)
          if inner != [.text(address)] { flow.add(" (\(address))", emphasis) }
        case .mathematics(let inner), .display(let inner):
          let isBound = inner.items.first?.leading == .relation
          flow.addWhole(inner.line, emphasis, isBound: isBound)
        case .lineBreak: flow.breakLine()
        }
      }
    }
  }
}
