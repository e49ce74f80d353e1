@testable import Classroom
import Answers
import Exercises
import Foundation
import Gradebooks
import Grading
import Marking
import TestSupport
import Testing

@Suite("Work that is kept")
struct KeptWorkTests {
  private static let files = ["gradebook.csv", "results.jsonl", "class.html"]

  /// A class on paper: right, wrong, unreadable and missing answers.
  private static func sampleClass(_ students: Int) throws -> TestFolder {
    let folder = try TestFolder()
    for number in 0..<students {
      let id = "s\(number)"
      switch number % 5 {
      case 0: try folder.write("\(id).answers", "exercise: double\ny = \(number)\n")
      case 1:
        try folder.write("\(id)/square.answers", "student: \(id), Ü.\ny = 9\n")
        try folder.write("\(id)/double.answers", "y = 3\n")
      case 2: try folder.write("\(id)/double.answers", "")
      case 3: try folder.write("\(id)/none.answers", "y = 1\n")
      default: try folder.makeFolder(id)
      }
    }
    return folder
  }

  private static func run(
    _ folder: TestFolder, _ output: TestFolder, library: ExerciseLibrary? = nil,
    version: String = "1", build: GraderBuild = .running, shard: Shard? = nil,
    pages: FeedbackPages = .init(),
    isInterrupted: () -> Bool = { false }
  ) throws -> ClassSummary? {
    let run = ClassRun(
      folder: try ClassFolder(path: folder.path), library: try library ?? SampleLibrary().library,
      output: output.path, jobs: 2, pages: pages,
      keeping: KeptWork.Settings(version: version, build: build), shard: shard)
    return try withExtendedLifetime((folder, output)) {
      let summary = try run.run(isInterrupted: isInterrupted)
      return summary.isInterrupted ? nil : summary
    }
  }

  private static func expectSame(_ one: TestFolder, _ other: TestFolder) throws {
    for name in files {
      #expect(try one.text(of: name) == other.text(of: name), "\(name)")
    }
    let pages = try FileManager.default.subpathsOfDirectory(atPath: one("feedback")).sorted()
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: other("feedback")).sorted() == pages)
    for page in pages where page.hasSuffix("ml") || page.hasSuffix("md") {
      #expect(try one.text(of: "feedback/\(page)") == other.text(of: "feedback/\(page)"))
    }
  }

  @Test("a second run takes over what did not change, and writes the same bytes")
  func reuse() throws {
    let folder = try Self.sampleClass(40)
    let (fresh, kept) = (try TestFolder(), try TestFolder())
    _ = try folder.mark(into: fresh)
    #expect(try fresh.text(of: "class.html").contains("8 students left out the factor 2"))
    #expect(try Self.run(folder, kept)?.reused == 0)
    try Self.expectSame(fresh, kept)
    let again = try Self.run(folder, kept)
    #expect(again?.reused == 40)
    #expect(again?.changeCount == 0)
    try Self.expectSame(fresh, kept)
  }

  @Test("what changed is marked again, and it is said what changed for whom")
  func changes() throws {
    let folder = try Self.sampleClass(40)
    let (fresh, kept) = (try TestFolder(), try TestFolder())
    _ = try Self.run(folder, kept)
    try folder.write("s1/double.answers", "y = 6\n")
    try folder.write("s10/double.answers", "y = 6\n")
    try folder.write("newcomer.answers", "exercise: double\ny = 6\n")
    try FileManager.default.removeItem(atPath: folder("s5.answers"))
    try FileManager.default.removeItem(atPath: folder("s11/square.answers"))
    _ = try? FileManager.default.removeItem(atPath: folder("s10.answers"))
    let summary = try Self.run(folder, kept)
    #expect(summary?.reused == 36)
    #expect(
      summary?.changes == [
        "s1: double 0 → 1 points", "s10: double 0 → 1 points", "s11: square 1 → – points",
      ])
    _ = try folder.mark(into: fresh)
    for name in Self.files {
      #expect(try fresh.text(of: name) == kept.text(of: name))
    }
    // The journal was put in order, and holds every student once.
    #expect(try Self.run(folder, kept)?.reused == 40)
  }

  @Test("what was not understood is counted the same when taken over and when merged")
  func unread() throws {
    let exercises = try TestFolder([
      "own.json": """
      { "id": "own", "title": "own", "statement": "S", "choose": [{ "name": "w", "shape": [] }],
        "steps": [{ "name": "u", "formula": "2 * w" }, { "name": "v", "formula": "u + 1" },
          { "name": "t", "kind": "written", "rubric": [{ "says": "why", "points": 1 }] }] }
      """
    ])
    let library = try ExerciseLibrary(
      Catalogue(folders: [exercises.path], kinds: AnswerKinds.steps))
    let folder = try TestFolder([
      "ada/own.answers": "w = 1\nu = 2\nv = 3\nt = So.\nx = 4",
      "bob/own.answers": "u = 2\nv = 3\nt = So.", "cy/own.answers": "w = 1\nu = why\nby hand",
    ])
    let (fresh, kept, merged) = (try TestFolder(), try TestFolder(), try TestFolder())
    _ = try folder.mark(into: fresh, library: library)
    #expect(
      try fresh.text(of: "gradebook.csv").replacing("\r\n", with: "\n") == """
        student,name,own,total,status
        ada,,2,2,"1 name unknown; not final: 1 answer to be read"
        bob,,1,1,"own has no value for w; 1 answer unreadable; not final: 1 answer to be read"
        cy,,0,0,"1 answer unreadable; 1 line not understood"

        """)
    for reused in [0, 3] {
      #expect(try Self.run(folder, kept, library: library)?.reused == reused)
      try Self.expectSame(fresh, kept)
    }
    let shards = try (1...2).map { number in
      let shard = try TestFolder()
      _ = try Self.run(folder, shard, library: library, shard: Shard(number: number, count: 2))
      return shard
    }
    let summary = try ClassMerge(shards.map(\.path), output: merged.path).run()
    #expect(summary?.unread == Unread(answers: 2, names: 1, lines: 1))
    #expect(summary?.withProblems == 2)
    try Self.expectSame(fresh, merged)
    withExtendedLifetime(exercises) {}
  }

  @Test("another grader, exercise or page is marked again")
  func policies() throws {
    let folder = try Self.sampleClass(10)
    let kept = try TestFolder()
    let sample = try SampleLibrary()
    _ = try Self.run(folder, kept, library: sample.library)
    #expect(try Self.run(folder, kept, library: sample.library, version: "2")?.reused == 0)
    #expect(
      try Self.run(
        folder, kept, library: sample.library, version: "2", pages: .init(isAnonymous: true))?
        .reused
        == 0)
    _ = try Self.run(folder, kept, library: sample.library)
    let square = try sample.folder.text(of: "square.json")
    try sample.folder.write("square.json", square.replacing("This is x.", with: "That is x."))
    // Two of ten have answered that exercise.
    #expect(try Self.run(folder, kept, library: sample.library)?.reused == 8)
    try FileManager.default.removeItem(atPath: kept("feedback/s6"))
    #expect(try Self.run(folder, kept, library: sample.library)?.reused == 9)
    #expect(try kept.text(of: "feedback/s6/square.md").contains("square"))
  }

  @Test("another build of the same version marks again, with another runner only what is run")
  func builds() throws {
    let folder = try Self.sampleClass(10)
    let kept = try TestFolder()
    func reused(_ program: UInt64, _ runner: UInt64) throws -> Int? {
      try Self.run(folder, kept, build: GraderBuild(program: program, runner: runner))?.reused
    }
    #expect(try reused(1, 1) == 0)
    #expect(try reused(1, 1) == 10)
    #expect(try reused(2, 1) == 0)
    #expect(try reused(2, 2) == 10)
    let sample = try SampleLibrary()
    try sample.folder.write(
      "code.json",
      """
      { "id": "code", "title": "code", "statement": "S", "steps": [
        { "name": "f", "kind": "code", "function": "func f(_ x: Double) -> Double",
          "formula": "2*x", "inputs": [{ "x": 1 }] } ] }
      """)
    let library = try sample.library
    #expect(library.isSound("code"))
    let keys = (1...2).map { runner in
      WorkKeys(
        version: "1", build: GraderBuild(program: 1, runner: runner), policy: [], library: library,
        tools: MarkingTools(), marks: nil)
    }
    #expect(keys[0].digest(of: "double") == keys[1].digest(of: "double"))
    #expect(keys[0].digest(of: "code") != keys[1].digest(of: "code"))
  }

  @Test("an interrupted run keeps what was done, and the next one goes on")
  func interruption() throws {
    let folder = try Self.sampleClass(330)
    let (fresh, kept) = (try TestFolder(), try TestFolder())
    // As soon as the first of them are in the journal.
    let journal = kept(".backmark/journal")
    let hasBegun = { (FileManager.default.contents(atPath: journal)?.count ?? 0) > 1_000 }
    #expect(try Self.run(folder, kept, isInterrupted: hasBegun)?.students == nil)
    let summary = try Self.run(folder, kept)
    #expect((summary?.reused ?? 0) > 0)
    #expect(summary?.students == 330)
    _ = try folder.mark(into: fresh)
    try Self.expectSame(fresh, kept)
  }

  @Test("a torn or damaged journal costs no more than what is broken")
  func torn() throws {
    let folder = try Self.sampleClass(20)
    let (fresh, kept) = (try TestFolder(), try TestFolder())
    _ = try folder.mark(into: fresh)
    _ = try Self.run(folder, kept)
    let journal = ".backmark/journal"
    let whole = try Data(contentsOf: URL(fileURLWithPath: kept(journal)))
    for length in Array(stride(from: 0, to: whole.count, by: 157)) + [whole.count - 1] {
      try kept.write(journal, whole.prefix(length))
      let summary = try Self.run(folder, kept)
      #expect((summary?.reused ?? 20) < 20)
      for name in Self.files {
        #expect(try fresh.text(of: name) == kept.text(of: name))
      }
      // The pages were written at another time, which is all that differs.
      #expect(try Data(contentsOf: URL(fileURLWithPath: kept(journal))).count == whole.count)
    }
    for place in stride(from: 3, to: whole.count, by: 211) {
      var damaged = whole
      damaged[place] ^= 0x10
      try kept.write(journal, damaged)
      #expect((try Self.run(folder, kept)?.reused ?? 20) < 20)
      #expect(try fresh.text(of: "results.jsonl") == kept.text(of: "results.jsonl"))
    }
  }

  @Test(
    "an entry comes back with its lines, whatever its length", arguments: [0, 3_900, 4_000, 90_000])
  func entry(_ length: Int) throws {
    let folder = try TestFolder()
    let path = folder("journal")
    var record = StudentRecord(id: "ada")
    record.remarks = [Message(words: "x" + String(repeating: "y", count: length))]
    let row = Gradebook.Row(bytes: Array("ada\n".utf8))
    let lines = ClassLines(form: 7, results: Array("{}\n".utf8), row: row)
    let frame = StudentResult(record, number: 1, label: "ada").frame(with: lines)
    _ = try Journal(path).append(
      frame + StudentResult(record, number: 1, label: "").frame(), count: 2)
    let entry = try #require(try Journal(path).entry(of: "ada", number: 3))
    #expect(entry.result.record.remarks == record.remarks && entry.result.number == 3)
    #expect(entry.lines == nil)
    let other = folder("other")
    _ = try Journal(other).append(frame, count: 1)
    let kept = try #require(try Journal(other).entry(of: "ada", number: 3)?.lines)
    #expect(kept.form == 7 && kept.results == lines.results && kept.row.bytes == row.bytes)
    #expect(try Journal(other).entry(of: "bob", number: 3) == nil)
  }

  @Test("shards merged in any order are one run, byte for byte", arguments: [1, 2, 7, 64])
  func merge(_ count: Int) throws {
    let folder = try Self.sampleClass(120)
    let whole = try TestFolder()
    _ = try folder.mark(into: whole)
    let merged = try TestFolder()
    var shards: [TestFolder] = []
    for number in 1...count {
      let shard = try TestFolder()
      _ = try Self.run(folder, shard, shard: Shard(number: number, count: count))
      shards.append(shard)
    }
    // The same shard twice, as where a job was started twice.
    let paths = shards.map(\.path).reversed() + [shards[0].path]
    let summary = try ClassMerge(paths, output: merged.path).run()
    #expect(summary?.students == 120)
    try Self.expectSame(whole, merged)
    // A later run goes on from what was merged.
    #expect(try Self.run(folder, merged)?.reused == 120)
    try Self.expectSame(whole, merged)
  }

  @Test("what does not fit together is named, and nothing is written")
  func misfits() throws {
    let folder = try Self.sampleClass(40)
    let output = try TestFolder()
    func shard(_ text: String, version: String = "1") throws -> TestFolder {
      let results = try TestFolder()
      _ = try Self.run(folder, results, version: version, shard: Shard(text))
      return results
    }
    func fault(_ shards: [TestFolder]) -> String {
      do {
        _ = try ClassMerge(shards.map(\.path), output: output.path).run()
        return ""
      } catch {
        return "\(error)"
      }
    }
    let (one, two, three) = (try shard("1/3"), try shard("2/3"), try shard("3/3"))
    #expect(fault([two]) == "shards are missing: 1/3, 3/3")
    let newer = try shard("1/3", version: "2")
    #expect(
      fault([two, newer])
        == "'\(two.path)' and '\(newer.path)' are not shards of one run: "
        + "the grader's version is not the same")
    try folder.write("s1/double.answers", "y = 7")
    try folder.write("s10.answers", "exercise: double\ny = 7")
    try folder.write("s15.answers", "exercise: double\ny = 7")
    try folder.write("s20.answers", "exercise: double\ny = 7")
    let differing = try shard("1/3")
    #expect(
      fault([three, one, two, differing]).hasPrefix(
        "'\(one.path)' and '\(differing.path)' do not agree on s"))
    let empty = try TestFolder()
    #expect(fault([one, empty]) == "'\(empty.path)' holds no results of 'backmark class'")
    _ = try Self.run(folder, three, shard: Shard("3/3"), isInterrupted: { true })
    #expect(
      fault([one, two, three])
        == "'\(three.path)' is not finished; give the command that made it again")
    #expect(!FileManager.default.fileExists(atPath: output("results.jsonl")))
  }
}
