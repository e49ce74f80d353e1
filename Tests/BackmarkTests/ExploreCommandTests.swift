import Foundation
import TestSupport
import Testing

@Suite("backmark explore")
struct ExploreCommandTests {
  /// A program with a module beside it that is one by its first bytes.
  private static func backmark(module: String = "\u{0}asm") throws -> Backmark {
    let workplace = try Workplace(Workplace.exercises)
    try workplace.write("exercises/unsound.json", Workplace.unsound)
    try workplace.write("core.wasm", module)
    try workplace.write("unpack.wasm", "\u{0}asm")
    return Backmark(
      workplace: workplace, environment: ["BACKMARK_WASM": "\(workplace.path)/core.wasm"])
  }

  @Test("a page is written for an id or a file, and written again over a page")
  func page() throws {
    let backmark = try Self.backmark()
    let outcome = try backmark("explore", "chain")
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(outcome.notes.hasPrefix("chain.html is ready, "))
    let page = try backmark.workplace.text(of: "chain.html")
    #expect(page.contains("<title>chain The chain rule</title>"))
    #expect(try backmark("explore", "exercises/chain.json", "-o", "chain.html", "-q") == .init())
    #expect(try backmark.workplace.text(of: "chain.html") == page)
  }

  @Test("a file that is no such page is not written over")
  func other() throws {
    let backmark = try Self.backmark()
    try backmark.workplace.write("mine.html", "<p>mine</p>")
    #expect(
      try backmark("explore", "chain", "-o", "mine.html")
        == .init(
          notes: "Error: 'mine.html' exists already; name another file with -o\n", status: 2))
    #expect(try backmark.workplace.text(of: "mine.html") == "<p>mine</p>")
  }

  @Test("where there is no core, it is said how to make it")
  func noCore() throws {
    var backmark = try Self.backmark(module: "no module")
    let file = "\(backmark.workplace.path)/core.wasm"
    #expect(
      try backmark("explore", "chain")
        == .init(notes: "Error: '\(file)' is no WebAssembly\n", status: 2))
    try backmark.workplace.write("core/core.wasm", "\u{0}asm")
    backmark.environment["BACKMARK_WASM"] = "\(backmark.workplace.path)/core/core.wasm"
    #expect(
      try backmark("explore", "chain").notes.contains(
        "core/unpack.wasm', which unpacks the grader in a page, is not there"))
    backmark.environment["BACKMARK_WASM"] = "\(backmark.workplace.path)/none.wasm"
    let missing = try backmark("explore", "chain")
    #expect(missing.status == 2)
    #expect(missing.notes.contains("run 'Sources/WebCore/build.sh' in a clone"))
    #expect(try !backmark.workplace.names.contains("chain.html"))
  }

  @Test("there is no page of an exercise that is not there or not sound")
  func unsound() throws {
    let backmark = try Self.backmark()
    #expect(
      try backmark("explore", "chian").notes.hasPrefix(
        "Error: there is no exercise 'chian' in exercises; did you mean 'chain'?\n  chain"))
    let outcome = try backmark("explore", "exercises/unsound.json")
    #expect(outcome.status == 2)
    #expect(outcome.notes.contains("exercise unsound is not sound, so nothing is marked with it"))
  }
}
