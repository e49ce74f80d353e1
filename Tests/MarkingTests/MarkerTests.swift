import Exercises
import Formulas
import LocatedJSON
import TestSupport
import Testing

@testable import Answers
@testable import Diagnosis
@testable import Marking

@Suite("Marking without earlier answers")
struct MarkerTests {
  @Test("Right values are revealed on request, and only where the choices give a key")
  func revealing() throws {
    let exercise = try Exercise.sample(
      #"""
      "choose": [ { "name": "w", "shape": [], "text": "a weight" } ],
      "steps": [ { "name": "double", "formula": "2 * w" } ]
      """#)
    var marker = Marker(exercise)
    let first = try Submission(answers: "w = 3\ndouble = 5")
    #expect(marker.mark(first).steps[0].expected == nil)
    #expect(marker.mark(first, reveals: true).steps[0].expected == .value(Tensor(6)))
    let second = try Submission(answers: "double = 5")
    #expect(marker.mark(second, reveals: true).steps[0].expected == nil)
  }

  @Test(
    "The bound of a tolerance is inclusive, and nothing beyond it is right",
    arguments: [
      ("100", "\"exact\"", ["100", "1e2", "200/2"], ["100.0001", "99.9999", "-100"]),
      (
        "45.8", "{ \"absolute\": 0.2 }", ["46", "45.6", "45.98", "45.62"],
        ["46.02", "45.58", "-45.8"]
      ),
      (
        "-0.25", "{ \"absolute\": 0.01 }", ["-0.24", "-0.26", "-0.259"],
        ["-0.239", "-0.261", "0.25"]
      ),
      ("200", "{ \"relative\": 0.01 }", ["202", "198", "201.8"], ["202.2", "197.8"]),
      (
        "200", "{ \"both\": { \"absolute\": 1, \"relative\": 0.01 } }", ["203", "197", "202.7"],
        ["203.3", "196.7"]
      ),
      (
        "0.56217", "{ \"decimals\": 3 }", ["0.5622", "0.563", "0.56317", "0.56307"],
        ["0.56327", "0.561"]
      ),
      ("1234.5", "{ \"significant\": 2 }", ["1200", "1134.5", "1324.5"], ["1124.5", "1344.5"]),
      ("0", "{ \"relative\": 0.5 }", ["0", "-0", "1e-13"], ["1e-11"]),
      (
        "0", "{ \"decimals\": 4, \"significant\": 3 }", ["0", "0.0001", "-9e-5"],
        ["0.00011", "-0.00011"]
      ),
      ("1e200", "{ \"significant\": 3 }", ["1e200", "1.009e200"], ["1.011e200", "1e199"]),
    ])
  func tolerances(_ key: String, rule: String, right: [String], wrong: [String]) throws {
    let exercise = try Exercise.single(key, ", \"tolerance\": \(rule)")
    for answer in right {
      #expect(try exercise.verdicts(on: "v = \(answer)") == ["v correct 1.0"], "\(answer)")
    }
    for answer in wrong {
      #expect(try exercise.feedback(on: "v = \(answer)").steps[0].status == .incorrect, "\(answer)")
    }
  }

  @Test(
    "Values typed by hand are right as typed, to two digits at the least",
    arguments: [
      ("0.562", Status.correct), ("0.5622", .correct), ("0.56", .correct), ("0.562177", .correct),
      ("0.57", .incorrect), ("0.5635", .incorrect), ("0.6", .partial), ("0.7", .incorrect),
    ],
    [
      ("0.00212", Status.correct), ("0.002123", .correct), ("0.0021", .correct),
      ("0.0022", .incorrect), ("0.00214", .incorrect), ("0.002", .partial), ("0", .incorrect),
    ])
  func typedByHand(_ large: (String, Status), _ small: (String, Status)) throws {
    let exercise = try Exercise.sample(
      #""steps": [ { "name": "a", "formula": "0.562177" }, { "name": "d", "formula": "0.002123" } ]"#
    )
    let feedback = try exercise.feedback(on: "a = \(large.0)\nd = \(small.0)")
    #expect(feedback.steps.map(\.status) == [large.1, small.1])
  }

  @Test("Every answer has its status, and answers may come in any order")
  func statuses() throws {
    let exercise = try Exercise.sample(
      #"""
      "steps": [
        { "name": "a", "formula": "0.5" }, { "name": "b", "formula": "[1, 2]", "points": 2 },
        { "name": "c", "formula": "3", "points": 0.5 }, { "name": "d", "formula": "4" }
      ]
      """#)
    let lines = try exercise.verdicts(on: "d = 4.7713\nc = x\nA = 1\na = 0.5\na = 1/2")
    #expect(
      lines == [
        "a correct 1.0", "b unanswered 0.0",
        "c unreadable 0.0: Line 2, column 5: a number is expected here, but 'x' is a name.",
        "d incorrect 0.0: 4.7713 is not right.",
        "note: Exercise sample has no step 'A'; did you mean 'a'?",
        "note: There are two answers for 'a'; the last one counts.",
      ])
  }

  @Test("The steps of a file may stand in another order than their answers")
  func order() throws {
    let lines = try Exercise.chain().verdicts(on: "s = 294\nr = 49\nq = 7\np = 6")
    #expect(lines == ["p correct 1.0", "q correct 1.0", "r correct 1.0", "s correct 1.0"])
  }

  @Test(
    "A wrong shape is said with both shapes",
    arguments: [
      ("[1, 2]", "v is a 2×3 matrix, but your answer is a vector of 2."),
      ("7", "v is a 2×3 matrix, but your answer is a number."),
      ("[[1, 2, 3, 4]]", "v is a 2×3 matrix, but your answer is a 1×4 matrix."),
      (
        "[[1, 4], [2, 5], [3, 6]]",
        "v is a 2×3 matrix, but your answer is a 3×2 matrix; it looks transposed."
      ),
    ])
  func wrongShapes(_ answer: String, _ words: String) throws {
    let exercise = try Exercise.single("[[1, 2, 3], [4, 5, 6]]")
    let step = try exercise.feedback(on: "v = \(answer)").steps[0]
    #expect(step.status == .incorrect)
    #expect(step.says.texts.first == words)
  }

  @Test(
    "A number serves for one entry, and a vector for one row or column",
    arguments: [
      ("2", "[2]"), ("2", "[[2]]"), ("[2]", "2"), ("[[2]]", "2"), ("[1, 2]", "[[1, 2]]"),
      ("[1, 2]", "[[1], [2]]"), ("[[1, 2]]", "[1, 2]"), ("[[1], [2]]", "[1, 2]"),
    ])
  func kindShapes(_ key: String, _ answer: String) throws {
    #expect(try Exercise.single(key).verdicts(on: "v = \(answer)") == ["v correct 1.0"])
  }

  @Test("Zero is right with either sign")
  func signedZeros() throws {
    let exercise = try Exercise.single("[0, -0 * 1, 0]", #", "tolerance": "exact""#)
    #expect(try exercise.verdicts(on: "v = [-0, 0.0, −0e5]") == ["v correct 1.0"])
  }

  @Test("Another right answer earns its credit and words")
  func alternatives() throws {
    let exercise = try Exercise.single(
      "0.731",
      #"""
      , "points": 2, "also": [ { "formula": "0.317", "says": "Also right." },
        { "formula": "[0.1, 0.2]", "says": "Another shape.", "credit": 0.5 },
        { "formula": "0.913", "says": "Half right.", "credit": 0.5 } ]
      """#)
    #expect(try exercise.verdicts(on: "v = 0.731") == ["v correct 2.0"])
    #expect(try exercise.verdicts(on: "v = 0.317") == ["v correct 2.0: Also right."])
    #expect(try exercise.verdicts(on: "v = [0.913]") == ["v partial 1.0: Half right."])
  }

  @Test("A mistake the author foresaw is named with its credit")
  func mistakes() throws {
    let exercise = try Exercise.single(
      "[0.731, 0.25]",
      #"""
      , "points": 2, "mistakes": [ { "formula": "[0.913, 0.25]", "says": "No credit." },
        { "formula": "[0.173, 0.25]", "says": "Half right.", "credit": 0.5 },
        { "formula": "0.981", "says": "The sum." } ]
      """#)
    let no = try exercise.feedback(on: "v = [0.913, 0.25]")
    #expect(no.lines == ["v incorrect 0.0: No credit."])
    #expect(no.steps[0].diagnosis == Explanation(kind: .mistake, formula: "[0.913, 0.25]"))
    #expect(try exercise.verdicts(on: "v = [0.173, 0.25]") == ["v partial 1.0: Half right."])
    #expect(try exercise.verdicts(on: "v = 0.981") == ["v incorrect 0.0: The sum."])
  }

  @Test(
    "Right entries earn their share where the author allows it",
    arguments: [
      (
        "[1, 2, 7.7713, 4]", "partial", 1.5,
        "v[3] is not right; you have 7.7713. The other 3 entries are."
      ),
      (
        "[6.3931, 2, 7.7713, 4]", "partial", 1.0,
        "2 of the 4 entries of v are not right: [1] (6.3931), [3] (7.7713)."
      ),
      (
        "[6.3931, 5.1177, 7.7713, 9.3517]", "incorrect", 0.0, "None of the 4 entries of v is right."
      ),
    ])
  func partialCredit(_ answer: String, _ status: String, _ points: Double, _ words: String) throws {
    let exercise = try Exercise.single("[1, 2, 3, 4]", #", "points": 2, "partial": true"#)
    #expect(try exercise.verdicts(on: "v = \(answer)") == ["v \(status) \(points): \(words)"])
    let strict = try Exercise.single("[1, 2, 3, 4]", #", "points": 2"#)
    #expect(try strict.verdicts(on: "v = \(answer)") == ["v incorrect 0.0: \(words)"])
  }

  @Test("A count is whole, and right exactly")
  func counts() throws {
    let exercise = try Exercise.single("154", #", "kind": "count""#)
    for right in ["154", "154.0", "1.54e2", "2*77", "[154]", "100 + 54"] {
      #expect(try exercise.verdicts(on: "v = \(right)") == ["v correct 1.0"])
    }
    #expect(try exercise.feedback(on: "v = 155").steps[0].status == .incorrect)
    #expect(
      try exercise.verdicts(on: "v = 154.5")
        == ["v incorrect 0.0: 154.5 is not right: a whole number is asked for."])
  }

  @Test("Few digits that one slip gives exactly are that slip, and not a coarse answer")
  func exactSlips() throws {
    let exercise = try Exercise.sample(
      #"""
      "given": { "W": 0.5, "x": 2, "b": 0.2 }, "steps": [{ "name": "z", "formula": "W * x + b" }]
      """#)
    #expect(
      try exercise.verdicts(on: "z = 1") == ["z incorrect 0.0: You left out the bias b."])
    let other = try Exercise.sample(
      #"""
      "given": { "W": 0.617, "x": 2, "b": 0.0321 }, "steps": [{ "name": "z", "formula": "W * x + b" }]
      """#)
    #expect(try other.feedback(on: "z = 1").steps[0].status == .partial)
  }

  @Test("The marks of one submission leave nothing behind for the next")
  func noMemory() throws {
    let exercise = try choosing()
    var marker = Marker(exercise)
    let first = marker.mark(try Submission(answers: "W = [2, 1]\nz = 2.5\na = 7\n"))
    _ = marker.mark(try Submission(answers: "W = [3, 1]\nz = 5\na = 5.0001"))
    _ = marker.mark(try Submission(answers: "z = 5"))
    let again = marker.mark(try Submission(answers: "W = [2, 1]\nz = 2.5\na = 7\n"))
    #expect(first.lines == again.lines)
    #expect(first.steps[0].status == .correct)
  }

  @Test("Rubbish without end gives twenty notes and a count")
  func manyNotes() throws {
    let rubbish = (1...1000).map { "word\($0) = 1\nword\($0)" }.joined(separator: "\n")
    let notes = try Exercise.chain().feedback(on: rubbish).notes.texts
    #expect(notes.count == 21)
    #expect(notes.last == "1980 more lines are not understood either.")
    let twice = String(repeating: "p = y\n", count: 50_000)
    #expect(
      try Exercise.chain().verdicts(on: twice) == [
        "p unreadable 0.0: Line 50000, column 5: a number is expected here, but 'y' is a name.",
        "q unanswered 0.0", "r unanswered 0.0", "s unanswered 0.0",
        "note: There are two answers for 'p'; the last one counts.",
      ])
  }
}

// MARK: - Choices

extension MarkerTests {
  /// z = W · [0.5, 1.5], with a remark on twins.
  private func choosing() throws -> Exercise {
    try Exercise.sample(
      #"""
      "given": { "x": [0.5, 1.5] }, "choose": [ { "name": "W", "shape": [2], "text": "yours" } ],
      "remarks": [ { "when": "W[1] - W[2]", "says": "Twins." } ],
      "steps": [ { "name": "z", "formula": "W @ x" }, { "name": "a", "formula": "z * z" } ]
      """#)
  }

  @Test(
    "Steps are marked on the values the student chose",
    arguments: [
      ("W = [2, 1]\nz = 2.5\na = 6.25", ["z correct 1.0", "a correct 1.0"]),
      ("z = -4\na = 16\nW = [[1], [-3]]", ["z correct 1.0", "a correct 1.0"]),
      ("W = [1, 1]\nz = 2", ["z correct 1.0", "a unanswered 0.0", "remark: Twins."]),
      (
        "z = 2.5",
        [
          "z unreadable 0.0: This cannot be marked without the values you chose: add W = ….",
          "a unanswered 0.0",
        ]
      ),
      (
        "W = [1, x]\nz = 2.5\na = b",
        [
          "z unreadable 0.0: This cannot be marked without the values you chose: add W = ….",
          "a unreadable 0.0: Line 3, column 5: a number is expected here, but 'b' is a name.",
          "note: W: Line 1, column 9: a number is expected here, but 'x' is a name.",
        ]
      ),
      (
        "W = [1, 2, 3]\nz = 2.5",
        [
          "z unreadable 0.0: This cannot be marked without the values you chose: add W = ….",
          "a unanswered 0.0", "note: W must be a vector of 2, but yours is a vector of 3.",
        ]
      ),
      (
        "W = [1e308, 1e308]\nz = 1\na = 1",
        [
          "z unreadable 0.0: With the values you chose this is not a finite number; "
            + "choose smaller ones.",
          "a unreadable 0.0: With the values you chose this is not a finite number; "
            + "choose smaller ones.", "remark: Twins.",
        ]
      ),
      ("W = [1e200, 0]\nz = 5e199", ["z correct 1.0", "a unanswered 0.0"]),
    ])
  func choices(_ answers: String, _ lines: [String]) throws {
    #expect(try choosing().verdicts(on: answers) == lines)
  }

  @Test("A value that would be infinite on the student's own numbers is no answer to follow from")
  func infiniteOnOwnValues() throws {
    let exercise = try Exercise.sample(
      #"""
      "given": { "y": 1 },
      "steps": [ { "name": "a", "formula": "0.25 * y" }, { "name": "L", "formula": "-log(a)" } ]
      """#)
    for loss in ["1.9", "1e300", "-710"] {
      let steps = try exercise.feedback(on: "a = 0\nL = \(loss)").steps
      #expect(steps[1].status == .incorrect)
      #expect(steps[1].points == 0)
    }
  }
}
