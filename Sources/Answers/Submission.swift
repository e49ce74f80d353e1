import Formulas
import LocatedJSON

/// What one student handed in for one exercise.
package struct Submission: Sendable {
  /// The text it was read from.
  package let source: SourceText
  /// The exercise it answers, where it says so.
  package internal(set) var exercise: String?
  /// The student, where it says so.
  package internal(set) var student: String?
  /// The answers in the order of the text; a name may occur twice.
  package internal(set) var answers: [Answer] = []
  /// How else lines may be meant that are no answers as they stand.
  package internal(set) var guesses: [Guess] = []
  /// The answers to further exercises in the same text.
  package var further: [Submission] = []
  /// The name of the Swift file handed in with it.
  package internal(set) var code: String?
  /// The Swift file handed in, once it has been read.
  package var program: SourceText?
  /// What could not be read, without keeping the rest from being marked.
  package internal(set) var notes: [AnswerFault] = []

  /// What the text is called of answers that were typed with a command, and stand in no file.
  package static let ofCommandLine = "--answer"

  init(source: SourceText) {
    self.source = source
  }

  /// The same with its answers under other names.
  package func renamed(_ rename: (String) -> String) -> Submission {
    var submission = self
    submission.answers = answers.map { answer in
      Answer(
        name: rename(answer.name), range: answer.range, nameRange: answer.nameRange,
        decoded: answer.decoded, isBlock: answer.isBlock, isJSONValue: answer.isJSONValue)
    }
    return submission
  }

  /// How a submission is written.
  package enum Format: String, CaseIterable, Sendable {
    case answers
    case json
    /// A Swift file by itself.
    case swift

    /// Whether a file is a plain text by its name, which is a sheet where it names an exercise.
    package static func isPlainText(fileName: String) -> Bool {
      Format(fileName: fileName) == nil && !fileName.hasPrefix(".")
        && fileName.utf8.count > 4 && fileName.suffix(4).lowercased() == ".txt"
    }

    /// The format of a file by its name, in any case and with a stray `.txt` behind it.
    package init?(fileName: String) {
      // Nearly all names are like this, and a class has many.
      if !fileName.hasPrefix("."),
        let plain = Format.allCases.first(where: { fileName.hasSuffix($0.ending) })
      {
        self = plain
        return
      }
      var parts = fileName.lowercased().split(separator: ".")
      if parts.count > 2, parts.last == "txt" { parts.removeLast() }
      guard parts.count > 1, let format = Format(rawValue: String(parts[parts.count - 1])) else {
        return nil
      }
      self = format
    }

    private var ending: String {
      switch self {
      case .answers: ".answers"
      case .json: ".json"
      case .swift: ".swift"
      }
    }
  }

  /// Answers that were typed with a command, to an exercise that it names.
  package init(ofCommandLine answers: String, to exercise: String) throws(AnswerFault) {
    let text = "exercise: \(exercise)\n" + answers
    try self.init(
      reading: SourceText(name: Submission.ofCommandLine, text: text), as: .answers)
  }

  /// Reads a submission.
  ///
  /// - Throws: Why nothing of it can be read. What is wrong with single answers is found later.
  package init(reading source: SourceText, as format: Format) throws(AnswerFault) {
    let (source, note) = try SheetEncoding.read(source)
    switch format {
    case .answers:
      // Somebody may have written JSON under the other name.
      let first = source.bytes[source.contentStart...].first { $0 > 0x20 }
      let json = first == UInt8(ascii: "{") ? try? Submission.json(source) : nil
      self = json ?? Submission.text(source)
    case .json: self = try Submission.json(source)
    case .swift: self = Submission.swift(source)
    }
    if let note { notes.append(note) }
  }

  /// The submission with further answers, in the text format, that take the place of its own.
  package func adding(_ lines: String) throws(AnswerFault) -> Submission {
    // Ranges are places in one text, so the lines go behind it.
    let start = source.bytes.count + 1
    let text = SourceText(name: source.name, bytes: source.bytes + [0x0A] + Array(lines.utf8))
    let added = try Submission(reading: SourceText(name: source.name, text: lines), as: .answers)
    var result = Submission(source: text)
    (result.exercise, result.student, result.code) = (exercise, student, code)
    result.program = program
    result.notes = notes
    result.guesses = guesses
    let names = Set(added.answers.map { $0.name })
    result.answers =
      answers.filter { !names.contains($0.name) }
      + added.answers.map { answer in
        Answer(
          name: answer.name, range: answer.range.shifted(by: start),
          nameRange: answer.nameRange.shifted(by: start), decoded: answer.decoded,
          isBlock: answer.isBlock, isJSONValue: answer.isJSONValue)
      }
    return result
  }

  /// What was handed in for each exercise of the text, in its order.
  package var parts: [Submission] { [self] + further }

  /// Adds something to be said of the submission as a whole.
  package mutating func note(_ sentence: Message) {
    notes.append(AnswerFault(sentence, at: nil))
  }

  /// The text of an answer.
  package func text(of answer: Answer) -> String {
    answer.decoded ?? source.spelling(of: answer.range)
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
