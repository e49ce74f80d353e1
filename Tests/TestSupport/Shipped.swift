import Answers
import Exercises
import Foundation
import LocatedJSON
import Marking

/// An exercise of the catalogue with its model solution.
package struct Shipped: Sendable, CustomStringConvertible {
  package let id: String

  package var description: String { id }

  private static let folder = ProjectFolder.path

  /// Every exercise of the catalogue but those that are answered by a program.
  package static let all: [Shipped] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder + "/exercises")
    return (files ?? []).filter { $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") }.sorted()
      .map { Shipped(id: String($0.dropLast(5))) }
      .filter { shipped in
        !FileManager.default.fileExists(atPath: "\(folder)/solutions/\(shipped.id)/model.swift")
      }
  }()

  package func exercise() throws -> Exercise {
    let file = "\(Self.folder)/exercises/\(id).json"
    let exercise = try Exercise(reading: source(file), kinds: AnswerKinds.steps)
    // Submissions made up by the tests name no student.
    return exercise.dealt(to: "model")
  }

  /// The model solution, which is in the text format.
  package func model() throws -> Submission {
    try Submission(reading: source("\(Self.folder)/solutions/\(id)/model.answers"), as: .answers)
  }

  /// What must come of the other submissions, by the names of their files.
  package func expectations() throws -> [(file: String, marks: LocatedValue)] {
    let root = try JSONText.parse(source("\(Self.folder)/solutions/\(id)/expected.json"))
    guard case .object(let members) = root.kind else { return [] }
    return members.map { ($0.name, $0.value) }
  }

  /// Every submission of the catalogue's solutions.
  package func submissions() throws -> [(format: Submission.Format, source: SourceText)] {
    let folder = "\(Self.folder)/solutions/\(id)"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().compactMap { name in
      guard name != "expected.json", let format = Submission.Format(fileName: name) else {
        return nil
      }
      return (format, try source("\(folder)/\(name)"))
    }
  }

  private func source(_ path: String) throws -> SourceText {
    SourceText(
      name: path, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
  }
}
