extension Mathematics {
  /// One thing in a row of mathematics.
  enum Item: Equatable, Sendable {
    case symbol(Symbol)
    /// Words set upright, their spaces kept.
    case text(String)
    /// A command that is not known, without its backslash.
    case unknown(String)
    case space(Space)
    /// A new line outside any table.
    case lineBreak
    /// What braces hold together.
    case group(Mathematics)
    case fraction(Mathematics, over: Mathematics)
    case root(Mathematics, index: Mathematics?)
    case accent(Accent, Mathematics)
    case lettering(Lettering, Mathematics)
    case scripts(Scripts)
    /// What stands between `\left` and `\right`; an empty delimiter is not drawn.
    case fenced(open: String, Mathematics, close: String)
    case table(Table)
  }

  /// A character or a name, and the part it plays.
  struct Symbol: Equatable, Sendable {
    let text: String
    let role: Role

    init(_ text: String, _ role: Role) {
      self.text = text
      self.role = role
    }
  }

  /// The part that something plays in its row; the space around it follows from this.
  enum Role: Equatable, Sendable {
    case letter, number, ordinary
    case binary, relation, punctuation, opening, closing, slash
    /// A bar that opens or closes: `|x|`.
    case bar
    /// What clings to the thing after it: ∂, ∇, the minus of a negative number.
    case prefix
    /// A name that is applied to something: ln, max, ReLU.
    case function
    /// Three dots, for what is left out.
    case ellipsis
    /// A sum, a product, an integral.
    case largeOperator
  }

  /// White space in a row.
  enum Space: Equatable, Sendable {
    /// A blank in the source: LaTeX ignores it, a line of text may use it between factors.
    case soft
    /// A spacing command, in characters.
    case columns(Int)
  }

  /// Something with what is raised or lowered behind it.
  struct Scripts: Equatable, Sendable {
    let base: Mathematics
    var lower: Mathematics?
    var primes = 0
    var upper: Mathematics?
  }

  /// Rows of cells between two delimiters.
  struct Table: Equatable, Sendable {
    /// What the columns are for.
    enum Arrangement: Equatable, Sendable {
      case matrix, cases, aligned
    }

    let arrangement: Arrangement
    let open: String
    let close: String
    var rows: [[Mathematics]]
  }

  /// A mark over or under something.
  enum Accent: String, CaseIterable, Sendable {
    case hat, bar, tilde, dot, ddot, vec, check, breve, acute, grave
    case widehat, widetilde, overline, underline

    /// The combining character that draws the mark.
    var mark: Unicode.Scalar {
      switch self {
      case .hat, .widehat: "\u{302}"
      case .tilde, .widetilde: "\u{303}"
      case .bar: "\u{304}"
      case .overline: "\u{305}"
      case .breve: "\u{306}"
      case .dot: "\u{307}"
      case .ddot: "\u{308}"
      case .check: "\u{30C}"
      case .acute: "\u{301}"
      case .grave: "\u{300}"
      case .vec: "\u{20D7}"
      case .underline: "\u{332}"
      }
    }
  }
}
