@testable import Classroom
@testable import Gradebooks
import Foundation
import TestSupport
import Testing

@Suite("Feedback for Canvas")
struct ExportsCanvasFeedbackTests {
  @Test("every student's feedback is under the name that Canvas gave the file")
  func texts() throws {
    let folder = try TestFolder([
      "doejane_late_12_901_double.answers": "y = 3", "roebob_13_902_double-1.answers": "y = 6",
      "roebob_13_903_square.answers": "y = 8", "loecy_14_text.html": "<p>exercise: double</p>",
      "laodi_15_905_work.pdf": "%PDF",
    ])
    let marked = try MarkedClass(folder)
    var export = CanvasFeedbackExport(ExportsSample.order(facts: ExportsSample.facts()))
    var bytes = export.head()
    for (record, pages) in marked.students { bytes += try export.bytes(of: record, pages: pages) }
    bytes += export.foot()
    let work = try TestFolder()
    try work.write("f.zip", Data(bytes))
    let unpacked = try ScratchFolder(unpacking: work("f.zip"))
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: "\(unpacked.path)/\(name)", encoding: .utf8)
    }
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: unpacked.path).sorted() == [
        "doejane_late_12_901_double.answers", "laodi_15_905_work.pdf",
        "roebob_13_902_double-1.answers",
      ])
    #expect(
      try text("doejane_late_12_901_double.answers") == """
        double Double it: 0 of 1 point
          0/1  y: This is x.

        Total: 0 of 1 point

        """)
    #expect(
      try text("roebob_13_902_double-1.answers").hasPrefix(
        "double Double it: 1 of 1 point\n  1/1  y\n\nsquare Square it: 0 of 1 point\n  0/1  y: "))
    #expect(
      export.notes == [
        "did not hand in a file through Canvas, which takes comments only beside one (1): 14"
      ])
  }
}
