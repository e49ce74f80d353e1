import Arguments
import Exercises
import Foundation
import Gradebooks
import Grading
import LocatedJSON
import Numerics
import SystemCalls

extension SharedOptions {
  static let assignment = OptionDeclaration.option(
    "assignment", value: "file",
    help: "Which exercises count and how much, with due dates and rules, as JSON.",
    completion: .file(extensions: ["json"]))
}

extension ParsedArguments {
  /// The assignment of `--assignment`; nil where there is none.
  ///
  /// - Parameter exercises: What each exercise is out of, by its id.
  func assignment(_ exercises: () throws -> [String: Double]) throws -> ClassAssignment? {
    guard let path = value("assignment") else { return nil }
    return try AssignmentFile.read(path, exercises())
  }

  /// The same for commands that have read no more than the headers of the exercises.
  func assignment(in catalogue: Catalogue) throws -> ClassAssignment? {
    try assignment { AssignmentFile.points(catalogue.headers.compactMap { try? $0.get() }) }
  }
}

/// The file of an assignment, and the table of groups that it may name.
enum AssignmentFile {
  static func read(_ path: String, _ exercises: [String: Double]) throws -> ClassAssignment {
    let bytes: [UInt8]
    do {
      bytes = try BoundedFile.read(path, atMost: largest, followsLink: true)
    } catch {
      throw Complaint("the assignment '\(path)' \(error)")
    }
    do {
      return try ClassAssignment(
        reading: SourceText(name: path, bytes: bytes), exercises: exercises
      ) { teams(path, $0) }
    } catch {
      throw Complaint("the assignment cannot be used:\n\(error)")
    }
  }

  static func points(_ headers: [ExerciseHeader]) -> [String: Double] {
    Dictionary(headers.map { ($0.id, $0.outOf) }, uniquingKeysWith: { $1 })
  }

  /// The groups of a table, which is named from the folder that the assignment is in.
  private static func teams(
    _ assignment: String, _ name: String
  ) -> Result<[ClassAssignment.Team], TeamFileFault> {
    let folder = NSString(string: assignment).deletingLastPathComponent
    let path = name.hasPrefix("/") || folder.isEmpty ? name : "\(folder)/\(name)"
    do {
      return ClassAssignment.teams(
        in: CSVTable(try BoundedFile.read(path, atMost: largest, followsLink: true)))
    } catch {
      return .failure(TeamFileFault("\(error)"))
    }
  }

  private static let largest = Limits.table
}
