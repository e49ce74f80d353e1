import Foundation
import TestSupport
import Testing

@Suite("backmark site")
struct SiteCommandTests {
  private static func backmark() throws -> Backmark {
    let workplace = try Workplace(Workplace.exercises)
    try workplace.write("core.wasm", "\u{0}asm")
    try workplace.write("unpack.wasm", "\u{0}asm")
    return Backmark(
      workplace: workplace, environment: ["BACKMARK_WASM": "\(workplace.path)/core.wasm"])
  }

  @Test("there is a list, a page for each exercise, and what they share; made again it is the same")
  func site() throws {
    let backmark = try Self.backmark()
    let outcome = try backmark("site", "--out", "site")
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(outcome.notes.hasPrefix("site is ready with "))
    let list = try backmark.workplace.text(of: "site/index.html")
    #expect(list.contains(#"<a href="exercises/chain.html">chain The chain rule</a>"#))
    let page = try backmark.workplace.text(of: "site/exercises/chain.html")
    #expect(page.contains(#"data-at="../grader.wasm?"#))
    #expect(try backmark.workplace.text(of: "site/grader.wasm") == "\u{0}asm")
    // A page of an exercise that is no longer there goes, and what is no page stays.
    try backmark.workplace.write("site/exercises/old.html", page)
    try backmark.workplace.write("site/exercises/mine.html", "<p>mine</p>")
    #expect(try backmark("site", "--out", "site", "-q") == .init())
    #expect(try backmark.workplace.text(of: "site/index.html") == list)
    let files = FileManager.default
    #expect(!files.fileExists(atPath: "\(backmark.workplace.path)/site/exercises/old.html"))
    #expect(files.fileExists(atPath: "\(backmark.workplace.path)/site/exercises/mine.html"))
  }

  @Test("a folder with something else is left alone")
  func other() throws {
    let backmark = try Self.backmark()
    try backmark.workplace.write("mine/index.html", "<p>mine</p>")
    #expect(
      try backmark("site", "--out", "mine")
        == .init(
          notes: "Error: there is something else than a site in 'mine'; name another folder\n",
          status: 2))
    #expect(try backmark.workplace.text(of: "mine/index.html") == "<p>mine</p>")
  }

  @Test("a site has no exercise that is not sound")
  func unsound() throws {
    let backmark = try Self.backmark()
    try backmark.workplace.write("exercises/unsound.json", Workplace.unsound)
    let outcome = try backmark("site", "--out", "site")
    #expect(outcome.status == 2)
    #expect(outcome.notes.contains("exercise unsound is not sound"))
    #expect(try !backmark.workplace.names.contains("site"))
  }
}
