extension StatementText {
  /// A part of a statement that takes lines of its own.
  indirect enum Block: Equatable, Sendable {
    case paragraph([Inline])
    case heading(level: Int, [Inline])
    /// A list, numbered from `start` or with bullets; `isLoose` with blank lines between items.
    case list(items: [[Block]], start: Int?, isLoose: Bool)
    case quote([Block])
    case code([String])
    case table(Table)
    case rule
  }

  /// A part of a paragraph.
  indirect enum Inline: Equatable, Sendable {
    case text(String)
    case code(String)
    case strong([Inline])
    case emphasis([Inline])
    case link([Inline], address: String)
    case mathematics(Mathematics)
    /// Mathematics on lines of its own.
    case display(Mathematics)
    case lineBreak
  }

  /// A table, its first row the headings.
  struct Table: Equatable, Sendable {
    /// The side on which the cells of a column stand.
    enum Side: Equatable, Sendable {
      case left, right, centre
    }

    let sides: [Side]
    let rows: [[[Inline]]]
  }
}
