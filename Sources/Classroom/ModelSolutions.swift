import Answers
import Exercises
import Foundation
import Grading
import LocatedJSON
import Marking
import Reports
import SystemCalls

/// The folder that mirrors the catalogue: a model submission for each exercise, which must earn
/// full marks, and wrong ones with the verdicts and words they must earn.
///
/// `solutions/16.2/model.answers`, and beside it `expected.json`, which lists what must come of the
/// other files: `{ "early-slip.json": { "points": 15, "steps": { "Z1": { "status": "incorrect" } } } }`.
package struct ModelSolutions {
  private let folder: String
  private let catalogue: Catalogue
  private let tools: MarkingTools

  /// What a check of a folder of solutions found.
  package struct Report {
    package fileprivate(set) var models = 0
    package fileprivate(set) var cases = 0
    package fileprivate(set) var faults: [String] = []
  }

  /// - Parameter tools: What there is to mark with, beyond arithmetic.
  package init(_ folder: String, catalogue: Catalogue, tools: MarkingTools = MarkingTools()) {
    self.folder = folder
    self.catalogue = catalogue
    self.tools = tools
  }

  /// Whether a folder holds folders with an `expected.json` or a model submission.
  package static func isFolderOfSolutions(_ path: String) -> Bool {
    folders(in: path).contains { folder in
      ["expected.json", "model.answers", "model.json", "model.swift"].contains {
        FileManager.default.fileExists(atPath: path.appendingPath(folder).appendingPath($0))
      }
    }
  }

  private static func folders(in path: String) -> [String] {
    entries(of: path).filter { $0.kind == .folder }.map(\.name.text).sorted()
  }

  private static func entries(of path: String) -> [Directory.Entry] {
    guard let folder = try? Directory(Array(path.utf8CString), followsLink: true) else { return [] }
    return (try? folder.entries()) ?? []
  }

  /// Marks every solution and compares.
  package func check() -> Report {
    var report = Report()
    let ids: [String]
    do {
      ids = try catalogue.ids.sorted()
    } catch {
      report.faults.append(error.sentence)
      return report
    }
    let present = Set(ModelSolutions.folders(in: folder))
    for id in ids {
      guard present.contains(id) else {
        report.faults.append("\(folder)/\(id): there is no folder with a model solution")
        continue
      }
      do {
        var marker = Marker(try catalogue.exercise(id), tools: tools)
        check(id, &marker, &report)
      } catch {
        report.faults.append("\(folder)/\(id): \(error.sentence)")
      }
    }
    return report
  }

  private func check(_ id: String, _ marker: inout Marker, _ report: inout Report) {
    let path = folder.appendingPath(id)
    let names = ModelSolutions.entries(of: path).map(\.name.text)
      .filter { !ClassFolder.isRubbish($0) }.sorted()
    var expected: [String: ExpectedMarks] = [:]
    if names.contains("expected.json") {
      do {
        expected = try ExpectedMarks.read(path.appendingPath("expected.json"))
      } catch {
        report.faults.append("\(error)")
      }
    }
    let models = names.filter { $0.stem == "model" && !isCompanion($0, among: names) }
    if models.isEmpty { report.faults.append("\(path): there is no model.answers") }
    for name in models {
      report.models += 1
      compare(path.appendingPath(name), &marker, &report) { feedback in
        // What a person is to read earns nothing here, and is not short of anything.
        feedback.steps.filter { $0.points < $0.outOf && $0.status != .toBeRead }.map {
          "\($0.name) is \($0.status.rawValue): \($0.says.joined(by: " ").text)"
        }
      }
    }
    for name in names
    where name != "expected.json" && name.stem != "model" && !isCompanion(name, among: names) {
      guard let marks = expected[name] else {
        report.faults.append("\(path)/\(name): is not listed in expected.json")
        continue
      }
      report.cases += 1
      compare(path.appendingPath(name), &marker, &report) { marks.differences(from: $0) }
    }
    for name in expected.keys.sorted() where !names.contains(name) {
      report.faults.append("\(path)/expected.json: there is no file \(name)")
    }
  }

  /// Whether a Swift file belongs to a file of answers of the same name.
  private func isCompanion(_ name: String, among names: [String]) -> Bool {
    name.hasSuffix(".swift")
      && names.contains { $0 != name && $0.stem == name.stem && !$0.hasSuffix(".swift") }
  }

  private func compare(
    _ file: String, _ marker: inout Marker, _ report: inout Report,
    _ differences: (Feedback) -> [String]
  ) {
    do {
      let bytes = try SubmissionFile.read(file)
      guard let format = Submission.Format(fileName: file.fileName) else {
        report.faults.append("\(file): is no submission")
        return
      }
      var submission = try Submission(reading: SourceText(name: file, bytes: bytes), as: format)
      let folder = file.prefix(file.count - file.fileName.count)
      ProgramFile.attach(to: &submission, stems: [file.fileName.stem]) {
        (name) throws(SubmissionFile.Fault) in try SubmissionFile.read(folder + name)
      }
      report.faults += differences(marker.mark(submission)).map { "\(file): \($0)" }
    } catch {
      report.faults.append("\(file): \(error)")
    }
  }
}
