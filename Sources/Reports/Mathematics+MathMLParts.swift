extension String {
  /// The text as a bracket that is as tall as what it holds; nothing where it is empty.
  func fence(_ form: String) -> String {
    isEmpty ? "" : "<mo form=\"\(form)\" fence=\"true\" stretchy=\"true\">\(escapedForHTML)</mo>"
  }

  /// The text with spaces that MathML does not take away at its ends.
  var withFirmSpaces: String { String(map { $0 == " " ? "\u{A0}" : $0 }) }
}

extension Mathematics.Accent {
  func markup(over inner: Mathematics) -> String {
    let mark =
      switch self {
      case .hat, .widehat: "^"
      case .tilde, .widetilde: "~"
      case .bar, .overline, .underline: "¯"
      case .breve: "˘"
      case .dot: "˙"
      case .ddot: "¨"
      case .check: "ˇ"
      case .acute: "´"
      case .grave: "`"
      case .vec: "→"
      }
    let stretches = [.widehat, .widetilde, .overline, .underline, .vec].contains(self)
    let sign = "<mo stretchy=\"\(stretches)\">\(mark)</mo>"
    return self == .underline
      ? "<munder accentunder=\"true\">\(inner.argument)\(sign)</munder>"
      : "<mover accent=\"true\">\(inner.argument)\(sign)</mover>"
  }
}

extension Mathematics.Lettering {
  func markup(of inner: Mathematics) -> String {
    let text = inner.items.compactMap { item in
      if case .symbol(let symbol) = item { symbol.text } else { nil }
    }.joined()
    let isName = inner.isWord || inner.only.map { $0.leading == .letter } == true
    // Only words are names; in anything else each letter keeps its own element.
    guard isName else { return inner.argument }
    let letters = applied(to: text).escapedForHTML
    return self == .italic || (self != .upright && letters != text)
      ? "<mi>\(letters)</mi>" : "<mi mathvariant=\"normal\">\(letters)</mi>"
  }
}

extension Mathematics.Scripts {
  var markup: String {
    let isStacked = base.only?.leading == .largeOperator
    let marks = primes > 0 ? "<mo>\(String(repeating: "′", count: primes))</mo>" : ""
    let upper = upper.map { marks.isEmpty ? $0.argument : "<mrow>\(marks)\($0.argument)</mrow>" }
    let above = upper ?? (marks.isEmpty ? nil : marks)
    let base = base.items.isEmpty ? "<mrow></mrow>" : base.argument
    switch (lower?.argument, above) {
    case (let below?, let above?):
      let name = isStacked ? "munderover" : "msubsup"
      return "<\(name)>\(base)\(below)\(above)</\(name)>"
    case (let below?, nil):
      return isStacked ? "<munder>\(base)\(below)</munder>" : "<msub>\(base)\(below)</msub>"
    case (nil, let above?):
      return isStacked ? "<mover>\(base)\(above)</mover>" : "<msup>\(base)\(above)</msup>"
    case (nil, nil): return base
    }
  }
}

extension Mathematics.Table {
  var markup: String {
    let body = rows.map { row in
      "<mtr>" + row.map { "<mtd>\($0.row)</mtd>" }.joined() + "</mtr>"
    }.joined()
    let name =
      switch arrangement {
      case .matrix: "matrix"
      case .cases: "cases"
      case .aligned: "aligned"
      }
    return "<mrow>\(open.fence("prefix"))<mtable class=\"\(name)\">\(body)</mtable>"
      + "\(close.fence("postfix"))</mrow>"
  }
}
