import Foundation
import Testing

@Suite("Shards, merging and going on, on the command line")
struct ShardCommandTests {
  private static let files = ["gradebook.csv", "results.jsonl", "class.html"]

  private static func backmark(students: Int = 12) throws -> Backmark {
    let workplace = try Workplace()
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
        changed: s0: chain 1 → 3 points
        Written to r: gradebook.csv, results.jsonl, class.html, feedback

        """)
    #expect(try !backmark("class", "class", "-o", "r", "--fresh").notes.contains("unchanged"))
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
    let backmark = try Self.backmark(students: 700)
    #expect(try backmark("class", "class", "-o", "one", "-q").status == 0)
    for hundredths in ["05", "20", "60"] {
      _ = try backmark.shell(
        "backmark class class -o two -q & sleep 0.\(hundredths); kill -9 $!; wait $! || true")
    }
    #expect(try backmark("class", "class", "-o", "two", "-q").status == 0)
    try Self.expectSame(backmark, "one", "two")
  }

  @Test("control-C ends the run within a second with 130, and the same command goes on")
  func interrupted() throws {
    let backmark = try Self.backmark(students: 3000)
    let outcome = try backmark.shell(
      """
      backmark class class -o r -q & pid=$!; sleep 0.3; kill -INT $pid; sleep 1
      kill -0 $pid 2>/dev/null && echo still there; wait $pid
      """)
    // A fast machine may have finished before.
    if outcome.status != 0 {
      #expect(
        outcome
          == .init(
            notes: """
              Error: interrupted; what is done is kept in r, and the same command goes on from there

              """, status: 130))
    }
    #expect(try backmark("class", "class", "-o", "r", "-q").status == 0)
  }

  @Test("a full disk is said, and what was done before is kept")
  func fullDisk() throws {
    let backmark = try Self.backmark(students: 600)
    let outcome = try backmark.shell("ulimit -f 64; trap '' XFSZ; backmark class class -o r -q")
    #expect(outcome.status == 2)
    #expect(outcome.notes.hasPrefix("Error: r/"))
    #expect(outcome.notes.hasSuffix("could not be written: File too large\n"))
    #expect(try backmark("class", "class", "-o", "r", "-q").status == 0)
    #expect(try backmark("class", "class", "-o", "one", "-q").status == 0)
    try Self.expectSame(backmark, "one", "r")
  }

  @Test("progress as JSON, a line every twentieth")
  func progress() throws {
    let backmark = try Self.backmark(students: 2)
    let notes = try backmark("class", "class", "-o", "r", "-q", "--progress", "json").notes
    #expect(notes.hasPrefix(#"{"done":2,"total":2,"seconds":"#))
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
