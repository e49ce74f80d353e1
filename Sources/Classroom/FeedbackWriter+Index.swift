import Gradebooks
import LocatedJSON
import Reports
import SystemCalls

extension FeedbackWriter {
  /// The name of the page that a student begins from.
  static let index = "index.html"

  /// Writes the page that a student begins from, where an assignment says what all of it comes to.
  mutating func writeIndex(
    of result: StudentResult, titled title: String, at place: PagePlace
  ) throws(OutputFile.Fault) {
    guard let folder, let grade = result.record.grade, !hasExercise("index") else { return }
    let lines = grade.parts.map { part in line(of: part, result) }
    let record = result.record
    var remarks = record.ruling?.words.texts ?? []
    if record.toBeRead > 0 { remarks.append("A person is still to read some answers.") }
    if let bonus = record.ruling?.bonus { remarks.append("A bonus of \(Numbers.points(bonus)).") }
    let page = StudentPage(
      student: calls(result), title: title, total: total(of: grade, record), lines: lines,
      remarks: remarks)
    _ = try folder.write([.init(name: FeedbackWriter.index, bytes: page.page)], to: place.folder)
  }

  private func total(of grade: Grade, _ record: StudentRecord) -> String {
    guard let total = grade.total else { return "Excused" }
    return "\(Numbers.points(total)) of \(Numbers.pointsInWords(grade.maximum))"
      + (record.toBeRead > 0 ? ", not final" : "")
  }

  private mutating func line(of part: Grade.Part, _ result: StudentResult) -> StudentPage.Line {
    let page = page(for: part.exercise)
    let isThere = result.record.results.contains { $0.exercise == part.exercise }
    let points =
      part.standing == .excused
      ? "excused" : "\(Numbers.points(part.points)) of \(Numbers.points(part.maximum))"
    let missing = part.raw == nil && part.standing != .excused ? "not handed in" : ""
    return StudentPage.Line(
      id: part.exercise, title: page?.page.exercise.title ?? "", points: points,
      remark: part.reason.isEmpty ? missing : part.reason,
      link: isThere ? page.map { "\($0.name.asLink).html" } : nil)
  }
}

extension FolderName {
  /// The name as an address, in which `%` has a meaning of its own.
  fileprivate var asLink: String { text.replacing("%", with: "%25") }
}
