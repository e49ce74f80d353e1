import Testing

@testable import Arguments

@Suite("Completions for fish")
struct FishCompletionsTests {
  @Test("the script follows from the declarations")
  func script() {
    #expect(FishCompletions(tool: SampleTool.tool).script == Self.snapshot)
  }
}
