import Testing

@testable import Arguments

@Suite("Completions for fish")
struct FishCompletionsTests {
  private static let script = FishCompletions(tool: SampleTool.tool).script

  @Test("the script follows from the declarations")
  func script() {
    #expect(Self.script == Self.snapshot)
  }

  @Test(
    "fish itself completes commands, options, values and files",
    .enabled(if: RealShell(name: "fish").isTested),
    arguments: [
      ("", ["list", "grade", "hint", "help"]),
      ("g", ["grade"]),
      ("help ", ["list", "grade", "hint"]),
      ("help list ", []),
      ("--v", ["--version"]),
      ("--generate-completion-script ", ["zsh", "bash", "fish"]),
      ("list ", []),
      ("list -", ["-f", "--format", "--version", "-h", "--help"]),
      ("list --format j", ["json"]),
      ("list --format=", ["--format=text", "--format=json", "--format=ids"]),
      ("list -f ", ["text", "json", "ids"]),
      ("grade p", ["p q/", "p.answers", "p.json"]),
      ("grade 16", ["16.1", "16.2"]),
      ("grade a --out p", ["p q/"]),
      ("grade a --out r p", ["p q/", "p.answers", "p.json"]),
      ("grade --exercises p", ["p q/"]),
      ("grade --answer p", []),
      ("hint ", ["16.1", "16.2"]),
      ("hint 16.2 ", ["16.2", "a1", "z1"]),
      ("hint --log p.txt 16.2 ", ["16.2", "a1", "z1"]),
      ("hint --share ", ["csv=", "page="]),
      ("hint --share=csv=p.t", ["--share=csv=p.txt"]),
      ("hint --share page=p.t", ["page=p.txt"]),
      ("hint --size 2 16.2 z", ["z1"]),
      ("hint 16.2 z1 ", []),
      ("hint --log p.t", ["p.txt"]),
    ])
  func completing(line: String, replies: [String]) throws {
    let lines = try RealShell(name: "fish").lines(
      files: ["marks.fish": Self.script], ["--no-config", "-c", Self.driver, "marks " + line])
    // What stands behind a tab describes the reply.
    let found = lines.compactMap { $0.split(separator: "\t").first.map(String.init) }
    #expect(found.sorted() == replies.sorted())
  }

  private static let driver = """
    source marks.fish
    function marks
        if test "$argv[1]" = steps
            printf '%s\\n' a1 z1 $argv[2]
        else
            printf '16.1\\n16.2\\n'
        end
    end
    complete -C $argv[1]
    """
}
