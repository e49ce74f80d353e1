import Authoring
import Exercises
import LocatedJSON
import Marking
import TestSupport
import Testing

@Suite("Numbers that several exercises share")
struct SharedNumbersTests {
  private func warnings(_ texts: [String]) throws -> [String] {
    var shared = SharedNumbers()
    for text in texts { shared.add(try Exercise(text: text)) }
    return shared.warnings.map { "\($0.position.line): \($0.severity): \($0.message)" }
  }

  private static func asks(_ id: String, _ x: String) -> String {
    """
    { "id": "\(id)", "title": "T", "statement": "S", "given": { "x": \(x) }, "steps": [
      { "name": "a", "formula": "sigmoid(x)" } ] }
    """
  }

  private static func states(_ statement: String, _ given: String) -> String {
    """
    { "id": "other", "title": "T", "statement": "\(statement)", "given": { \(given) }, "steps": [
      { "name": "u", "formula": "1 + 1" } ] }
    """
  }

  @Test("an answer that another exercise states is named, with the place where it is asked for")
  func stated() throws {
    let asks = Self.asks("first", "[0.5, -1]")
    let says = "2: warning: the answer of 'a' stands in exercise other: "
    #expect(try warnings([asks, Self.states("S", #""s": [0.6225, 0.2689]"#)]) == [says + "'s'"])
    #expect(
      try warnings([Self.states("As [0.6225, 0.2689] says.", #""s": 1"#), asks])
        == [says + "[0.6225, 0.2689]"])
  }

  @Test("what anybody may have by chance is no secret")
  func chance() throws {
    #expect(try warnings([Self.asks("first", "0"), Self.states("Take 0.5.", #""s": 0.5"#)]) == [])
    #expect(
      try warnings([Self.asks("first", "[0.5, -1]"), Self.states("S", #""s": [0.6225, 0.3689]"#)])
        == [])
    #expect(
      try warnings([
        Self.asks("first", #"{ "random": { "shape": [2], "from": -1, "to": 1 } }"#),
        Self.states("S", #""s": [0.6225, 0.2689]"#),
      ]) == [])
  }
}
