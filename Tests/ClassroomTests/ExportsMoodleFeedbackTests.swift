@testable import Classroom
@testable import Gradebooks
import Foundation
import TestSupport
import Testing

@Suite("Feedback for Moodle")
struct ExportsMoodleFeedbackTests {
  /// Students of Moodle's, two of whom have marks, and one who is not from there.
  private static func sampleClass() throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write("Jane Doe_12_assignsubmission_file/double.answers", "y = 3")
    try folder.write("Jane Doe_12_assignsubmission_file/square.answers", "y = 9")
    try folder.write("Max M_13_assignsubmission_file_/double.answers", "y = 6")
    try folder.write("Max M_13_assignsubmission_file_/other.answers", "exercise: none\ny = 6")
    try folder.write("Zoe_14_assignsubmission_file_/work.pdf", "%PDF")
    try folder.write("stray.answers", "exercise: double\ny = 6")
    return folder
  }

  private static let short = [
    "Jane Doe_12_assignsubmission_file_/feedback.html": """
    <!DOCTYPE html>
    <meta charset="utf-8">
    <title>12 (Jane Doe)</title>
    <h1>double Double it</h1>
    <table>
    <tr><td>y</td><td>wrong</td><td>0/1</td><td>This is x.</td></tr>
    </table>
    <h1>square Square it</h1>
    <table>
    <tr><td>y</td><td>right</td><td>1/1</td><td></td></tr>
    </table>
    <p>ok</p>

    """,
    "Max M_13_assignsubmission_file_/feedback.html": """
    <!DOCTYPE html>
    <meta charset="utf-8">
    <title>13 (Max M)</title>
    <h1>double Double it</h1>
    <table>
    <tr><td>y</td><td>right</td><td>1/1</td><td></td></tr>
    </table>
    <p>other.answers: there is no exercise &#39;none&#39;</p>

    """,
    "Zoe_14_assignsubmission_file_/feedback.html": """
    <!DOCTYPE html>
    <meta charset="utf-8">
    <title>14 (Zoe)</title>
    <p>work.pdf is not a submission (*.answers, *.json or *.swift, or a *.zip of these)</p>

    """,
  ]

  /// What is in the zip, by its place in it; and the notes.
  private static func zip(
    _ marked: MarkedClass, pages: FeedbackPages = .init()
  ) throws -> (files: [String: String], notes: [String]) {
    let bytes = try bytes(marked, pages: pages)
    let folder = try TestFolder()
    try folder.write("f.zip", Data(bytes.data))
    let unpacked = try ScratchFolder(unpacking: folder("f.zip"))
    var files: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: unpacked.path)
    where name.hasSuffix(".html") {
      files[name] = try String(contentsOfFile: "\(unpacked.path)/\(name)", encoding: .utf8)
    }
    withExtendedLifetime(unpacked) {}
    return (files, bytes.notes)
  }

  private static func bytes(
    _ marked: MarkedClass, pages: FeedbackPages = .init()
  ) throws -> (data: [UInt8], notes: [String]) {
    var export = MoodleFeedbackExport(
      ExportsSample.order(facts: ExportsSample.facts(pages: pages)))
    var bytes = export.head()
    for (record, pages) in marked.students { bytes += try export.bytes(of: record, pages: pages) }
    return (bytes + export.foot(), export.notes)
  }

  private static let strangers = "1 student did not come from Moodle and is left out"

  @Test("students get the pages that the run wrote, under the folders that came")
  func pages() throws {
    let marked = try MarkedClass(Self.sampleClass())
    func page(_ name: String) throws -> String { try marked.output.text(of: "feedback/" + name) }
    var expected = Self.short
    expected["Jane Doe_12_assignsubmission_file_/feedback.html"] = nil
    expected["Jane Doe_12_assignsubmission_file_/double.html"] = try page("12/double.html")
    expected["Jane Doe_12_assignsubmission_file_/square.html"] = try page("12/square.html")
    // Of the exercise that does not exist there is no page, so a short one says so.
    expected["Max M_13_assignsubmission_file_/double.html"] = try page("13/double.html")
    let zip = try Self.zip(marked)
    #expect(zip.files == expected)
    #expect(zip.notes == [Self.strangers])
    #expect(try Self.bytes(marked).data == Self.bytes(marked).data)
  }

  @Test("where pages are left out or bear pseudonyms, short ones with names stand in")
  func shortPages() throws {
    let folder = try Self.sampleClass()
    for pages in [FeedbackPages(hasFeedback: false), FeedbackPages(isAnonymous: true)] {
      let zip = try Self.zip(MarkedClass(folder, pages: pages), pages: pages)
      #expect(zip.files == Self.short)
      #expect(
        zip.notes == [
          Self.strangers,
          pages.isAnonymous
            ? "the pages bear pseudonyms, which named folders would give away, "
              + "so each student gets a short page without one"
            : "there are no pages (--no-feedback), so each student gets a short one",
        ])
    }
  }

  @Test("pages of an earlier run are not given away where there are to be none")
  func earlierPages() throws {
    let marked = try MarkedClass(Self.sampleClass())
    #expect(try Self.zip(marked, pages: .init(hasFeedback: false)).files == Self.short)
    #expect(try Self.zip(marked, pages: .init(isAnonymous: true)).files == Self.short)
  }

  @Test("where a page is missing a short one stands in, and it is said")
  func missing() throws {
    let marked = try MarkedClass(Self.sampleClass())
    try FileManager.default.removeItem(atPath: marked.output("feedback/12/square.html"))
    let zip = try Self.zip(marked)
    #expect(
      zip.notes == [Self.strangers, "pages that are not there (1) are replaced by short ones"])
    let name = "Jane Doe_12_assignsubmission_file_/feedback.html"
    #expect(zip.files[name] == Self.short[name])
    #expect(zip.files.count == 5)
  }

  @Test("an exercise called feedback keeps its page")
  func calledFeedback() throws {
    let folder = try TestFolder()
    try folder.write("feedback/7/feedback.html", "page")
    var record = StudentRecord(id: "7")
    record.origin = "A_7_assignsubmission_file_"
    record.results = ["feedback", "none"].map {
      .init(exercise: $0, student: "7", steps: [])
    }
    let facts = ClassFacts(
      students: 1, knowsLateness: false, titles: ["feedback": "F"], pages: .init())
    var export = MoodleFeedbackExport(ExportsSample.order(facts: facts))
    let bytes = try export.bytes(
      of: record, pages: StudentPages(of: "7", number: 0, in: folder.path))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("A_7_assignsubmission_file_/feedback.htmlpage"))
    #expect(text.contains("A_7_assignsubmission_file_/further feedback.html<!DOCTYPE html>"))
  }
}
