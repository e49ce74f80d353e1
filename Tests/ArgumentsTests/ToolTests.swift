import Arguments
import Testing

@Suite("Turning a command line into something to run or to say")
struct ToolTests {
  @Test("a command line that matches runs its command")
  func run() throws {
    guard case .run(let command) = SampleTool.tool.invocation(for: ["list", "-fjson"]) else {
      Issue.record("nothing to run")
      return
    }
    let list = try #require(command as? ListCommand)
    #expect(list.format == .json)
  }

  @Test(
    "help is given in all the customary ways",
    arguments: [
      [], ["--help"], ["-h"], ["help"], ["--nonsense", "--help"], ["help", "--help"],
    ])
  func help(words: [String]) {
    #expect(SampleTool.answer(words)?.hasPrefix("OVERVIEW: Mark exercises.\n") == true)
  }

  @Test(
    "help on a command is given in all the customary ways, whatever else is wrong",
    arguments: [
      ["help", "list"], ["list", "--help"], ["list", "-h"], ["list", "x", "--nonsense", "-h"],
      ["list", "--format", "--help"],
    ])
  func commandHelp(words: [String]) {
    #expect(SampleTool.answer(words)?.hasPrefix("OVERVIEW: List the exercises.\n") == true)
  }

  @Test("after '--' a request for help is an ordinary word")
  func noHelp() throws {
    let parsed = try #require(SampleTool.parsed(["grade", "-or", "--", "--help"]))
    #expect(parsed.arguments("path") == ["--help"])
  }

  @Test("the version is given before and after a subcommand", arguments: [[], ["grade"]])
  func version(words: [String]) {
    #expect(SampleTool.answer(words + ["--version"]) == "1.2.3\n")
  }

  @Test("a mistake in a command shows the usage of that command")
  func commandRefusal() {
    #expect(
      SampleTool.refusal(["hint", "a", "--size"]) == """
        Error: Missing value for '--size <n>'
        Usage: marks hint [--size <n>] [--share <k/n>] [--tolerance <number>] [--log <file>] \
        <id> [<step>]
          See 'marks hint --help' for more information.

        """)
  }

  @Test("a problem only the command can know is reported like any other")
  func ownRefusal() {
    #expect(
      SampleTool.refusal(["hint", "a", "--log=/"]) == """
        Error: The log cannot be a folder.
        Usage: marks hint [--size <n>] [--share <k/n>] [--tolerance <number>] [--log <file>] \
        <id> [<step>]
          See 'marks hint --help' for more information.

        """)
  }

  @Test("a problem found while running can be reported in the same form")
  func lateReport() {
    let error = UsageError(.other("There is no exercise '16.9'."))
    #expect(
      SampleTool.tool.report(on: error, of: ListCommand.self) == """
        Error: There is no exercise '16.9'.
        Usage: marks list [--format <format>]
          See 'marks list --help' for more information.

        """)
  }

  @Test(
    "a mistake before the subcommand shows the usage of the tool",
    arguments: [
      (["grdae", "x"], "Unknown subcommand 'grdae'. Did you mean 'grade'?"),
      (["help", "lst"], "Unknown subcommand 'lst'. Did you mean 'list'?"),
      (["frobnicate"], "Unknown subcommand 'frobnicate'"),
      ([""], "Unknown subcommand ''"),
      (["-1"], "Unknown subcommand '-1'"),
      (["--versoin"], "Unknown option '--versoin'. Did you mean '--version'?"),
      (["--reveal", "grade"], "The option '--reveal' must come after the subcommand"),
      (["-fjson", "list"], "The option '-f' must come after the subcommand"),
    ])
  func refusal(words: [String], sentence: String) {
    #expect(
      SampleTool.refusal(words) == """
        Error: \(sentence)
        Usage: marks <subcommand>
          See 'marks --help' for more information.

        """)
  }
}
