import Foundation
import TestSupport
import Testing

@Suite("A person's last word on the command line")
struct MarksCommandTests {
  private static func backmark() throws -> Backmark {
    let workplace = try Workplace(Workplace.exercises)
    try workplace.write("class/ada/chain.answers", "u = 5\ny = 24")
    try workplace.write("class/bob/chain.answers", "u = 5\ny = 25")
    try workplace.write(
      "marks.json",
      #"[{ "student": "ada", "exercise": "chain", "step": "y", "points": 0.5, "words": "Nearly.", "by": "Grace" }]"#
    )
    return Backmark(workplace: workplace)
  }

  private static func total(_ backmark: Backmark, _ results: String) throws -> [String] {
    try CSVReader.rows(backmark.workplace.text(of: "\(results)/gradebook.csv")).dropFirst()
      .map { $0[3] }
  }

  @Test(
    "marks stay when a later run is given without them, until they are left out in so many words")
  func kept() throws {
    let backmark = try Self.backmark()
    _ = try backmark("class", "class", "-o", "out", "-q", "--marks", "marks.json")
    #expect(try Self.total(backmark, "out") == ["1.5", "3"])
    let line =
      try backmark.workplace.text(of: "out/results.jsonl")
      .split(separator: "\n").first.map(String.init) ?? ""
    #expect(line.contains(#""marks":{"points":0.5,"words":["Nearly."],"by":"Grace"}"#))
    #expect(line.contains(#""found":{"status":"incorrect","points":0,"outOf":2}"#))
    #expect(
      try backmark.workplace.text(of: "out/feedback/ada/chain.md")
        .contains("A person gave 0.5 of 2, the grader 0."))
    let kept =
      "the marks of marks.json, given to an earlier run, are kept, so that none is lost; "
      + "--no-marks leaves them out\n"
    for options in ["-q", "-q --fresh", ""] {
      let outcome = try backmark.shell("backmark class class -o out \(options)")
      #expect(try Self.total(backmark, "out") == ["1.5", "3"])
      #expect(outcome.notes.contains(kept))
    }
    let without = try backmark("class", "class", "-o", "out", "-q", "--no-marks")
    #expect(without.notes.contains("the marks of an earlier run are left out"))
    #expect(try Self.total(backmark, "out") == ["1", "3"])
  }

  @Test("marks of an earlier run for somebody who has left keep no others from counting")
  func left() throws {
    let backmark = try Self.backmark()
    try backmark.workplace.write(
      "both.csv", "student,exercise,step,points\nada,chain,y,0.5\nbob,chain,y,1\n")
    _ = try backmark("class", "class", "-o", "out", "-q", "--marks", "both.csv")
    #expect(try Self.total(backmark, "out") == ["1.5", "2"])
    let outcome = try backmark.shell("rm -r class/ada; backmark class class -o out -q")
    #expect(try Self.total(backmark, "out") == ["2"])
    #expect(
      outcome.notes.contains(
        "marks for students who are not in the class any more are left out: ada"))
  }

  @Test("shards with the same marks are one run, and with others are none")
  func shards() throws {
    let backmark = try Self.backmark()
    _ = try backmark("class", "class", "-o", "whole", "-q", "--marks", "marks.json")
    for number in 1...2 {
      _ = try backmark(
        "class", "class", "-o", "s\(number)", "-q", "--marks", "marks.json", "--shard",
        "\(number)/2")
    }
    #expect(try backmark("merge", "s1", "s2", "-o", "merged", "-q").status == 0)
    for name in ["gradebook.csv", "results.jsonl", "class.html"] {
      #expect(
        try backmark.workplace.text(of: "merged/\(name)")
          == backmark.workplace.text(of: "whole/\(name)"), "\(name)")
    }
    _ = try backmark("class", "class", "-o", "s2", "-q", "--no-marks", "--shard", "2/2")
    #expect(
      try backmark("merge", "s1", "s2", "-o", "merged", "-q").notes.contains(
        "the marks are not the same"))
  }

  @Test("marks that fit nothing are refused with their place")
  func misfits() throws {
    let backmark = try Self.backmark()
    try backmark.workplace.write("wrong.csv", "student,exercise,step,points\nadda,chain,y,1\n")
    #expect(
      try backmark("class", "class", "-o", "out", "--marks", "wrong.csv", "-q")
        == .init(
          notes: """
            Error: the marks cannot be used:
            wrong.csv:2:1: error: there is no student 'adda'; did you mean 'ada'?
            adda,chain,y,1
            ^

            """, status: 2))
  }

  @Test(
    "a table may have 64 MB", .edge(of: "a table of marks, or an assignment"),
    arguments: ["--marks", "--assignment"])
  func largest(option: String) throws {
    let backmark = try Self.backmark()
    func says(_ bytes: Int) throws -> String {
      try backmark.shell(
        "printf x > big.json; truncate -s \(bytes) big.json; "
          + "backmark class class -o out -q \(option) big.json"
      ).notes
    }
    let most = try says(64 << 20)
    #expect(most.contains("big.json:1:1: error: "), "\(most.prefix(300))")
    let more = try says(64 << 20 + 1)
    #expect(more.hasSuffix("'big.json' has 65537 kB; at most 65536 kB are read\n"), "\(more)")
  }

  @Test(
    "a marking sheet that cannot be written ends as an export does that cannot",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: ["--marking-sheet /dev/full", "--export csv=/dev/full"])
  func unwritable(option: String) throws {
    let outcome = try Self.backmark().shell("backmark class class -o out -q \(option)")
    #expect(outcome.status == 2)
    #expect(outcome.notes.hasPrefix("Error: /dev/full could not be written: "), "\(outcome.notes)")
  }
}
