import Testing

@testable import LocatedJSON

@Suite("Spelling")
struct SpellingTests {
  @Test(
    "The nearest name is suggested where one is near enough",
    arguments: [
      ("tolerence", "tolerance"), ("toelrance", "tolerance"), ("TOLERANCE", "tolerance"),
      ("tolerances", "tolerance"), ("olerance", "tolerance"), ("hint", "hints"), ("setp", "step"),
      ("st", nil), ("tolxxxxce", nil), ("zzz", nil), ("", nil), ("s", nil), ("W", nil), ("w", nil),
      ("W1", "w1"), ("w2", "w1"), ("1w", "w1"),
      ("δ1", "w1"), ("steps", "step"), ("stp", "step"), ("stps", nil),
    ] as [(String, String?)])
  func suggestions(typed: String, suggested: String?) {
    let names = ["tolerance", "hints", "step", "w1"]
    #expect(Spelling.nearest(to: typed, among: names) == suggested)
  }

  @Test("A single letter is only matched by its other case")
  func singleLetter() {
    #expect(Spelling.nearest(to: "l", among: ["x", "L"]) == "L")
    #expect(Spelling.nearest(to: "l", among: ["x", "y"]) == nil)
  }

  @Test("Of names equally near, the one with the right case wins, then the first")
  func ties() {
    #expect(Spelling.nearest(to: "sigmoid", among: ["Sigmoid", "sigmoid"]) == "sigmoid")
    #expect(Spelling.nearest(to: "sigmoit", among: ["SIGMOID", "sigmoid"]) == "sigmoid")
    #expect(Spelling.nearest(to: "a3", among: ["a1", "a2"]) == "a1")
    #expect(Spelling.nearest(to: "delta", among: ["DELTA", "delt"]) == "DELTA")
  }

  @Test("Very long names are not compared")
  func longNames() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(Spelling.nearest(to: long, among: [long, "a"]) == nil)
    #expect(Spelling.nearest(to: "a", among: [long]) == nil)
    let limit = String(repeating: "a", count: 100)
    #expect(Spelling.nearest(to: limit, among: [limit]) == limit)
  }
}
