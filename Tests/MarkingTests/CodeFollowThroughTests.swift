import Backpropagation
import Exercises
import TestSupport
import Testing

@testable import FunctionMarking
@testable import Marking

@Suite("Functions that follow from a student's own earlier ones")
struct OwnFunctionsTests {
  private static func exercise(_ followThrough: String = "full") throws -> Exercise {
    try .code(
      """
      { "name": "slopes", "kind": "code", "function": "func slopes(w: Double, _ x: Double) -> (dw: Double, db: Double)",
        "formula": { "dw": "w * x", "db": "w" }, "inputs": { "random": {} } }
      """,
      """
      { "name": "epoch", "kind": "code", "points": 2,
        "function": "func epoch(w: Double, x: [Double]) -> (w: Double, b: Double)",
        "formula": { "w": "w - mean(w * x)", "b": "1 - w" },
        "ways": [{ "w": "w - mean(dw)", "b": "1 - mean(db)" }],
        "inputs": [{ "w": 2, "x": [1, 2, 4] }, { "w": 1, "x": [3] }] }
      """, members: "\"followThrough\": \"\(followThrough)\"")
  }

  /// The slopes times a factor, and an epoch that adds up what they give times another.
  private static func line(
    _ exercise: Exercise, slopes: Double, epoch: Double, offset: Double = 0
  ) throws -> String {
    let bench = FunctionRunner.playing([
      "slopes": { arguments in
        let (w, x) = (arguments[0].numbers[0], arguments[1].numbers[0])
        return .returned(.tuple([.double(slopes * w * x), .double(slopes * w)]))
      },
      "epoch": { arguments in
        let (w, x) = (arguments[0].numbers[0], arguments[1].numbers)
        let mean = x.reduce(0, +) / Double(x.count)
        return .returned(
          .tuple([.double(w - epoch * w * mean + offset), .double(1 - epoch * w)]))
      },
    ])
    return try exercise.feedback(from: bench).steps[1].line
  }

  @Test(
    "what is right with the student's own function follows from it, for the exercise's credit",
    arguments: [("full", 2.0), ("half", 1.0)])
  func follows(_ followThrough: String, _ points: Double) throws {
    #expect(
      try Self.line(Self.exercise(followThrough), slopes: 3, epoch: 3)
        == "epoch followsThrough \(points): This follows from your 'slopes', which is where to look."
    )
  }

  @Test("a slip of its own, a right function before it and one that gives zeros: none follows")
  func ownSlips() throws {
    let exercise = try Self.exercise()
    #expect(try Self.line(exercise, slopes: 1, epoch: 1) == "epoch correct 2.0")
    for (slopes, epoch, offset) in [(3.0, 2.0, 0.0), (1, 3, 0), (3, 3, 1), (0, 0, 0)] {
      let line = try Self.line(exercise, slopes: slopes, epoch: epoch, offset: offset)
      #expect(line.hasPrefix("epoch incorrect 0.0"))
    }
  }

  @Test("the calls of the earlier function are among those that are made")
  func calls() throws {
    let bench = FunctionRunner { job throws(FunctionRunner.Fault) in
      let own = job.calls.suffix(4).map(\.function)
      #expect(own == [0, 0, 0, 0])
      #expect(job.calls.last?.arguments == [1.0, 3.0])
      throw .init("seen")
    }
    let feedback = try Self.exercise().feedback(from: bench)
    #expect(feedback.steps[0].says.texts == ["seen"])
  }
}

@Suite("Gradients held against a student's own loss")
struct CodeFollowThroughTests {
  private static func exercise(
    _ followThrough: String = "full", loss: String = "0.5 * sum((w - y)^2)",
    gradient: String = "w - y", inputs: String = #"{ "random": { "shapes": { "w": [3] } } }"#,
    keys: String = ""
  ) throws -> Exercise {
    try .code(
      """
      { "name": "loss", "kind": "code", "function": "func loss(_ w: [Double], y: Double) -> Double",
        "formula": "\(loss)", "inputs": \(inputs) }
      """,
      """
      { "name": "gradient", "kind": "code", "points": 2,
        "function": "func gradient(_ w: [Double], y: Double) -> [Double]",
        "formula": "\(gradient)", "differences": { "of": "loss", "by": "w" },
        "inputs": \(inputs) \(keys) }
      """, members: "\"followThrough\": \"\(followThrough)\"")
  }

  /// `Σ (w − y)²`, times a factor, and its gradient.
  private static func loss(_ factor: Double) -> PlayedFunction {
    { arguments in
      let y = arguments[1].numbers[0]
      return .returned(
        .double(factor * arguments[0].numbers.map { ($0 - y) * ($0 - y) }.reduce(0, +)))
    }
  }

  private static func gradient(_ factor: Double) -> PlayedFunction {
    { arguments in
      let y = arguments[1].numbers[0]
      return .returned(.vector(arguments[0].numbers.map { 2 * factor * ($0 - y) }))
    }
  }

  private static func verdict(
    _ exercise: Exercise, _ loss: @escaping PlayedFunction, _ gradient: @escaping PlayedFunction
  ) throws -> StepFeedback {
    let bench = FunctionRunner.playing(["loss": loss, "gradient": gradient])
    return try exercise.feedback(from: bench).steps[1]
  }

  @Test("the loss and its gradient are right together")
  func right() throws {
    let verdict = try Self.verdict(Self.exercise(), Self.loss(0.5), Self.gradient(0.5))
    #expect(verdict.line == "gradient correct 2.0")
  }

  @Test(
    "the gradient of a wrong loss follows from it, for the exercise's credit",
    arguments: [("full", 2.0), ("half", 1.0), ("none", 0.0)])
  func follows(_ followThrough: String, _ points: Double) throws {
    let verdict = try Self.verdict(
      Self.exercise(followThrough), Self.loss(1), Self.gradient(1))
    #expect(
      verdict.line == "gradient followsThrough \(points): This is the slope of your own loss, "
        + "which is where to look.")
    #expect(verdict.follows == ["loss"])
    #expect(verdict.diagnosis == nil)
  }

  @Test("a loss that does not change earns nothing for a gradient of zeros")
  func trivial() throws {
    for constant in [0, 7.0] {
      let verdict = try Self.verdict(
        Self.exercise(), { _ in .returned(.double(constant)) },
        { .returned(.vector($0[0].numbers.map { _ in 0 })) })
      #expect(verdict.status == .incorrect)
      #expect(verdict.points == 0)
    }
  }

  @Test("a gradient that breaks off or is not finite elsewhere does not follow")
  func elsewhere() throws {
    let exercise = try Self.exercise(
      inputs: """
        [{ "random": { "count": 6, "shapes": { "w": [3] } } }, { "w": [100, 200, 300], "y": 1 }]
        """)
    let others: [PlayedFunction] = [
      { _ in .crashed(nil) }, { _ in .returned([1.0]) },
      { _ in .returned([.double(.nan), 0.0, 0.0]) },
    ]
    for other in others {
      let verdict = try Self.verdict(
        exercise, Self.loss(1),
        { $0[0] == [100.0, 200.0, 300.0] ? other($0) : Self.gradient(1)($0) })
      #expect(verdict.status == .incorrect)
    }
    let all = try Self.verdict(exercise, Self.loss(1), Self.gradient(1))
    #expect(all.status == .followsThrough)
  }

  @Test("a gradient that is wrong only where the loss was not moved does not follow")
  func unprobed() throws {
    let exercise = try Self.exercise(
      inputs: """
        [{ "random": { "count": 4, "shapes": { "w": [3] } } }, { "w": [1, 2, 3], "y": 1 }]
        """)
    let wrongLoss: PlayedFunction = {
      $0[0] == [1.0, 2.0, 3.0] ? .returned(5.5) : Self.loss(0.5)($0)
    }
    let verdict = try Self.verdict(
      exercise, wrongLoss,
      { $0[0] == [1.0, 2.0, 3.0] ? .returned([0.0, 0.0, 7.0]) : Self.gradient(0.5)($0) })
    #expect(
      verdict.line
        == "gradient incorrect 0.0: For w = [1, 2, 3], y = 1 it returns [0, 0, 7]. "
        + "2 of the 3 numbers are not right: [2] (0), [3] (7). 4 of the 5 inputs came out right.")
  }

  @Test("a wrong gradient is held against the slope of the student's own loss")
  func evidence() throws {
    let exercise = try Self.exercise(inputs: #"[{ "w": [1, 2, 4], "y": 0.5 }]"#)
    let wrong: PlayedFunction = { _ in .returned([0.5, 1.5, 3.0]) }
    #expect(
      try Self.verdict(exercise, Self.loss(0.5), wrong).line
        == "gradient incorrect 0.0: For w = [1, 2, 4], y = 0.5 it returns [0.5, 1.5, 3]. "
        + "1 of the 3 numbers is not right: [3] (3). "
        + "For w = [1, 2, 4], y = 0.5 it returns 3 at [3], but your own loss changes by 3.5 per "
        + "unit of w[3].")
    #expect(
      try Self.verdict(exercise, Self.loss(5), wrong).says.texts.last
        == "For w = [1, 2, 4], y = 0.5 it returns 3 at [3], but your own loss changes by 35 per "
        + "unit of w[3].")
  }

  @Test("the evidence names the part of a tuple, and a number by its parameter alone")
  func evidenceOfParts() throws {
    let exercise = try Exercise.code(
      """
      { "name": "loss", "kind": "code", "function": "func loss(_ w: [Double], b: Double) -> Double",
        "formula": "sum(w) * b", "inputs": [{ "w": [1, 2], "b": 3 }] }
      """,
      """
      { "name": "gradient", "kind": "code",
        "function": "func gradient(_ w: [Double], b: Double) -> (dw: [Double], db: Double)",
        "formula": { "dw": "b + 0*w", "db": "sum(w)" }, "inputs": [{ "w": [1, 2], "b": 3 }],
        "differences": { "of": "loss", "by": { "dw": "w", "db": "b" } } }
      """)
    func says(_ dw: [Double], _ db: Double) throws -> String? {
      try exercise.feedback(
        from: .playing([
          "loss": { .returned(.double($0[0].numbers.reduce(0, +) * $0[1].numbers[0])) },
          "gradient": { _ in .returned(.tuple([.vector(dw), .double(db)])) },
        ])
      ).steps[1].says.texts.last
    }
    #expect(try says([3, 3], 3) == nil)
    #expect(
      try says([3, 1], 3)
        == "For w = [1, 2], b = 3 it returns 1 at dw[2], but your own loss changes by 3 per unit "
        + "of w[2].")
    #expect(
      try says([3, 3], 1)
        == "For w = [1, 2], b = 3 it returns 1 at db, but your own loss changes by 3 per unit of b."
    )
  }

  @Test("without slopes of the loss there is no evidence")
  func noEvidence() throws {
    let exercise = try Self.exercise(inputs: #"[{ "w": [1, 2, 4], "y": 0.5 }]"#)
    let wrong: PlayedFunction = { _ in .returned([0.5, 1.5, 3.0]) }
    let says = [
      "For w = [1, 2, 4], y = 0.5 it returns [0.5, 1.5, 3]. 1 of the 3 numbers is not right: "
        + "[3] (3)."
    ]
    let losses: [PlayedFunction] = [
      { _ in .crashed(nil) }, { _ in .returned(.double(.nan)) }, { _ in .notMade },
    ]
    for loss in losses {
      #expect(try Self.verdict(exercise, loss, wrong).says.texts == says)
    }
    let bench = FunctionRunner.playing(["gradient": wrong]) { $0.functionFaults[0] = .missing }
    #expect(try exercise.feedback(from: bench).steps[1].says.texts == says)
    // Entries of a wrong shape do not correspond to those that were moved.
    let short = try Self.verdict(exercise, Self.loss(0.5), { _ in .returned([9.0, 9.0]) })
    #expect(
      short.says.texts == [
        "For w = [1, 2, 4], y = 0.5 it returns [9, 9]. The list has 2 entries, "
          + "but 3 are expected."
      ])
  }

  @Test("an entry at a kink of the loss says nothing; the others do")
  func kinks() throws {
    let exercise = try Self.exercise(
      loss: "sum(relu(w)) + 0*y", gradient: "relu'(w) + 0*y",
      inputs: #"[{ "w": [0, 1], "y": 0 }]"#)
    let loss: PlayedFunction = {
      .returned(.double($0[0].numbers.map { max(0, $0) }.reduce(0, +)))
    }
    #expect(
      try Self.verdict(exercise, loss, { _ in .returned([0.7, 1.0]) }).says.texts == [
        "For w = [0, 1], y = 0 it returns [0.7, 1]. 1 of the 2 numbers is not right: [1] (0.7)."
      ])
    #expect(
      try Self.verdict(exercise, loss, { _ in .returned([0.7, 3.0]) }).says.texts.last
        == "For w = [0, 1], y = 0 it returns 3 at [2], but your own loss changes by 1 per unit "
        + "of w[2].")
  }

  @Test("large entries and large losses are no evidence against a right slope")
  func large() throws {
    let exercise = try Self.exercise(
      inputs: #"[{ "w": [1e6, -3e4, 2], "y": 1 }, { "w": [1e-7, 5e5, 0], "y": 2 }]"#)
    let verdict = try Self.verdict(exercise, Self.loss(3), Self.gradient(3))
    #expect(verdict.status == .followsThrough)
  }

  @Test("a share of right inputs is not given up for less")
  func shares() throws {
    let exercise = try Self.exercise(
      "half", inputs: #"[{ "w": [1], "y": 1 }, { "w": [2], "y": 2 }, { "w": [1], "y": 3 }]"#,
      keys: #", "partial": true"#)
    let verdict = try Self.verdict(exercise, Self.loss(1), Self.gradient(1))
    #expect(verdict.status == .partial)
    #expect(abs(verdict.points - 4.0 / 3) < 1e-12)
  }
}
