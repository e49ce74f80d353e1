import Answers
import LocatedJSON

/// Why the file at a path cannot be marked.
package enum SubmissionFault: Error, Sendable {
  case unread(path: String, SubmissionFile.Fault)
  /// Its name is not that of a submission.
  case otherName(path: String)
  /// A plain text that does not say which exercise it answers.
  case namesNothing(path: String)
  case malformed(SourceText, AnswerFault)

  /// What is wrong, for whoever named the file.
  package var sentence: String {
    switch self {
    case .unread(let path, let fault): "'\(path)' \(fault)"
    case .otherName(let path):
      "'\(path)' is not a submission; its name must end in .answers, .json or .swift"
    case .namesNothing(let path):
      "'\(path)' is not a submission; a .txt file must say which exercise it answers, as in "
        + "'exercise: 16.2'"
    case .malformed(let source, let fault): "'\(source.name)': \(fault.message.text)"
    }
  }
}

extension Submission {
  /// The submission in a file, with the Swift file beside it that belongs to it.
  package init(path: String) throws(SubmissionFault) {
    let bytes: [UInt8]
    do {
      bytes = try SubmissionFile.read(path)
    } catch {
      throw .unread(path: path, error)
    }
    try self.init(path: path, bytes: bytes)
  }

  /// The submission that the bytes of a file are.
  private init(path: String, bytes: [UInt8]) throws(SubmissionFault) {
    let isPlainText = Format.isPlainText(fileName: path.fileName)
    guard let format = isPlainText ? .answers : Format(fileName: path.fileName) else {
      throw .otherName(path: path)
    }
    let source = SourceText(name: path, bytes: bytes)
    do {
      self = try Submission(reading: source, as: format)
    } catch {
      throw .malformed(source, error)
    }
    if isPlainText, exercise == nil { throw .namesNothing(path: path) }
    let folder = path.prefix(path.count - path.fileName.count)
    func attach(_ submission: inout Submission) {
      let stems = [submission.exercise, path.fileName.stem].compactMap { $0 }
      ProgramFile.attach(to: &submission, stems: stems) { (name) throws(SubmissionFile.Fault) in
        try SubmissionFile.read(folder + name)
      }
    }
    attach(&self)
    for index in further.indices { attach(&further[index]) }
  }
}
