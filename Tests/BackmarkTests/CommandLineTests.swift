import Foundation
import TestSupport
import Testing

@Suite("The command line as a whole")
struct CommandLineTests {
  @Test(
    "wrong usage has status 64, and what is meant is suggested",
    arguments: [
      ("grdae", "Error: Unknown subcommand 'grdae'. Did you mean 'grade'?"),
      ("grade x --revael", "Error: Unknown option '--revael'. Did you mean '--reveal'?"),
      ("show", "Error: Missing expected argument '<id>'"),
      ("list extra", "Error: Unexpected argument 'extra'"),
      (
        "list --format jsno",
        "Error: The value 'jsno' is invalid for '--format <format>'. Did you mean 'json'? "
          + "Please provide one of 'text', 'json' or 'ids'."
      ),
      (
        "class c -o r --jobs 0",
        "Error: The value '0' is invalid for '--jobs <n>'. "
          + "Please provide a whole number from 1 to 1024."
      ),
      ("class c", "Error: Missing expected argument '--out <results>'"),
    ])
  func usage(_ line: String, _ message: String) throws {
    let outcome = try Backmark(workplace: try Workplace(Workplace.exercises)).shell(
      "backmark \(line)")
    #expect(outcome.status == 64)
    #expect(outcome.output == "")
    #expect(outcome.notes.split(separator: "\n").first.map(String.init) == message)
    #expect(outcome.notes.contains("\nUsage: backmark"))
  }

  @Test(
    "help and version are asked for, and so go to standard output",
    arguments: ["", "--help", "help", "grade --help", "help class", "--version"])
  func help(_ line: String) throws {
    let outcome = try Backmark(workplace: try Workplace(Workplace.exercises)).shell(
      "backmark \(line)")
    #expect(outcome.status == 0)
    #expect(outcome.notes == "")
    #expect(!outcome.output.isEmpty)
  }

  @Test(
    "colours are used on a terminal or on request, and never against one",
    arguments: [
      ([:], "", false),
      (["FORCE_COLOR": "1"], "", true),
      (["FORCE_COLOR": "0"], "", false),
      (["FORCE_COLOR": "1", "NO_COLOR": "1"], "", false),
      (["FORCE_COLOR": "1", "NO_COLOR": ""], "", true),
      (["TERM": "dumb"], "", false),
      (["NO_COLOR": "1"], "--color always", true),
      (["TERM": "dumb"], "--colour=always", true),
      (["FORCE_COLOR": "1"], "--color never", false),
    ] as [([String: String], String, Bool)])
  func colours(_ environment: [String: String], _ option: String, _ isColoured: Bool) throws {
    var backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let plain = try backmark("grade", "chain", "-a", "u=3")
    #expect(!plain.output.contains("\u{1B}"))
    backmark.environment = environment
    let outcome = try backmark.shell("backmark grade chain -a u=3 \(option)")
    #expect(outcome.output.contains("\u{1B}[31m") == isColoured)
    #expect(outcome.output.replacing(/\u{1B}\[\d+m/, with: "") == plain.output)
  }

  @Test("a reader that has seen enough ends the program without a word")
  func closedPipe() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    #expect(try backmark.unread("list") == (13, ""))
    #expect(
      try backmark.shell("backmark show chain | head -n 1").output == "chain  The chain rule\n")
  }

  @Test(
    "a result that cannot be written is no success",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisk() throws {
    let outcome = try Backmark(workplace: try Workplace(Workplace.exercises)).shell(
      "backmark list > /dev/full")
    #expect(
      outcome
        == .init(
          notes: "Error: the result could not be written: No space left on device\n", status: 70))
  }

  @Test(
    "that no file can be opened is the machine's fault and no exercise's",
    arguments: ["list", "check", "grade chain -a u=3"])
  func noDescriptors(line: String) throws {
    let outcome = try Backmark(workplace: try Workplace(Workplace.exercises)).shell(
      "ulimit -n 4; backmark \(line)")
    #expect(outcome.status == 70)
    #expect(outcome.output == "")
    #expect(
      outcome.notes.hasSuffix(
        "could not be read: Too many open files. That is the machine's fault and no exercise's\n"),
      "\(outcome.notes)")
  }

  @Test(
    "where the locale or --ascii says so, nothing outside ASCII is printed",
    arguments: [
      "list", "show chain", "solve chain", "grade chain -a u=3", "hint chain y", "doctor",
    ])
  func ascii(line: String) throws {
    var backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let asked = try backmark.shell("backmark \(line) --ascii 2>&1")
    #expect(asked.output.utf8.allSatisfy { $0 < 0x80 }, "\(asked.output)")
    #expect(!asked.output.contains("?"), "\(asked.output)")
    for locale in ["C", "POSIX", "de_DE.ISO-8859-1"] {
      backmark.environment = ["LC_ALL": locale]
      #expect(try backmark.shell("backmark \(line) 2>&1").output.utf8.allSatisfy { $0 < 0x80 })
    }
    backmark.environment = ["LANG": "C.UTF-8"]
    #expect(try backmark.shell("backmark grade chain -a u=3").output.contains("✗ wrong"))
    let json = try backmark.shell("backmark show chain --format json --ascii").output
    #expect(json.contains(#"y = u\u00b2"#))
  }

  @Test(
    "every output is wrapped to the terminal, from 40 columns on",
    arguments: ["list", "show chain", "grade chain -a u=3", "--help", "help class", "hint chain y"])
  func wrapped(line: String) throws {
    var backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    backmark.environment = ["COLUMNS": "40"]
    for text in try backmark.shell("backmark \(line) 2>&1").output.split(separator: "\n") {
      #expect(text.count <= 40 || !text.drop { $0 == " " }.contains(" "), "\(text)")
    }
  }

  @Test("doctor as JSON, and pages to print")
  func formats() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let doctor = try backmark("doctor", "--format", "json").output
    #expect(doctor.contains(#""numericWork": "ready; it needs nothing but this program""#))
    #expect(doctor.contains(#""confinement": {"#))
    let hint = try backmark("hint", "chain", "y", "--format", "json")
    #expect(hint.output.contains(#""kind": "shape""#))
    let solution = try backmark("solve", "chain", "--format", "json").output
    #expect(solution.contains(#""u = 3·1 + 2 = 5""#))
    for command in ["show", "solve"] {
      let page = try backmark(command, "chain", "--format", "html").output
      #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
      #expect(page.contains("<code>u</code>"))
      #expect(page.contains("u = 3·1 + 2 = 5") == (command == "solve"))
    }
  }

  @Test("doctor names the version, the system and the exercises")
  func doctor() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    try backmark.workplace.write("exercises/u.json", Workplace.unsound)
    let outcome = try backmark("doctor")
    #expect(outcome.status == 0)
    #expect(outcome.notes == "")
    let version = try backmark("--version").output
    #expect(outcome.output.hasPrefix("backmark      \(version)"))
    #expect(outcome.output.contains("\nexercises     2 of 3 are sound; see backmark check\n"))
    let lines = outcome.output.split(separator: "\n")
    #expect(
      lines.prefix(7).map { $0.prefix(14).trimmingCharacters(in: .whitespaces) } == [
        "backmark", "system", "cores", "numeric work", "exercises", "web pages",
        "Swift",
      ])
    // What else is said depends on the machine; that it is said does not.
    #expect(lines.dropFirst(7).first?.hasPrefix("Swift answers ") == true)
  }
}
