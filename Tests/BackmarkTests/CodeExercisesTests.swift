import Foundation
import TestSupport
import Testing

/// The exercises of the catalogue that ask for Swift; `backmark check` also tries their wrong answers.
@Suite("Model solutions in Swift", .enabled(if: SwiftAnswersTests.areRun))
struct CodeExercisesTests {
  private static let ids: [String] = {
    let folders = try? FileManager.default.contentsOfDirectory(
      atPath: "\(ProjectFolder.path)/solutions")
    return (folders ?? []).sorted().filter {
      FileManager.default.fileExists(atPath: "\(ProjectFolder.path)/solutions/\($0)/model.swift")
    }
  }()

  @Test("There are some")
  func presence() { #expect(Self.ids.count >= 9) }

  @Test("Each earns full marks, without a word", arguments: ids)
  func model(id: String) throws {
    let model = "\(ProjectFolder.path)/solutions/\(id)/model.swift"
    let backmark = Backmark(
      workplace: try Workplace(["\(id).swift": String(contentsOfFile: model, encoding: .utf8)]))
    let outcome = try backmark(
      "grade", "\(id).swift", "--exercises", "\(ProjectFolder.path)/exercises", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.notes)")
    #expect(!outcome.output.contains("\"says\""), "\(outcome.output)")
    #expect(outcome.notes == "")
  }
}
