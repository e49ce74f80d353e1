import Arguments
import Testing

@Suite("Reading words against a declaration")
struct ArgumentReaderTests {
  @Test(
    "options stand anywhere, in every customary spelling",
    arguments: [
      ["grade", "--out", "r", "--reveal", "p"],
      ["grade", "--out=r", "p", "--reveal"],
      ["grade", "-o", "r", "-r", "p"],
      ["grade", "-or", "-r", "p"],
      ["grade", "-o=r", "--show", "p"],
      ["grade", "p", "-ror"],
      ["grade", "-ro", "r", "p"],
      ["grade", "-r", "-r", "--out", "r", "--", "p"],
      ["--", "grade", "p", "-ror"],
    ])
  func spellings(words: [String]) throws {
    let parsed = try #require(SampleTool.parsed(words))
    #expect(parsed.value("out") == "r")
    #expect(parsed.flag("reveal"))
    #expect(!parsed.flag("quiet"))
    #expect(parsed.arguments("path") == ["p"])
  }

  @Test(
    "a value may start with a dash only where it cannot be an option",
    arguments: [
      (["--answer", "x=-1"], "x=-1"),
      (["--answer", "-1"], "-1"),
      (["--answer", "-.5"], "-.5"),
      (["--answer", "-2e-3"], "-2e-3"),
      (["--answer", "-"], "-"),
      (["--answer=-inf"], "-inf"),
      (["--answer=--reveal"], "--reveal"),
      (["--answer=a=b"], "a=b"),
      (["--answer="], ""),
      (["--answer", ""], ""),
    ])
  func dashes(words: [String], value: String) throws {
    let parsed = try #require(SampleTool.parsed(["grade", "-or", "p"] + words))
    #expect(parsed.values("answer") == [value])
    #expect(parsed.arguments("path") == ["p"])
  }

  @Test(
    "negative numbers, a lone dash and whatever follows '--' are arguments",
    arguments: [
      (["-1", "-0.5"], ["-1", "-0.5"]),
      (["-"], ["-"]),
      ([""], [""]),
      (["a", "--", "-r", "--", "--out"], ["a", "-r", "--", "--out"]),
    ])
  func arguments(words: [String], paths: [String]) throws {
    let parsed = try #require(SampleTool.parsed(["grade", "-or"] + words))
    #expect(parsed.arguments("path") == paths)
    #expect(!parsed.flag("reveal"))
  }

  @Test("a repeatable option keeps every value in order; of any other the last one counts")
  func repetition() throws {
    let words = ["grade", "p", "--answer", "a=1", "-ox", "--answer=b=2", "--out", "y"]
    let parsed = try #require(SampleTool.parsed(words))
    #expect(parsed.values("answer") == ["a=1", "b=2"])
    #expect(parsed.value("out") == "y")
  }

  @Test("arguments take their words in turn")
  func turns() throws {
    let both = try #require(SampleTool.parsed(["hint", "16.2", "a1"]))
    #expect(both.argument("id") == "16.2")
    #expect(both.arguments("step") == ["a1"])
    let one = try #require(SampleTool.parsed(["hint", "16.2"]))
    #expect(one.argument("id") == "16.2")
    #expect(one.arguments("step") == [])
  }

  @Test(
    "everything wrong with a line is reported at once, and nothing that only follows from it",
    arguments: [
      (
        ["grade"],
        """
        Error: Missing expected argument '<path> ...'
        Help:  <path> ...  Submissions, or folders of them.
        Error: Missing expected argument '--out <folder>'
        Help:  --out <folder>  Where the results go.
        """
      ),
      (
        ["grade", "p", "--out", "--reveal"],
        """
        Error: Missing value for '--out <folder>'
        Help:  --out <folder>  Where the results go.
        """
      ),
      (
        ["grade", "p", "-or", "--reveal=yes", "-q=no"],
        """
        Error: The option '--reveal' does not take any value, but 'yes' was specified.
        Error: The option '-q' does not take any value, but 'no' was specified.
        """
      ),
      (
        ["list", "--frmat", "json", "--zzz", "now"],
        """
        Error: Unknown option '--frmat'. Did you mean '--format'?
        Error: Unknown option '--zzz'
        """
      ),
      (
        ["grade", "--revael", "-or"],
        "Error: Unknown option '--revael'. Did you mean '--reveal'?"
      ),
      (["list", "-fjson", "-qx"], "Error: Unknown option '-q'"),
      (["list", "-format=json"], "Error: Unknown option '-format'. Did you mean '--format'?"),
      (
        ["list", "-format", "json"],
        "Error: Unknown option '-format'. Did you mean '--format'?"
      ),
      (
        ["grade", "p", "-or", "-reveal"],
        "Error: Unknown option '-reveal'. Did you mean '--reveal'?"
      ),
      (["grade", "p", "--otu", "r"], "Error: Unknown option '--otu'. Did you mean '--out'?"),
      (["grade", "p", "--otu=r"], "Error: Unknown option '--otu'. Did you mean '--out'?"),
      (["grade", "p", "-out", "r"], "Error: Unknown option '-out'. Did you mean '--out'?"),
      (["list", "a"], "Error: Unexpected argument 'a'"),
      (["hint", "a", "b", "c", "-5"], "Error: 2 unexpected arguments: 'c', '-5'"),
      (
        ["list", "--format", "jsn", "-fTEXT"],
        """
        Error: The value 'jsn' is invalid for '--format <format>'. Did you mean 'json'? \
        Please provide one of 'text', 'json' or 'ids'.
        Help:  --format <format>  How to print.
        Error: The value 'TEXT' is invalid for '--format <format>'. Did you mean 'text'? \
        Please provide one of 'text', 'json' or 'ids'.
        Help:  --format <format>  How to print.
        """
      ),
    ])
  func problems(words: [String], report: String) throws {
    let refusal = try #require(SampleTool.refusal(words))
    let errors = refusal.text(before: "\nUsage: ")
    #expect(errors == report)
  }
}

extension StringProtocol {
  fileprivate func text(before separator: String) -> String {
    firstRange(of: separator).map { String(self[..<$0.lowerBound]) } ?? String(self)
  }
}
