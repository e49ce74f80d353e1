import Classroom
import Exercises
import Foundation
import Gradebooks
import LocatedJSON
import Marking
import Synchronization
import TestSupport
import Testing

@Suite("Work that is kept exercise by exercise")
struct EarlierWorkTests {
  /// An exercise checked by a program, so that it can be counted how often it is marked.
  private static let probe = """
    { "id": "probe", "title": "probe", "statement": "S", "steps": [
      { "name": "p", "kind": "external", "command": ["./check", "-v"] } ] }
    """

  /// A class of one student with three exercises, and where its results go.
  private final class Desk: Sendable {
    let sample: SampleLibrary
    let work: TestFolder
    let output: TestFolder
    private let asked = Mutex(0)

    init() throws {
      (sample, work, output) = (try SampleLibrary(), try TestFolder(), try TestFolder())
      try sample.folder.write("probe.json", probe)
      try work.write("ada/double.answers", "y = 6")
      try work.write("ada/square.answers", "y = 9")
      try work.write("ada/probe.answers", "p = up")
    }

    /// Marks the class as it is now.
    ///
    /// - Returns: What it came to, and how often the checker was asked.
    func run(
      checker: String = "1", into folder: TestFolder? = nil, marks: String? = nil,
      pages: FeedbackPages = .init(), isKept: Bool = true, roster: String = "id\n"
    ) throws -> (summary: ClassSummary, asked: Int) {
      asked.withLock { $0 = 0 }
      let check = ExternalCheck(identity: { _, _ in checker }) { _ in
        self.asked.withLock { $0 += 1 }
        return .output(Array(#"{ "status": "correct" }"#.utf8))
      }
      let run = ClassRun(
        folder: try ClassReader(layout: "plain", roster: Roster(Array(roster.utf8)))
          .read(work.path).folder,
        library: try sample.library, output: (folder ?? output).path, jobs: 1,
        tools: MarkingTools(external: check),
        marks: try marks.map { try ClassMarks(reading: SourceText(name: "m", text: $0)) },
        pages: pages, keeping: isKept ? KeptWork.Settings(version: "1") : nil)
      let summary = try run.run()
      return (summary, asked.withLock { $0 })
    }

    /// Compares everything with the results of a run that keeps nothing.
    func expectFresh(
      checker: String = "1", pages: FeedbackPages = .init(), roster: String = "id\n"
    ) throws {
      let fresh = try TestFolder()
      _ = try run(checker: checker, into: fresh, pages: pages, isKept: false, roster: roster)
      for name in try FileManager.default.subpathsOfDirectory(atPath: fresh.path) {
        #expect(
          FileManager.default.contents(atPath: fresh(name))
            == FileManager.default.contents(atPath: output(name)), "\(name)")
      }
      let pages = try FileManager.default.subpathsOfDirectory(atPath: output("feedback")).sorted()
      #expect(
        try FileManager.default.subpathsOfDirectory(atPath: fresh("feedback")).sorted() == pages)
    }

    /// Which file stands behind a page: another one after it was written again.
    func page(_ name: String) throws -> UInt64 {
      let path = output("feedback/ada/\(name).html")
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      return try #require(attributes[.systemFileNumber] as? UInt64)
    }
  }

  @Test("of a student's files only the one that changed is marked again")
  func changedFile() throws {
    let tools = try Desk()
    #expect(try tools.run().asked == 1)
    let pages = try ["double", "square", "probe"].map(tools.page)
    try tools.work.write("ada/double.answers", "y = 7")
    let (summary, asked) = try tools.run()
    #expect(asked == 0)
    #expect(summary.reused == 0)
    #expect(summary.reusedExercises == 2)
    #expect(summary.changes == ["ada: double 1 → 0 points"])
    #expect(try tools.page("double") != pages[0])
    #expect(try [tools.page("square"), tools.page("probe")] == Array(pages[1...]))
    try tools.expectFresh()
    // The whole student is taken over the next time.
    #expect(try tools.run().summary.reused == 1)
  }

  @Test("of the exercises only the one that changed is marked with again")
  func changedExercise() throws {
    let tools = try Desk()
    _ = try tools.run()
    let square = try tools.sample.folder.text(of: "square.json")
    try tools.sample.folder.write("square.json", square.replacing("at x = 3", with: "at 3"))
    let (summary, asked) = try tools.run()
    #expect(asked == 0)
    #expect(summary.reusedExercises == 2)
    try tools.expectFresh()
  }

  @Test("another checker asks again, and only for its own exercise")
  func changedChecker() throws {
    let tools = try Desk()
    _ = try tools.run()
    let (summary, asked) = try tools.run(checker: "2")
    #expect(asked == 1)
    #expect(summary.reusedExercises == 2)
    #expect(try tools.run(checker: "2").summary.reused == 1)
  }

  @Test("a new name is written on every page")
  func changedName() throws {
    let tools = try Desk()
    _ = try tools.run()
    let roster = "id,name\nada,Ada L.\n"
    #expect(try tools.run(roster: roster).summary.reusedExercises == 0)
    try tools.expectFresh(roster: roster)
  }

  @Test("a page that is gone is written again")
  func lostPage() throws {
    let tools = try Desk()
    _ = try tools.run()
    let pages = try ["square", "probe"].map(tools.page)
    try FileManager.default.removeItem(atPath: tools.output("feedback/ada/square.md"))
    #expect(try tools.run().asked == 0)
    #expect(try tools.page("square") != pages[0])
    #expect(try tools.page("probe") == pages[1])
    try tools.expectFresh()
  }

  @Test("pages of what was taken back are removed, and those with names where none are wanted")
  func stalePages() throws {
    let tools = try Desk()
    _ = try tools.run()
    let (work, output) = (tools.work, tools.output)
    try FileManager.default.removeItem(atPath: work("ada/square.answers"))
    _ = try tools.run()
    try tools.expectFresh()
    let anonymous = FeedbackPages(isAnonymous: true)
    _ = try tools.run(pages: anonymous)
    #expect(try FileManager.default.contentsOfDirectory(atPath: output("feedback")).count == 1)
    try tools.expectFresh(pages: anonymous)
    // What somebody else put there is nobody's to remove.
    try output.write("feedback/student-0001/remark.txt", "mine")
    _ = try tools.run()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: output("feedback/student-0001"))
        == ["remark.txt"])
  }

  @Test("pages that a killed run wrote with other options are not taken for its own")
  func otherPages() throws {
    let tools = try Desk()
    _ = try tools.run()
    let page = tools.output("feedback/ada/double.html")
    // A run that revealed the values replaced the page, and was killed before it was kept.
    try Data("revealed".utf8).write(to: URL(fileURLWithPath: page), options: .atomic)
    #expect(try tools.run().summary.reusedExercises == 2)
    try tools.expectFresh()
  }

  @Test("pseudonyms of another class are moved without a page being lost")
  func movedPseudonyms() throws {
    let tools = try Desk()
    for name in ["bob", "cyd", "dan", "eve", "fay"] {
      try tools.work.write("\(name)/double.answers", "y = 6")
    }
    let anonymous = FeedbackPages(isAnonymous: true)
    _ = try tools.run(pages: anonymous)
    for name in ["gus", "hal", "ida"] {
      try tools.work.write("\(name)/double.answers", "y = 7")
      _ = try tools.run(pages: anonymous)
      try tools.expectFresh(pages: anonymous)
    }
    for name in ["ada", "ida", "dan"] {
      try FileManager.default.removeItem(atPath: tools.work(name))
      _ = try tools.run(pages: anonymous)
      try tools.expectFresh(pages: anonymous)
    }
  }

  @Test("pages of those who have left the class go, and what killed runs were writing")
  func gone() throws {
    let tools = try Desk()
    try tools.work.write("bob/double.answers", "y = 6")
    _ = try tools.run()
    try FileManager.default.removeItem(atPath: tools.work("bob"))
    try tools.output.write("results.jsonl.4711.partial", "torn")
    try tools.output.write(".backmark/journal.4711.partial", "torn")
    try tools.output.write("feedback/ada/.partial", "torn")
    try FileManager.default.removeItem(atPath: tools.output(".backmark/run.json"))
    _ = try tools.run()
    try tools.expectFresh()
    #expect(try !tools.output.names.contains("results.jsonl.4711.partial"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: tools.output(".backmark")).sorted()
        == ["exercises.json", "journal", "lock", "names", "run.json"])
  }

  @Test("an exercise that was repaired is marked with, also where it was but spoken of")
  func repaired() throws {
    let tools = try Desk()
    let square = try tools.sample.folder.text(of: "square.json")
    try tools.sample.folder.write("square.json", square.replacing("x^2", with: "x^"))
    try tools.work.write("ada/square.answers", "")
    _ = try tools.run()
    try tools.sample.folder.write("square.json", square)
    _ = try tools.run()
    try tools.expectFresh()
  }

  @Test("what could not be checked is tried again, and nothing else is")
  func fault() throws {
    let tools = try Desk()
    let (work, output) = (tools.work, tools.output)
    func run() throws -> ClassSummary {
      let run = ClassRun(
        folder: try ClassFolder(path: work.path), library: try tools.sample.library,
        output: output.path, jobs: 1, keeping: KeptWork.Settings(version: "1"))
      return try run.run()
    }
    #expect(try run().faultCount == 1)
    let again = try run()
    #expect(again.faultCount == 1)
    #expect(again.reusedExercises == 2)
  }

  @Test("marks by a person count for the exercise they were given for")
  func marks() throws {
    let tools = try Desk()
    try tools.sample.folder.write(
      "essay.json",
      #"""
      { "id": "essay", "title": "essay", "statement": "S", "steps": [
        { "name": "w", "kind": "written", "rubric": [ { "says": "names both", "points": 2 } ] } ] }
      """#)
    try tools.work.write("ada/essay.answers", "w = Short.")
    _ = try tools.run()
    let (summary, asked) = try tools.run(marks: #"{ "ada": { "essay": { "w": [1] } } }"#)
    #expect(asked == 0)
    #expect(summary.reusedExercises == 3)
    #expect(summary.changes == ["ada: essay 0 → 1 points"])
  }
}
