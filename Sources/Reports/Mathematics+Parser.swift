extension Mathematics {
  /// Reads tokens into a tree; never fails, and never nests deeper than a bound.
  struct Parser {
    /// What a row stands in, and so what ends it.
    enum Context {
      case braces, fence, table, brackets
      /// One thing without braces: the `2` of `x^2`.
      case argument
    }

    /// Deeper than this, braces and commands are shown as they are written.
    static let deepest = 24

    private(set) var tokens: [Token]
    private(set) var index = 0
    private(set) var contexts: [Context] = []
    /// Whether the braces that come next belong to a command that is not known, and are shown.
    private var keepsBraces = false

    init(_ latex: String) {
      tokens = Token.all(in: latex)
    }

    /// Everything, whatever closing tokens are left over.
    mutating func everything() -> [Item] {
      row()
    }

    // MARK: - Moving along

    var next: Token? { index < tokens.count ? tokens[index] : nil }

    var isTooDeep: Bool { contexts.count >= Self.deepest }

    /// Whether the parser reads one thing without braces, such as the `2` of `x^2`.
    var isInArgument: Bool { contexts.last == .argument }

    mutating func advance() { index += 1 }

    mutating func moveTo(_ index: Int) { self.index = index }

    mutating func skipSpace() {
      while next == .space { index += 1 }
    }

    /// Steps over `token` where it is next.
    mutating func skip(_ token: Token) -> Bool {
      guard next == token else { return false }
      index += 1
      return true
    }

    // MARK: - Rows

    /// Items until something ends the row; what ended it is still next.
    private mutating func row() -> [Item] {
      var items: [Item] = []
      while let token = next, !endsRow(token) {
        if token == .space {
          advance()
          if !items.isEmpty { items.append(.space(.soft)) }
        } else if let item = scripted() {
          items.append(item)
        }
      }
      if items.last == .space(.soft) { items.removeLast() }
      return items
    }

    /// A row in a context of its own.
    mutating func row(in context: Context) -> Mathematics {
      contexts.append(context)
      defer { contexts.removeLast() }
      return Mathematics(items: row())
    }

    private func endsRow(_ token: Token) -> Bool {
      switch token {
      case .closeBrace: contexts.contains(.braces)
      case .command("right"): contexts.contains(.fence)
      case .command("end"): contexts.contains(.table)
      case .column, .row: contexts.last == .table
      case .character("]"): contexts.last == .brackets
      default: false
      }
    }

    /// What a command or a script applies to: a group in braces, or the one thing that comes next.
    mutating func argument() -> Mathematics {
      keepsBraces = false
      skipSpace()
      guard let token = next, !endsRow(token) else { return Mathematics(items: []) }
      if isTooDeep {
        advance()
        return Mathematics(items: [.unknown(token.written)])
      }
      if skip(.openBrace) {
        let inner = row(in: .braces)
        _ = skip(.closeBrace)
        return inner
      }
      // The context counts the nesting of arguments without braces: \hat\hat\hat x.
      contexts.append(.argument)
      defer { contexts.removeLast() }
      return Mathematics(items: atom(isArgument: true).map { [$0] } ?? [])
    }

    // MARK: - Scripts

    /// One thing with everything that is raised or lowered behind it.
    private mutating func scripted() -> Item? {
      let base: Item?
      switch next {
      case .raise, .lower, .prime: base = nil
      default:
        base = atom()
        if base == nil { return nil }
      }
      if case .space = base { return base }
      var scripts = Scripts(base: Mathematics(items: base.map { [$0] } ?? []))
      let start = index
      while readScript(into: &scripts) {}
      return index > start ? .scripts(scripts) : base
    }

    private mutating func readScript(into scripts: inout Scripts) -> Bool {
      var ahead = index
      while ahead < tokens.count, tokens[ahead] == .space { ahead += 1 }
      guard ahead < tokens.count else { return false }
      switch tokens[ahead] {
      case .prime where ahead == index:
        advance()
        scripts.primes += 1
      case .raise where scripts.upper == nil:
        index = ahead + 1
        scripts.upper = argument()
      case .lower where scripts.lower == nil:
        index = ahead + 1
        scripts.lower = argument()
      default: return false
      }
      return true
    }

    // MARK: - Atoms

    /// One thing without its scripts; `nil` for a command that leaves nothing to see.
    private mutating func atom(isArgument: Bool = false) -> Item? {
      guard let token = next else { return nil }
      advance()
      let isShown = keepsBraces
      keepsBraces = false
      switch token {
      case .character(let character):
        return character.isNumber && !isArgument
          ? number(from: character) : .symbol(Symbol(character))
      case .escape(let character): return escaped(character)
      case .command(let name): return command(name)
      case .openBrace: return group(isShown: isShown)
      case .row: return .lineBreak
      case .space: return .space(.soft)
      case .closeBrace, .column, .raise, .lower, .prime: return .unknown(token.written)
      }
    }

    private mutating func group(isShown: Bool) -> Item {
      if isTooDeep { return .unknown("{") }
      let inner = row(in: .braces)
      _ = skip(.closeBrace)
      keepsBraces = isShown
      return isShown ? .fenced(open: "{", inner, close: "}") : .group(inner)
    }

    /// A command that is not known, shown with whatever it is applied to.
    mutating func unknown(_ name: String) -> Item {
      keepsBraces = true
      return .unknown(name)
    }

    private mutating func number(from first: Character) -> Item {
      var digits = String(first)
      while case .character(let character)? = next {
        if character == "." {
          guard index + 1 < tokens.count, case .character(let digit) = tokens[index + 1],
            digit.isNumber
          else { break }
        } else if !character.isNumber {
          break
        }
        digits.append(character)
        advance()
      }
      return .symbol(Symbol(digits, .number))
    }

    private func escaped(_ character: Character) -> Item? {
      switch character {
      case ",", ":", ";", ">", " ": .space(.columns(1))
      case "!": nil
      default: .symbol(.escaped(character))
      }
    }
  }
}
