import Answers
import Exercises
import Foundation
import LocatedJSON
import Marking

/// What must come of a submission: an entry of an `expected.json`.
struct ExpectedMarks {
  private let points: Double?
  private let remarks: [String]?
  private let steps: [(name: String, status: Status?, says: [String]?)]

  private static let pointsKey = Key("points", "The points in all.")
  private static let remarksKey = Key("remarks", "The remarks on chosen values, word for word.")
  private static let stepsKey = Key("steps", "The steps worth asserting.")
  private static let statusKey = Key("status", "The verdict.")
  private static let saysKey = Key("says", "The words, word for word.")

  /// Reads an `expected.json`.
  static func read(_ path: String) throws -> [String: ExpectedMarks] {
    let source = SourceText(name: path, bytes: try SubmissionFile.read(path))
    let root = try JSONText.parse(source)
    let report = ProblemReport(source)
    guard case .object(let members) = root.kind else {
      throw Problem("expected an object of file names", at: root.range.lowerBound, in: source)
    }
    var result: [String: ExpectedMarks] = [:]
    for member in members {
      result[member.name] = ExpectedMarks(member.value, report)
    }
    try report.throwIfAny()
    return result
  }

  private init?(_ value: LocatedValue, _ report: ProblemReport) {
    let keys = [ExpectedMarks.pointsKey, ExpectedMarks.remarksKey, ExpectedMarks.stepsKey]
    guard
      let object = ObjectReader(
        value, describing: "what must come of a file", keys: keys, report: report)
    else { return nil }
    points = object.optional(ExpectedMarks.pointsKey)
    remarks = object.optionalArray(ExpectedMarks.remarksKey)
    guard case .object(let members)? = object.value(ExpectedMarks.stepsKey)?.kind else {
      steps = []
      return
    }
    steps = members.compactMap { member -> (name: String, status: Status?, says: [String]?)? in
      guard
        let step = ObjectReader(
          member.value, describing: "a step",
          keys: [ExpectedMarks.statusKey, ExpectedMarks.saysKey],
          report: report)
      else { return nil }
      let name: LocatedString? = step.optional(ExpectedMarks.statusKey)
      let status = name.flatMap { Status($0, calling: "a status", report) }
      let says: [String]? = step.optionalArray(ExpectedMarks.saysKey)
      return (member.name, status, says)
    }
  }

  /// How feedback differs from what must be said, in words.
  func differences(from feedback: Feedback) -> [String] {
    var result: [String] = []
    if let points, abs(points - feedback.points) > 1e-9 {
      result.append("earns \(feedback.points) points instead of \(points)")
    }
    if let remarks, remarks != feedback.remarks.texts {
      result.append("gets the remarks \(feedback.remarks.texts)")
    }
    for expected in steps {
      guard let step = feedback.steps.first(where: { $0.name == expected.name }) else {
        result.append("there is no step \(expected.name)")
        continue
      }
      if let status = expected.status, status != step.status {
        let words = step.says.isEmpty ? "" : ": " + step.says.joined(by: " ").text
        result.append(
          "\(step.name) is \(step.status.rawValue) instead of \(status.rawValue)" + words)
      }
      if let says = expected.says, says != step.says.texts {
        result.append("\(step.name) gets the words \(step.says.texts)")
      }
    }
    return result
  }
}
