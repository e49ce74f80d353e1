import Testing

@testable import Arguments

@Suite("Completions for zsh")
struct ZshCompletionsTests {
  @Test("the script follows from the declarations")
  func script() {
    #expect(ZshCompletions(tool: SampleTool.tool).script == Self.snapshot)
  }
}
