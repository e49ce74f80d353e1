import Authoring
import Foundation
import Marking
import TestSupport
import Testing

@Suite("Drafts of what must come of wrong answers")
struct ExpectationDraftsTests {
  /// A catalogue of the exercise "double" alone, with a folder of solutions to it.
  private struct Place {
    let sample: SampleLibrary
    let solutions: TestFolder

    init(_ files: [String: String]) throws {
      sample = try SampleLibrary()
      for name in ["square.json", "unfinished.json"] {
        try FileManager.default.removeItem(atPath: sample.folder(name))
      }
      solutions = try TestFolder()
      try solutions.write("double/model.answers", "y = 6")
      for (name, text) in files { try solutions.write("double/" + name, text) }
    }

    /// Drafts entries of these files, and writes them as the command does.
    func draft(
      _ names: [String], replaces: Bool = false
    ) throws -> ExpectationDrafts.Report {
      var drafts = ExpectationDrafts(
        try sample.catalogue, replaces: replaces, tools: MarkingTools())
      let report = drafts.draft(names, in: solutions.path + "/double")
      if let text = report.text {
        try solutions.write("double/expected.json", String(decoding: text, as: UTF8.self))
      }
      return report
    }

    var expected: String { get throws { try solutions.text(of: "double/expected.json") } }

    func check() throws -> ModelSolutions.Report {
      ModelSolutions(solutions.path, catalogue: try sample.catalogue).check()
    }
  }

  private static let draft = """
    {
      "slip.answers": {
        "points": 0,
        "steps": {
          "y": { "status": "incorrect", "says": ["This is x."] }
        }
      }
    }

    """

  @Test("a draft has points, verdicts and words, and passes the check")
  func passes() throws {
    let place = try Place(["slip.answers": "y = 3"])
    let report = try place.draft(["slip.answers"])
    #expect(report.lines == ["slip.answers: 0 of 1 points"])
    #expect(report.faults == [])
    #expect(try place.expected == Self.draft)
    let check = try place.check()
    #expect(check.faults == [])
    #expect(check.cases == 1)
  }

  @Test("what a person has corrected stays byte for byte, and what differs today is said")
  func keeps() throws {
    let corrected =
      "{\"slip.answers\" : {\"points\":0.5, \"steps\": {\"y\": {\"status\": \"partial\"}} } }"
    let place = try Place([
      "slip.answers": "y = 3", "other.answers": "y = 2", "expected.json": corrected,
    ])
    let report = try place.draft(["other.answers", "slip.answers"])
    #expect(report.drafted == 1)
    #expect(
      report.lines == [
        "other.answers: 0 of 1 points",
        "slip.answers: kept as it is; but today: earns 0.0 points instead of 0.5; "
          + "y is incorrect instead of partial: This is x.",
      ])
    let text = try place.expected
    #expect(text.hasPrefix(String(corrected.dropLast(2)) + ",\n  \"other.answers\": {\n"))
    #expect(text.hasSuffix("  } }"))
    // Only the entry that was corrected is at odds with the marking.
    #expect(try place.check().faults.count == 2)
  }

  @Test("an entry is written anew where that is asked for, and nothing else is")
  func replaces() throws {
    let other = #""gone.answers": { "points": 7 }"#
    let place = try Place([
      "slip.answers": "y = 3",
      "expected.json": "{\n  \"slip.answers\": {\"points\": 9},\n  \(other)\n}\n",
    ])
    #expect(try place.draft(["slip.answers"], replaces: true).drafted == 1)
    let entry = Self.draft.split(separator: "\n").dropFirst().dropLast().joined(separator: "\n")
    #expect(try place.expected == "{\n\(entry),\n  \(other)\n}\n")
  }

  @Test("an empty file gets its first entry", arguments: ["{}", "{ }\n", "{\n}\n"])
  func empty(_ text: String) throws {
    let place = try Place(["slip.answers": "y = 3", "expected.json": text])
    #expect(try place.draft(["slip.answers"]).drafted == 1)
    #expect(try place.check().faults == [])
  }

  @Test("words and names with quotes and letters of any kind come back as they are")
  func escapes() throws {
    let place = try Place(["ein \"Fehler\" – x.answers": "y = drei"])
    #expect(try place.draft(["ein \"Fehler\" – x.answers"]).faults == [])
    #expect(try place.check().faults == [])
  }

  @Test("what cannot be used is named, and the rest is drafted")
  func faults() throws {
    let place = try Place(["slip.answers": "y = 3", "notes.md": "?"])
    let report = try place.draft(["notes.md", "gone.answers", "slip.answers"])
    #expect(report.drafted == 1)
    #expect(report.faults.count == 2)
    #expect(
      report.faults.first?.hasSuffix("its name must end in .answers, .json or .swift") == true)
    let broken = try Place([
      "slip.answers": "y = 3", "expected.json": "{ \"a\": { \"point\": 1 } }",
    ])
    let refused = try broken.draft(["slip.answers"])
    #expect(refused.text == nil)
    #expect(refused.faults.first?.contains("unknown key 'point'") == true)
  }

  @Test("a path names its wrong answers, never models, what belongs to others, or the file itself")
  func paths() throws {
    let place = try Place([
      "slip.answers": "y = 3", "code.answers": "code: code.swift", "code.swift": "",
      "expected.json": "{}",
    ])
    let folder = place.solutions.path + "/double"
    func names(_ path: String) -> [[String]] { ExpectationDrafts.cases(at: path).map(\.names) }
    #expect(names(folder) == [["code.answers", "slip.answers"]])
    #expect(names(place.solutions.path) == [["code.answers", "slip.answers"]])
    #expect(names(folder + "/slip.answers") == [["slip.answers"]])
    #expect(names(folder + "/model.answers") == [[]])
    #expect(names(folder + "/expected.json") == [[]])
  }
}
