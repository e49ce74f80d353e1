import Foundation
import TestSupport
import Testing

@Suite("Shards, merging and going on, on the command line")
struct ShardCommandTests {
  private static let files = ["gradebook.csv", "results.jsonl", "class.html"]

  private static func backmark(students: Int = 12) throws -> Backmark {
    let workplace = try Workplace(Workplace.exercises)
    for number in 0..<students {
      try workplace.write("class/s\(number)/chain.answers", "u = 5\ny = \(number % 2 * 25)")
    }
    return Backmark(workplace: workplace)
  }

  private static func expectSame(_ backmark: Backmark, _ one: String, _ other: String) throws {
    for name in files {
      let text = try backmark.workplace.text(of: "\(one)/\(name)")
      #expect(try backmark.workplace.text(of: "\(other)/\(name)") == text, "\(name)")
    }
  }

  /// A line of shell that waits for a condition as long as the process `$pid` is there, but not for ever.
  private static func until(_ condition: String) -> String {
    "for _ in $(seq 6000); do \(condition) && break; kill -0 $pid 2>&- || break; sleep 0.01; done"
  }

  @Test("merged shards are one run")
  func merge() throws {
    let backmark = try Self.backmark()
    #expect(try backmark("class", "class", "-o", "one", "-q").status == 0)
    for number in 1...3 {
      let outcome = try backmark(
        "class", "class", "-o", "shard-\(number)", "--shard", "\(number)/3", "-q")
      #expect(outcome.status == 0)
    }
    #expect(
      try backmark("merge", "shard-3", "shard-1", "-o", "merged")
        == .init(notes: "Error: shards are missing: 2/3\n", status: 2))
    let whole = try backmark("class", "class", "-o", "one", "-q")
    let merged = try backmark("merge", "shard-3", "shard-1", "shard-2", "-o", "merged", "-q")
    #expect(merged == whole)
    try Self.expectSame(backmark, "one", "merged")
    #expect(
      try backmark.workplace.text(of: "merged/feedback/s3/chain.html")
        == backmark.workplace.text(of: "one/feedback/s3/chain.html"))
  }

  @Test("an assignment and a person's marks come to the same, however many shards and stops")
  func mergedCourse() throws {
    let backmark = try Self.backmark(students: 40)
    for number in 0..<40 {
      try backmark.workplace.write(
        "class/s\(number)/own.answers", "W1 = [[1, 2]]\nz1 = \(number % 3 + 4)")
    }
    try backmark.workplace.write(
      "hw.json",
      #"""
      { "title": "One", "exercises": [{ "id": "chain", "points": 10 }, "own"], "outOf": 20,
        "round": 0.5, "drop": 0, "groups": [{ "name": "pair", "members": ["s1", "s2"] }] }
      """#)
    try backmark.workplace.write(
      "marks.csv",
      "student,exercise,step,points,words\ns3,chain,y,1.5,Nearly.\ns4,own,,,\ns5,,,7,By hand\n")
    let options = "--assignment hw.json --marks marks.csv -q"
    #expect(try backmark.shell("backmark class class -o one \(options)").status == 0)
    let rows = try CSVReader.rows(backmark.workplace.text(of: "one/gradebook.csv"))
    let total = try #require(rows[0].firstIndex(of: "total"))
    #expect(rows.first { $0[0] == "s5" }?[total] == "7")
    for count in [1, 2, 7, 64] {
      let shards = (1...count).map { "shard-\(count)-\($0)" }
      for (number, shard) in zip(1..., shards) {
        // Every third is killed as soon as anything is kept, and begun again.
        let command = "backmark class class -o \(shard) --shard \(number)/\(count) \(options)"
        let stop =
          number % 3 == 1
          ? "\(command) 2>&- & pid=$!; \(Self.until("[ -s \(shard)/.backmark/journal ]")); "
            + "kill -9 $pid; wait $pid; " : ""
        #expect(try backmark.shell("exec 2>errors; \(stop)\(command)").status == 0)
      }
      let merged = "merged-\(count)"
      let outcome = try backmark.shell(
        "backmark merge \(shards.joined(separator: " ")) -o \(merged) -q")
      #expect(outcome.status == 0, "\(outcome.notes)")
      try Self.expectSame(backmark, "one", merged)
    }
  }

  @Test("merge writes every export as one run does, and says the same about it")
  func mergedExports() throws {
    let backmark = try Self.backmark(students: 0)
    let workplace = backmark.workplace
    for number in 1...6 {
      try workplace.write(
        "class/Ü \(number)_\(number)_assignsubmission_file_/chain.answers",
        "u = 5\ny = \(number % 2 * 25)")
    }
    try workplace.write(
      "canvas", "Student,ID,Section,chain (1)\nPoints Possible,,,10\nÜ 1,1,S,\nÜ 9,9,S,\n")
    try workplace.write(
      "moodle", "Identifier,Full name,Grade,Maximum Grade,Comments\nParticipant 2,x,,3,\n")
    // The names stand in the message about one that is none.
    let unknown = try backmark("class", "class", "-o", "one", "--export", "none=f").notes
    let list = try #require(unknown.firstMatch(of: /only ((?:[a-z0-9-]+(?:, )?)+)/))
    let forms = list.output.1.split(separator: ", ").map(String.init)
    #expect(forms.count == 15)
    /// Runs a command with all exports, which go into the folder of the results.
    func export(_ command: String, to results: String) throws -> (notes: String, files: String) {
      let exports = forms.map { form in
        let perStudent = ["gradescope", "prairielearn", "classroom50"].contains(form)
        let file =
          ["canvas", "moodle"].contains(form)
          ? form : "\(results)/x/\(form)" + (perStudent ? "-{student}" : "")
        return "--export '\(form)=\(file)'"
      }
      let outcome = try backmark.shell(
        "backmark \(command) -o \(results) \(exports.joined(separator: " ")) >/dev/null")
      #expect(outcome.status == 0)
      let notes = outcome.notes.replacing("\(results)/", with: "RESULTS/")
        .replacing("Written to \(results)", with: "Written to RESULTS")
        .split(separator: "\n").filter { !$0.hasPrefix("layout: ") && !$0.contains("students") }
      // The only thing that hangs on the clock.
      let files = try backmark.shell(
        """
        cd \(results); sed -i 's/"datetime": ".*"/"datetime": ""/' x/classroom50-*
        sha256sum canvas moodle x/*
        """)
      #expect(files.status == 0)
      return (notes.joined(separator: "\n"), files.output)
    }
    let one = try export("class class", to: "one")
    for number in 1...2 {
      _ = try backmark("class", "class", "-o", "shard-\(number)", "--shard", "\(number)/2", "-q")
    }
    let merged = try export("merge shard-2 shard-1", to: "merged")
    #expect(merged == one)
    #expect(one.files.split(separator: "\n").count == 2 + 10 + 3 * 6)
    #expect(
      one.notes.contains(
        "canvas: 'chain (1)' is out of 10 in Canvas, but 3 here; the points were written"))
    #expect(try workplace.text(of: "merged/canvas").contains("\nÜ 1,1,S,3\nÜ 9,9,S,\n"))
    #expect(try workplace.text(of: "merged/moodle").hasSuffix("\nParticipant 2,x,1,3,\n"))
  }

  @Test("merge fills the column that is named, and refuses exports as class does")
  func mergedColumn() throws {
    let backmark = try Self.backmark(students: 2)
    try backmark.workplace.write("down.csv", "Student,ID,Section,HW (1)\nA,s1,S,\n")
    _ = try backmark("class", "class", "-o", "all", "-q")
    let outcome = try backmark(
      "merge", "all", "-o", "r", "--export", "canvas=down.csv", "--export-column", "HW")
    #expect(outcome.status == 0)
    #expect(
      outcome.notes.hasSuffix(
        "Exported canvas: r/down.csv (points in 'HW (1)')\ncanvas: not in down.csv (1): s0\n"))
    #expect(
      try backmark.workplace.text(of: "r/down.csv") == "Student,ID,Section,HW (1)\nA,s1,S,3\n")
    for (export, status, message) in [
      ("xml=f", 64, "There is no export 'xml'"),
      ("gradescope=f", 2, "gradescope makes a file for each student"),
      ("moodle=none.csv", 2, "none.csv could not be read"),
    ] as [(String, Int32, String)] {
      let outcome = try backmark("merge", "all", "-o", "refused", "--export", export)
      #expect(outcome.status == status)
      #expect(outcome.notes.hasPrefix("Error: \(message)"))
      #expect(try !backmark.workplace.names.contains("refused"))
    }
  }

  @Test("a regrade says what changed for whom, and what was taken over")
  func regrade() throws {
    let backmark = try Self.backmark(students: 3)
    _ = try backmark("class", "class", "-o", "r")
    try backmark.workplace.write("class/s0/chain.answers", "u = 5\ny = 25")
    let notes = try backmark("class", "class", "-o", "r").notes
    #expect(
      notes == """
        layout: plain (3 folders; --layout to change)
        3 of 3 students
        2 of 3 students unchanged and taken over
        changed: chain, step y: 1 gains 2 points; other work was handed in
        changed: s0: chain 1 → 3 points
        Written to r: gradebook.csv, results.jsonl, class.html, feedback

        """)
    try backmark.workplace.write("class/s0/chain.answers", "u = 0\ny = 1")
    #expect(
      try backmark("class", "class", "-o", "r", "-q").notes
        == """
        1 student has fewer points for an exercise than in an earlier run
        chain, step u: 1 loses 1 point; other work was handed in
        chain, step y: 1 loses 2 points; other work was handed in

        """)
    #expect(try !backmark("class", "class", "-o", "r", "--fresh").notes.contains("unchanged"))
  }

  @Test("a dry run says whose points would change and why, and writes nothing")
  func dryRegrade() throws {
    let backmark = try Self.backmark(students: 9)
    _ = try backmark("class", "class", "-o", "r")
    let before = try backmark.workplace.text(of: "r/gradebook.csv")
    #expect(
      try backmark("class", "class", "-o", "r", "--dry-run", "-q").output
        .hasSuffix("s8 → chain.answers → chain\nno points would change\n"))
    let exercise = try backmark.workplace.text(of: "exercises/chain.json")
    try backmark.workplace.write(
      "exercises/chain.json",
      exercise.replacing(#""name": "y""#, with: #""tolerance": { "absolute": 30 }, "name": "y""#))
    let dry = try backmark("class", "class", "-o", "r", "--dry-run", "-q")
    let line = "chain, step y: 5 gain 10 points; the tolerance changed"
    #expect(dry.status == 0 && dry.output.contains("\nwould change: \(line)\n"))
    #expect(try backmark.workplace.text(of: "r/gradebook.csv") == before)
    #expect(try backmark("class", "class", "-o", "r").notes.contains("changed: \(line)\n"))
    #expect(
      try backmark("class", "class", "-o", "none", "--dry-run").notes
        .contains("none has no results of an earlier run to compare with"))
    #expect(try !backmark.workplace.names.contains("none"))
    // What takes points away again is said with --quiet too, and why.
    try backmark.workplace.write("exercises/chain.json", exercise)
    #expect(
      try backmark("class", "class", "-o", "r", "-q").notes == """
        5 students have fewer points for an exercise than in an earlier run
        chain, step y: 5 lose 10 points; the tolerance changed

        """)
  }

  @Test("a second run into the same results stops and names the other's process")
  func lock() throws {
    let backmark = try Self.backmark(students: 1)
    _ = try backmark("class", "class", "-o", "r")
    let outcome = try backmark.shell(
      """
      flock r/.backmark/lock sh -c 'printf 4711 > r/.backmark/lock; backmark class class -o r -q'
      """)
    #expect(
      outcome
        == .init(
          notes: """
            Error: another run (process 4711) is writing to r; wait for it, or stop it first

            """, status: 2))
  }

  @Test("killed at any moment and run again, the bytes are the same")
  func killed() throws {
    let backmark = try Self.backmark(students: 400)
    #expect(try backmark("class", "class", "-o", "one", "-q").status == 0)
    for pages in [0, 1, 100, 250] {
      // What was left by those killed before counts too.
      let outcome = try backmark.shell(
        """
        exec 2>errors; backmark class class -o two -q & pid=$!
        \(Self.until("ls two > listed && [ $(ls two/feedback | wc -l) -ge \(pages) ]"))
        kill -9 $pid; wait $pid
        """)
      #expect(outcome.status == 128 + SIGKILL, "\(pages): \(outcome)")
    }
    #expect(try backmark("class", "class", "-o", "two", "-q").status == 0)
    try Self.expectSame(backmark, "one", "two")
  }

  @Test("control-C ends the run with partial results and 130, and the same command goes on")
  func interrupted() throws {
    let backmark = try Self.backmark(students: 12)
    // A checker that takes its time keeps one thread busy until the signal comes.
    try backmark.workplace.write(
      "slow/slow.json",
      """
      { "id": "slow", "title": "T", "statement": "S", "steps": [
        { "name": "p", "kind": "external", "command": ["./wait.sh"], "seconds": 50 } ] }
      """)
    try backmark.workplace.write("slow/wait.sh", "#!/bin/sh\ntouch started\nexec sleep 40\n")
    try backmark.workplace.write("class/zoe/slow.answers", "p = 1")
    let command =
      "backmark class class -o r -q -j 2 --allow-external --exercises exercises --exercises slow"
    let outcome = try backmark.shell(
      """
      chmod +x slow/wait.sh
      \(command) --progress json 2> said & pid=$!
      \(Self.until(#"[ -e slow/started ] && grep -q '"done":12' said"#))
      kill -INT $pid; wait $pid; status=$?; grep -v '^{' said >&2; exit $status
      """)
    #expect(outcome.status == 130)
    #expect(
      outcome.notes == """
        Error: interrupted: 12 of 13 students are marked, in r: gradebook.partial.csv, \
        results.partial.jsonl; the same command goes on from there

        """)
    let rows = try backmark.workplace.text(of: "r/gradebook.partial.csv")
    #expect(rows.split(separator: "\r\n").count == 13)
    try backmark.workplace.write("slow/wait.sh", #"echo '{ "status": "correct" }'"#)
    let after = try backmark.shell("\(command.replacing(" -q", with: ""))")
    #expect(after.notes.contains("12 of 13 students unchanged and taken over"))
    #expect(after.status == 75)
  }

  @Test("a program that cannot look up is ended all the same")
  func stuck() throws {
    let backmark = try Self.backmark(students: 0)
    // A pipe that nobody empties takes only the beginning, 64 kB.
    let name = String(repeating: "long", count: 50)
    for number in 0..<400 {
      try backmark.workplace.write("class/\(name)\(number)/chain.answers", "")
    }
    let outcome = try backmark.shell(
      """
      mkfifo pipe; exec 3<>pipe; backmark class class --dry-run -q > pipe & pid=$!
      \(Self.until("grep -qs pipe_write /proc/$pid/wchan"))
      kill -INT $pid; wait $pid
      """)
    #expect(outcome == .init(notes: "Error: interrupted\n", status: 130))
  }

  @Test("a full disk is said, and what was done before is kept")
  func fullDisk() throws {
    let backmark = try Self.backmark(students: 300)
    let outcome = try backmark.shell("ulimit -f 64; trap '' XFSZ; backmark class class -o r -q")
    #expect(outcome.status == 70)
    #expect(outcome.notes.hasPrefix("Error: r/"))
    #expect(outcome.notes.hasSuffix("could not be written: File too large\n"))
    #expect(try backmark("class", "class", "-o", "r", "-q").status == 0)
    #expect(try backmark("class", "class", "-o", "one", "-q").status == 0)
    try Self.expectSame(backmark, "one", "r")
  }

  @Test("progress as JSON, a line at the beginning and every twentieth")
  func progress() throws {
    let backmark = try Self.backmark(students: 2)
    let notes = try backmark("class", "class", "-o", "r", "-q", "--progress", "json").notes
    #expect(notes.hasPrefix(#"{"done":0,"total":2,"seconds":0}"# + "\n" + #"{"done":2,"total":2,"#))
  }

  @Test("on a terminal progress is a bar")
  func bar() throws {
    let backmark = try Self.backmark(students: 2)
    let terminal = try PseudoTerminal("class", "class", "-o", "r", in: backmark.workplace)
    try terminal.read(until: "[########################] 2 of 2 students")
    #expect(try terminal.rest().status == 0)
  }

  @Test(
    "shares that are none are wrong usage",
    arguments: [
      ("0/3", "'--shard 0/3' is no share; write K/N with 1 ≤ K ≤ N ≤ 10000, as in 2/7"),
      ("auto", "--shard auto: JOB_COMPLETION_INDEX=1 says which share, but not how many"),
    ])
  func wrongUse(_ shard: String, _ message: String) throws {
    var backmark = try Self.backmark(students: 1)
    backmark.environment = ["JOB_COMPLETION_INDEX": "1"]
    let outcome = try backmark("class", "class", "-o", "r", "--shard", shard)
    #expect(outcome.status == 64)
    #expect(outcome.notes.hasPrefix("Error: \(message)"))
  }
}
