extension Mathematics.Parser {
  /// What the command `name` makes of the tokens behind it; `nil` where it leaves nothing to see.
  mutating func command(_ name: String) -> Mathematics.Item? {
    if let symbol = Mathematics.Symbol.commands[name] {
      // The space behind \partial is LaTeX's; the one behind ^\top stands between factors.
      if !isInArgument { skipSpace() }
      return .symbol(symbol)
    }
    if let width = Self.spaces[name] { return .space(.columns(width)) }
    if Self.silent.contains(name) {
      skipSpace()
      return nil
    }
    if isTooDeep { return .unknown(name) }
    if let accent = Mathematics.Accent(rawValue: name) { return .accent(accent, argument()) }
    if let lettering = Mathematics.Lettering.commands[name] {
      return .lettering(lettering, argument())
    }
    switch name {
    case "frac", "tfrac", "dfrac", "cfrac":
      let numerator = argument()
      return .fraction(numerator, over: argument())
    case "sqrt": return root()
    case "text", "textrm", "textnormal", "textit", "textbf", "texttt", "mbox":
      return words().map { .text($0) } ?? .unknown(name)
    case "operatorname":
      return words().map { .symbol(Mathematics.Symbol($0, .function)) } ?? .unknown(name)
    case "tag": return words().map { .text("   (\($0))") } ?? .unknown(name)
    case "label":
      _ = words()
      return nil
    case "left": return fenced()
    case "middle": return .symbol(Mathematics.Symbol(delimiter(), .relation))
    case "begin": return environment()
    default: return resized(name) ?? unknown(name)
    }
  }

  private static let spaces = ["quad": 3, "qquad": 5, "enspace": 2, "space": 1, "thinspace": 1]

  private static let silent: Set<String> = [
    "displaystyle", "textstyle", "scriptstyle", "limits", "nolimits", "nonumber", "notag", "hline",
    "hfill", "negthinspace",
  ]

  private mutating func root() -> Mathematics.Item {
    skipSpace()
    var degree: Mathematics?
    if skip(.character("[")) {
      degree = row(in: .brackets)
      _ = skip(.character("]"))
    }
    return .root(argument(), index: degree)
  }

  /// The words in braces, nothing in them read as mathematics; `nil` where no brace follows.
  private mutating func words() -> String? {
    skipSpace()
    guard skip(.openBrace) else { return nil }
    var text = ""
    var depth = 1
    while let token = next {
      advance()
      switch token {
      case .openBrace: depth += 1
      case .closeBrace: depth -= 1
      case .escape(let character) where ",;:!".contains(character): text += " "
      default: text += token.written
      }
      if depth == 0 { break }
    }
    return text
  }

  // MARK: - Delimiters

  /// A bracket made larger by one of `\big`, `\Bigl` …, which a line of text has no use for.
  private mutating func resized(_ name: String) -> Mathematics.Item? {
    guard let size = Self.sizes.first(where: { name.hasPrefix($0) }) else { return nil }
    let role: Mathematics.Role
    switch name.dropFirst(size.count) {
    case "": role = .bar
    case "l": role = .opening
    case "r": role = .closing
    case "m": role = .relation
    default: return nil
    }
    let start = index
    let text = delimiter()
    if role != .bar { return .symbol(Mathematics.Symbol(text, role)) }
    // Without l or r the bracket itself knows which side it is on.
    let own = tokens[start..<index].last { $0 != .space }
    switch own {
    case .character(let character): return .symbol(Mathematics.Symbol(character))
    case .escape(let character): return .symbol(.escaped(character))
    case .command(let name): return Mathematics.Symbol.commands[name].map { .symbol($0) }
    default: return nil
    }
  }

  private static let sizes = ["bigg", "Bigg", "big", "Big"]

  private mutating func fenced() -> Mathematics.Item {
    let open = delimiter()
    let inner = row(in: .fence)
    var close = ""
    if skip(.command("right")) { close = delimiter() }
    return .fenced(open: open, inner, close: close)
  }

  /// The bracket that comes next; empty for the dot, which draws none.
  private mutating func delimiter() -> String {
    skipSpace()
    guard let token = next else { return "" }
    switch token {
    case .character("."):
      advance()
      return ""
    case .character(let character):
      advance()
      return String(character)
    case .escape(let character):
      advance()
      return Mathematics.Symbol.escaped(character).text
    case .command(let name):
      guard let symbol = Mathematics.Symbol.commands[name] else { return "" }
      advance()
      return symbol.text
    default: return ""
    }
  }
}
