extension Mathematics {
  /// The smallest meaningful part of LaTeX mathematics.
  enum Token: Equatable, Sendable {
    case character(Character)
    /// A backslash and letters, the backslash left out.
    case command(String)
    /// A backslash and one character that is not a letter.
    case escape(Character)
    case space
    case openBrace, closeBrace
    case raise, lower, prime
    case column, row

    /// The tokens of `latex` in order.
    static func all(in latex: String) -> [Token] {
      let characters = Array(latex)
      var tokens: [Token] = []
      tokens.reserveCapacity(characters.count)
      var index = 0
      while index < characters.count {
        let character = characters[index]
        index += 1
        if character == "\\" {
          tokens.append(afterBackslash(characters, &index))
        } else if !character.isWhitespace {
          tokens.append(single(character))
        } else if tokens.last != .space {
          tokens.append(.space)
        }
      }
      return tokens
    }

    private static func single(_ character: Character) -> Token {
      switch character {
      case "{": .openBrace
      case "}": .closeBrace
      case "^": .raise
      case "_": .lower
      case "'", "′": .prime
      case "&": .column
      case "~": .escape(" ")
      default: .character(character)
      }
    }

    private static func afterBackslash(_ characters: [Character], _ index: inout Int) -> Token {
      guard index < characters.count else { return .character("\\") }
      guard isLetter(characters[index]) else {
        index += 1
        let character = characters[index - 1]
        return character == "\\" ? .row : .escape(character.isWhitespace ? " " : character)
      }
      let start = index
      while index < characters.count, isLetter(characters[index]) { index += 1 }
      let name = String(characters[start..<index])
      if name == "operatorname", index < characters.count, characters[index] == "*" { index += 1 }
      return .command(name)
    }

    private static func isLetter(_ character: Character) -> Bool {
      character.isASCII && character.isLetter
    }

    /// The token as it was written, without a backslash.
    var written: String {
      switch self {
      case .character(let character), .escape(let character): String(character)
      case .command(let name): name
      case .space: " "
      case .openBrace: "{"
      case .closeBrace: "}"
      case .raise: "^"
      case .lower: "_"
      case .prime: "′"
      case .column: "&"
      case .row: "\\"
      }
    }
  }
}
