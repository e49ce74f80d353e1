import TestSupport
import Testing
import WebCore

@Suite("The calls of a page")
struct WebGraderCallsTests {
  @Test("the page's script numbers them as the core does")
  func numbers() throws {
    let script = try ProjectFolder.text(of: "Sources/Pages/Resources/grader.js")
    let list = try #require(script.firstMatch(of: /const calls = \{([^}]*)\}/)).output.1
    let calls = list.matches(of: /(\w+): (\d+)/)
    #expect(calls.count > 10)
    for call in calls {
      let number = try #require(Int32(call.output.2))
      let named = try #require(WebGrader.Call(rawValue: number), "\(call.output.0)")
      #expect("\(named)" == call.output.1)
    }
  }
}
