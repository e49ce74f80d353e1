import Answers
import Grading
import LocatedJSON

/// Something in a folder of solutions that is not as it must be.
package enum SolutionFault: Hashable, Sendable {
  /// At a place in a solution or in an `expected.json`.
  case placed(Problem)
  /// With a file or folder as a whole.
  case whole(file: String, message: String)

  init(_ message: String, at place: Range<Int>, of source: SourceText) {
    self = .placed(Problem(message, at: place.lowerBound, in: source))
  }

  /// A difference where the step is answered, or where the file of expectations asks for it.
  init(
    _ difference: ExpectedMarks.Difference, of submission: Submission, expected: SourceText?
  ) {
    let source = submission.source
    switch difference {
    case .step(let name, let message):
      let answer = submission.answers.last { $0.name == name }
      self =
        answer.map { SolutionFault(message, at: $0.nameRange, of: source) }
        ?? .whole(file: source.name, message: message)
    case .whole(let message): self = .whole(file: source.name, message: message)
    case .expectation(let place, let message):
      self =
        expected.map { SolutionFault(message, at: place, of: $0) }
        ?? .whole(file: source.name, message: message)
    }
  }

  /// A solution that cannot be read.
  init(_ fault: SubmissionFault, of file: String) {
    switch fault {
    case .unread(_, let fault): self = .whole(file: file, message: "\(fault)")
    case .otherName, .namesNothing: self = .whole(file: file, message: "is no submission")
    case .malformed(let source, let fault):
      self =
        fault.offset.map { .placed(Problem(fault.message.text, at: $0, in: source)) }
        ?? .whole(file: file, message: fault.message.text)
    }
  }
}

// MARK: - CustomStringConvertible

extension SolutionFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .placed(let problem): problem.description
    case .whole(let file, let message): "\(file): \(message)"
    }
  }
}
