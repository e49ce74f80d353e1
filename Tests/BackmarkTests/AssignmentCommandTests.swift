import TestSupport
import Testing

@Suite("An assignment on the command line")
struct AssignmentCommandTests {
  @Test("a new one reads back, and list follows it")
  func new() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let made = try backmark("assignment", "new", "chain", "-o", "a.json", "--title", "First", "-q")
    #expect(made.status == 0)
    #expect(
      try backmark.workplace.text(of: "a.json") == """
        {
          "title": "First",
          "exercises": [
            {"id":"chain","points":3}
          ]
        }

        """)
    #expect(
      try backmark("assignment", "check", "a.json").output == "First: 1 exercise, out of 3\n")
    try backmark.workplace.write("b.json", #"{ "exercises": [{ "id": "chain", "points": 7 }] }"#)
    let list = try backmark("list", "--assignment", "b.json")
    #expect(list.output.hasSuffix("(2 steps, 7 points)\n"))
  }

  @Test("what is wrong is said with its place, and nothing is marked")
  func wrong() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    try backmark.workplace.write("class/ada/chain.answers", "u = 5\ny = 25")
    try backmark.workplace.write("a.json", "{ \"exercises\": [\"chian\"] }")
    let outcome = try backmark("class", "class", "-o", "out", "--assignment", "a.json")
    #expect(
      outcome
        == .init(
          notes: """
            Error: the assignment cannot be used:
            a.json:1:17: error: there is no exercise 'chian'; did you mean 'chain'?
            { "exercises": ["chian"] }
                            ^

            """, status: 2))
    #expect(
      try backmark("assignment", "make").notes.hasPrefix(
        "Error: An assignment can be 'new' or 'check', not 'make'"))
  }

  @Test("where nothing states when work was handed in, that is said")
  func timeless() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    try backmark.workplace.write("class/ada/chain.answers", "u = 5\ny = 25")
    try backmark.workplace.write(
      "a.json",
      #"{ "exercises": ["chain"], "due": "2026-03-01T12:00Z", "late": { "perDay": 0.1 } }"#)
    let note = "nothing says when work was handed in, so all of it counts as on time"
    let command = "backmark class class -o out --assignment a.json"
    #expect(try backmark.shell(command).notes.contains(note))
    #expect(try !backmark.shell(command + " --file-times").notes.contains(note))
  }

  @Test("without one the gradebook is as it is")
  func without() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    try backmark.workplace.write("class/ada/chain.answers", "u = 5\ny = 25")
    _ = try backmark("class", "class", "-o", "out", "-q")
    #expect(
      try backmark.workplace.text(of: "out/gradebook.csv")
        == "student,name,chain,total,status\r\nada,,3,3,ok\r\n")
  }
}
