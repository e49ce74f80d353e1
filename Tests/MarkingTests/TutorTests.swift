import Exercises
import LearnersSlips
import Testing

@testable import Marking

@Suite("The tutor's words")
struct TutorTests {
  @Test("Every kind of slip in a step is named as a tutor would", arguments: slips)
  func words(_ slip: WorkedSlip) throws {
    let step = try slip.step()
    #expect(step.says.texts == [slip.says])
    #expect(step.says.flatMap(\.numbersHidden).isEmpty)
    #expect(step.diagnosis?.edits == slip.edits)
    #expect(step.diagnosis?.kind == .mutation)
    #expect(step.diagnosis?.step == nil)
  }

  @Test("A small whole number is no evidence of a slip, for many formulas come to it by chance")
  func smallCounts() throws {
    let exercise = try Exercise.sample(
      #"""
      "given": { "n": 2, "m": 3 }, "define": { "h": "n * m" },
      "steps": [ { "name": "c", "kind": "count", "formula": "h + n" } ]
      """#)
    let step = try exercise.feedback(on: "c = 6").steps[0]
    #expect(step.says.texts == ["6 is not right."])
    #expect(step.diagnosis == nil)
  }

  @Test("A slip in a step that was not handed in is named with the step", arguments: hidden)
  func throughProgram(_ slip: WorkedSlip) throws {
    let step = try slip.step()
    #expect(step.says.texts == [slip.says])
    #expect(step.says.flatMap(\.numbersHidden).isEmpty)
    #expect(step.diagnosis?.edits == slip.edits)
    #expect(step.diagnosis?.step == slip.paper.name(slip.flaws[0].part))
  }

  @Test("What the numbers cannot tell apart is given as one of several", arguments: ties)
  func several(_ slip: WorkedSlip) throws {
    let step = try slip.step()
    #expect(step.says.texts == [slip.says])
    #expect(step.says.flatMap(\.numbersHidden).isEmpty)
    #expect(step.diagnosis?.edits == slip.edits)
  }

  @Test("A number that is simply wrong gets no reason")
  func noReason() throws {
    #expect(
      try Exercise.single("3 * exp(0.7)").verdicts(on: "v = 5.2817")
        == ["v incorrect 0.0: 5.2817 is not right."])
  }

  @Test("Exercises of an author's own get the same words", arguments: own)
  func ownExercises(_ exercise: OwnExercise) throws {
    let feedback = try Exercise.sample(exercise.members).feedback(on: exercise.answers)
    let step = try #require(feedback.steps.last)
    #expect(step.says.texts == [exercise.says])
    #expect(step.says.flatMap(\.numbersHidden).isEmpty)
    #expect(step.diagnosis?.edits == [exercise.edit])
  }

  @Test("A reason that would say the expected number is not given")
  func discretion() throws {
    // The only reason, a factor of 3 that was left out, names the answer.
    let exercise = try Exercise.sample(
      #""given": { "x": 1 }, "steps": [ { "name": "v", "formula": "3 * x", "kind": "count" } ]"#)
    let step = try exercise.feedback(on: "v = 1").steps[0]
    #expect(step.says.texts == ["1 is not right."])
    #expect(step.diagnosis == nil)
  }
}

extension TutorTests {
  @Test(
    "What few digits prove is told as what it looks like, what many prove as a fact",
    arguments: [
      ("delta1 = 0.150", "It looks as if you left out the factor σ′(z1) (BP2).", "likely"),
      ("delta1 = 0.150183", "You left out the factor σ′(z1) (BP2).", "sure"),
      (
        "delta1 = 0.016478",
        "One of these: there is a factor ½ too many (BP2); or there is a factor η too many.",
        "oneOf"
      ),
    ])
  func belief(_ answer: String, _ says: String, _ certainty: String) throws {
    let exercise = try Exercise.sample(
      #"""
      "network": { "sizes": [1, 1, 1], "activations": ["sigmoid", "sigmoid"],
        "loss": "binary-cross-entropy", "weights": [[[0.7]], [[-0.3]]], "biases": [[0.1], [0.2]],
        "input": [0.9], "target": [1], "learningRate": 0.5 },
      "steps": [ { "name": "delta2" }, { "name": "delta1" } ]
      """#)
    let step = try exercise.feedback(on: "delta2 = -0.5006104\n" + answer).steps[1]
    #expect(step.says.texts == [says])
    #expect(step.diagnosis?.certainty?.rawValue == certainty)
  }
}

/// Work with flaws in it, some of it handed in, and what must be said of the step asked for.
struct WorkedSlip: CustomTestStringConvertible {
  let paper: AnsweredStep
  let flaws: [(part: AnsweredStep.Part, flaws: [Flaw])]
  let asked: AnsweredStep.Part
  /// Nil for everything.
  let handedIn: [AnsweredStep.Part]?
  let edits: [String]
  let says: String

  init(
    _ paper: String, _ part: AnsweredStep.Part, _ flaws: Flaw..., edits: String..., says: String
  ) {
    self.paper = AnsweredStep.named(paper)
    self.flaws = [(part, flaws)]
    asked = part
    handedIn = nil
    self.edits = edits
    self.says = says
  }

  init(
    _ paper: String, _ flaws: [(part: AnsweredStep.Part, flaws: [Flaw])],
    seenIn asked: AnsweredStep.Part,
    edits: String..., says: String
  ) {
    self.paper = AnsweredStep.named(paper)
    self.flaws = flaws
    self.asked = asked
    handedIn = [asked]
    self.edits = edits
    self.says = says
  }

  var testDescription: String { "\(paper) \(flaws): \(says)" }

  /// The feedback on the step, typed with six decimals.
  func step() throws -> StepFeedback {
    var known = paper.givens
    var answers = paper.chosen
    for part in paper.parts {
      let own = flaws.first { $0.part == part }?.flaws ?? []
      let value = paper.worked(part, from: known, own)
      known[paper.name(part)] = value
      if handedIn?.contains(part) ?? true, value.isPossible {
        let text = Typing.decimals(6).text(value, rank: paper.rank(part))
        answers += "\(paper.name(part)) = \(text)\n"
      }
    }
    let feedback = try Exercise.sample(paper.members).feedback(on: answers)
    return try #require(feedback.step(paper.name(asked)))
  }
}

/// An exercise that is no network block, wrong answers to it and what must be said of the last.
struct OwnExercise: CustomTestStringConvertible {
  let members: String
  let answers: String
  let edit: String
  let says: String

  var testDescription: String { says }
}

extension AnsweredStep {
  static func named(_ description: String) -> AnsweredStep {
    all.first { $0.description == description } ?? all[0]
  }
}
