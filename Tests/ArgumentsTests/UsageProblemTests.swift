import Arguments
import Testing

@Suite("What is said of a usage problem")
struct UsageProblemTests {
  static let subject = UsageSubject(label: "--out <folder>", help: "Where the results go.")

  @Test(
    "each problem has its sentence",
    arguments: [
      (.unknownOption("-x", suggestion: nil), "Unknown option '-x'"),
      (
        .unknownOption("--otu", suggestion: "--out"),
        "Unknown option '--otu'. Did you mean '--out'?"
      ),
      (
        .optionBeforeSubcommand("--out"),
        "The option '--out' must come after the subcommand"
      ),
      (.unknownSubcommand("x", suggestion: nil), "Unknown subcommand 'x'"),
      (
        .unknownSubcommand("grdae", suggestion: "grade"),
        "Unknown subcommand 'grdae'. Did you mean 'grade'?"
      ),
      (.missingValue(subject), "Missing value for '--out <folder>'"),
      (
        .unexpectedValue(option: "-r", value: "yes"),
        "The option '-r' does not take any value, but 'yes' was specified."
      ),
      (.unexpectedArguments(["a"]), "Unexpected argument 'a'"),
      (.unexpectedArguments(["a", "b c"]), "2 unexpected arguments: 'a', 'b c'"),
      (.missing(subject), "Missing expected argument '--out <folder>'"),
      (
        .notAChoice("x", of: subject, choices: ["a"], suggestion: nil),
        "The value 'x' is invalid for '--out <folder>'. Please provide 'a'."
      ),
      (
        .notAChoice("x", of: subject, choices: ["a", "b"], suggestion: nil),
        "The value 'x' is invalid for '--out <folder>'. Please provide one of 'a' or 'b'."
      ),
      (
        .notAChoice("bb", of: subject, choices: ["a", "b", "c"], suggestion: "b"),
        "The value 'bb' is invalid for '--out <folder>'. Did you mean 'b'? "
          + "Please provide one of 'a', 'b' or 'c'."
      ),
      (
        .notAChoice("x", of: subject, choices: ["a", "b", "c", "d", "e", "f"], suggestion: nil),
        """
        The value 'x' is invalid for '--out <folder>'. Please provide one of the following:
          - a
          - b
          - c
          - d
          - e
          - f
        """
      ),
      (
        .invalidValue("x", of: subject, wanted: "a number"),
        "The value 'x' is invalid for '--out <folder>'. Please provide a number."
      ),
      (
        .unsupportedShell("tcsh"),
        """
        Can't generate completion scripts for 'tcsh'.
        Please use --generate-completion-script=<shell> with one of:
            zsh bash fish
        """
      ),
      (
        .unsupportedShell(nil),
        """
        Can't autodetect a supported shell.
        Please use --generate-completion-script=<shell> with one of:
            zsh bash fish
        """
      ),
      (.other("The log cannot be a folder."), "The log cannot be a folder."),
    ] as [(UsageProblem, String)])
  func sentences(problem: UsageProblem, sentence: String) {
    #expect(problem.sentence == sentence)
  }

  @Test(
    "a problem with the value of an option recalls what the option is for",
    arguments: [
      .missingValue(subject),
      .missing(subject),
      .notAChoice("x", of: subject, choices: ["a"], suggestion: nil),
      .invalidValue("x", of: subject, wanted: "a number"),
    ] as [UsageProblem])
  func help(problem: UsageProblem) {
    #expect(problem.help == "--out <folder>  Where the results go.")
  }

  @Test("nothing is recalled where there is nothing to recall")
  func noHelp() {
    #expect(UsageProblem.missing(UsageSubject(label: "--size <n>", help: "")).help == nil)
    #expect(UsageProblem.unexpectedArguments(["a"]).help == nil)
  }
}
