import Answers
import LocatedJSON

/// The options of a step in the order in which one student sees them.
package struct ChoiceSheet {
  private let options: [ChoiceTask.Option]
  /// The options' places in the file, in the order they are shown.
  package let order: [Int]
  private let isSingle: Bool

  init(options: [ChoiceTask.Option], order: [Int], isSingle: Bool) {
    self.options = options
    self.order = order
    self.isSingle = isSingle
  }

  /// The letter of an option.
  package func label(of index: Int) -> String {
    if let letter = options[index].letter { return letter }
    let place = order.firstIndex(of: index) ?? 0
    return String(UnicodeScalar(UInt8(ascii: "a") + UInt8(place)))
  }

  /// The options that an answer names, by letters such as `a, c` or in their own words.
  ///
  /// - Throws: What names no option, or that there are too many.
  func chosen(by answer: Answer, of submission: Submission) throws(AnswerFault) -> Set<Int> {
    let text = submission.text(of: answer)
    let place = answer.range.lowerBound
    let chosen = try options(named: text, at: place)
    if isSingle, chosen.count > 1 {
      throw AnswerFault("one option is asked for, and here are \(chosen.count)", at: place)
    }
    return chosen
  }

  /// The options that a text names.
  func options(named text: String, at place: Int) throws(AnswerFault) -> Set<Int> {
    if let whole = option(inWords: text) { return [whole] }
    let parts =
      ChoiceSheet.list(text)
      ?? text.split { ",;\n\r".contains($0) }.map(String.init).filter { !$0.plain.isEmpty }
    let words = parts.map(option(inWords:))
    let inWords = words.compactMap { $0 }
    if !inWords.isEmpty, inWords.count == words.count { return Set(inWords) }
    var chosen: Set<Int> = []
    let letters = text.lowercased().split { !$0.isLetter && !$0.isNumber }
      .filter { $0 != "and" }.map(String.init)
    for word in letters {
      guard let index = order.first(where: { label(of: $0) == word }) else {
        throw AnswerFault(.noSuchOption(word, labels), at: place)
      }
      chosen.insert(index)
    }
    if chosen.isEmpty { throw AnswerFault(.noLetters(labels), at: place) }
    return chosen
  }

  /// The entries of a JSON list of strings, where that is what the answer is.
  private static func list(_ text: String) -> [String]? {
    guard text.first == "[",
      case .array(let items)? = (try? JSONText.parse(SourceText(name: "", text: text)))?.kind
    else { return nil }
    return items.compactMap { String(json: $0) }
  }

  private func option(inWords text: String) -> Int? {
    let plain = text.plain
    // With its letter before it, as it stands on the sheet, it is the same option.
    return order.first {
      let words = options[$0].text.plain
      return words == plain || "\(label(of: $0))) \(words)" == plain
    }
  }

  /// "a to c", or every letter where they do not follow each other.
  private var labels: Message {
    let labels = order.map(label(of:)).sorted()
    let isRow = options.allSatisfy { $0.letter == nil }
    return isRow
      ? "\(name: labels[0]) to \(name: labels[labels.count - 1])" : Message.names(labels)
  }
}

extension String {
  /// The text as it is compared with an option's: without regard to case, quotes and spaces.
  var plain: String {
    lowercased().filter { $0 != "\"" && $0 != "“" && $0 != "”" }
      .split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
      .trimmingSuffix(".")
  }

  private func trimmingSuffix(_ end: Character) -> String {
    last == end ? String(dropLast()) : self
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func noSuchOption(_ word: String, _ labels: Message) -> Message {
    "there is no option \(Quotation(word)); there are \(labels)"
  }

  fileprivate static func noLetters(_ labels: Message) -> Message {
    "an option is chosen by its letter; there are \(labels)"
  }
}
