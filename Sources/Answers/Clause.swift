/// A statement that may be a sentence or go on in one: "you left out the factor ½".
package struct Clause: Hashable, Sendable {
  /// The statement as it goes on behind other words, without a full stop.
  package let message: Message

  package init(_ message: Message) {
    self.message = message
  }

  /// The statement as it begins a sentence, without a full stop: "You left out the factor ½".
  package var beginning: Message { message.capitalised }

  /// The statement as a sentence, with its full stop: "You left out the factor ½." and the like.
  package var sentence: Message { "\(beginning)." }
}

extension Clause: ExpressibleByStringInterpolation {
  package init(stringLiteral words: String) { message = Message(words: words) }

  package init(stringInterpolation interpolation: Message.Interpolation) {
    message = interpolation.message
  }
}

extension Message {
  /// The message with a capital where it begins with a word; names and formulas stay as they are.
  fileprivate var capitalised: Message {
    guard case .words(let words)? = parts.first else { return self }
    return Message([.words(words.prefix(1).uppercased() + words.dropFirst())] + parts.dropFirst())
  }
}
