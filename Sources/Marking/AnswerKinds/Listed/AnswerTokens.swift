import Answers
import LocatedJSON

/// An answer that names entries of a list, in its words, numbers and signs.
///
/// Blanks, brackets and quotes only keep them apart, so that a list of JSON reads like a line.
struct AnswerTokens {
  /// A word, a whole number or a sign.
  struct Token {
    enum Kind { case word, number, sign }

    let kind: Kind
    let text: String
    /// The place of its first byte in the submission.
    let offset: Int
  }

  let tokens: [Token]

  /// The tokens of a submission's answer.
  init(_ answer: Answer, of submission: Submission) {
    // Where escapes stand in it, places within the text are none in the file.
    self.init(
      submission.text(of: answer), at: answer.range.lowerBound, isExact: answer.decoded == nil)
  }

  /// - Parameters:
  ///   - start: Where the text begins.
  ///   - isExact: Whether each byte of the text is one of the file.
  init(_ text: String, at start: Int = 0, isExact: Bool = true) {
    var tokens: [Token] = []
    var word = ""
    var kind = Token.Kind.word
    var (wordStart, offset) = (0, 0)
    func close() {
      if !word.isEmpty {
        tokens.append(Token(kind: kind, text: word, offset: start + (isExact ? wordStart : 0)))
      }
      word = ""
    }
    for character in text {
      let isDigit = character.isASCII && character.isNumber
      let goesOn =
        kind == .number ? isDigit : character.isLetter || character.isNumber || character == "_"
      if word.isEmpty || !goesOn {
        close()
        wordStart = offset
        if isDigit {
          (kind, word) = (.number, String(character))
        } else if character.isLetter {
          (kind, word) = (.word, String(character))
        } else if !character.separates {
          (kind, word) = (.sign, String(character))
          close()
        }
      } else {
        word.append(character)
      }
      offset += character.utf8.count
    }
    close()
    self.tokens = tokens
  }
}

extension AnswerTokens.Token {
  /// A fault in the place of the token.
  func fault(_ message: Message) -> AnswerFault { AnswerFault(message, at: offset) }

  /// Whether it is a sign between the ends of a range.
  var isDash: Bool { kind == .sign && ["-", "–", "—", "−", "‐", "…"].contains(text) }
}

extension Character {
  /// Whether it only keeps words apart.
  fileprivate var separates: Bool { isWhitespace || "[](){}\"“”'.".contains(self) }
}
