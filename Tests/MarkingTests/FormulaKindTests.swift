import Exercises
import Formulas
import Testing

@testable import Diagnosis

@Suite("Answers that are formulas")
struct FormulaKindTests {
  private static let variables =
    #""variables": { "a": { "from": 0.05, "to": 0.95 }, "y": { "values": [0, 1] } }"#

  /// A step that asks for a formula in a and y.
  private static func exercise(_ formula: String, _ keys: String = "") throws -> Exercise {
    try Exercise.sample(
      #""given": { "eta": 0.5, "y": 7 }, "steps": [ { "name": "f", "kind": "formula", "#
        + #""formula": "\#(formula)", \#(variables) \#(keys) } ]"#)
  }

  /// What is said of an answer, after the verdict.
  private static func line(_ answer: String, to exercise: Exercise) throws -> String {
    try exercise.feedback(on: "f = \(answer)").steps[0].line
  }

  @Test(
    "a formula is right however it is written",
    arguments: [
      "a - y", "-y + a", "a−y", "(a^2 - a*y) / a", "sum([a, -y])", "a*(1 - y) - (1 - a)*y",
      "log(exp(a) / exp(y))", "a - y + 0*eta", "\"a - y\"",
    ])
  func right(_ answer: String) throws {
    let feedback = try Self.exercise("a - y").feedback(on: "f = \(answer)").steps[0]
    #expect(feedback.line == "f correct 1.0")
    #expect(feedback.diagnosis == nil)
  }

  @Test("given values may be used, but a variable of the same name hides them")
  func givens() throws {
    #expect(try Self.line("a / 2", to: try Self.exercise("eta * a")) == "f correct 1.0")
    #expect(try Self.line("eta * a", to: try Self.exercise("a / 2")) == "f correct 1.0")
  }

  private static let reasons: [(answer: String, says: String, edits: [String])] = [
    (
      "(a - y) * a * (1 - a)", "The factor a · (1 − a) is still there: it cancels.",
      ["extra-factor"]
    ),
    (
      "(a - y) / (a - a^2)",
      "You still divide by a · (1 − a); the factor of the chain rule that cancels it is missing.",
      ["extra-factor"]
    ),
    ("y - a", "The sign of the whole is the wrong way round.", ["flip-sign"]),
    ("a", "You left out the term y.", ["drop-term"]),
    ("a + y", "You added y where the formula subtracts it.", ["flip-sign"]),
    ("2 * (a - y)", "There is a factor 2 too many.", ["extra-factor"]),
    ("a * (a - y) / (1 - a)", "There is a factor a / (1 − a) too many.", ["extra-factor"]),
    ("(a - y) * eta", "There is a factor ½ too many.", ["extra-factor"]),
  ]

  @Test("the edit of the right formula that gives the answer is named", arguments: reasons.indices)
  func eachReasons(_ index: Int) throws {
    let (answer, says, edits) = Self.reasons[index]
    let feedback = try Self.exercise("a - y").feedback(on: "f = \(answer)").steps[0]
    #expect(feedback.status == .incorrect)
    #expect(feedback.says.texts.first == says)
    #expect(feedback.diagnosis?.edits == edits)
    #expect(feedback.diagnosis?.kind == .mutation)
    #expect(!feedback.says.texts.joined().contains("a - y"))
    #expect(!feedback.says.texts.joined().contains("a − y"))
  }

  @Test("the point at which the answer fails is shown with both values")
  func witness() throws {
    #expect(
      try Self.line("a^3 - y", to: try Self.exercise("a - y"))
        == "f incorrect 0.0: At a = 0.503, y = 0 your formula gives 0.127264; the right value "
        + "there is 0.503.")
  }

  @Test("a key that is the same everywhere is not told")
  func constantKey() throws {
    #expect(
      try Self.line("a * 0 + 0.3", to: try Self.exercise("0.7"))
        == "f incorrect 0.0: At a = 0.503, y = 0 your formula gives 0.3, which is not right.")
  }

  @Test("words that would be the whole answer are not said")
  func discreet() throws {
    let feedback = try Self.exercise("log(a)").feedback(on: "f = a").steps[0]
    #expect(feedback.diagnosis?.edits == ["drop-function"])
    #expect(feedback.says.count == 1)
    #expect(feedback.says.texts[0].hasPrefix("At a = "))
  }

  @Test("a right formula that is too long earns the credit of 'form'")
  func form() throws {
    let exercise = try Self.exercise(
      "a - y", #", "form": { "operators": 1, "credit": 0.75 }, "points": 2"#)
    #expect(try Self.line("-y + a", to: exercise) == "f correct 2.0")
    #expect(
      try Self.line("-(y - a)", to: exercise)
        == "f partial 1.5: This is right, but not simplified: 1 operator is enough, and yours has 2."
    )
    #expect(try Self.line("y - a*1", to: exercise).hasPrefix("f incorrect 0.0"))
  }

  @Test("mistakes and other answers are known by what they come to, however written")
  func alternatives() throws {
    let exercise = try Self.exercise(
      "a - y",
      #", "also": [ { "formula": "(a - y)/2", "says": "Half is fine.", "credit": 0.5 } ], "#
        + #""mistakes": [ { "formula": "y + a", "says": "Minus!", "credit": 0.25 } ]"#)
    #expect(try Self.line("a/2 - eta*y", to: exercise) == "f partial 0.5: Half is fine.")
    #expect(try Self.line("a + y", to: exercise) == "f partial 0.25: Minus!")
    #expect(try exercise.feedback(on: "f = a + y").steps[0].diagnosis?.kind == .mistake)
  }

  @Test("finite differences prove the verdict where the step says of what")
  func slope() throws {
    let exercise = try Self.exercise(
      "(a - y) / (a * (1 - a))",
      #", "slope": { "of": "-(y * log(a) + (1 - y) * log(1 - a))", "by": "a" }"#)
    let feedback = try exercise.feedback(on: "f = a^3 - y").steps[0]
    #expect(feedback.says.texts == [])
    #expect(
      feedback.evidence?.says.text
        == "Evidence: at a = 0.503, y = 0 the loss rises by 2.01207 per unit of a (finite "
        + "differences); your formula gives 0.127264.")
    #expect(Verification(exercise).problems == [])
  }

  @Test(
    "parts, windows and comparisons may be typed, in their own spelling or another",
    arguments: [
      ("correlate(x, k)[2..3]", "correct"), ("correlate(x[2..4], k)", "correct"),
      ("convolve(x, rotate180(k))[2..3]", "correct"),
      ("correlate(x, k, stride=1)[2..3]", "correct"),
      ("[x[2]*k[1] + x[3]*k[2], x[3]*k[1] + x[4]*k[2]]", "correct"),
      ("convolve(x, k)[2..3]", "incorrect"), ("correlate(x, k)[1..2]", "incorrect"),
    ])
  func windows(_ text: String, _ status: String) throws {
    let exercise = try Exercise.sample(
      #""steps": [ { "name": "f", "kind": "formula", "formula": "correlate(x, k)[2..3]", "#
        + #""variables": { "x": { "shape": [5], "from": -1, "to": 1 }, "#
        + #""k": { "shape": [2], "from": -1, "to": 1 } } } ]"#)
    #expect(try exercise.feedback(on: "f = \(text)").steps[0].status.rawValue == status)
  }

  @Test(
    "a mask may be typed as a comparison, a step or a slope",
    arguments: ["z > 0", "step(z)", "relu'(z)", #"z \gt 0"#, "np.heaviside(z)", "1 - (z <= 0)"])
  func masks(_ text: String) throws {
    let exercise = try Exercise.sample(
      #""steps": [ { "name": "f", "kind": "formula", "formula": "step(z)", "#
        + #""variables": { "z": { "from": -1, "to": 1 } } } ]"#)
    #expect(try exercise.feedback(on: "f = \(text)").steps[0].status.rawValue == "correct")
  }

  @Test("matrices are compared entry by entry, and shapes are named")
  func matrices() throws {
    let exercise = try Exercise.sample(
      #""steps": [ { "name": "f", "kind": "formula", "formula": "diag(a) - outer(a, a)", "#
        + #""variables": { "a": { "shape": [3], "from": 0, "to": 1 } } } ]"#)
    #expect(try Self.line("column(a) * (eye(3) - row(a))", to: exercise) == "f correct 1.0")
    #expect(
      try Self.line("a - a^2", to: exercise)
        == "f incorrect 0.0: f is a 3×3 matrix, but your formula gives a vector of 3.")
    let wrong = try Self.line("diag(a)", to: exercise)
    #expect(wrong.hasPrefix("f incorrect 0.0: You left out the term outer(a, a). At a = ["))
    #expect(wrong.contains("entry [1, 1] of your formula is"))
  }
}
