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
    package fileprivate(set) var faults: [SolutionFault] = []

    fileprivate mutating func add(_ message: String, to file: String) {
      faults.append(.whole(file: file, message: message))
    }
  }

  /// - Parameter tools: What there is to mark with, beyond arithmetic.
  package init(_ folder: String, catalogue: Catalogue, tools: MarkingTools = MarkingTools()) {
    self.folder = folder
    self.catalogue = catalogue
    self.tools = tools
  }

  /// Whether a folder holds folders with an `expected.json` or a model submission.
  package static func isFolderOfSolutions(_ path: String) -> Bool {
    SolutionFolder.folders(in: path).contains { folder in
      [SolutionFolder.expectations, "model.answers", "model.json", "model.swift"].contains {
        FileManager.default.fileExists(atPath: path.appendingPath(folder).appendingPath($0))
      }
    }
  }

  /// Marks every solution and compares.
  package func check() -> Report {
    var report = Report()
    // `check` verifies exercises by themselves, and says what is wrong with them at their lines.
    var grader = Grader(catalogue, isVerified: true, tools: tools)
    let present = Set(SolutionFolder.folders(in: folder))
    for id in catalogue.ids.sorted() {
      let path = folder.appendingPath(id)
      guard present.contains(id) else {
        report.add("there is no folder with a model solution", to: path)
        continue
      }
      do {
        let exercise = try grader.exercise(id)
        checkStarters(of: exercise, in: path, &grader, &report)
        check(id, in: path, &grader, &report)
      } catch {
        report.add(error.sentence, to: path)
      }
    }
    return report
  }

  /// Holds what students begin with against what it is for: it compiles, and earns nothing.
  private func checkStarters(
    of exercise: Exercise, in path: String, _ grader: inout Grader, _ report: inout Report
  ) {
    guard exercise.steps.contains(where: { $0.assignment?.isBegun == true }),
      let program = ProgramText(exercise)
    else { return }
    let source = SourceText(name: "\(exercise.id).swift", text: program.text(student: ""))
    guard let submission = try? Submission(reading: source, as: .swift),
      let feedback = try? grader.mark(submission, answering: exercise.id)
    else { return }
    for (step, marks) in zip(exercise.steps, feedback.steps) where step.assignment?.isBegun == true
    {
      if marks.status == .unreadable {
        report.add(
          "the starter of \(step.name) cannot be used: \(marks.says.joined(by: " ").text)", to: path
        )
      } else if marks.points > 0 {
        report.add("the starter of \(step.name) earns points as it is", to: path)
      }
    }
  }

  private func check(
    _ id: String, in path: String, _ grader: inout Grader, _ report: inout Report
  ) {
    let solutions = SolutionFolder(path)
    let expectations = expectations(in: solutions, &report)
    if solutions.models.isEmpty { report.add("there is no model.answers", to: path) }
    for name in solutions.models {
      report.models += 1
      compare(path.appendingPath(name), with: id, expected: nil, &grader, &report) { feedback in
        // What a person is to read earns nothing here, and is not short of anything.
        feedback.steps.filter { $0.points < $0.outOf && $0.status != .toBeRead }.map {
          let reasons = $0.says.isEmpty ? "" : ": " + $0.says.joined(by: " ").text
          return .step($0.name, message: "\($0.name) is \($0.status.rawValue)\(reasons)")
        }
      }
    }
    for name in solutions.cases {
      let file = path.appendingPath(name)
      guard let expected = expectations.marks[name] else {
        report.add("is not listed in expected.json", to: file)
        continue
      }
      report.cases += 1
      compare(file, with: id, expected: expectations.source, &grader, &report) {
        expected.differences(from: $0)
      }
    }
    for (name, marks) in expectations.marks.sorted(by: { $0.key < $1.key })
    where !solutions.names.contains(name) {
      report.faults.append(
        SolutionFault("there is no file \(name)", at: marks.place, of: expectations.source))
    }
  }

  /// What must come of the files of a folder, with the text that says so.
  private func expectations(
    in folder: SolutionFolder, _ report: inout Report
  ) -> (source: SourceText, marks: [String: ExpectedMarks]) {
    let file = folder.expectations
    var source = SourceText(name: file, bytes: [])
    guard folder.names.contains(SolutionFolder.expectations) else { return (source, [:]) }
    do throws(SubmissionFile.Fault) {
      source = SourceText(name: file, bytes: try SubmissionFile.read(file))
    } catch {
      report.add("\(error)", to: file)
      return (source, [:])
    }
    do {
      return (source, try ExpectedMarks.read(source))
    } catch {
      report.faults += error.list.map { .placed($0) }
      return (source, [:])
    }
  }

  private func compare(
    _ file: String, with id: String, expected: SourceText?, _ grader: inout Grader,
    _ report: inout Report, _ differences: (Feedback) -> [ExpectedMarks.Difference]
  ) {
    let submission: Submission
    do throws(SubmissionFault) {
      submission = try Submission(path: file)
    } catch {
      report.faults.append(SolutionFault(error, of: file))
      return
    }
    do {
      let feedback = try grader.mark(submission, answering: id)
      report.faults += differences(feedback).map {
        SolutionFault($0, of: submission, expected: expected)
      }
    } catch {
      report.add(error.sentence, to: file)
    }
  }
}
