import Exercises
import Testing

@Suite("Distinct numbers")
struct DistinctNumbersTests {
  private static func file(_ keys: String) -> String {
    sample(
      #"""
      "given": { "x": { "random": { "shape": [2, 3], "from": -3, "to": 3, "integer": true\#(keys) } } },
      "steps": [ { "name": "s", "formula": "sum(x)" } ]
      """#)
  }

  @Test("No two entries are the same, and every number comes up in every place")
  func distinct() throws {
    let exercise = try exercise(Self.file(#", "distinct": true, "not": [0]"#))
    var seen: [Set<Double>] = Array(repeating: [], count: 6)
    for student in 0..<300 {
      let entries = exercise.dealt(to: "s\(student)").givens[0].value.entries
      #expect(Set(entries).count == 6)
      #expect(!entries.contains(0))
      for (place, entry) in entries.enumerated() { seen[place].insert(entry) }
    }
    #expect(seen.allSatisfy { $0 == [-3, -2, -1, 1, 2, 3] })
  }

  @Test("What is not asked to be distinct is drawn as before")
  func unchanged() throws {
    let plain = try exercise(Self.file(""))
    let stated = try exercise(Self.file(#", "distinct": false"#))
    let draws = (0..<20).map { plain.dealt(to: "s\($0)").givens[0].value }
    #expect(draws == (0..<20).map { stated.dealt(to: "s\($0)").givens[0].value })
    #expect(draws.contains { Set($0.entries).count < 6 })
  }

  @Test("There must be enough numbers")
  func tooFew() {
    #expect(
      problems(of: Self.file(#", "distinct": true, "not": [0, 1]"#))
        == "2:98: a 2×3 matrix cannot have distinct entries where only 5 numbers may be drawn")
    #expect(
      problems(of: Self.file(#", "distinct": 1"#))
        == "2:98: 'distinct' must be true or false, but it is 1")
  }
}
