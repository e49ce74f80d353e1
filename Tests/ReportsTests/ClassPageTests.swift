import Answers
import Diagnosis
import Formulas
import Marking
import Testing

@testable import Reports

@Suite("The page of a class")
struct ClassPageTests {
  private typealias Sample = ClassStatisticsTests

  private static func page(_ statistics: ClassStatistics) throws -> String {
    let page = String(
      decoding: ClassPage(statistics, titles: ["e": "Two <steps>"]).page, as: UTF8.self)
    try PageFault.check(page)
    return page
  }

  /// The rows of the table under a heading, a line each, without markup.
  private static func table(
    _ heading: String, _ element: String = "h3", in page: String
  ) throws -> [String] {
    let start = try #require(
      page.firstRange(of: "<\(element)>\(heading)</\(element)>")
    ).upperBound
    let rest = page[start...]
    let end = try #require(rest.firstRange(of: "</table>")).lowerBound
    return rest[..<end].split(separator: "</tr>").map { row in
      row.split(separator: "<").compactMap {
        $0.split(separator: ">", maxSplits: 1).dropFirst().first
      }
      .map { $0.filter { $0 != "\n" } }.filter { !$0.isEmpty }.joined(separator: "|")
    }.filter { !$0.isEmpty }
  }

  @Test("a small class has its steps, mistakes and students in tables")
  func small() throws {
    let page = try Self.page(
      Sample.statistics([
        Sample.feedback(.correct, .correct),
        Sample.feedback(.incorrect, .followsThrough, says: "a < b", edit: "flip-sign"),
      ]))
    #expect(page.contains("<p class=\"who\">2 students, 1 exercise, 2 submissions</p>"))
    #expect(page.contains("<h2>e Two &lt;steps&gt;</h2>"))
    #expect(
      try Self.table("Steps", in: page) == [
        "step|✓ right|↪ follows|✗ wrong|points|wrong first", "u|1|0|1|50 %|1", "v|1|1|0|100 %|0",
      ])
    #expect(
      try Self.table("Most common mistakes", in: page) == [
        "how often|step|what|as one student was told|for example",
        "1|u|flip sign|a &lt; b|s1",
      ])
    #expect(
      try Self.table("Students and steps", in: page) == [
        "student|sum |of 4|u| |of 1|v| |of 3", "s0|4 (100 %)|✓ 1|✓ 3", "s1|3 (75 %)|✗ 0|↪ 3",
      ])
    #expect(
      page.contains("43 % of the points were earned by right work on an earlier wrong value."))
    #expect(page.contains("shown from 10 submissions on"))
  }

  @Test("a large class is gathered by its points, and stays small")
  func large() throws {
    let all = (0..<5000).map {
      Sample.feedback($0 % 3 == 0 ? .correct : .incorrect, $0 % 2 == 0 ? .correct : .incorrect)
    }
    let page = try Self.page(Sample.statistics(all))
    #expect(
      try Self.table("Points in all, and steps", in: page) == [
        "points|students|u| |of 1|v| |of 3", "90–100 %|834|100 %|100 %", "70–80 %|1666|0 %|100 %",
        "20–30 %|833|100 %|0 %", "0–10 %|1667|0 %|0 %",
      ])
    #expect(page.utf8.count < 30_000)
    #expect(page.contains("item–rest"))
  }

  @Test("the same own values are worth a look, in words that accuse nobody")
  func choices() throws {
    var own = Sample.feedback(.correct, .correct)
    own.chosen = [("W1", Tensor(rows: [[0.5, -0.25]])), ("b1", Tensor([0.125]))]
    let page = try Self.page(Sample.statistics([own, own]))
    #expect(
      try Self.table("The same own values: worth a look", in: page) == [
        "students|values|for example", "2|W1 = [[0.5, −0.25]]|, |b1 = [0.125]|s0, s1",
      ])
    #expect(page.contains("That proves nothing"))
  }

  @Test("what was not read is said of each student, those to be looked at first")
  func unread() throws {
    var (little, much) = (
      Sample.feedback(.correct, .toBeRead), Sample.feedback(.unreadable, .correct)
    )
    little.unread = Unread(names: 1)
    much.unread = Unread(answers: 1, lines: 2, choices: ["W1", "b1"])
    let page = try Self.page(
      Sample.statistics([little, much, Sample.feedback(.correct, .correct)]))
    #expect(
      try Self.table("What was not read", "h2", in: page) == [
        "student|unreadable|unknown names|stray lines|to be read|remarks",
        "s1|1|0|2|0|to be looked at: e; e has no value for W1 and b1", "s0|0|1|0|1", "all|1|1|2|1",
      ])
    #expect(page.contains("those totals are not final"))
    let whole = try Self.page(Sample.statistics([Sample.feedback(.correct, .incorrect)]))
    #expect(!whole.contains("not read"))
  }

  @Test("reasons are grouped across steps and exercises, in words")
  func reasons() throws {
    var (one, other) = (
      Sample.feedback(.incorrect, .correct), Sample.feedback(.correct, .incorrect)
    )
    one.steps[0].diagnosis = Explanation(kind: .mutation, gists: ["left out σ′"])
    other.steps[1].diagnosis = Explanation(kind: .mutation, gists: ["left out σ′"])
    let page = try Self.page(Sample.statistics([one, other, one]))
    #expect(
      try Self.table("Reasons", "h2", in: page) == [
        "what went wrong|most often in|for example",
        "3 students left out σ′ somewhere|u| of e (2), |v| of e (1)|s0, s1, s2",
      ])
  }

  @Test("a class of nobody has a page, and so has one of hostile names")
  func hostile() throws {
    #expect(try Self.page(ClassStatistics()).contains("0 students, 0 exercises, 0 submissions"))
    let attack = "\"><script>x</script>&\u{202E}\u{0}"
    var feedback = Sample.feedback(.incorrect, .correct, says: Message(words: attack), edit: attack)
    feedback.chosen = [(attack, Tensor(1))]
    var statistics = ClassStatistics()
    statistics.add(attack, [feedback])
    statistics.add(attack, [feedback])
    let page = try Self.page(statistics)
    #expect(!page.contains("<script"))
  }
}
