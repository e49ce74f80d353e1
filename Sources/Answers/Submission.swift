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
  /// The name of the Swift file handed in with it.
  package internal(set) var code: String?
  /// The Swift file handed in, once it has been read.
  package var program: SourceText?
  /// What could not be read, without keeping the rest from being marked.
  package internal(set) var notes: [AnswerFault] = []

  init(source: SourceText) {
    self.source = source
  }

  /// How a submission is written.
  package enum Format: String, CaseIterable, Sendable {
    case answers
    case json
    /// A Swift file by itself.
    case swift

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

  /// Reads a submission.
  ///
  /// - Throws: Why nothing of it can be read. What is wrong with single answers is found later.
  package init(reading source: SourceText, as format: Format) throws(AnswerFault) {
    try Submission.checkBytes(source)
    switch format {
    case .answers:
      // Somebody may have written JSON under the other name.
      let first = source.bytes[source.contentStart...].first { $0 > 0x20 }
      let json = first == UInt8(ascii: "{") ? try? Submission.json(source) : nil
      self = json ?? Submission.text(source)
    case .json: self = try Submission.json(source)
    case .swift: self = Submission.swift(source)
    }
  }

  /// Refuses what is no text at all, before a line of rubbish is made of it.
  private static func checkBytes(_ source: SourceText) throws(AnswerFault) {
    let bytes = source.bytes
    let isBlank = bytes[source.contentStart...].allSatisfy { $0 <= 0x20 }
    if isBlank { throw AnswerFault("the file is empty", at: nil) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw AnswerFault("the file is saved as UTF-16; save it as UTF-8", at: nil)
    }
    if let zero = bytes.firstIndex(of: 0) {
      throw AnswerFault("the file is not a text: it contains a zero byte", at: zero)
    }
    if !bytes.isValidUTF8 {
      throw AnswerFault("the file is not a text in UTF-8; save it as UTF-8", at: nil)
    }
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
          isBlock: answer.isBlock)
      }
    return result
  }

  /// Adds something to be said of the submission as a whole.
  package mutating func note(_ sentence: Message) {
    notes.append(AnswerFault(sentence, at: nil))
  }

  /// The text of an answer.
  package func text(of answer: Answer) -> String {
    answer.decoded ?? source.spelling(of: answer.range)
  }
}

extension [UInt8] {
  fileprivate var isValidUTF8: Bool {
    withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
