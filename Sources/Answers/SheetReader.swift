import Formulas
import LocatedJSON

/// Reads the lines of a sheet, one after the other.
struct SheetReader {
  private(set) var submission: Submission
  /// The parts before the exercise that is read now.
  private var parts: [Submission] = []
  /// What the lines may belong to that begin no answer.
  private var gathering: Gathering?
  /// The cells of the first row of a table, with the place of its note.
  private var header: (cells: [Range<Int>], note: Int)?

  /// An answer, or what may be one, with the lines under it.
  private struct Gathering {
    let name: String
    let nameRange: Range<Int>
    var range: Range<Int>
    var comments: [Range<Int>]
    /// The places of the notes on lines that belong to it.
    var notes: [Int]
    /// Whether it is an answer without the lines under it.
    let isAnswer: Bool
    private(set) var hasRows = false

    mutating func extend(to end: Int, note: Int, comments more: [Range<Int>]) {
      range = range.lowerBound..<end
      comments += more
      notes.append(note)
      hasRows = true
    }
  }

  init(_ source: SourceText) { submission = Submission(source: source) }

  private var source: SourceText { submission.source }

  mutating func read() {
    var offset = source.contentStart
    let bytes = source.bytes
    while offset < bytes.count {
      let line = AnswerLine(bytes, from: offset)
      read(line)
      offset = line.next
    }
    finish()
    guard var first = parts.first else { return }
    first.further = parts.dropFirst() + [submission]
    submission = first
  }

  /// Begins the next of several exercises.
  private mutating func begin(_ exercise: String?) {
    let isNext = exercise != nil && submission.exercise != nil && submission.exercise != exercise
    let isAnswered = !submission.answers.isEmpty || !submission.guesses.isEmpty
    if isNext, isAnswered || submission.code != nil {
      parts.append(submission)
      let student = submission.student
      submission = Submission(source: source)
      submission.student = student
    }
    submission.exercise = exercise
  }

  private mutating func read(_ line: AnswerLine) {
    let bytes = source.bytes
    let content = line.content.trimmed(in: bytes)
    if content.isEmpty { return }
    if let sign = line.sign, PastedLine.isPlainName(bytes, content.lowerBound..<sign) {
      let name = (content.lowerBound..<sign).trimmed(in: bytes)
      let isRow = gathering != nil && PastedLine.isOption(bytes, content)
      if !isRow { return take(line, name, sign + 1..<content.upperBound) }
    }
    let pasted = PastedLine(source, line, content, isBelow: gathering != nil)
    if !pasted.isOfTable { header = nil }
    switch pasted.meaning {
    case .nothing: break
    case .answer(let name, let value): take(line, name, value)
    case .row:
      let note = refuse(content)
      gathering?.extend(to: content.upperBound, note: note, comments: line.comments)
    case .guess(let name, let value):
      finish()
      let note = refuse(content)
      gathering = Gathering(
        name: Formula.canonicalName(source.spelling(of: name)), nameRange: name, range: value,
        comments: line.comments, notes: [note], isAnswer: false)
    case .cells(let cells):
      finish()
      table(cells, note: refuse(content))
    case .unclear:
      finish()
      refuse(content)
    }
  }

  /// Takes a line for an answer, or for a heading.
  private mutating func take(_ line: AnswerLine, _ nameRange: Range<Int>, _ value: Range<Int>) {
    finish()
    let range = (line.block ?? value).trimmed(in: source.bytes)
    let name = source.spelling(of: nameRange)
    switch heading(named: name, line, range) {
    case "exercise": begin(heading(range))
    case "student": submission.student = heading(range)
    case "code" where line.sign.map { source.bytes[$0] } == UInt8(ascii: ":"):
      submission.code = heading(range)
    default:
      let comments = line.comments.filter { range.contains($0.lowerBound) }
      let canonical = Formula.canonicalName(name)
      submission.answers.append(
        Answer(
          name: canonical, range: range, nameRange: nameRange,
          decoded: comments.isEmpty ? nil : source.spelling(of: range, blanking: comments),
          isBlock: line.block != nil))
      if line.hasFurtherSign { split(nameRange, range) }
      if line.block == nil {
        gathering = Gathering(
          name: canonical, nameRange: nameRange, range: range, comments: line.comments, notes: [],
          isAnswer: true)
      }
    }
  }

  /// The heading that a line is by its name, which may be misspelt at the top of a sheet.
  ///
  /// Above the first answer and with a colon a line is hardly an answer to a step of such a name.
  private mutating func heading(
    named name: String, _ line: AnswerLine, _ value: Range<Int>
  ) -> String {
    let name = name.lowercased()
    guard line.sign.map({ source.bytes[$0] }) == UInt8(ascii: ":"), submission.answers.isEmpty,
      !SheetReader.headings.contains(name), !value.isEmpty,
      let meant = Spelling.nearest(to: name, among: SheetReader.headings),
      meant == "exercise" ? submission.exercise == nil : submission.student == nil
    else { return name }
    submission.note("\(Quotation(name)) is taken for \(Quotation(meant)).")
    return meant
  }

  /// The headings that are recognised when they are misspelt.
  private static let headings = ["exercise", "student"]

  /// Keeps the answers of a line that has several as guesses: `a1 = [0.5, 0.6], L = 0.25`.
  private mutating func split(_ name: Range<Int>, _ value: Range<Int>) {
    let parts = PastedLine.parts(of: value, named: name, in: source)
    guard parts.count > 1 else { return }
    for (index, part) in parts.enumerated() {
      submission.guesses.append(
        Guess(
          answer: Answer(
            name: Formula.canonicalName(source.spelling(of: part.name)), range: part.value,
            nameRange: part.name),
          notes: [], extends: index == 0))
    }
  }

  /// Says that a line is not understood; the place of the note.
  @discardableResult
  private mutating func refuse(_ content: Range<Int>) -> Int {
    submission.notes.append(
      AnswerFault(.noEqualsSign(source.spelling(of: content)), at: content.lowerBound))
    return submission.notes.count - 1
  }

  /// Keeps what was gathered as a guess, where it is more than an answer.
  private mutating func finish() {
    guard let gathered = gathering else { return }
    gathering = nil
    guard gathered.hasRows || (!gathered.isAnswer && !gathered.range.isEmpty) else { return }
    let range = gathered.range.trimmed(in: source.bytes)
    let comments = gathered.comments.filter { range.contains($0.lowerBound) }
    submission.guesses.append(
      Guess(
        answer: Answer(
          name: gathered.name, range: range, nameRange: gathered.nameRange,
          decoded: comments.isEmpty ? nil : source.spelling(of: range, blanking: comments)),
        notes: gathered.notes, extends: gathered.isAnswer, isUntitled: !gathered.isAnswer))
  }

  // MARK: Tables

  private mutating func table(_ cells: [Range<Int>], note: Int) {
    let areRows = cells.map { PastedLine.isRow(source.spelling(of: $0)) }
    let values = cells.indices.filter { areRows[$0] }
    if let header, values.count == cells.count, header.cells.count == cells.count {
      for (name, value) in zip(header.cells, cells) {
        guess(name, value, decoded: nil, notes: [note, header.note])
      }
      return
    }
    guard let first = cells.first, !areRows[0], let from = values.first, let to = values.last else {
      if header == nil, values.isEmpty || !areRows[0] { header = (cells, note) }
      return
    }
    let notes = header.map { [note, $0.note] } ?? [note]
    if values.count == 1 { return guess(first, cells[from], decoded: nil, notes: notes) }
    let whole = cells[from].lowerBound..<cells[to].upperBound
    let text = source.spelling(of: whole).unicodeScalars.map { $0 == "|" ? " " : $0 }
    guess(first, whole, decoded: PastedText(text).text, notes: notes)
  }

  private mutating func guess(
    _ name: Range<Int>, _ value: Range<Int>, decoded: String?, notes: [Int]
  ) {
    let name = PastedLine.undecorated(name, in: source)
    submission.guesses.append(
      Guess(
        answer: Answer(
          name: Formula.canonicalName(source.spelling(of: name)), range: value, nameRange: name,
          decoded: decoded),
        notes: notes, extends: false, isUntitled: true))
  }

  private func heading(_ range: Range<Int>) -> String? {
    range.isEmpty ? nil : source.spelling(of: range)
  }
}

extension SourceText {
  /// The text of a range with a space for every character of the comments in it.
  fileprivate func spelling(of range: Range<Int>, blanking comments: [Range<Int>]) -> String {
    var text = ""
    var start = range.lowerBound
    for comment in comments {
      text += spelling(of: start..<comment.lowerBound)
      // As many characters as before, so that places in the text stay what they are.
      text += String(repeating: " ", count: spelling(of: comment).unicodeScalars.count)
      start = comment.upperBound
    }
    return text + spelling(of: start..<range.upperBound)
  }
}

extension Message {
  fileprivate static func noEqualsSign(_ text: String) -> Message {
    "\(Quotation(text)) is not understood; an answer is written name = value"
  }
}
