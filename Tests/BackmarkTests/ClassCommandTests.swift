import Foundation
import TestSupport
import Testing

@Suite("backmark class")
struct ClassCommandTests {
  private static func backmark(_ submissions: [String: String]) throws -> Backmark {
    let workplace = try Workplace(Workplace.exercises)
    for (name, text) in submissions { try workplace.write("class/" + name, text) }
    return Backmark(workplace: workplace)
  }

  private static let submissions = [
    "ada/chain.answers": "u = 5\ny = 25", "bob.answers": "exercise: chain\nu = 3\ny = 9",
    "cy/work.pdf": "",
  ]

  /// Takes from the superuser, as whom CI runs, the right to read everything.
  private static let asAnybody = """
    anybody() { [ "$(id -u)" -ne 0 ] || set -- \
      setpriv --bounding-set=-dac_override,-dac_read_search "$@"; "$@"; }
    """

  @Test(
    "what the machine refuses to read is the machine's fault, for the superuser's class as well",
    .enabled(
      if: getuid() != 0 || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")
        || TestRun.requiresAll))
  func unreadable() throws {
    let backmark = try Self.backmark([
      "ada/chain.answers": "u = 5", "bob/chain.answers": "u = 5", "cy/chain.answers": "u = 5",
    ])
    let outcome = try backmark.shell(
      """
      \(Self.asAnybody)
      chmod 0 class/ada/chain.answers class/bob
      anybody backmark class class -o r -q >/dev/null; status=$?
      chmod 755 class/bob
      cut -d, -f 1,5 r/gradebook.csv | tr -d '\\r'; exit $status
      """)
    #expect(
      outcome.output == """
        student,status
        ada,not graded: chain.answers could not be read: Permission denied
        bob,not graded: the folder could not be read: Permission denied
        cy,ok

        """)
    #expect(outcome.status == 75)
  }

  @Test("the table goes to standard output, progress and notes to standard error")
  func table() throws {
    let backmark = try Self.backmark(Self.submissions)
    #expect(
      try backmark("class", "class", "--out", "results")
        == .init(
          output: """
            student   chain   total
            ada           3       3
            bob           2       2
            cy            –       0  *

            exercise  handed in     mean  full marks  most often wrong first
            chain             2    2.5/3           1  u (1×)

            * to be looked at
              cy  work.pdf is not a submission (*.answers, *.json or *.swift, or a *.zip of
                  these)

            3 students, 1 to be looked at

            """,
          notes: """
            layout: plain (3 folders and files; --layout to change)
            3 of 3 students
            Written to results: gradebook.csv, results.jsonl, class.html, feedback

            """))
    #expect(
      try backmark.workplace.text(of: "results/gradebook.csv").replacing("\r\n", with: "\n") == """
        student,name,chain,total,status
        ada,,3,3,ok
        bob,,2,2,ok
        cy,,,0,"work.pdf is not a submission (*.answers, *.json or *.swift, or a *.zip of these)"

        """)
    #expect(
      try backmark.workplace.text(of: "results/results.jsonl") == """
        {"exercise":"chain","student":"ada","points":3,"outOf":3,"steps":[\
        {"name":"u","status":"correct","points":1,"outOf":1},\
        {"name":"y","status":"correct","points":2,"outOf":2}]}
        {"exercise":"chain","student":"bob","points":2,"outOf":3,"steps":[\
        {"name":"u","status":"incorrect","points":0,"outOf":1,"says":["The 2 is missing."],\
        "diagnosis":{"kind":"mistake","formula":"3*x"}},\
        {"name":"y","status":"followsThrough","points":2,"outOf":2,"follows":["u"],\
        "says":["This follows correctly from your u."]}]}

        """)
    #expect(try backmark("class", "class", "--out", "results", "--quiet").notes == "")
  }

  @Test("the files are the same on any number of cores and when written again")
  func sameBytes() throws {
    let backmark = try Self.backmark(
      Dictionary(
        uniqueKeysWithValues: (0..<40).map { ("s\($0)/chain.answers", "u = 5\ny = \($0)") }))
    for (jobs, output) in [("1", "one"), ("2", "two"), ("7", "seven"), ("2", "one")] {
      #expect(try backmark("class", "class", "-o", output, "--jobs", jobs).status == 0)
    }
    for name in ["gradebook.csv", "results.jsonl"] {
      let one = try backmark.workplace.text(of: "one/\(name)")
      #expect(try backmark.workplace.text(of: "two/\(name)") == one)
      #expect(try backmark.workplace.text(of: "seven/\(name)") == one)
    }
  }

  @Test("a rebuilt grader of the same version marks again")
  func rebuilt() throws {
    let backmark = try Self.backmark(Self.submissions)
    let program = backmark.workplace.path + "/grader"
    try FileManager.default.copyItem(atPath: TestRun.folder + "/backmark", toPath: program)
    func notes() throws -> String { try backmark.shell("./grader class class -o r").notes }
    _ = try notes()
    let taken = "3 of 3 students unchanged and taken over\n"
    #expect(try notes().contains(taken))
    // What stands behind the end of a program is not run, but makes it another file.
    let file = try #require(FileHandle(forWritingAtPath: program))
    try file.seekToEnd()
    try file.write(contentsOf: Data([0]))
    try file.close()
    #expect(try !notes().contains("taken over"))
    #expect(try notes().contains(taken))
  }

  @Test(
    "pseudonyms touch no number and no name of a step, whatever students are called",
    arguments: ["2", "3", "9", "0.5", "u", "x"])
  func anonymous(_ id: String) throws {
    let own = "u = 3\ny = 9\nz = 0.5"
    func pages(_ id: String) throws -> [String] {
      let backmark = try Self.backmark(["\(id)/chain.answers": own])
      #expect(try backmark("class", "class", "-o", "r", "--anonymise", "-q").status == 0)
      return try ["feedback/student-0001/chain.md", "feedback/student-0001/chain.html"]
        .map { try backmark.workplace.text(of: "r/" + $0) }
    }
    let shown = try pages(id)
    #expect(shown[0].contains("The 2 is missing."))
    #expect(try shown == pages("some.student"))
  }

  @Test("a class whose results lie in it has no student of that name")
  func resultsInside() throws {
    let backmark = try Self.backmark(["ada/chain.answers": "u = 5\ny = 25"])
    for _ in 1...2 {
      let outcome = try backmark("class", "class", "--out", "class/results", "-q")
      #expect(outcome.output.hasPrefix("student   chain   total\nada           3       3\n\n"))
      #expect(outcome.output.hasSuffix("\n1 student\n"))
    }
    let outcome = try backmark("class", "class", "--out", "class")
    #expect(outcome.status == 64)
    #expect(
      outcome.notes.hasPrefix(
        "Error: The results need a folder of their own, apart from the class\nUsage: "))
  }

  @Test(
    "a broken exercise that somebody answers leaves something ungraded, and one nobody answers does not"
  )
  func unsound() throws {
    let backmark = try Self.backmark(Self.submissions)
    try backmark.workplace.write("exercises/u.json", Workplace.unsound)
    let problem = """
      exercise unsound is not sound, so nothing is marked with it:
      exercises/u.json:7:28: error: the key is wrong: dy is 6.0, but by reverse mode it is 4.0
        "checks": [{ "gradient": "dy", "of": "y", "by": "x" }] }
                                 ^

      """
    #expect(try backmark("class", "class", "-o", "r", "-q").status == 0)
    try backmark.workplace.write("class/dee/unsound.answers", "dy = 4")
    let outcome = try backmark("class", "class", "-o", "r", "-q")
    #expect(outcome.status == 75)
    #expect(
      outcome.notes == problem
        + "not graded: dee: unsound.answers: exercise unsound is not sound; see backmark check\n")
    #expect(
      outcome.output.hasSuffix("\n4 students, 2 to be looked at; 1 piece of work was not graded\n"))
  }

  @Test(
    "what cannot be used is an error with status 2",
    arguments: [
      (["none", "-o", "r"], "the class folder 'none' is not there"),
      (["file", "-o", "r"], "the class folder 'file' is not a folder"),
      (["class", "-o", "file"], "the folder file could not be made: File exists"),
      (["class", "-o", "file/r"], "the folder file/r could not be made: Not a directory"),
    ])
  func unusable(_ arguments: [String], _ message: String) throws {
    let backmark = try Self.backmark(Self.submissions)
    try backmark.workplace.write("file", "")
    let outcome = try backmark.shell("backmark class --quiet " + arguments.joined(separator: " "))
    #expect(outcome == .init(notes: "Error: \(message)\n", status: 2))
  }

  @Test("an empty folder is said to be one")
  func empty() throws {
    let backmark = try Self.backmark([:])
    try FileManager.default.createDirectory(
      atPath: "\(backmark.workplace.path)/class", withIntermediateDirectories: true)
    let outcome = try backmark("class", "class", "-o", "r")
    #expect(outcome.notes.contains("there is nobody to mark: nothing is in 'class'\n"))
    #expect(outcome.status == 0)
  }

  @Test("a dry run marks nothing and says who handed in what")
  func dryRun() throws {
    let backmark = try Self.backmark(Self.submissions)
    try backmark.workplace.write("roster.csv", "id;name\nada;Ada L.\ndee;Dee D.\n")
    #expect(
      try backmark("class", "class", "--dry-run", "--roster", "roster.csv")
        == .init(
          output: """
            ada (Ada L.) → chain.answers → chain
            bob → bob.answers → chain
            cy → work.pdf → not a submission
            dee (Dee D.) → nothing handed in

            """,
          notes: """
            layout: plain (3 folders and files; --layout to change)
            the roster has ids from 'id', names from 'name'
            on the roster, but nothing was handed in (1): Dee D. (dee)
            not on the roster (2): bob, cy

            """))
    #expect(try backmark.workplace.names == ["class", "exercises", "roster.csv"])
  }

  @Test("exports go to their files, and a download is left as it is")
  func exports() throws {
    let backmark = try Self.backmark(Self.submissions)
    let download = "Student,ID,Section,HW (1)\nAda,ada,S,\n"
    try backmark.workplace.write("down.csv", download)
    let outcome = try backmark(
      "class", "class", "-o", "r", "--export", "canvas=down.csv", "--export-column", "HW",
      "--export", "gradescope=g/{student}.json")
    #expect(outcome.status == 0)
    #expect(
      outcome.notes.hasSuffix(
        """
        Exported canvas: r/down.csv (points in 'HW (1)')
        canvas: not in down.csv (1): bob
        Exported gradescope: 3 files, g/{student}.json

        """))
    #expect(try backmark.workplace.text(of: "down.csv") == download)
    #expect(
      try backmark.workplace.text(of: "r/down.csv") == "Student,ID,Section,HW (1)\nAda,ada,S,3\n")
    #expect(try backmark.workplace.text(of: "g/bob.json").contains("\"score\": 2"))
  }

  @Test(
    "options of layouts and exports that cannot be used are wrong usage",
    arguments: [
      (["class"], "Missing expected argument '--out <results>'"),
      (["class", "-o", "r", "--export", "xml=f"], "There is no export 'xml', only csv, canvas, "),
      (["class", "-o", "r", "--export", "csv"], "'--export csv' needs a name and a file"),
      (["class", "-o", "r", "--pattern", "x"], "The class 'class' is not laid out as pattern: "),
    ])
  func wrongUse(_ arguments: [String], _ message: String) throws {
    let backmark = try Self.backmark(Self.submissions)
    let outcome = try backmark.shell("backmark class " + arguments.joined(separator: " "))
    #expect(outcome.status == 64)
    #expect(outcome.notes.hasPrefix("Error: \(message)"))
  }

  @Test("the sample class has a row for each student and leaves nothing ungraded")
  func sampleClass() throws {
    let backmark = Backmark(workplace: try Workplace([:]))
    let outcome = try backmark(
      "class", "\(ProjectFolder.path)/solutions/sample-class", "--out", "results",
      "--exercises", "\(ProjectFolder.path)/exercises")
    #expect(outcome.status == 0)
    let students = try FileManager.default
      .contentsOfDirectory(atPath: "\(ProjectFolder.path)/solutions/sample-class")
      .filter { !$0.hasPrefix(".") }
    let rows = try backmark.workplace.text(of: "results/gradebook.csv").split(separator: "\r\n")
    #expect(rows.count == students.count + 1)
    #expect(students.count >= 30)
  }
}
