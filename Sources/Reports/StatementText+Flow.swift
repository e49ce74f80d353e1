extension StatementText {
  /// Pieces of text that flow into lines, broken only between words.
  struct Flow {
    /// Text in one emphasis that no line break divides.
    private struct Piece {
      var text: String
      let emphasis: TerminalStyle.Emphasis?
    }

    /// Formulas and code up to this width stay in one line, though they have spaces in them.
    private static let widestWhole = 36

    private let style: TerminalStyle
    /// Lines that must end, of words, of pieces.
    private var paragraphs: [[[Piece]]] = [[]]
    private var isAfterSpace = true

    init(style: TerminalStyle) {
      self.style = style
    }

    /// Adds text that may be broken at its spaces.
    mutating func add(_ text: String, _ emphasis: TerminalStyle.Emphasis?) {
      let words = text.split(separator: " ", omittingEmptySubsequences: false)
      for (index, word) in words.enumerated() {
        if index > 0 { isAfterSpace = true }
        if !word.isEmpty { append(Piece(text: String(word), emphasis: emphasis)) }
      }
    }

    /// Adds a formula or code, which is divided only where it is long.
    ///
    /// - Parameter isBound: Whether it must not begin a line, as `= 2` must not.
    mutating func addWhole(
      _ text: String, _ emphasis: TerminalStyle.Emphasis?, isBound: Bool = false
    ) {
      if text.terminalWidth > Self.widestWhole { return add(text, emphasis) }
      if isBound, isAfterSpace, paragraphs.last?.isEmpty == false {
        isAfterSpace = false
        append(Piece(text: " \(text)", emphasis: emphasis))
      } else {
        append(Piece(text: text, emphasis: emphasis))
      }
    }

    /// Begins a new line.
    mutating func breakLine() {
      paragraphs.append([])
      isAfterSpace = true
    }

    private mutating func append(_ piece: Piece) {
      let last = paragraphs.count - 1
      if isAfterSpace || paragraphs[last].isEmpty {
        paragraphs[last].append([piece])
      } else {
        paragraphs[last][paragraphs[last].count - 1].append(piece)
      }
      isAfterSpace = false
    }

    // MARK: - Lines

    /// A line as it is printed, and how wide it is on the terminal.
    struct Line {
      var text: String
      var width: Int
    }

    /// The lines, none wider than `width` unless a single word is.
    func lines(width: Int) -> [Line] {
      paragraphs.flatMap { words in
        var lines: [Line] = []
        var line: [[Piece]] = []
        var lineWidth = 0
        for word in words {
          let wordWidth = word.reduce(0) { $0 + $1.text.terminalWidth }
          if !line.isEmpty, lineWidth + 1 + wordWidth > width {
            lines.append(Line(text: written(line), width: lineWidth))
            (line, lineWidth) = ([], 0)
          }
          lineWidth += (line.isEmpty ? 0 : 1) + wordWidth
          line.append(word)
        }
        return lines + [Line(text: written(line), width: lineWidth)]
      }
    }

    /// Words with spaces between them, each stretch of one emphasis marked once.
    private func written(_ words: [[Piece]]) -> String {
      var result = ""
      var stretch = Piece(text: "", emphasis: nil)
      func add(_ text: String, _ emphasis: TerminalStyle.Emphasis?) {
        if emphasis == stretch.emphasis {
          stretch.text += text
        } else {
          if !stretch.text.isEmpty { result += style(stretch.text, stretch.emphasis) }
          stretch = Piece(text: text, emphasis: emphasis)
        }
      }
      for (index, word) in words.enumerated() {
        let isSame = word.first?.emphasis == stretch.emphasis
        if index > 0 { add(" ", isSame ? stretch.emphasis : nil) }
        for piece in word { add(piece.text, piece.emphasis) }
      }
      return stretch.text.isEmpty ? result : result + style(stretch.text, stretch.emphasis)
    }
  }
}
