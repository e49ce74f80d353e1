import Testing

@testable import Arguments

@Suite("Completions for zsh")
struct ZshCompletionsTests {
  private static let script = ZshCompletions(tool: SampleTool.tool).script

  @Test("the script follows from the declarations")
  func script() {
    #expect(Self.script == Self.snapshot)
  }

  /// Lines after the tool's name, and what completes the last word of each.
  private static let completions: KeyValuePairs = [
    "": ["list", "grade", "hint", "help"],
    "g": ["grade"],
    "help ": ["list", "grade", "hint", "help"],
    "help list ": [],
    "--v": ["--version"],
    "--generate-completion-script=": ["zsh", "bash", "fish"],
    // Where no argument is left, zsh offers the options.
    "list ": ["-f", "--format", "--version", "-h", "--help"],
    "list -": ["-f", "--format", "--version", "-h", "--help"],
    "list --format j": ["json"],
    "list --format=": ["text", "json", "ids"],
    "list -f ": ["text", "json", "ids"],
    "grade p": [#"p\ q"#, "p.answers", "p.json"],
    "grade 16": ["16.1", "16.2"],
    "grade a --out p": [#"p\ q"#],
    "grade a --out r p": [#"p\ q"#, "p.answers", "p.json"],
    "grade --exercises p": [#"p\ q"#],
    "grade --answer p": [],
    "grade -- --": [],
    "hint ": ["16.1", "16.2"],
    "hint 16.2 ": ["16.2", "a1", "z1"],
    "hint --log p.txt 16.2 ": ["16.2", "a1", "z1"],
    "hint --share ": ["csv", "page"],
    "hint --share=csv=p.t": ["p.txt"],
    "hint --share page=p.t": ["p.txt"],
    "hint --size 2 16.2 z": ["z1"],
    "hint 16.2 z1 ": [
      "--size", "--share", "--tolerance", "--log", "--version", "-h", "--help",
    ],
    "hint --log p.t": ["p.txt"],
  ]

  @Test(
    "zsh itself completes commands, options, values and files",
    .enabled(if: RealShell(name: "zsh").isTested))
  func completing() throws {
    let typed = Self.completions.map { "marks " + $0.key }
    let files = ["marks.zsh": Self.script, "answering.zsh": Self.answering]
    let lines = try RealShell(name: "zsh").lines(files: files, ["-f", "-c", Self.driver] + typed)
    let replies = lines.dropLast().map { $0.split(separator: "\t").map(String.init) }
    try #require(replies.count == typed.count, "\(lines.joined(separator: "\n"))")
    for (completion, found) in zip(Self.completions, replies) {
      #expect(found.sorted() == completion.value.sorted(), "\(completion.key)")
    }
  }

  /// Starts an interactive zsh on a terminal of its own, for only such a one completes, and prints
  /// its replies, a line each; without any, what was on the terminal.
  private static let driver = """
    zmodload zsh/zpty
    print -rl -- "$0" "$@" > typed
    zpty shell zsh -f -i
    zpty -w shell 'source ./answering.zsh'
    while zpty -r shell line; do print -r -- "$line" >> terminal; done
    if [[ -e replies ]]; then cat replies; else cat terminal; fi
    """

  /// Completes every line as soon as the terminal is ready for one, and ends.
  private static let answering = """
    TMOUT=60
    setopt extendedglob
    autoload -Uz compinit
    compinit -u -D
    source ./marks.zsh
    marks() { [[ $1 == steps ]] && print -rl a1 z1 "$2" || print -rl 16.1 16.2 }
    compadd() {
      # Where the matches go elsewhere, nothing is offered.
      if [[ ${@[1,(i)(-|--)]} != *-[a-zA-Z]#[OAD]\\ * ]]; then
        local -a matches
        builtin compadd -A matches "$@"
        offered+=($matches)
      fi
      builtin compadd "$@"
    }
    zle-line-init() {
      local line
      for line in "${(@f)$(<typed)}"; do
        local -aU offered=()
        BUFFER=$line CURSOR=$#line
        zle list-choices
        print -r -- "${(pj:\\t:)offered}" >> replies
      done
      exit
    }
    zle -N zle-line-init
    """
}
