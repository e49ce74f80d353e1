import Gradebooks
import LocatedJSON
import Marking
import Reports
import SystemCalls

extension FeedbackWriter {
  /// The name of the page that a student begins from.
  static let index = "index.html"

  /// The page that a student begins from, with what all of it comes to and with links.
  ///
  /// Where there is an assignment, it says what counts. There is none where nothing was marked; one
  /// that an earlier run wrote is then removed.
  mutating func index(
    of result: StudentResult, titled title: String, at place: PagePlace
  ) -> FeedbackFolder.File? {
    guard let folder else { return nil }
    let record = result.record
    let lines =
      record.grade?.parts.map { part in line(of: part, result) }
      ?? record.results.filter { $0.outOf > 0 }.map { line(of: $0) }
    if lines.isEmpty {
      folder.remove([FeedbackWriter.index], of: place.folder)
      return nil
    }
    var remarks = record.ruling?.words.texts ?? []
    if record.toBeRead > 0 { remarks.append("A person is still to read some answers.") }
    if let bonus = record.ruling?.bonus { remarks.append("A bonus of \(Numbers.points(bonus)).") }
    let page = StudentPage(
      student: calls(result), title: title, total: total(of: record), lines: lines,
      remarks: remarks)
    return FeedbackFolder.File(name: FeedbackWriter.index, bytes: page.page)
  }

  /// What tells whether the page that a student begins from is still the one that was written; 0 where
  /// there is none.
  func indexMark(at place: PagePlace) -> UInt64 {
    folder?.stamp(of: FeedbackWriter.index, in: place.folder)?.joined(indexSource) ?? 0
  }

  private func total(of record: StudentRecord) -> String {
    if record.isExcused { return "Excused" }
    return "\(Numbers.points(record.points)) of \(Numbers.pointsInWords(record.outOf))"
      + (record.toBeRead > 0 ? ", not final" : "")
  }

  /// The line of an exercise that counts as it is.
  private mutating func line(of feedback: Feedback) -> StudentPage.Line {
    let page = page(for: feedback.exercise)
    let points = Numbers.counted(
      feedback.points, of: feedback.outOf, isExcused: feedback.ruling?.isExcused == true)
    return StudentPage.Line(
      id: feedback.exercise, title: page?.page.exercise.title ?? "", points: points, remark: "",
      link: page.map { "\($0.name.asLink).html" })
  }

  private mutating func line(of part: Grade.Part, _ result: StudentResult) -> StudentPage.Line {
    let page = page(for: part.exercise)
    let isThere = result.record.results.contains { $0.exercise == part.exercise }
    let points = Numbers.counted(
      part.points, of: part.maximum, isExcused: part.standing == .excused)
    let missing = part.raw == nil && part.standing != .excused ? "not handed in" : ""
    return StudentPage.Line(
      id: part.exercise, title: page?.page.exercise.title ?? "", points: points,
      remark: part.reason.isEmpty ? missing : part.reason,
      link: isThere ? page.map { "\($0.name.asLink).html" } : nil)
  }
}

extension FolderName {
  /// The name as an address, in which `%` has a meaning of its own.
  var asLink: String {
    text.utf8.contains(UInt8(ascii: "%")) ? text.replacing("%", with: "%25") : text
  }
}

extension PagePlace {
  /// The way from the results to the page that a student begins from.
  var link: String { "feedback/\(folder.asLink)/\(FeedbackWriter.index)" }
}
