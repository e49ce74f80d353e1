import Answers
import Exercises
import Formulas
import LocatedJSON
import Marking
import TestSupport
import Testing

@Suite("Steps that are repeated")
struct RepetitionTests {
  /// A recurrent unit over three steps, forwards and backwards in time.
  static let recurrent = sample(
    #"""
    "given": { "x": [1, 2, 3], "wx": 0.5, "wh": 0.1, "h0": 0, "dh4": 0 },
    "define": {
      "E{t}": { "formula": "0.5 * (h{t} - {t}/2)^2", "repeat": { "t": [1, 3] } },
      "E": "E1 + E2 + E3", "da4": "0"
    },
    "steps": [
      { "name": "a{t}", "formula": "wx*x[{t}] + wh*h{t-1}", "repeat": { "t": [1, 3] },
        "text": "the sum at time {t}, $a_{t}$ after $h_{t-1}$", "hints": ["From h{t-1}."] },
      { "name": "h{t}", "formula": "tanh(a{t})", "repeat": { "t": [1, 3] },
        "mistakes": [{ "formula": "a{t}", "says": "At time {t} the tanh is missing." }] },
      { "name": "dh{t}", "formula": "h{t} - {t}/2 + wh*da{t+1}", "repeat": { "t": [3, 1] } },
      { "name": "da{t}", "formula": "dh{t} * tanh'(a{t})", "ways": ["dh{t} * (1 - h{t}^2)"],
        "repeat": { "t": [3, 1] } }
    ],
    "checks": [
      { "gradient": "da{t}", "of": "E", "by": "a{t}" },
      { "gradient": "dh{t}", "of": "E", "by": "h{t}", "repeat": { "t": [2, 3] } }
    ]
    """#)

  @Test("Steps that repeat alike are gone through together, up or down")
  func order() throws {
    let exercise = try exercise(Self.recurrent)
    #expect(
      exercise.steps.map { $0.name } == [
        "a1", "h1", "a2", "h2", "a3", "h3", "dh3", "da3", "dh2", "da2", "dh1", "da1",
      ])
    #expect(exercise.step(named: "a2")?.text == "the sum at time 2, $a_{2}$ after $h_{1}$")
    #expect(exercise.step(named: "a2")?.hints == ["From h1."])
    #expect(
      exercise.step(named: "h3")?.value?.mistakes.map { $0.says }
        == ["At time 3 the tanh is missing."])
  }

  @Test("Every check of a repeated step is proved")
  func checks() throws {
    let exercise = try exercise(Self.recurrent)
    #expect(exercise.checks.map { $0.gradient } == ["da3", "da2", "da1", "dh2", "dh3"])
    let verification = Verification(exercise)
    #expect(verification.problems.map { $0.message } == [])
    let proved = verification.rows.filter { $0.agreements.count == 2 }.map { $0.step }
    #expect(proved == ["dh3", "da3", "dh2", "da2", "da1"])
  }

  @Test("Several letters are a nested product, the first slowest")
  func nested() throws {
    let exercise = try exercise(
      sample(
        #"""
        "given": { "X": [[1, 2, 3], [4, 5, 6]] },
        "steps": [ { "name": "s{i}{j}", "formula": "X[{i}, {j}] + X[{i}, {j + 1}] * {i+j-1} - {-i}",
          "repeat": { "i": [1, 2], "j": [1, 2] } } ]
        """#))
    #expect(exercise.steps.map { $0.name } == ["s11", "s12", "s21", "s22"])
    #expect(try exercise.value(of: "[s11, s12, s21, s22]").entries == [4, 9, 16, 25])
  }

  @Test("A follow-through goes on from one round to the next")
  func follows() throws {
    let exercise = try exercise(Self.recurrent)
    var marker = Marker(exercise)
    let feedback = marker.mark(try Submission(answers: "a1 = 0.9\nh1 = 0.716\na2 = 1.0716"))
    #expect(feedback.steps[0].status == .incorrect)
    #expect(feedback.steps[1].status == .followsThrough)
    #expect(feedback.steps[2].status == .followsThrough)
    #expect(feedback.steps[2].follows == ["h1"])
  }

  static let rejections = [
    Rejection(
      "Problems point into the file, once for each place",
      #"""
      "given": { "x": [1, 2, 3] },
      "steps": [ { "name": "längeres{t}", "formula": "x[{t}] + {t-1}*wrong + y", "repeat": { "t": [1, 3] } },
        { "name": "b{t}", "formula": "längeres{t} + x{t-2}", "repeat": { "t": [1, 2] }, "point": 1 } ]
      """#,
      """
      3:64: unknown name 'wrong'
      4:48: '{t-2}' comes to -1 here, and no name has a minus in it
      4:83: unknown key 'point' — did you mean 'points'?
      """),
    Rejection(
      "Letters, bounds and their number",
      #"""
      "steps": [ { "name": "a", "formula": "1", "repeat": 3 }, { "name": "b", "formula": "1", "repeat": {} },
        { "name": "c{t}", "formula": "1", "repeat": { "t": 3 } },
        { "name": "d{t}", "formula": "1", "repeat": { "t": [1, 2.5] } },
        { "name": "e{t}", "formula": "1", "repeat": { "t": [1, 501] } },
        { "name": "f{t}", "formula": "1", "repeat": { "t": [1, 30], "s": [1, 30] } },
        { "name": "g", "formula": "1", "repeat": { "2": [1, 3] } } ]
      """#,
      """
      2:53: 'repeat' must be an object of letters with the first and the last number of each, as in { "t": [1, 3] }
      2:99: 'repeat' must be an object of letters with the first and the last number of each, as in { "t": [1, 3] }
      3:54: 't' must run from one whole number to another, as in [1, 3], of at most a million
      4:54: 't' must run from one whole number to another, as in [1, 3], of at most a million
      5:47: 'repeat' may make at most 500 of one
      6:47: 'repeat' may make at most 500 of one
      7:46: '2' cannot be a letter of 'repeat'; that is a letter, then letters, digits and '_'
      """),
    Rejection(
      "A letter that is none, and a name that stays the same",
      #"""
      "steps": [ { "name": "a{t}", "formula": "{s} + 1", "repeat": { "t": [1, 2] } },
        { "name": "b", "formula": "1", "repeat": { "t": [1, 2] } }, { "name": "c{t}", "formula": "1" } ]
      """#,
      """
      2:42: 'repeat' has no letter 's'; it has t
      3:13: 'b' is defined already
      3:73: 'c{t}' cannot be a name; a name is a letter, then letters, digits and '_'; braces are for \
      a step with the key 'repeat'
      """),
    Rejection(
      "Helpers that are repeated",
      #"""
      "define": { "a{t}": { "formula": "{t} + q", "repeat": { "t": [1, 2] } } },
      "steps": [ { "name": "s", "formula": "a1 + a2" } ]
      """#,
      "2:41: unknown name 'q'"),
    Rejection(
      "A helper that is an object needs both its keys",
      #"""
      "define": { "a{t}": { "formula": "{t}", "repaet": { "t": [1, 2] } } },
      "steps": [ { "name": "s", "formula": "a1" } ]
      """#,
      """
      2:21: a helper needs the key 'repeat'
      2:41: unknown key 'repaet' — did you mean 'repeat'?
      """),
  ]

  @Test("What cannot be repeated is said", arguments: rejections)
  func eachRejection(_ rejection: Rejection) {
    #expect(problems(of: rejection.text) == rejection.problems)
  }
}
