import Practice
import Testing

@Suite struct PracticeInputTests {
  @Test(
    "A line is an answer unless it is a command",
    arguments: [
      ("", .nothing), ("   ", .nothing), ("# nothing yet", .nothing),
      ("0.5", .answer("0.5")), (" [1, 2]\r", .answer("[1, 2]")), ("3 # half", .answer("3")),
      ("a = 3", .answer("a = 3")), ("hints", .answer("hints")), ("skip it", .answer("skip it")),
      ("hint", .command(.hint)), (" Skip ", .command(.skip)), ("BACK", .command(.back)),
      ("show", .command(.show)), ("help", .command(.help)), ("?", .command(.help)),
      ("quit", .command(.quit)), ("q", .command(.quit)), ("exit", .command(.quit)),
    ] as [(String, PracticeInput)])
  func lines(line: String, input: PracticeInput) {
    #expect(PracticeInput(line: line) == input)
  }

  @Test(
    "A mistyped command is recognised",
    arguments: [("hnit", .hint), ("skp", .skip), ("quti", .quit), ("0.5", nil), ("[1, 2]", nil)]
      as [(String, PracticeInput.Command?)])
  func suggestions(typed: String, command: PracticeInput.Command?) {
    #expect(PracticeInput.command(near: typed) == command)
  }
}
