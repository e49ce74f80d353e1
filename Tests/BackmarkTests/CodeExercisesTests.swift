import Foundation
import TestSupport
import Testing

/// The exercises of the catalogue that ask for Swift.
@Suite("Solutions in Swift", .enabled(if: SwiftAnswersTests.areRun))
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

  @Test("Each model earns full marks, without a word", arguments: ids)
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
  @Test("Each wrong one earns what stands beside it", arguments: ids)
  func wrong(id: String) throws {
    let workplace = try Workplace([:])
    for (folder, name) in [("exercises", "\(id).json"), ("solutions", id)] {
      try FileManager.default.createDirectory(
        atPath: "\(workplace.path)/\(folder)", withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: "\(ProjectFolder.path)/\(folder)/\(name)",
        toPath: "\(workplace.path)/\(folder)/\(name)")
    }
    let outcome = try Backmark(workplace: workplace)("check", "--quiet", "solutions")
    #expect(outcome.status == 0, "\(outcome.notes)")
  }
}
