import Testing

@testable import Arguments

@Suite("Completions for bash")
struct BashCompletionsTests {
  static let script = BashCompletions(tool: SampleTool.tool).script

  @Test("the functions of the commands follow from their declarations")
  func commands() throws {
    let start = try #require(Self.script.range(of: "_marks_commands() {"))
    let end = try #require(Self.script.range(of: "_marks() {"))
    #expect(String(Self.script[start.lowerBound..<end.lowerBound]) == Self.commandFunctions)
  }

  @Test("the function for the tool follows from the declarations, too")
  func entry() throws {
    let start = try #require(Self.script.range(of: "_marks() {"))
    #expect(String(Self.script[start.lowerBound...]) == Self.entryFunction)
  }

  @Test(
    "bash itself completes commands, options, values and files",
    .enabled(if: RealShell(name: "bash").isTested),
    arguments: [
      ([""], ["list", "grade", "hint", "help"]),
      (["g"], ["grade"]),
      (["help", ""], ["list", "grade", "hint", "help"]),
      (["help", "list", ""], []),
      (["--v"], ["--version"]),
      (["--generate-completion-script", ""], ["zsh", "bash", "fish"]),
      (["list", ""], []),
      (["list", "-"], ["-f", "--format", "--version", "-h", "--help"]),
      (["list", "--format", "j"], ["json"]),
      (["list", "--format", "="], ["text", "json", "ids"]),
      (["list", "--format", "=", "i"], ["ids"]),
      (["list", "-f", ""], ["text", "json", "ids"]),
      (["grade", "p"], ["p q", "p.answers", "p.json"]),
      (["grade", "1"], ["16.1", "16.2"]),
      (["grade", "a", "--out", "=", "p"], ["p q"]),
      (["grade", "a", "--out", "=", "r", "p"], ["p q", "p.answers", "p.json"]),
      (["grade", "--exercises", "p"], ["p q"]),
      (["grade", "--answer", "x", "=", "p"], []),
      (["grade", "--answer", "x", "=", "1", "p"], ["p q", "p.answers", "p.json"]),
      (["grade", "--", "--"], []),
      (["hint", ""], ["16.1", "16.2"]),
      (["hint", "16.2", ""], ["16.2", "a1", "z1"]),
      (["hint", "--size", "2", "--", "-x", ""], ["-x", "a1", "z1"]),
      (["hint", "--share", ""], ["csv=", "page="]),
      (["hint", "--share", "p"], ["page="]),
      (["hint", "--share", "csv", "="], ["p q", "p.answers", "p.json", "p.txt"]),
      (["hint", "--share", "csv", "=", "p.t"], ["p.txt"]),
      (["hint", "--share", "=", "csv", "=", "p.t"], ["p.txt"]),
      (["hint", "--share", "csv", "=", "p.txt", ""], ["16.1", "16.2"]),
      (["hint", "--size", "2", "16.2", "z"], ["z1"]),
      (["hint", "16.2", "z1", ""], []),
      (["hint", "--log", "p.t"], ["p.txt"]),
    ])
  func completing(words: [String], replies: [String]) throws {
    #expect(try complete(words).sorted() == replies.sorted())
  }

  /// What bash offers for the last word in a folder with a few files.
  private func complete(_ words: [String]) throws -> [String] {
    try RealShell(name: "bash")
      .lines(["--norc", "-u", "-c", Self.script + Self.driver, "bash", "marks"] + words)
      .filter { !$0.isEmpty }
  }

  private static let driver = """
    marks() {
      case "$1" in
        steps) printf '%s\\n' a1 z1 "$2" ;;
        *) printf '16.1\\n16.2\\n' ;;
      esac
    }
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    _marks
    if ((${#COMPREPLY[@]})); then printf '%s\\n' "${COMPREPLY[@]}"; fi
    """
}
