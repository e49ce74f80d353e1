import Answers
import Archives
import Foundation
import LocatedJSON
import Marking
import TestSupport
import Testing

@testable import Classroom
@testable import Gradebooks

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Exports of a hostile class")
struct ExportsHostileTests {
  private static let hostile = [
    "=cmd|'-C calc'!A0", "+1", "-2", "@SUM(1)", "a\nb::error::x", "::stop-commands::x",
    "\u{1B}[2J", "\u{0}\u{8}\u{7F}\u{85}\u{2028}", "<script>alert(1)</script>", "]]><!--", "&lt;",
    "| x | [l](http://e.vil) `c` $x$", "www.e.vil #12", "\"q\",;'", "a%0Ab", "\u{202E}rtl",
    "{student}", "\u{FF1D}1\u{FFFE}",
  ]

  /// The records of the class, with every hostile text said to everybody as it is: an export must
  /// not rely on those who made the record.
  private static func sampleRecords() throws -> [StudentRecord] {
    try sampleClass().records.map(saidEverything)
  }

  private static func saidEverything(_ record: StudentRecord) -> StudentRecord {
    var record = record
    record.problems += hostile.map { "\(visible: $0)" }
    record.results = record.results.map { result in
      var feedback = result
      for index in feedback.steps.indices {
        feedback.steps[index].says += hostile.map { "\(visible: $0)" }
      }
      return feedback
    }
    return record
  }

  /// A class whose names, files and answers are all meant to do harm.
  private static func sampleClass() throws -> MarkedClass {
    let folder = try TestFolder()
    for (number, text) in hostile.enumerated() {
      // No file can be called so.
      let safe = text.replacing("/", with: "∕").replacing("\u{0}", with: "")
      try folder.write(
        "\(safe)_\(number)_assignsubmission_file_/double.answers",
        "student: \(text)\ny = \(text)\n\(text)")
      try folder.write(
        "\(safe)/\(safe).answers", "exercise: double\nstudent: \(text)\ny = 3\n\(text)")
      try folder.write("z\(number)/\(safe).pdf", "")
    }
    let marked = try MarkedClass(folder, ClassReader(layout: "plain"))
    #expect(marked.records.count == 3 * hostile.count)
    return marked
  }

  /// No controls, nothing that reorders text, and only this markup.
  private static func expectHarmless(_ text: String, markup: [String] = []) {
    #expect(
      text.unicodeScalars.allSatisfy {
        $0 == "\n" || $0 == "\r" || $0.properties.generalCategory != .control
      })
    #expect(!text.contains("\u{202E}") && !text.contains("\u{2028}"))
    let tags = text.matches(of: /<[^<>]*>?/).map { String($0.output) }
    #expect(Set(tags).subtracting(markup).isEmpty)
  }

  @Test("the same hostile class is harmless in a spreadsheet")
  func csv() throws {
    let text = try ExportsSample.text(
      CSVExport.self, Self.sampleRecords(), ExportsSample.order())
    let cells = try CSVReader.rows(text).joined()
    #expect(cells.contains { $0.contains("cmd|") })
    #expect(cells.allSatisfy { !$0.hasFormulaSign })
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\r" || $0 == "\n" })
    #expect(!text.contains("\u{202E}"))
  }

  @Test("the same hostile class is harmless in JSON Lines")
  func jsonLines() throws {
    let records = try Self.sampleRecords()
    let text = try ExportsSample.text(JSONLinesExport.self, records, ExportsSample.order())
    let students = try text.split(separator: "\n").map { line in
      try #require(
        try JSONText.parse(SourceText(name: "x", text: String(line)))["student"]
          .flatMap { String(json: $0) })
    }
    #expect(students == records.map(\.id))
    #expect(!text.contains("\u{202E}") && !text.contains("\u{2028}") && !text.contains("\u{1B}"))
  }

  @Test(
    "the same hostile class is harmless in the results of every student",
    arguments: ["gradescope", "prairielearn", "classroom50"])
  func results(_ name: String) throws {
    let form = try #require(ClassExports.named(name))
    for record in try Self.sampleRecords() {
      let text = try ExportsSample.text(form, [record], ExportsSample.order())
      #expect(!text.unicodeScalars.contains("\r"))
      Self.expectEachLineHarmless(try JSONText.parse(SourceText(name: "x", text: text)))
    }
  }

  /// What a reader of the JSON gets has line ends, and no other control.
  private static func expectEachLineHarmless(_ value: LocatedValue) {
    switch value.kind {
    case .string(let string):
      #expect(
        string.unicodeScalars.allSatisfy {
          $0 == "\n"
            || ![.control, .format, .lineSeparator].contains($0.properties.generalCategory)
        })
    case .array(let values): for value in values { expectEachLineHarmless(value) }
    case .object(let members): for member in members { expectEachLineHarmless(member.value) }
    default: break
    }
  }

  @Test(
    "the same hostile class is harmless in Markdown", arguments: ["markdown", "github-summary"])
  func markdown(_ name: String) throws {
    let form = try #require(ClassExports.named(name))
    let records = try Self.sampleRecords()
    let text = try ExportsSample.text(form, records, ExportsSample.order())
    Self.expectHarmless(text)
    for link in ["[l](", "http://", "www.", "@S", "#1", "`c`"] { #expect(!text.contains(link)) }
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.count == records.count + 2)
    #expect(rows.allSatisfy { $0.replacing("\\|", with: "").count { $0 == "|" } == 6 })
  }

  @Test("the same hostile class gives GitHub no commands of its own")
  func annotations() throws {
    let text = try ExportsSample.text(
      GitHubAnnotationsExport.self, Self.sampleRecords(), ExportsSample.order())
    Self.expectHarmless(text, markup: ["<script>", "</script>", "<!--"])
    let lines = text.split(separator: "\n")
    #expect(lines.count == 11)
    #expect(
      lines.allSatisfy {
        $0.wholeMatch(of: /::(warning|notice) title=[^:,]*::.*/) != nil
          && $0.replacing(/%(25|3A|2C)/, with: "").contains("%") == false
      })
  }

  @Test("the same hostile class is well-formed XML for JUnit, every case under its own name")
  func junit() throws {
    let records = try Self.sampleRecords()
    let text = try ExportsSample.text(JUnitExport.self, records, ExportsSample.order())
    let parser = XMLParser(data: Data(text.utf8))
    let cases = Cases()
    parser.delegate = cases
    #expect(parser.parse())
    #expect(cases.names.count >= records.count)
    #expect(Set(cases.names).count == cases.names.count)
    #expect(cases.elements == ["testsuites", "testsuite", "testcase", "failure"])
  }

  /// The elements of a report, and the names of its cases.
  private final class Cases: NSObject, XMLParserDelegate {
    var elements: Set<String> = []
    var names: [[String?]] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      elements.insert(name)
      if name == "testcase" { names.append([attributes["classname"], attributes["name"]]) }
    }
  }

  @Test(
    "the same hostile class puts nothing but points and words into a download",
    arguments: ["canvas", "moodle"])
  func downloads(_ name: String) throws {
    let form = try #require(ClassExports.named(name))
    // Moodle's identifiers have a number.
    let records = try Self.sampleRecords().filter {
      name == "canvas" || $0.id.contains(where: \.isASCIIDigit)
    }
    let head =
      name == "canvas"
      ? "Student,ID,Section,double (1)\n"
      : "Identifier,Name,Mail,Grade,Maximum Grade,Feedback comments\n"
    let downloads = try TestFolder()
    let rows = records.map { record in
      let id = "\"" + record.id.replacing("\"", with: "\"\"") + "\""
      return name == "canvas" ? "x,\(id),S,\n" : "\(id),x,y,,10,\n"
    }
    try downloads.write("d", head + rows.joined())
    let text = try ExportsSample.text(form, records, ExportsSample.order(downloads("d")))
    let before = CSVTable(Array((head + rows.joined()).utf8)).rows
    let after = CSVTable(Array(text.utf8)).rows
    #expect(after.map(\.count) == before.map(\.count))
    var filled = 0
    for (old, new) in zip(before, after) {
      #expect(new.prefix(3).map(\.text) == old.prefix(3).map(\.text))
      if new.last?.text != old.last?.text { filled += 1 }
      #expect(name == "moodle" || ["", "0", "double (1)"].contains(new[3].text))
      if name == "moodle" {
        Self.expectHarmless(new[5].text, markup: ["<p>", "</p>", "<br>"])
        #expect(!new[5].text.hasFormulaSign)
      }
    }
    #expect(filled == records.count { !$0.marked.isEmpty })
  }

  @Test("the same hostile class makes harmless pages in harmless folders for Moodle")
  func moodleFeedback() throws {
    let marked = try Self.sampleClass()
    var export = MoodleFeedbackExport(ExportsSample.order())
    var bytes: [UInt8] = []
    // Every other of Moodle's students gets the short page.
    for (number, (record, pages)) in marked.students.enumerated() {
      bytes += try export.bytes(
        of: Self.saidEverything(record), pages: (number / 2).isMultiple(of: 2) ? pages : nil)
    }
    let folder = try TestFolder()
    try folder.write("f.zip", Data(bytes + export.foot()))
    let archive = try ZipArchive(ZipSource(file: folder("f.zip")))
    var names: [String] = []
    try archive.forEach { entry in names.append(entry.name) }
    #expect(names.contains { $0.hasSuffix("/double.html") })
    #expect(names.contains { $0.hasSuffix("/feedback.html") })
    for name in names {
      Self.expectHarmless(name)
      #expect(name.wholeMatch(of: /[^\/<>"|\\]+_[0-9]+_assignsubmission_file_\/\w+\.html/) != nil)
    }
    let unpacked = try ScratchFolder(unpacking: folder("f.zip"))
    for name in names {
      let page = try String(contentsOfFile: "\(unpacked.path)/\(name)", encoding: .utf8)
      #expect(!page.contains("<script") && !page.contains("<!--") && !page.contains("\u{1B}"))
      #expect(!page.contains("\u{202E}"))
    }
    withExtendedLifetime((unpacked, marked)) {}
  }
}
