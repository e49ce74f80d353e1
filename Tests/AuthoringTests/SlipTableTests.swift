import Authoring
import Exercises
import LocatedJSON
import TestSupport
import Testing

@Suite("The table of slips")
struct SlipTableTests {
  private static func table() throws -> SlipTable {
    SlipTable(
      try Exercise(
        text: """
          { "id": "t", "title": "T", "statement": "S", "given": { "x": [0.31, 0.52], "o": [1, 1] }, "steps": [
            { "name": "u", "formula": "x + 2", "mistakes": [
              { "formula": "x", "says": "The 2 is missing.", "credit": 0.5 } ] },
            { "name": "v", "formula": "o^2" } ] }
          """), marks: true)
  }

  @Test("Every group has its own digits, and the words are those that the student reads")
  func groups() throws {
    let row = try #require(try Self.table().rows.first)
    let typed = row.groups.map(\.typed)
    #expect(Set(typed).count == typed.count)
    let left = try #require(row.groups.first { $0.typed == "[0.3100, 0.5200]" })
    #expect(left.slips.map(\.says.text) == ["You left out the term 2."])
    #expect(left.says.map(\.text) == ["The 2 is missing."])
    #expect(row.toldApart == row.count)
    #expect(row.summary == "tells apart all \(row.count) slips")
  }

  @Test("What passes for the right answer is said to")
  func right() throws {
    let row = try #require(try Self.table().rows.last)
    let ones = try #require(row.groups.first { $0.typed == "[1.000, 1.000]" })
    #expect(ones.isRight)
    #expect(row.toldApart < row.count)
    #expect(row.summary == "tells apart \(row.toldApart) of \(row.count) slips")
    #expect(try Self.table().text(width: 80).contains("  [1.000, 1.000]  passes for right\n"))
  }

  @Test("The same stands in JSON")
  func json() throws {
    var json = JSONWriter()
    try Self.table().write(to: &json)
    #expect(json.text.hasPrefix(#"{"exercise":"t","steps":[{"name":"u","slips":"#))
    #expect(
      json.text.contains(
        #"{"answer":"[0.3100, 0.5200]","status":"partial","says":["The 2 is missing."],"#
          + #""slips":[{"formula":"x","edits":["drop-term"],"says":"You left out the term 2."}]}"#))
  }
}
