import Foundation
import TestSupport
import Testing

@Suite("The README")
struct ReadmeTests {
  /// The blocks of one language.
  private static func blocks(
    _ language: String, of file: String = "README.md"
  ) throws -> [String] {
    let text = try ProjectFolder.text(of: file)
    return text.matches(of: /(?s)\n```(\w+)\n(.*?)\n```/)
      .filter { $0.output.1 == language }.map { String($0.output.2) }
  }

  /// A command of a transcript, and what follows it.
  private static func steps(_ transcript: String) -> [(command: String, output: String)] {
    var steps: [(command: String, output: String)] = []
    for line in transcript.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("$ ") {
        steps.append((String(line.dropFirst(2)), ""))
      } else if !steps.isEmpty {
        steps[steps.count - 1].output += line + "\n"
      }
    }
    return steps
  }

  @Test("every transcript is what the program prints, byte for byte")
  func transcripts() throws {
    let workplace = try Workplace([:])
    for name in ["exercises", "solutions"] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(workplace.path)/\(name)", withDestinationPath: "\(ProjectFolder.path)/\(name)")
    }
    // The exercise that the README writes is the one it checks.
    let examples = try Self.blocks("json").filter { $0.contains(#""steps""#) }
    #expect(examples.count == 1)
    for example in examples { try workplace.write("my-exercises/neuron.json", example) }
    for example in try Self.blocks("text") where example.hasPrefix("exercise: ") {
      try workplace.write("worked-3-2-2-1.answers", example)
    }
    for program in try Self.blocks("swift") {
      try workplace.write("16.4-jacobian.swift", program + "\n")
    }
    let backmark = Backmark(workplace: workplace)
    let transcripts = try Self.blocks("console")
    #expect(transcripts.count >= 4)
    for step in transcripts.flatMap(Self.steps) {
      if step.command.contains(".swift"), !SwiftAnswersTests.areRun { continue }
      // The tests are built already; building anew would take the place of what is tested.
      let command = step.command.replacing("swift run -c release backmark", with: "backmark")
      let outcome = try backmark.shell("exec 2>&1; \(command)")
      #expect(outcome.output == step.output, "\(step.command)")
    }
  }

  @Test("the guide's exercises are sound, and leave nothing to be wished for")
  func guide() throws {
    let workplace = try Workplace([:])
    let examples = try Self.blocks("json", of: "exercises/README.md")
      .filter { $0.contains(#""steps": ["#) }
    #expect(examples.count == 5)
    for (number, example) in examples.enumerated() {
      try workplace.write("exercises/\(number).json", example)
    }
    let outcome = try Backmark(workplace: workplace)("check", "--format", "json")
    #expect(outcome == .init(output: "[]\n"))
    for kind in ["count", "formula", "choice", "written", "external", "code"] {
      #expect(examples.joined().contains(#""kind": "\#(kind)""#))
    }
  }

  @Test("the guide's transcripts are what the program prints, byte for byte")
  func guideTranscripts() throws {
    let backmark = Backmark(workplace: try Workplace([:]))
    let transcripts = try Self.blocks("console", of: "exercises/README.md")
    #expect(transcripts.count == 3)
    for step in transcripts.flatMap(Self.steps) {
      let outcome = try backmark.shell("exec 2>&1; \(step.command)")
      #expect(outcome.output == step.output, "\(step.command)")
    }
  }

  @Test("the commands that set everything up stand on the first screen")
  func setUp() throws {
    let text = try ProjectFolder.text(of: "README.md")
    let screen = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(50)
    #expect(
      screen.contains("swift run -c release backmark class solutions/sample-class --out results"))
    #expect(screen.contains("swift test"))
  }
}
