import Foundation
import TestSupport
import Testing

@Suite("backmark list, show, start and solve")
struct CatalogueCommandsTests {
  @Test("the exercises are listed as a table, as ids and as JSON")
  func list() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    #expect(
      try backmark("list")
        == .init(
          output: """
            chain  The chain rule  (2 steps, 3 points)
            own    Own weights  (1 step, 1 point)

            """))
    #expect(try backmark("list", "--format", "ids") == .init(output: "chain\nown\n"))
    #expect(
      try backmark("list", "--format", "json")
        == .init(
          output: """
            [
              {
                "id": "chain",
                "title": "The chain rule",
                "source": "Chapter 1",
                "topic": null,
                "level": null,
                "needs": [],
                "minutes": null,
                "steps": 2,
                "points": 3
              },
              {
                "id": "own",
                "title": "Own weights",
                "source": null,
                "topic": null,
                "level": null,
                "needs": [],
                "minutes": null,
                "steps": 1,
                "points": 1
              }
            ]

            """))
  }

  @Test("exercises with a topic stand under it, in the order of the course")
  func topics() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let own = try backmark.workplace.text(of: "exercises/own.json")
    let place = #""topic": "Choosing", "level": 1, "needs": ["chain"], "minutes": 1, "statement""#
    try backmark.workplace.write("exercises/own.json", own.replacing(#""statement""#, with: place))
    #expect(
      try backmark("list").output
        == """
        Choosing
          own    Own weights  (1 step, 1 point, level 1, 1 minute)

        Other exercises
          chain  The chain rule  (2 steps, 3 points)

        """)
    #expect(try backmark("list", "--format", "ids").output == "own\nchain\n")
    let json = try backmark("list", "--format", "json").output
    #expect(json.contains(#""needs": [\#n      "chain"\#n    ],"#), "\(json)")
  }

  @Test("a file that cannot be read does not hide the others")
  func brokenList() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    try backmark.workplace.write("exercises/broken.json", "{")
    let outcome = try backmark("list", "--format", "ids")
    #expect(outcome.output == "chain\nown\n")
    #expect(
      outcome.notes.hasPrefix("the exercise cannot be used:\nexercises/broken.json:1:2: error: "))
    #expect(outcome.status == 2)
  }

  @Test("exercises come from --exercises, or the folder of that name and the environment")
  func folders() throws {
    var backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let chain = try backmark.workplace.text(of: "exercises/chain.json")
    try backmark.workplace.write("more/a.json", chain.replacing(#""chain""#, with: #""a""#))
    try backmark.workplace.write("less/b.json", chain.replacing(#""chain""#, with: #""b""#))
    func ids(_ arguments: String...) throws -> String {
      try backmark.shell("backmark list --format ids " + arguments.joined(separator: " ")).output
    }
    #expect(try ids("--exercises more") == "a\n")
    #expect(try ids("--exercises more --exercises=less") == "a\nb\n")
    backmark.environment = ["BACKMARK_EXERCISES": "more:less"]
    #expect(try ids() == "a\nb\nchain\nown\n")
    #expect(try ids("--exercises more") == "a\n")
    #expect(
      try backmark("list", "--exercises", "none")
        == .init(notes: "Error: there is no folder 'none' of exercises\n", status: 2))
  }

  @Test("without a folder named, exercises are found here, above, and where they are installed")
  func foundFolders() throws {
    func exercise(_ id: String) -> String {
      """
      { "id": "\(id)", "title": "T", "statement": "S",
        "steps": [{ "name": "u", "formula": "1 + 1", "text": "the sum" }] }
      """
    }
    let workplace = try Workplace([
      "exercises/one.json": exercise("one"),
      "course/week/notes.txt": "",
      "course/exercises/notes.txt": "no exercise of ours",
      "prefix/share/backmark/exercises/two.json": exercise("two"),
      "elsewhere/notes.txt": "",
    ])
    let backmark = Backmark(workplace: workplace)
    func ids(in folder: String, _ program: String = "backmark") throws -> String {
      let line = "cd \(folder) && exec 2>&1 && \(program) list --format ids"
      return try backmark.shell(line).output
    }
    #expect(try ids(in: "course/week") == "one\n", "the nearest above that holds an exercise")
    // A program that is installed knows its own catalogue; here and above go before it.
    let bin = "\(workplace.path)/prefix/bin"
    // By another program: a file that this one has open for writing cannot be run by its children.
    let copied = try backmark.shell("mkdir -p \(bin) && cp \(TestRun.folder)/backmark \(bin)")
    #expect(copied.status == 0)
    #expect(try ids(in: "course/week", "\(bin)/backmark") == "one\n")
    try FileManager.default.removeItem(atPath: "\(workplace.path)/exercises")
    #expect(try ids(in: "elsewhere", "\(bin)/backmark") == "two\n")
    #expect(
      try ids(in: "elsewhere", "BACKMARK_EXERCISES=../course/exercises \(bin)/backmark")
        == "there are no exercises in ../course/exercises\n")
    try FileManager.default.removeItem(atPath: "\(workplace.path)/prefix/share")
    #expect(
      try ids(in: "elsewhere", "\(bin)/backmark")
        == "Error: there is no folder 'exercises' here or above; "
        + "name one with --exercises or $BACKMARK_EXERCISES\n")
  }

  @Test("show prints the question, as text and as JSON")
  func show() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    #expect(
      try backmark("show", "chain")
        == .init(
          output: """
            chain  The chain rule
            Chapter 1

            Let u = 3x + 2 and y = u² at x = 1.

            Steps
              u  1 point   the inner value
              y  2 points  the outer value

            Three or four digits: a number is right as far as it is typed. Two digits will
            do, fewer earn half.

            """))
    let json = try backmark("show", "chain", "--format", "json")
    #expect(json.status == 0)
    #expect(json.output.hasPrefix("{\n  \"id\": \"chain\",\n  \"title\": \"The chain rule\","))
    #expect(!json.output.contains("formula") && !json.output.contains("missing"))
    #expect(try backmark("show", "chain", "--format", "steps") == .init(output: "u\ny\n"))
    try backmark.workplace.write("mine.answers", "exercise: chain\n")
    #expect(
      try backmark("show", "mine.answers", "--format", "steps") == .init(output: "u\ny\n"))
  }

  @Test(
    "an id that is not there is answered with the nearest three and their titles",
    arguments: [
      (
        "chian",
        "there is no exercise 'chian' in exercises; did you mean 'chain'?\n"
          + "  chain  The chain rule\n  own    Own weights"
      ),
      (
        "weights",
        "there is no exercise 'weights' in exercises; there are:\n"
          + "  own    Own weights\n  chain  The chain rule"
      ),
    ])
  func unknown(_ id: String, _ message: String) throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    for command in ["show", "start", "solve"] {
      #expect(try backmark(command, id) == .init(notes: "Error: \(message)\n", status: 2))
    }
  }

  @Test("a folder without exercises is said to be one")
  func empty() throws {
    let backmark = Backmark(workplace: try Workplace(["exercises/README.md": ""]))
    let note = "there are no exercises in exercises\n"
    #expect(try backmark("list") == .init(notes: note))
    #expect(try backmark("list", "--format", "json") == .init(output: "[]\n", notes: note))
    #expect(
      try backmark("show", "zz").notes
        == "Error: there is no exercise 'zz' in exercises; there are no others either\n")
  }

  @Test("start writes a sheet, tells what to do, and never overwrites one")
  func start() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let sheet = """
      # own  Own weights
      # Write after each equals sign: 0.5, 1/3, [1, 2] or [[1, 2], [3, 4]].
      exercise: own
      student: Ada

      # What you choose.
      # W1: your weights, a 1×2 matrix
      W1 = \("")

      # z1: the pre-activation
      z1 = \("")

      """
    #expect(
      try backmark("start", "own", "--student", "Ada")
        == .init(notes: "own.answers is ready. Fill it in, then: backmark grade own.answers\n"))
    #expect(try backmark.workplace.text(of: "own.answers") == sheet)
    #expect(try backmark("start", "own", "--student", "Ada", "-o", "-") == .init(output: sheet))
    try backmark.workplace.write("own.answers", "my work")
    #expect(
      try backmark("start", "own")
        == .init(
          notes: "Error: 'own.answers' exists already; name another file with -o\n", status: 2))
    #expect(try backmark.workplace.text(of: "own.answers") == "my work")
    #expect(
      try backmark("start", "own", "-o", "no/such.answers")
        == .init(
          notes: "Error: 'no/such.answers' could not be written: No such file or directory\n",
          status: 2))
    #expect(try backmark("start", "own", "-q", "-o", "mine.answers") == .init())
    #expect(try backmark.workplace.names == ["exercises", "mine.answers", "own.answers"])
  }

  @Test("solve prints the working, on the student's own choices where there are any")
  func solve() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let chain = try backmark("solve", "chain")
    #expect(chain.status == 0 && chain.notes == "")
    #expect(chain.output.hasPrefix("chain  The chain rule\n"))
    #expect(chain.output.contains("25"))
    #expect(
      try backmark("solve", "own")
        == .init(
          notes: "Error: students choose W1 here; give a file that has them with --with\n",
          status: 2))
    try backmark.workplace.write("own.answers", "W1 = [[10, 200]]")
    let own = try backmark("solve", "own", "--with", "own.answers")
    #expect(own.status == 0)
    #expect(own.output.contains("410"))
    #expect(try backmark("solve", "own.answers") == own)
    #expect(
      try backmark("solve")
        == .init(output: own.output, notes: "own.answers: the only sheet here.\n"))
    #expect(
      try backmark("solve", "chain", "u")
        == .init(output: "u = 3·x + 2\n    u = 3·1 + 2 = 5\n"))
    #expect(
      try backmark("solve", "chain", "v")
        == .init(notes: "Error: exercise chain has no step 'v'; there are u, y\n", status: 2))
  }

  @Test("solve does not print the working of a wrong key")
  func unsound() throws {
    let backmark = Backmark(workplace: try Workplace(["exercises/u.json": Workplace.unsound]))
    let outcome = try backmark("solve", "unsound")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.notes.hasPrefix(
        "Error: exercise unsound is not sound, so nothing is marked with it:\n"))
  }
}
