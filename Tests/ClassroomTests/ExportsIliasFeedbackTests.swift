@testable import Classroom
@testable import Gradebooks
import Foundation
import TestSupport
import Testing

@Suite("Feedback for ILIAS")
struct ExportsIliasFeedbackTests {
  /// A download of ILIAS's: two students, a team of two who handed in once, and a folder of
  /// somebody else's.
  private static func sampleClass() throws -> TestFolder {
    try TestFolder([
      "Abgaben/Muster_Anna_amuster_301/double.answers": "y = 3",
      "Abgaben/von_der_Au_Ben_bvda_302/work.pdf": "%PDF",
      "Abgaben/Team 7/Roe_Cy_croe_303/square.answers": "y = 9",
      "Abgaben/Team 7/Doe_Di_ddoe_304/.keep": "",
      "Abgaben/mine/double.answers": "y = 6",
    ])
  }

  @Test("every student's pages are in a folder that ends in the student's number")
  func pages() throws {
    let marked = try MarkedClass(Self.sampleClass())
    var export = IliasFeedbackExport(ExportsSample.order(facts: ExportsSample.facts()))
    var bytes = export.head()
    for (record, pages) in marked.students { bytes += try export.bytes(of: record, pages: pages) }
    bytes += export.foot()
    let folder = try TestFolder()
    try folder.write("f.zip", Data(bytes))
    let unpacked = try ScratchFolder(unpacking: folder("f.zip"))
    let files = try FileManager.default.subpathsOfDirectory(atPath: unpacked.path)
      .filter { $0.hasSuffix(".html") }.sorted()
    #expect(
      files == [
        "multi_feedback/Muster_Anna_amuster_301/double.html",
        "multi_feedback/croe_303/square.html",
        "multi_feedback/von_der_Au_Ben_bvda_302/feedback.html",
      ])
    #expect(
      try String(contentsOfFile: "\(unpacked.path)/\(files[0])", encoding: .utf8)
        == marked.output.text(of: "feedback/amuster/double.html"))
    #expect(
      export.notes == [
        "did not come from ILIAS and are left out (1): mine",
        "see the pages of the first of their team, as ILIAS has it (1): ddoe",
      ])
    withExtendedLifetime(unpacked) {}
  }
}
