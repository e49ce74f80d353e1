import Answers
import Exercises
import LocatedJSON

/// PrairieLearn's `results.json`, one for each student, of at most 1 MB.
///
/// What could not be read or graded costs no attempt; and it shows no marks, or a slip in one answer
/// would let students try the others for nothing.
struct PrairieLearnExport: ClassExport {
  static let name = "prairielearn"
  static let summary = "results.json for a PrairieLearn external grader"
  static let isPerStudent = true

  private static let mostBytes = 1_000_000
  /// How long texts may be, tried one after the other until all fits.
  private static let lengths = [Int.max, 1000, 100]

  private let order: ExportOrder

  init(_ order: ExportOrder) {
    self.order = order
  }

  func bytes(of record: StudentRecord) -> [UInt8] {
    for length in PrairieLearnExport.lengths {
      let bytes = results(record, record.steps, cutTo: length)
      if bytes.count <= PrairieLearnExport.mostBytes { return bytes }
    }
    return results(record, [], cutTo: 100)
  }

  private func results(
    _ record: StudentRecord, _ steps: [StudentRecord.Step], cutTo length: Int
  ) -> [UInt8] {
    func cut(_ text: String) -> String {
      text.count > length ? text.prefix(length) + "…" : text
    }
    return JSONWriter.object { json in
      let errors = errors(record)
      json.member("gradable", errors.isEmpty)
      if errors.isEmpty {
        json.member("score", max(0, min(1, record.points / record.outOf)))
      } else {
        json.member("format_errors", errors.prefix(PrairieLearnExport.mostErrors).map(cut))
      }
      json.member("message", cut(record.status.shownOnOneLine))
      json.member("tests", errors.isEmpty ? steps : []) { entry, json in
        json.member("name", order.title(of: entry))
        json.member("points", entry.step.points)
        json.member("max_points", entry.step.outOf)
        json.member("message", cut(entry.step.sentences.joined(separator: "\n")))
      }
    }
  }

  private static let mostErrors = 100

  /// Why the work cannot be graded; empty where it can.
  private func errors(_ record: StudentRecord) -> [String] {
    let unread = record.steps.filter { $0.step.status == .unreadable }
    if record.outOf > 0, record.faults.isEmpty, unread.isEmpty { return [] }
    let reasons =
      (record.faults + record.problems).texts
      + unread.filter { !$0.step.says.isEmpty }.map { "\($0.step.name): \($0.step.message)" }
    return (reasons.isEmpty ? [record.status] : reasons).map(\.shownOnOneLine)
  }
}
