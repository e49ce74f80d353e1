import Classroom
import Foundation
import LocatedJSON
import TestSupport
import Testing

@Suite("Hostile names in a class folder")
struct HostileNamesTests {
  private static let right = #"{ "exercise": "double", "answers": { "y": 6 } }"#

  static let names = [
    "line\nbreak", "semi;colon", "comma,and \"quote\"", "=cmd|'-C calc'!A0", "+1", "-flag",
    "@SUM(1)",
    "\ttab", "carriage\rreturn", "\u{1B}[2Jclear", "\u{202E}gpj.exe", "zero\u{200B}width",
    "..double", "*", "$(reboot)", "`ls`", "%00", "a b  c", "trailing.", "日本語", "ﷺ", "=\u{301}x",
    "\u{FF1D}1+1", String(repeating: "n", count: 250),
  ]

  @Test("every name gets its row, in folders and flat files", arguments: names)
  func row(_ name: String) throws {
    let folder = try TestFolder()
    let hidden = name.hasPrefix(".")
    try folder.write("\(name)/double.json", Self.right)
    try folder.write("zoe.json", Self.right)
    let output = try TestFolder()
    let (_, records) = try folder.mark(into: output)
    #expect(records.map(\.id).sorted() == (hidden ? ["zoe"] : [name, "zoe"].sorted()))
    #expect(records.allSatisfy { $0.status == "ok" && $0.points == 1 })
    for line in try output.text(of: "results.jsonl").split(separator: "\n") {
      let value = try JSONText.parse(SourceText(name: "results.jsonl", text: String(line)))
      let student = try #require(value["student"].flatMap { String(json: $0) })
      #expect(records.contains { $0.id == student })
    }
    let rows = try CSVReader.rows(output.text(of: "gradebook.csv"))
    #expect(rows.allSatisfy { $0.count == 5 })
    #expect(rows.count == records.count + 1)
    #expect(rows.joined().allSatisfy { !$0.hasFormulaSign })
  }

  @Test("what is hidden is no student's, and is named where somebody may have handed it in")
  func hidden() throws {
    let folder = try TestFolder(["..double/double.json": Self.right, "zoe.json": Self.right])
    for name in [".DS_Store", "._zoe.json", ".git/config"] { try folder.write(name, "") }
    let reading = try ClassReader().read(folder.path)
    #expect(reading.folder.students.map(\.id) == ["zoe"])
    #expect(reading.folder.ignored == 4)
    #expect(
      reading.notes == [
        "left out since the name begins with a dot, though it may be somebody's (1): ..double"
      ])
  }

  @Test("a file name of the longest kind is read")
  func longFileName() throws {
    let folder = try TestFolder()
    let name = String(repeating: "x", count: 250)
    try folder.write("ada/\(name).json", Self.right)
    let (_, records) = try folder.mark(into: try TestFolder())
    #expect(records.map(\.status) == ["ok"])
  }

  @Test("bytes that are no characters are spelled out, and the files are read all the same")
  func invalidUTF8() throws {
    let folder = try TestFolder()
    let stem = Array("ada".utf8)
    let end = Array(".json".utf8)
    guard folder.write(rawName: stem + [0xFF] + end, Self.right),
      folder.write(rawName: stem + [0xFE] + end, Self.right)
    else { return }
    let (_, records) = try folder.mark(into: try TestFolder())
    #expect(records.map(\.id) == ["ada\\xFE", "ada\\xFF"])
    #expect(records.allSatisfy { $0.status == "ok" && $0.points == 1 })
  }

  @Test("one name spelled with and without combining marks is one student, and that is said")
  func composition() throws {
    let folder = try TestFolder()
    let decomposed = Array("Zoe\u{308}.json".utf8)
    let composed = Array("Zo\u{EB}.answers".utf8)
    guard folder.write(rawName: decomposed, Self.right),
      folder.write(rawName: composed, "exercise: square\ny = 9")
    else { return }
    let (_, records) = try folder.mark(into: try TestFolder())
    #expect(records.map { Array($0.id.unicodeScalars) } == [Array("Zo\u{EB}".unicodeScalars)])
    #expect(records.map(\.points) == [2])
    #expect(
      records.map(\.status)
        == ["ok; two spellings of this name, which look the same, are taken for one person"])
  }

  @Test("names in remarks and names that sheets bear keep to one line, and name nobody")
  func remarks() throws {
    let folder = try TestFolder()
    try folder.write("ada/a\nb\u{1B}.pdf", "")
    try folder.write("bob.answers", "exercise: double\nstudent: B\u{1B}o\u{202E}b\ny = 6")
    try folder.write(
      "cy.answers", "exercise: double\nstudent: \(String(repeating: "c", count: 5000))")
    let (_, records) = try folder.mark(into: try TestFolder())
    #expect(
      records[0].status
        == "a␊b␛.pdf is not a submission (*.answers, *.json or *.swift, or a *.zip of these)")
    #expect(records.map(\.name) == ["", "", ""])
    #expect(records[1].status == "ok; bob.answers is signed 'B␛o\u{FFFD}b'")
    #expect(records[2].status.contains("; cy.answers is signed 'ccccc"))
    #expect(records[2].status.count < 200)
  }
}

extension String {
  var hasFormulaSign: Bool {
    unicodeScalars.first.map { "=+-@\t\r\n\u{FF1D}".unicodeScalars.contains($0) } ?? false
  }
}
