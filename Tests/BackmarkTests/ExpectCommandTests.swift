import TestSupport
import Testing

@Suite("backmark expect")
struct ExpectCommandTests {
  private static func workplace() throws -> Workplace {
    let workplace = try Workplace(Workplace.exercises)
    try workplace.write("solutions/chain/model.answers", "u = 5\ny = 25")
    try workplace.write("solutions/chain/early.answers", "u = 3\ny = 9")
    try workplace.write("solutions/own/model.answers", "W1 = [[1, 2]]\nz1 = 5")
    return workplace
  }

  private static let drafted = """
    {
      "early.answers": {
        "points": 2,
        "steps": {
          "u": { "status": "incorrect", "says": ["The 2 is missing."] },
          "y": { "status": "followsThrough", "says": ["This follows correctly from your u."] }
        }
      }
    }

    """

  @Test("drafts an expected.json that passes the check at once")
  func drafts() throws {
    let backmark = Backmark(workplace: try Self.workplace())
    #expect(
      try backmark("expect", "solutions/chain/early.answers")
        == .init(
          notes: """
            solutions/chain/expected.json: 1 entry drafted; correct what is not as it should be
              early.answers: 2 of 3 points

            """))
    #expect(try backmark.workplace.text(of: "solutions/chain/expected.json") == Self.drafted)
    #expect(
      try backmark("check", "solutions")
        == .init(
          output: "solutions: 2 model solutions, 1 wrong answer, all as they must be\n"))
    // From inside the folder, and again: what is there stays.
    let again = try backmark.shell(
      "cd solutions/chain && backmark expect *.answers --exercises ../../exercises")
    #expect(
      again
        == .init(
          notes: "./expected.json: nothing drafted\n  early.answers: kept as it is\n"))
    #expect(
      try backmark("expect", "solutions", "--replace", "-q", "-o", "-")
        == .init(output: Self.drafted))
  }

  private static let refusals: [(words: String, notes: String, status: Int32)] = [
    ("zz", "Error: there is no file or folder 'zz'\n", 2),
    (
      "chain",
      "Error: 'chain' is an exercise; name the folder of its wrong answers, as in solutions/chain\n",
      2
    ),
    (
      "solutions/chain/model.answers",
      "Error: there are no wrong answers here; a model solution needs no entry\n", 2
    ),
    (
      "solutions/chain/gone.answers",
      "Error: 'solutions/chain/gone.answers' is not there\n"
        + "solutions/chain/expected.json: nothing drafted\n", 2
    ),
  ]

  @Test("what cannot be drafted is said", arguments: refusals)
  func refused(_ words: String, _ notes: String, _ status: Int32) throws {
    let backmark = Backmark(workplace: try Self.workplace())
    #expect(try backmark.shell("backmark expect \(words)") == .init(notes: notes, status: status))
    #expect(try !backmark.workplace.names.contains("solutions/chain/expected.json"))
  }
}
