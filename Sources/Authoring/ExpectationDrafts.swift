import Answers
import Exercises
import Foundation
import Grading
import LocatedJSON
import Marking
import Numerics

/// Drafts of what must come of wrong answers, from what comes of them today.
///
/// An entry that is there may have been corrected by its author, and so stays unless it is to be
/// replaced.
package struct ExpectationDrafts {
  private let catalogue: Catalogue
  private let replaces: Bool
  private var grader: Grader

  /// What came of the answers in one folder.
  package struct Report {
    /// The `expected.json` of the folder.
    package let file: String
    /// Its new text; nil where nothing was drafted.
    package fileprivate(set) var text: [UInt8]?
    /// A line for each answer.
    package fileprivate(set) var lines: [String] = []
    /// Why answers could not be marked, or the file not be read.
    package fileprivate(set) var faults: [String] = []
    package fileprivate(set) var drafted = 0
  }

  /// - Parameters:
  ///   - replaces: Whether entries that are there are written anew.
  ///   - tools: What there is to mark with, beyond arithmetic.
  package init(_ catalogue: Catalogue, replaces: Bool, tools: MarkingTools) {
    (self.catalogue, self.replaces) = (catalogue, replaces)
    grader = Grader(catalogue, tools: tools)
  }

  /// The folders with wrong answers that a path names, each with the names of these: of a file
  /// itself, of a folder all, and of a folder of such folders those of each.
  package static func cases(at path: String) -> [(folder: String, names: [String])] {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard isThere, isFolder.boolValue else {
      let (folder, name) = (path.folder, path.fileName)
      let isOther = isThere && !SolutionFolder(folder).isCase(name)
      return [(folder, isOther ? [] : [name])]
    }
    let own = SolutionFolder(path).cases.filter { isFile(path.appendingPath($0)) }
    if !own.isEmpty { return [(path, own)] }
    return SolutionFolder.folders(in: path).compactMap { name in
      let folder = path.appendingPath(name)
      let cases = SolutionFolder(folder).cases.filter { isFile(folder.appendingPath($0)) }
      return cases.isEmpty ? nil : (folder, cases)
    }
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }

  /// Marks answers that lie in a folder, and drafts entries of them.
  package mutating func draft(_ names: [String], in folder: String) -> Report {
    var report = Report(file: SolutionFolder(folder).expectations)
    let file: ExpectedFile
    do {
      file = try expectedFile(report.file)
    } catch {
      report.faults.append(error.sentence)
      return report
    }
    // As `check` has it: the folder says which exercise it is.
    let place = URL(fileURLWithPath: folder).standardized.lastPathComponent
    let isExercise = catalogue.contains(place)
    var drafts: [ExpectationDraft] = []
    for name in names {
      do {
        let path = folder == "." ? name : folder.appendingPath(name)
        let (draft, feedback) = try self.draft(name, at: path) { stated in
          isExercise ? place : stated ?? place
        }
        if let marks = file.marks[name], !replaces {
          report.lines.append(.kept(name, marks.differences(from: feedback)))
        } else {
          drafts.append(draft)
          report.lines.append(.drafted(draft))
        }
      } catch {
        report.faults.append(error.sentence)
      }
    }
    report.drafted = drafts.count
    if !drafts.isEmpty { report.text = file.text(with: drafts) }
    return report
  }

  /// Why an answer, or what must come of it, cannot be used.
  private struct Fault: Error {
    let sentence: String
  }

  private func expectedFile(_ path: String) throws(Fault) -> ExpectedFile {
    do {
      let bytes = try SubmissionFile.read(path)
      return try ExpectedFile(SourceText(name: path, bytes: bytes))
    } catch let error as SubmissionFile.Fault {
      if error == .isMissing { return ExpectedFile(named: path) }
      throw Fault(sentence: "'\(path)' \(error)")
    } catch {
      throw Fault(sentence: "\(error)")
    }
  }

  /// - Parameter exercise: Which exercise an answer belongs to that names another, or none.
  private mutating func draft(
    _ name: String, at path: String, of exercise: (String?) -> String
  ) throws(Fault) -> (ExpectationDraft, Feedback) {
    let feedback: Feedback
    do {
      let submission = try Submission(path: path)
      feedback = try grader.mark(submission, answering: exercise(submission.exercise))
    } catch let error as SubmissionFault {
      throw Fault(sentence: error.sentence)
    } catch let error as Catalogue.Fault {
      throw Fault(sentence: "'\(path)': \(error.sentence)")
    } catch {
      throw Fault(sentence: "'\(path)': \(error)")
    }
    let draft = ExpectationDraft(of: feedback, named: name)
    if let step = draft.notRun.first {
      throw Fault(sentence: .notRun(path, step))
    }
    return (draft, feedback)
  }
}

extension String {
  /// The folder that a path lies in.
  fileprivate var folder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}

// MARK: - Messages

extension String {
  fileprivate static func drafted(_ draft: ExpectationDraft) -> String {
    "\(draft.name): \(NumberText.shortest(draft.points)) of "
      + "\(NumberText.shortest(draft.outOf)) points"
      + (draft.isFullMarks ? "; nothing is wrong with it" : "")
  }

  fileprivate static func kept(
    _ name: String, _ differences: [ExpectedMarks.Difference]
  ) -> String {
    "\(name): kept as it is"
      + (differences.isEmpty
        ? "" : "; but today: " + differences.map(\.message).joined(separator: "; "))
  }

  fileprivate static func notRun(_ path: String, _ step: StepFeedback) -> String {
    "'\(path)': \(step.name) cannot be run here, so nothing is drafted: "
      + step.says.joined(by: " ").text
  }
}
