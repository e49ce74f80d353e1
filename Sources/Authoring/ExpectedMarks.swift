import Answers
import Exercises
import LocatedJSON
import Marking

/// What must come of a submission: an entry of an `expected.json`.
struct ExpectedMarks {
  /// Where the name of the submission stands in the `expected.json`.
  let place: Range<Int>
  private let points: Double?
  private let remarks: [String]?
  private let steps: [Step]

  private struct Step {
    let name: String
    /// Where the name stands.
    let place: Range<Int>
    let status: Status?
    let says: [String]?
  }

  /// How feedback differs from what must be said.
  enum Difference {
    /// In what is said of a step's answer.
    case step(String, message: String)
    /// In what is said of the submission as a whole.
    case whole(message: String)
    /// Where something is expected that cannot be, by its place in the `expected.json`.
    case expectation(Range<Int>, message: String)

    var message: String {
      switch self {
      case .step(_, let message), .whole(let message), .expectation(_, let message): message
      }
    }
  }

  private static let pointsKey = Key("points", "The points in all.")
  private static let remarksKey = Key("remarks", "The remarks on chosen values, word for word.")
  private static let stepsKey = Key("steps", "The steps worth asserting.")
  private static let statusKey = Key("status", "The verdict.")
  private static let saysKey = Key("says", "The words, word for word.")

  /// Reads an `expected.json`: what must come of each file beside it.
  ///
  /// - Throws: Everything that is wrong with it.
  static func read(_ source: SourceText) throws(Problems) -> [String: ExpectedMarks] {
    let (root, report) = try JSONText.document(source)
    guard case .object(let members) = root.kind else {
      throw Problems([
        Problem("expected an object of file names", at: root.range.lowerBound, in: source)
      ])
    }
    var result: [String: ExpectedMarks] = [:]
    for member in members { result[member.name] = ExpectedMarks(member, report) }
    try report.throwIfAny()
    return result
  }

  private init?(_ member: LocatedMember, _ report: ProblemReport) {
    let keys = [ExpectedMarks.pointsKey, ExpectedMarks.remarksKey, ExpectedMarks.stepsKey]
    guard
      let object = ObjectReader(
        member.value, describing: "what must come of a file", keys: keys, report: report)
    else { return nil }
    place = member.nameRange
    points = object.optional(ExpectedMarks.pointsKey)
    remarks = object.optionalArray(ExpectedMarks.remarksKey)
    guard case .object(let members)? = object.value(ExpectedMarks.stepsKey)?.kind else {
      steps = []
      return
    }
    steps = members.compactMap { ExpectedMarks.step($0, report) }
  }

  private static func step(_ member: LocatedMember, _ report: ProblemReport) -> Step? {
    guard
      let object = ObjectReader(
        member.value, describing: "a step", keys: [statusKey, saysKey], report: report)
    else { return nil }
    let word: LocatedString? = object.optional(statusKey)
    return Step(
      name: member.name, place: member.nameRange,
      status: word.flatMap { Status($0, calling: "a status", report) },
      says: object.optionalArray(saysKey))
  }

  /// How feedback differs from what must be said.
  func differences(from feedback: Feedback) -> [Difference] {
    var result: [Difference] = []
    if let points, abs(points - feedback.points) > 1e-9 {
      result.append(.whole(message: "earns \(feedback.points) points instead of \(points)"))
    }
    if let remarks, remarks != feedback.remarks.texts {
      result.append(.whole(message: "gets the remarks \(feedback.remarks.texts)"))
    }
    for expected in steps {
      guard let step = feedback.steps.first(where: { $0.name == expected.name }) else {
        result.append(.expectation(expected.place, message: "there is no step \(expected.name)"))
        continue
      }
      if let status = expected.status, status != step.status {
        let words = step.says.isEmpty ? "" : ": " + step.says.joined(by: " ").text
        let message = "\(step.name) is \(step.status.rawValue) instead of \(status.rawValue)"
        result.append(.step(step.name, message: message + words))
      }
      if let says = expected.says, says != step.says.texts {
        result.append(.step(step.name, message: "\(step.name) gets the words \(step.says.texts)"))
      }
    }
    return result
  }
}
