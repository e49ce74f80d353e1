import Marking
import Reports
import TestSupport
import Testing

@Suite("The formats of feedback")
struct FeedbackFormatTests {
  private static func marked(_ count: Int) throws -> [MarkedSubmission] {
    let exercise = try SampleExercise.chain()
    let steps = [StepFeedback(name: "u", status: .correct, points: 1, outOf: 1)]
    return (0..<count).map {
      MarkedSubmission(Feedback(exercise: "chain", student: "s\($0)", steps: steps), exercise)
    }
  }

  @Test("each format is found by its own name")
  func names() {
    #expect(FeedbackFormats.all.map { $0.name } == ["text", "json", "markdown", "html"])
    for format in FeedbackFormats.all {
      #expect(FeedbackFormats.named(format.name).map { $0.name } == format.name)
    }
    #expect(FeedbackFormats.named("pdf").map { $0.name } == nil)
  }

  @Test("each format's file is in the list")
  func registered() throws {
    let types = try ProjectFolder.types(
      in: "Sources/Reports", conformingTo: "FeedbackFormatDefinition")
    #expect(
      Set(types.map { $0.lowercased() })
        == Set(FeedbackFormats.all.map { "feedback" + $0.name }))
  }

  @Test("each format prints every submission, and ends its last line")
  func everySubmission() throws {
    for format in FeedbackFormats.all {
      let text = format.text(of: try Self.marked(2), isList: true, style: TerminalStyle())
      #expect(text.contains("s0") && text.contains("s1") && text.hasSuffix("\n"))
    }
  }

  @Test("no format reveals an expected value that is not in the feedback")
  func nothingRevealed() throws {
    for format in FeedbackFormats.all {
      let text = format.text(of: try Self.marked(1), isList: false, style: TerminalStyle())
      #expect(!text.lowercased().contains("expected"))
    }
  }

  @Test(
    "JSON is an object for one submission, and an array where several were asked for",
    arguments: [(0, false, ""), (1, false, "{"), (0, true, "[]\n"), (1, true, "["), (2, true, "[")])
  func json(_ count: Int, _ isList: Bool, _ start: String) throws {
    let text = FeedbackJSON.text(
      of: try Self.marked(count), isList: isList, style: TerminalStyle())
    #expect(text.hasPrefix(start))
    #expect(text.isEmpty == start.isEmpty)
  }
}
