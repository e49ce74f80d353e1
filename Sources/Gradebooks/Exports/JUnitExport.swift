import Answers
import Marking

/// JUnit's XML as GitLab, Jenkins and others read it: a suite for each student, a case for each step.
struct JUnitExport: ClassExport {
  static let name = "junit"
  static let summary = "JUnit XML, a test case for each step"

  /// GitLab reads no larger file.
  private static let mostBytes = 30_000_000

  private var written = 0

  init(_ order: ExportOrder) {}

  func head() -> [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"backmark\">\n".utf8)
  }

  func foot() -> [UInt8] { Array("</testsuites>\n".utf8) }

  mutating func bytes(of record: StudentRecord) -> [UInt8] {
    var cases = record.marked.flatMap { result in
      result.steps.map { step in
        Case(
          group: "\(result.exercise).\(record.id)", name: step.name, outcome: Outcome(step),
          type: step.status.rawValue, message: step.message)
      }
    }
    cases += record.faults.texts.enumerated().map { number, fault in
      Case(
        group: record.id, name: "fault \(number + 1)", outcome: .error, type: "notRun",
        message: fault)
    }
    if record.marked.isEmpty {
      cases += record.problems.texts.enumerated().map { number, problem in
        Case(
          group: record.id, name: "problem \(number + 1)", outcome: .failure, type: "unreadable",
          message: problem)
      }
    }
    func count(_ outcome: Outcome) -> Int { cases.count { $0.outcome == outcome } }
    let counts =
      "tests=\"\(cases.count)\" failures=\"\(count(.failure))\" errors=\"\(count(.error))\" "
      + "skipped=\"\(count(.skipped))\""
    let suite = "  <testsuite name=\"\(record.called.escapedForXML)\" \(counts)>\n"
    let bytes = Array((suite + cases.map(\.text).joined() + "  </testsuite>\n").utf8)
    written += bytes.count
    return bytes
  }

  var notes: [String] {
    written < JUnitExport.mostBytes
      ? [] : ["GitLab reads no file of more than 30 MB; others may"]
  }

  private enum Outcome: String {
    case passed
    case failure
    case error
    case skipped

    init(_ step: StepFeedback) {
      self =
        switch step.status {
        case .notRun: .error
        case .toBeRead: .skipped
        default: step.isFull ? .passed : .failure
        }
    }
  }

  private struct Case {
    let group: String
    let name: String
    let outcome: Outcome
    /// The verdict, by the word that JSON has for it.
    let type: String
    let message: String

    var text: String {
      let head =
        "    <testcase classname=\"\(group.escapedForXML)\" name=\"\(name.escapedForXML)\""
      if outcome == .passed { return head + "/>\n" }
      // Some readers show the attribute, some the text.
      let words = message.escapedForXML
      let type = outcome == .skipped ? "" : " type=\"\(type)\""
      let body =
        "<\(outcome.rawValue) message=\"\(words)\"\(type)>\(words)</\(outcome.rawValue)>"
      return head + ">\(body)</testcase>\n"
    }
  }
}
