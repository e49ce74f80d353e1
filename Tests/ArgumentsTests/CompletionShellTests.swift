import Arguments
import Testing

@Suite("Asking for a completion script")
struct CompletionShellTests {
  @Test("every shell has its script, however it is asked for", arguments: CompletionShell.allCases)
  func scripts(shell: CompletionShell) {
    let script = shell.script(for: SampleTool.tool)
    let option = "--generate-completion-script"
    #expect(SampleTool.answer([option, shell.rawValue]) == script)
    #expect(SampleTool.answer(["\(option)=\(shell)"]) == script)
    #expect(SampleTool.answer([option], environment: ["SHELL": "/bin/\(shell)"]) == script)
    #expect(script.contains("ompletions for marks in \(shell)."))
    #expect(script.hasSuffix("\n") && !script.hasSuffix("\n\n"))
  }

  @Test(
    "a shell without a script is refused",
    arguments: [
      (["--generate-completion-script", "tcsh"], [:], "for 'tcsh'."),
      (["--generate-completion-script="], ["SHELL": "/bin/zsh"], "for ''."),
    ])
  func unsupported(words: [String], environment: [String: String], shell: String) {
    #expect(
      SampleTool.refusal(words, environment: environment) == """
        Error: Can't generate completion scripts \(shell)
        Please use --generate-completion-script=<shell> with one of:
            zsh bash fish
        Usage: marks <subcommand>
          See 'marks --help' for more information.

        """)
  }

  @Test(
    "a shell that cannot be told from the environment must be named",
    arguments: [[:], ["SHELL": "/bin/tcsh"], ["SHELL": ""]])
  func unnamed(environment: [String: String]) {
    #expect(
      SampleTool.refusal(["--generate-completion-script"], environment: environment) == """
        Error: Can't autodetect a supported shell.
        Please use --generate-completion-script=<shell> with one of:
            zsh bash fish
        Usage: marks <subcommand>
          See 'marks --help' for more information.

        """)
  }
}
