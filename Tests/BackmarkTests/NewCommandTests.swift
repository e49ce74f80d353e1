import TestSupport
import Testing

@Suite("backmark new")
struct NewCommandTests {
  @Test("writes an exercise that passes check, and what editors complete it from")
  func new() throws {
    let backmark = Backmark(workplace: try Workplace([:]))
    #expect(
      try backmark("new", "16.7")
        == .init(
          notes: """
            exercises/16.7.json is ready. Edit its title, statement, numbers and texts; then:
              backmark check exercises/16.7.json

            """))
    #expect(try backmark("new", "mine", "--network", "2-3-2", "--quiet") == .init())
    #expect(
      try backmark("check", "--quiet")
        == .init(
          output: """
            exercises/16.7.json: sound, 6 steps
            exercises/mine.json: sound, 11 steps

            """))
    #expect(
      try backmark.workplace.text(of: "exercises/exercise.schema.json")
        == backmark("check", "--schema").output)
    #expect(
      try backmark("new", "mine", "--network", "2-3-2", "-o", "-").output
        == backmark.workplace.text(of: "exercises/mine.json"))
  }

  @Test(
    "begins with the template of a topic",
    arguments: ["formulas", "network", "convolution", "recurrent", "code"])
  func templates(_ topic: String) throws {
    let backmark = Backmark(workplace: try Workplace([:]))
    #expect(try backmark("new", "mine", "--template", topic, "-q") == .init())
    let check = try backmark("check", "exercises/mine.json")
    #expect(check.status == 0)
    #expect(check.notes.contains("mine.json:4:13: warning: here is still a text of the template"))
    #expect(try backmark("new", "--help").output.contains(topic + " ("))
  }

  @Test("never writes over a file")
  func existing() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let before = try backmark.workplace.text(of: "exercises/own.json")
    #expect(
      try backmark("new", "own")
        == .init(
          notes: "Error: 'exercises/own.json' exists already; name another file with -o\n",
          status: 2))
    #expect(try backmark.workplace.text(of: "exercises/own.json") == before)
  }

  private static let refusals: [(words: String, notes: String, status: Int32)] = [
    (
      "../x",
      "Error: '../x' cannot be an id; an id is made of letters, digits, '.', '_' and '-', as in "
        + "16.2 or worked-3-2-2-1\n", 2
    ),
    (
      "x --template code --network 2-2",
      "Error: --network is for --template network, not code\n", 64
    ),
    (
      "x --network 2-x",
      "Error: a network is written as the sizes of its layers, the input first, as in 2-3-2: "
        + "2 to 6 layers of 1 to 12 units\n", 64
    ),
  ]

  @Test("what cannot be an id or a network is refused with what may be", arguments: refusals)
  func refused(_ words: String, _ notes: String, _ status: Int32) throws {
    let backmark = Backmark(workplace: try Workplace([:]))
    #expect(try backmark.shell("backmark new \(words)") == .init(notes: notes, status: status))
    #expect(try backmark.workplace.names == [])
  }
}
