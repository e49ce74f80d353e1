import Answers
import LocatedJSON
import Numerics

/// What there is to say of one error: the compiler's own words with the line, and what to do.
struct CompilerErrorWords {
  let error: FunctionReport.CompilerError
  /// The name of the student's file.
  let file: String

  /// The compiler's words, the line with its marks, the notes, and the advice.
  var messages: [Message] {
    let words = Quotation.visible(error.message.unicodeScalars.prefix(400))
    return [
      """
      \(file: file):\(error.line):\(error.column): \(visible: words)\(listing)
      """
    ] + advice
  }

  // MARK: Listing

  /// The line with a caret where the compiler points, and below it what the compiler adds.
  private var listing: Message {
    var lines = CompilerErrorWords.lines(error.excerpt, error.marks)
    for note in error.notes {
      lines.append("\(file):\(note.line):\(note.column): note: \(note.message)")
      lines += CompilerErrorWords.lines(note.excerpt, note.marks)
    }
    if error.marks.isEmpty, error.notes.isEmpty { return pointed }
    if lines.isEmpty { return Message() }
    return Message([.listing(lines.joined(separator: "\n"), caret: nil)])
  }

  /// The line with nothing but a caret, both without the indentation.
  private var pointed: Message {
    let excerpt = Excerpt(of: SourceText(name: "", text: error.excerpt), around: error.column - 1)
    let scalars = excerpt.text.unicodeScalars
    let margin = scalars.prefix { $0 == " " }.count
    guard margin < scalars.count else { return Message() }
    return Message([
      .listing(
        String(String.UnicodeScalarView(scalars.dropFirst(margin))),
        caret: max(0, excerpt.caret - margin))
    ])
  }

  /// A line of the program with what the compiler sets below it, less the indentation of all.
  private static func lines(_ excerpt: String, _ marks: [String]) -> [String] {
    let all = ([excerpt] + marks).map { Quotation.visible($0.unicodeScalars) }
    let margin = all.map { $0.unicodeScalars.prefix { $0 == " " }.count }.min() ?? 0
    return all.map { line in
      String(String.UnicodeScalarView(line.unicodeScalars.dropFirst(margin).prefix(longest)))
    }
  }

  /// How much of a line is shown.
  private static let longest = 160

  // MARK: Advice

  private var advice: [Message] {
    guard let advice = error.advice else { return [] }
    let words = Quotation.visible(advice.sentence.unicodeScalars)
    var sentence: Message = "\(visible: words)."
    if !advice.further.isEmpty {
      let numbers = advice.further.prefix(8).map { Message(words: "\($0)") }
      sentence += """
         The same in \(words: numbers.count == 1 ? "line" : "lines") \(numbers.joinedAsWords).
        """
    }
    guard !advice.mended.isEmpty else { return [sentence] }
    let lines = advice.mended.pieces(between: "\n").map { Quotation.visible($0.unicodeScalars) }
    let margin =
      lines.filter { !$0.isEmpty }
      .map { $0.unicodeScalars.prefix { $0 == " " }.count }.min() ?? 0
    let shown = lines.map { String(String.UnicodeScalarView($0.unicodeScalars.dropFirst(margin))) }
    let range = advice.lines
    let place =
      range.count == 1
      ? "Line \(range.lowerBound)" : "Lines \(range.lowerBound) to \(range.upperBound)"
    sentence += " \(words: place), mended:"
    return [sentence + Message([.listing(shown.joined(separator: "\n"), caret: nil)])]
  }
}
