import Foundation
import TestSupport
import Testing

@Suite("backmark watch")
struct WatchCommandTests {
  private static let cleared = "\u{1B}[H\u{1B}[2J\u{1B}[3J"

  @Test("the file is marked at once, with how much is done")
  func first() throws {
    let workplace = try Workplace(Workplace.exercises)
    try workplace.write("chain.answers", "u = 5\n")
    let terminal = try PseudoTerminal("watch", "chain.answers", in: workplace)
    let screen = try terminal.read(until: "q ends.\n")
    #expect(
      screen.replacing(/\d\d:\d\d:\d\d/, with: "TIME") == WatchCommandTests.cleared + """
        chain  The chain rule

          ✓ right       u
          · no answer   y
          1 of 3 points  1 not answered.

        Progress: [######################>---------------------] 1/2
        Marked at TIME; waiting for chain.answers. q ends.

        """)
    terminal.press("q")
    let end = try terminal.rest()
    #expect(end.text == "")
    #expect(end.status == 0)
  }

  /// How editors save a file.
  enum Saving: CaseIterable {
    case inPlace
    /// Emptied first, and written a moment later.
    case emptied
    /// Another file takes its place.
    case replaced
    /// The old file is moved away, and a new one written.
    case movedAway
    /// Written in two halves.
    case halves

    func save(_ text: String, _ name: String, in workplace: Workplace) throws {
      let path = workplace.path + "/" + name
      switch self {
      case .inPlace:
        let file = try #require(fopen(path, "r+"))
        fputs(text, file)
        fclose(file)
      case .emptied:
        try workplace.write(name, "")
        usleep(20_000)
        try workplace.write(name, text)
      case .replaced:
        try workplace.write("\(name)~", text)
        #expect(rename(path + "~", path) == 0)
      case .movedAway:
        #expect(rename(path, path + ".bak") == 0)
        usleep(20_000)
        try workplace.write(name, text)
      case .halves:
        try workplace.write(name, String(text.prefix(text.count / 2)))
        usleep(20_000)
        try workplace.write(name, text)
      }
    }
  }

  @Test("it is marked again however it is saved", arguments: Saving.allCases)
  func saving(_ saving: Saving) throws {
    let workplace = try Workplace(Workplace.exercises)
    try workplace.write("chain.answers", "u = 6\n")
    let terminal = try PseudoTerminal("watch", "chain.answers", in: workplace)
    try terminal.read(until: "Progress: [>")
    try saving.save("u = 5\ny = 24", "chain.answers", in: workplace)
    try terminal.read(until: "] 1/2")
    try saving.save("u = 5\ny = 25", "chain.answers", in: workplace)
    try terminal.read(until: "Everything is right.")
    terminal.press("q")
    #expect(try terminal.rest().status == 0)
  }

  @Test("a file may come late, go and come again")
  func comingAndGoing() throws {
    let workplace = try Workplace(Workplace.exercises)
    let terminal = try PseudoTerminal("watch", "chain.answers", in: workplace)
    let missing = "'chain.answers' is not there; save it to have it marked.\nq ends.\n"
    #expect(try terminal.read(until: "q ends.\n") == WatchCommandTests.cleared + missing)
    try workplace.write("chain.answers", "u = 5\n")
    try terminal.read(until: "] 1/2")
    try terminal.read(until: "q ends.\n")
    try FileManager.default.removeItem(atPath: workplace.path + "/chain.answers")
    #expect(try terminal.read(until: "q ends.\n") == WatchCommandTests.cleared + missing)
    try workplace.write("chain.answers", "u = 5\n")
    try terminal.read(until: "] 1/2")
    terminal.press("q")
    #expect(try terminal.rest().status == 0)
  }

  private static let chain: [String: String] = [
    "exercises/long.json": """
    { "id": "long", "title": "Twelve steps", "statement": "S", "given": { "x": 2 },
      "steps": [
        \((1...12).map { #"{ "name": "s\#($0)", "formula": "x + \#($0)" }"# }.joined(separator: ","))
      ] }
    """
  ]

  @Test(
    "on every screen the step to look at is to be seen, and what changed stands first",
    arguments: [40, 80, 200])
  func screens(columns: Int) throws {
    let workplace = try Workplace(WatchCommandTests.chain)
    func sheet(_ wrong: some Sequence<Int>) -> String {
      "exercise: long\n"
        + (1...12).map { "s\($0) = \(wrong.contains($0) ? "\(40 + 9 * $0).7" : "\(2 + $0)")\n" }
        .joined()
    }
    try workplace.write("long.answers", sheet(1...12))
    let terminal = try PseudoTerminal(
      "watch", "long.answers", in: workplace, columns: columns, rows: 24)
    let first = try terminal.read(until: "q ends.\n").split(separator: "\n")
    #expect(first.count <= 24)
    #expect(first.allSatisfy { $0.replacing(Self.cleared, with: "").count <= columns })
    #expect(first.contains { $0.contains("wrong") && $0.contains("s1 ") })
    try workplace.write("long.answers", sheet([7, 9]))
    let second = try terminal.read(until: "q ends.\n")
    #expect(second.contains("s12 is now right"))
    #expect(!second.contains("s1  1/1"))
    try workplace.write("long.answers", sheet([7, 12]))
    let third = try terminal.read(until: "q ends.\n")
    #expect(
      third.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .contains("Changed: s9 is now right, s12 is now wrong."))
    let new = try #require(third.range(of: "s12  0/1"))
    let old = try #require(third.range(of: "s7  0/1"))
    #expect(new.lowerBound < old.lowerBound)
    terminal.resize(columns: 50)
    let fourth = try terminal.read(until: "q ends.\n").split(separator: "\n")
    #expect(fourth.allSatisfy { $0.replacing(Self.cleared, with: "").count <= 50 })
    terminal.press("q")
    #expect(try terminal.rest().status == 0)
  }

  @Test("what cannot be marked is said, and the watch goes on")
  func unusable() throws {
    let workplace = try Workplace(Workplace.exercises)
    try workplace.write("work.answers", "exercise: chian\nu = 5\n")
    let terminal = try PseudoTerminal("watch", "work.answers", in: workplace)
    try terminal.read(until: "Error: there is no exercise 'chian' in exercises; did you")
    try workplace.write("work.answers", "exercise: chain\nu = 5\n")
    try terminal.read(until: "] 1/2")
    terminal.press("q")
    #expect(try terminal.rest().status == 0)
  }

  @Test(
    "keys and control-C end it", arguments: [("q", 0), ("xQ", 0), ("\u{4}", 0), ("\u{3}", 130)])
  func ending(keys: String, status: Int32) throws {
    let workplace = try Workplace(Workplace.exercises)
    try workplace.write("chain.answers", "u = 5\n")
    let terminal = try PseudoTerminal("watch", "chain.answers", in: workplace)
    try terminal.read(until: "q ends.\n")
    terminal.press(keys)
    #expect(try terminal.rest().status == status)
  }

  @Test("the screen of a terminal that cannot do so is not cleared")
  func dumb() throws {
    let workplace = try Workplace(Workplace.exercises)
    try workplace.write("chain.answers", "u = 5\n")
    let terminal = try PseudoTerminal(
      "watch", "chain.answers", in: workplace, environment: ["TERM": "dumb"])
    #expect(try terminal.read(until: "rule\n") == "\nchain  The chain rule\n")
    terminal.press("q")
    #expect(try terminal.rest().status == 0)
  }

  @Test(
    "what cannot be watched is refused at once",
    arguments: [
      (
        "nowhere/chain.answers",
        "'nowhere/chain.answers' cannot be watched: there is no folder 'nowhere'"
      ),
      (
        "own.answers/chain.answers",
        "'own.answers/chain.answers' cannot be watched: 'own.answers' is not a folder"
      ),
      ("folder.answers", "'folder.answers' cannot be watched: it is a folder"),
      ("chain", "'chain' is not a submission; its name must end in .answers, .json or .swift"),
    ])
  func refusals(path: String, message: String) throws {
    let workplace = try Workplace(Workplace.exercises)
    try workplace.write("own.answers", "W1 = \n")
    try workplace.write("folder.answers/x", "")
    let end = try PseudoTerminal("watch", path, in: workplace).rest()
    #expect(end.text.replacing("\n  ", with: " ") == "Error: \(message)\n")
    #expect(end.status == 2)
  }

  @Test("without a terminal it is refused, with what to do instead")
  func noTerminal() throws {
    let outcome = try Backmark(workplace: try Workplace(Workplace.exercises))(
      "watch", "chain.answers")
    #expect(
      outcome
        == Backmark.Outcome(
          notes: "Error: this needs a terminal to talk with you; mark the file once with "
            + "'backmark grade chain.answers'\n",
          status: 64))
  }
}
