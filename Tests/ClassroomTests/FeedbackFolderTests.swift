import Foundation
import Gradebooks
import SystemCalls
import TestSupport
import Testing

@testable import Classroom

@Suite("The feedback folder")
struct FeedbackFolderTests {
  private static let right = #"{ "exercise": "double", "answers": { "y": 6 } }"#

  @Test("every student gets a page for each exercise, in two formats")
  func pages() throws {
    let folder = try TestFolder()
    try folder.write("ada/double.json", #"{ "answers": { "y": 3 } }"#)
    try folder.write("ada/square.answers", "y = 9")
    try folder.write("bob/notes.pdf", "no")
    let output = try TestFolder()
    _ = try folder.mark(into: output, roster: "id,name\nada,Ada <L>\n")
    #expect(try output.names == ["class.html", "feedback", "gradebook.csv", "results.jsonl"])
    #expect(
      try Self.tree(output("feedback")) == [
        "ada/double.html", "ada/double.md", "ada/index.html", "ada/square.html", "ada/square.md",
      ])
    let page = try output.text(of: "feedback/ada/double.html")
    #expect(
      page.contains("<p class=\"who\">Ada &lt;L&gt; (ada)</p>") && page.contains("This is x."))
    #expect(try output.text(of: "feedback/ada/double.md").contains("## y: ✗ wrong\n\nThis is x.\n"))
    #expect(try output.text(of: "class.html").contains("<p class=\"who\">2 students, 2 exercises"))
  }

  @Test("hostile names stay in the folder, and a link in it is not followed")
  func hostile() throws {
    let folder = try TestFolder()
    for name in HostileNamesTests.names { try folder.write("\(name)/double.json", Self.right) }
    let output = try TestFolder()
    _ = try folder.mark(into: output)
    #expect(try output.names == ["class.html", "feedback", "gradebook.csv", "results.jsonl"])
    // One name is hidden, and so nobody's.
    let folders = try FileManager.default.contentsOfDirectory(atPath: output("feedback"))
    #expect(folders.count == HostileNamesTests.names.count { !$0.hasPrefix(".") })

    let other = try TestFolder()
    let trap = try TestFolder()
    try trap.write("ada/double.json", Self.right)
    try trap.makeFolder("ada")
    let results = try TestFolder()
    try results.makeLink("feedback/ada", to: other.path)
    #expect(throws: OutputFile.Fault.self) { try trap.mark(into: results) }
    #expect(try other.names == [])
    let whole = try TestFolder()
    try whole.makeLink("feedback", to: other.path)
    let fault = #expect(throws: OutputFile.Fault.self) { try trap.mark(into: whole) }
    #expect(
      fault?.description == whole("feedback") + " is a link; links are not followed: remove it")
    #expect(try other.names == [])
  }

  @Test("the pages are the same on any number of cores, and with or without those before")
  func sameBytes() throws {
    let folder = try TestFolder()
    for number in 0..<40 {
      try folder.write("s\(number)/double.answers", "y = \(number)")
      try folder.write("s\(number)/square.answers", "y = \(number)")
    }
    let first = try TestFolder()
    let second = try TestFolder()
    _ = try folder.mark(into: first, jobs: 1)
    _ = try folder.mark(into: second, jobs: 3)
    _ = try folder.mark(into: second, jobs: 2)
    let names = try Self.tree(first("feedback")) + ["../class.html"]
    #expect(names.count == 201)
    #expect(try Self.tree(second("feedback")).count == 200)
    for name in names {
      #expect(try first.text(of: "feedback/\(name)") == second.text(of: "feedback/\(name)"))
    }
  }

  @Test("pages are left out, and names are hidden, where that is asked for")
  func options() throws {
    let folder = try TestFolder()
    try folder.write("zoe/double.json", #"{ "student": "Zoe L", "answers": { "y": "?zoe" } }"#)
    try folder.write("bob.answers", "")
    try folder.write("cy/double.json", Self.right)
    let bare = try TestFolder()
    try Self.run(folder, bare, FeedbackPages(hasFeedback: false))
    #expect(try bare.names == ["class.html", "gradebook.csv", "results.jsonl"])
    let hidden = try TestFolder()
    try Self.run(folder, hidden, FeedbackPages(isAnonymous: true))
    let names = try Self.tree(hidden("feedback"))
    #expect(names.count == 6 && names.allSatisfy { $0.hasPrefix("student-000") })
    for name in names + ["../class.html"] {
      let page = try hidden.text(of: "feedback/\(name)")
      #expect(!page.contains("zoe") && !page.contains("Zoe L") && page.contains("student"))
    }
    #expect(try hidden.text(of: "gradebook.csv").contains("zoe,Zoe L,"))
    let table = try CSVReader.rows(hidden.text(of: "pseudonyms.csv"))
    #expect(table.first == ["pseudonym", "student", "name"])
    #expect(table.contains { $0[0].hasPrefix("student-000") && $0.suffix(2) == ["zoe", "Zoe L"] })
  }

  private static func run(
    _ folder: TestFolder, _ output: TestFolder, _ pages: FeedbackPages
  ) throws {
    let run = ClassRun(
      folder: try folder.plainClass("id,name\nzoe,Zoe L\n"), library: try SampleLibrary().library,
      output: output.path, pages: pages)
    _ = try withExtendedLifetime((folder, output)) { try run.run() }
  }

  /// The files in a folder and those in it.
  private static func tree(_ path: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.contains("/") }.sorted()
  }
}
