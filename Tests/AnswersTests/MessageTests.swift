import Answers
import Diagnosis
import Exercises
import Formulas
import Testing

@Suite("Messages")
struct MessageTests {
  @Test("Sentences are written as they read, and keep what their parts are")
  func parts() {
    let message: Message = "\(name: "δ2") is \(number: -0.25); the other \(3) entries are."
    #expect(message.text == "δ2 is -0.25; the other 3 entries are.")
    #expect(
      message.parts == [
        .name("δ2"), .words(" is "), .number("-0.25"), .words("; the other "), .number("3"),
        .words(" entries are."),
      ])
  }

  @Test("Words that follow words become one part, and what is empty none")
  func words() {
    let message: Message = "a \("slope")\(visible: "")\(Message()) of \(Message("b"))."
    #expect(message == "a slope of b.")
    #expect(message.parts == [.words("a slope of b.")])
  }

  @Test("The numbers told are those in numbers and formulas, with a minus and without")
  func numbers() {
    let message: Message = """
      \(name: "W1[1, 2]") is \(written: "−0.5"), not \(formula: "½ · x^3", numbers: [0.5, 3]), at \
      \(line: 7, column: 8): \(visible: "9")
      """
    #expect(message.numbers == [-0.5, 0.5, 0.5, 3])
  }

  @Test("A formula tells its numbers, but for indices; only a half alone is written ½")
  func formulas() throws {
    let writer = FormulaWriter(ProgramBuilder().build())
    let message = writer.message(try Formula("10.5 * x^3 + 0.5 * W[2]").expression)
    #expect(message.text == "10.5 · x³ + ½·W[2]")
    #expect(message.numbers == [10.5, 3, 0.5])
    #expect(writer.message(try Formula("delta2").expression).parts == [.name("δ2")])
  }

  @Test("A clause begins a sentence or goes on in one")
  func clauses() {
    let clause: Clause = "you left out the factor \(name: "x")"
    #expect(clause.sentence.text == "You left out the factor x.")
    #expect(Message.twoSlips([clause, clause]).text == Self.twice)
    let named: Clause = "\(name: "b1") is missing"
    #expect(named.sentence.text == "b1 is missing.")
  }

  private static let twice =
    "Two slips at once: you left out the factor x, and you left out the factor x."

  @Test(
    "Parts given at once are what they are one by one: words join, and what is empty is left out")
  func partsAtOnce() {
    let parts: [Message.Part] = [
      .words(""), .words("a"), .words(" b"), .name("W1"), .number(""), .words("c"), .words(""),
      .words("d"), .place(line: nil, column: 1),
    ]
    let message = Message(parts)
    #expect(
      message.parts == [.words("a b"), .name("W1"), .words("cd"), .place(line: nil, column: 1)])
    #expect(Message(message.parts) == message)
    var appended = Message()
    for part in parts { appended.append(part) }
    #expect(message == appended)
  }

  @Test("A full stop is added where there is no end yet")
  func ends() {
    #expect(
      ["a", "a.", "a?", ""].map { Message(words: $0).closed.text } == ["a.", "a.", "a?", "."])
  }

  @Test("Places are given with the line or without, and left out where nobody wrote them")
  func places() {
    let message = Message([.heading(line: 2, column: 3)]) + "\(line: 1, column: 5): no"
    #expect(message.text == "Line 2, column 3: line 1, column 5: no")
    #expect(message.withoutHeading.text == "line 1, column 5: no")
    #expect(message.withoutHeading.inOneLine.text == "column 5: no")
  }

  @Test("Lists are read as people say them", arguments: ["", "a", "a and b", "a, b and c"])
  func lists(_ list: String) {
    let names = list.split { !$0.isLetter }.map(String.init).filter { $0 != "and" }
    #expect(Message.names(names).text == list)
  }

  @Test("Steps whose names read as words stand in quotes, and are the same names")
  func wordlike() {
    let names = Message.steps(["beside", "delta2", "W", "dz", "first"])
    #expect(names.text == "'beside', delta2, W, dz and 'first'")
    #expect(names.parts.contains(.name("beside")))
  }

  @Test(
    "A tolerance is stated in words, with its numbers",
    arguments: [
      (.absolute(0.2), "within 0.2", [0.2]), (.relative(0.02), "within 0.02 of its size", [0.02]),
      (
        .both(absolute: 0.5, relative: 0.25), "within 0.5 plus 0.25 of its size", [0.5, 0.25]
      ),
      (.decimals(4), "to 4 decimals", [4]), (.significant(3), "to 3 significant digits", [3]),
      (.typedByHand, "to 3 or 4 significant digits", [3, 4]),
      (.exact, "exactly", []),
    ] as [(Tolerance, String, [Double])])
  func tolerances(_ tolerance: Tolerance, _ words: String, _ numbers: [Double]) {
    #expect(Message(tolerance).text == words)
    #expect(Message(tolerance).numbers == numbers)
  }
}
