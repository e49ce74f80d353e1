import Foundation
import TestSupport
import Testing

/// A class of people who come from elsewhere, marked in one run.
@Suite("Swift as people write it")
struct SwiftProgramsTests {
  private struct Line: Decodable {
    let student: String
    let steps: [Step]
  }

  private struct Step: Decodable {
    let name: String
    let status: String
    let says: [String]?
  }

  @Test(
    "at least 120 programs get their verdicts and words", .enabled(if: SwiftAnswersTests.areRun))
  func programs() throws {
    let programs = try SwiftProgram.corpus()
    #expect(programs.count >= 120)
    #expect(Set(programs.map(\.name)).count == programs.count)
    var files: [String: String] = [:]
    for program in programs { files["class/\(program.name).swift"] = program.source }
    let workplace = try Workplace(files)
    let outcome = try Backmark(workplace: workplace)(
      "class", "class", "--out", "results", "--exercises",
      "\(ProjectFolder.path)/exercises", "--quiet")
    #expect([0, 75].contains(outcome.status), "\(outcome.notes)")
    let text = try String(
      contentsOfFile: "\(workplace.path)/results/results.jsonl", encoding: .utf8)
    let lines = try text.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    let found = Dictionary(lines.map { ($0.student, $0) }) { first, _ in first }
    for program in programs {
      guard let line = found[program.name] else {
        Issue.record("\(program.name) has no feedback")
        continue
      }
      for expected in program.expectations {
        let step = line.steps.first { $0.name == expected.step }
        #expect(step?.status == expected.status, "\(program.name): \(step?.says ?? [])")
        for words in expected.says {
          let isSaid = step?.says?.contains { $0.contains(words) } == true
          #expect(isSaid, "\(program.name) is not told '\(words)': \(step?.says ?? [])")
        }
      }
    }
  }
}
