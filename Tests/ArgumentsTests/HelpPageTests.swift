@testable import Arguments
import Testing

@Suite("Help pages")
struct HelpPageTests {
  @Test("the tool lists its options and subcommands")
  func tool() {
    #expect(
      SampleTool.answer(["--help"]) == """
        OVERVIEW: Mark exercises.

        Start with 'marks list'.

        USAGE: marks <subcommand>

        OPTIONS:
          --generate-completion-script <shell>
                                  Print a completion script. (default: your shell)
          --version               Show the version.
          -h, --help              Show help information.

        SUBCOMMANDS:
          list                    List the exercises.
          grade                   Mark submissions: it's [fair].
          hint                    Give a hint.

          See 'marks help <subcommand>' for detailed help.

        """)
  }

  @Test("a command lists its arguments, groups of options, options and examples")
  func command() {
    #expect(
      SampleTool.answer(["help", "grade"]) == """
        OVERVIEW: Mark submissions: it's [fair].

        USAGE: marks grade [--answer <name=value> ...] --out <folder> [--reveal] \
        [--exercises <folder> ...] [--quiet] <path> ...

        ARGUMENTS:
          <path>                  Submissions, or folders of them.

        SHARED OPTIONS:
          --exercises <folder>    Where the exercises are. (default: exercises, then
                                  $MARKS_EXERCISES)
          -q, --quiet             Print no notes.

        OPTIONS:
          --answer <name=value>   An answer given here instead of in a file.
          -o, --out <folder>      Where the results go.
          -r, --reveal, --show    Show expected values.
          --version               Show the version.
          -h, --help              Show help information.

        EXAMPLES:
          marks grade 16.2.answers
                                  Mark one submission.
          marks grade .

        """)
  }

  @Test("choices and default are listed behind the help")
  func choices() {
    #expect(
      SampleTool.answer(["help", "list"]) == """
        OVERVIEW: List the exercises.

        USAGE: marks list [--format <format>]

        OPTIONS:
          -f, --format <format>   How to print. (values: text, json, ids; default: text)
          --version               Show the version.
          -h, --help              Show help information.

        """)
  }

  @Test("COLUMNS sets the width where it leaves room to read", arguments: ["60", "39", "wide", ""])
  func columns(value: String) {
    let narrow = """
        --exercises <folder>    Where the exercises are. (default:
                                exercises, then $MARKS_EXERCISES)
      """
    let help = SampleTool.answer(["grade", "-h"], environment: ["COLUMNS": value])
    #expect(help?.contains(narrow) == (value == "60"))
  }

  @Test("past a dozen entries the usage line spells out only what must be there")
  func manyOptions() {
    let options = (1...12).map { OptionDeclaration.flag("flag-\($0)", help: "") }
    let out = OptionDeclaration.option("out", value: "folder", help: "", isRequired: true)
    let path = ArgumentDeclaration("path", help: "", arity: .any)
    let many = CommandDeclaration("x", abstract: "", arguments: [path], options: options + [out])
    let few = CommandDeclaration("x", abstract: "", arguments: [path], options: [options[0], out])
    #expect(SampleTool.tool.synopsis(of: many) == "marks x [<options>] --out <folder> [<path> ...]")
    #expect(SampleTool.tool.synopsis(of: few) == "marks x [--flag-1] --out <folder> [<path> ...]")
  }
}
