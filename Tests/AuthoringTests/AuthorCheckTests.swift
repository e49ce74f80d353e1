import Authoring
import Exercises
import LocatedJSON
import Marking
import TestSupport
import Testing

@Suite("What the author of an exercise is told")
struct AuthorCheckTests {
  /// Findings as lines `line:column: severity: message`, after the exercise's first line.
  private func findings(_ members: String) throws -> [String] {
    let text = """
      { "id": "t", "title": "T", "statement": "S",
      \(members) }
      """
    let exercise = try Exercise(
      reading: SourceText(name: "t.json", text: text), kinds: AnswerKinds.steps)
    let isSound = Verification(exercise).isSound
    let check = AuthorCheck(exercise, isSound: isSound)
    return (check.errors + check.warnings).map { problem in
      "\(problem.position.line):\(problem.position.column): \(problem.severity.rawValue): "
        + problem.message
    }
  }

  private static let told = #""text": "t", "hints": ["h"]"#

  @Test("nothing, where everything is as it must be")
  func sound() throws {
    #expect(
      try findings(
        """
        "given": { "x": 2 }, "steps": [
          { "name": "u", "formula": "3*x + 2", \(Self.told),
            "mistakes": [{ "formula": "3*x", "says": "The 2 is missing.", "credit": 0.5 }] },
          { "name": "y", "formula": "u^2", "tolerance": { "absolute": 0.5 }, \(Self.told) },
          { "name": "n", "kind": "count", "formula": "2 * 3", \(Self.told) },
          { "name": "f", "kind": "formula", "formula": "a - b", \(Self.told),
            "variables": { "a": { "from": 0, "to": 1 }, "b": { "from": 0, "to": 1 } },
            "mistakes": [{ "formula": "b - a", "says": "The sign.", "credit": 0.5 }] },
          { "name": "c", "kind": "choice", \(Self.told), "options": [
            { "text": "yes, surely", "correct": true }, { "text": "no", "correct": false },
            { "text": "perhaps; who knows", "correct": true }] },
          { "name": "w", "kind": "written", "text": "t", "rubric": [{ "says": "r", "points": 1 }] },
          { "name": "e", "kind": "external", "text": "t", "command": ["./check"] }
        ]
        """) == [])
  }

  /// Steps after `given`, and what is said of them.
  private static let table: [(name: String, steps: String, findings: [String])] = [
    (
      "two mistakes with one value",
      """
      { "name": "u", "formula": "3*x + 2", \(told), "mistakes": [
        { "formula": "3*x", "says": "The 2 is missing." },
        { "formula": "x + x + x", "says": "You added." } ] }
      """,
      [
        "5:16: error: this gives the same answer as the mistake in line 4, so its words would "
          + "never be said"
      ]
    ),
    (
      "a mistake that is another right answer",
      """
      { "name": "u", "formula": "3*x + 2", \(told),
        "also": [{ "formula": "9", "says": "Rounded up." }],
        "mistakes": [{ "formula": "7 + 2", "says": "Too much." }] }
      """,
      [
        "5:29: error: this gives the same answer as the entry of 'also' in line 4, so its words "
          + "would never be said"
      ]
    ),
    (
      "a mistake that is no number",
      """
      { "name": "u", "formula": "3*x + 2", \(told),
        "mistakes": [{ "formula": "1 / (x - 2)", "says": "Upside down." }] }
      """,
      ["4:29: error: this mistake comes to inf, which nobody can hand in"]
    ),
    (
      "a mistake in a count that is not whole",
      """
      { "name": "n", "kind": "count", "formula": "3*x", \(told),
        "mistakes": [{ "formula": "x / 4", "says": "Divided." }] }
      """, []
    ),
    (
      "formulas that say the same mistake",
      """
      { "name": "f", "kind": "formula", "formula": "a - 1", \(told),
        "variables": { "a": { "from": 0, "to": 1 } }, "mistakes": [
        { "formula": "1 - a", "says": "The sign." },
        { "formula": "-(a - 1)", "says": "A minus." } ] }
      """,
      [
        "6:16: error: this gives the same answer as the mistake in line 5, so its words would "
          + "never be said"
      ]
    ),
    (
      "another right answer within the tolerance's reach",
      """
      { "name": "u", "formula": "3*x + 2", \(told), "tolerance": { "absolute": 0.1 },
        "also": [{ "formula": "8.15", "says": "Rounded." }] }
      """,
      [
        "3:27: error: 'u' is to be right within 0.1, but 8.11 passes for 8.0; an entry of 'also' "
          + "lies too near"
      ]
    ),
    (
      "a tolerance wider than the answer",
      """
      { "name": "u", "formula": "x / 100", \(told), "tolerance": { "absolute": 0.1 } }
      """,
      ["3:27: warning: the tolerance of 'u' is so wide that 0 passes for the answer"]
    ),
    (
      "a tolerance that lets a slip pass",
      """
      { "name": "u", "formula": "x / 8 + 0.01", \(told), "tolerance": { "absolute": 0.02 } }
      """,
      [
        "3:27: warning: the tolerance of 'u' is so coarse that 2 of 10 common slips pass for right; "
          + "nobody is told, say, 'You subtracted 0.01 where the formula adds it.', which gives 0.2400 "
          + "in place of 0.2600"
      ]
    ),
    (
      "mistakes that the tolerance does not tell apart",
      """
      { "name": "u", "formula": "3*x + 2", \(told), "tolerance": { "absolute": 0.1 }, "mistakes": [
        { "formula": "x", "says": "Only x." }, { "formula": "x + 0.05", "says": "Nearly x." } ] }
      """,
      [
        "4:55: error: this differs from the mistake in line 4 by 0.05 at most, which is within the "
          + "tolerance, so its words would never be said"
      ]
    ),
    (
      "a variable that is tried on two values",
      """
      { "name": "f", "kind": "formula", "formula": "a - y", \(told), "variables": {
        "a": { "from": 0, "to": 1 }, "y": { "values": [0, 1] } } },
      { "name": "g", "kind": "formula", "formula": "a - y", \(told), "variables": {
        "a": { "from": 0, "to": 1 }, "y": { "values": [0, 0.5, 1] } } }
      """,
      [
        "3:11: warning: 'f' is tried with y only 0 or 1, where other formulas (y^2 for y) agree with "
          + "it; sample it between as well, with \"from\" and \"to\""
      ]
    ),
    (
      "a hint that holds another step's answer",
      """
      { "name": "f", "kind": "formula", "formula": "a * (1 - a)", \(told),
        "variables": { "a": { "from": 0, "to": 1 } } },
      { "name": "g", "text": "t", "formula": "3*x", "hints": ["The slope is $a(1 − a)$.", "1 - a(1 - a)^2"] }
      """,
      [
        "5:40: warning: a hint of 'g' holds the answer of 'f': 'The slope is $a(1 − a)$.'"
      ]
    ),
    (
      "a count that no longer is one after a slip",
      """
      { "name": "u", "formula": "3*x", \(told) },
      { "name": "n", "kind": "count", "formula": "2*u", \(told) }
      """, []
    ),
    (
      "nothing to read, nothing to help and nothing to earn",
      """
      { "name": "u", "formula": "3*x", "points": 0, "hints": [" "] }
      """,
      [
        "3:27: warning: the step 'u' has no 'text', so students read nothing but its name",
        "3:27: warning: the step 'u' has no 'hints', so whoever is stuck there gets no help",
        "3:27: warning: nothing in this exercise earns any points",
      ]
    ),
  ]

  @Test("each finding, at its place", arguments: table)
  func broken(_ name: String, _ steps: String, _ expected: [String]) throws {
    #expect(
      try findings("\"given\": { \"x\": 2 }, \"steps\": [\n\(steps) ]") == expected, "\(name)")
  }

  @Test("the right answer of a step that a wrong key keeps from being right is not tried")
  func unsound() throws {
    #expect(
      try findings(
        """
        "given": { "x": 2 }, "steps": [{ "name": "u", "formula": "x^2", \(Self.told),
          "mistakes": [{ "formula": "x + x", "says": "Never said." }] }]
        """) == [])
  }

  @Test("where students choose, chance meetings of two mistakes are forgiven")
  func chosen() throws {
    #expect(
      try findings(
        """
        "choose": [{ "name": "w", "shape": [2] }], "steps": [
          { "name": "u", "formula": "2 * w", \(Self.told), "mistakes": [
            { "formula": "w", "says": "The 2." }, { "formula": "3 * w", "says": "Not 3." },
            { "formula": "4*w - w", "says": "Never said." }] }]
        """) == [
          "5:18: error: this gives the same answer as the mistake in line 4, so its words would "
            + "never be said"
        ])
  }

  @Test("answers that stand in the statement are told where they earn a tenth or more")
  func copied() throws {
    let says = "who only copies from the statement earns "
    func warnings(_ statement: String, points: Int) throws -> [String] {
      let text = """
        { "id": "t", "title": "T", "statement": "\(statement)", "given": { "v": [0.25, 0.5] }, "steps": [
          { "name": "d", "kind": "formula", "formula": "a - y", \(Self.told), "variables": {
            "a": { "from": 0, "to": 1 }, "y": { "from": 0, "to": 1 } } },
          { "name": "w", "formula": "2 * v", \(Self.told) },
          { "name": "u", "formula": "sum(v)", "points": \(points), \(Self.told) } ] }
        """
      return AuthorCheck(try Exercise(text: text), isSound: true).warnings.map(\.message)
        .filter { $0.hasPrefix(says) }
    }
    #expect(
      try warnings("Show that $\\\\delta = a - y$.", points: 3) == [
        says + "1 of 5 points: a - y for 'd'"
      ])
    #expect(
      try warnings("`v` = {{v}}, twice that is [0.5, 1.0]; $a-y$.", points: 3) == [
        says + "2 of 5 points: a-y for 'd', [0.5, 1.0] for 'w'"
      ])
    #expect(try warnings("Show that $\\\\delta = a - y$.", points: 30) == [])
    #expect(try warnings("`v` = {{v}}; $a$ less $y$; 0.75 is not far.", points: 3) == [])
  }

  @Test("a mistake without credit of which as much is said without it is noted")
  func redundant() throws {
    let text = """
      { "id": "t", "title": "T", "statement": "S", "given": { "x": [0.62, 1.04] }, "steps": [
        { "name": "u", "formula": "3*x + 2", \(Self.told), "mistakes": [
          { "formula": "3*x", "says": "The 2 is missing." },
          { "formula": "7*x + 1", "says": "Seven and one." },
          { "formula": "3*x - 2", "says": "The sign.", "credit": 0.5 } ] } ] }
      """
    let check = AuthorCheck(try Exercise(text: text), isSound: true)
    #expect(check.errors.isEmpty && check.warnings.isEmpty)
    #expect(
      check.notes.map { "\($0.position.line): \($0.severity): \($0.message)" } == [
        "3: note: without this mistake the student is told: 'You left out the term 2.'; it earns "
          + "nothing, so it is needed only if your words are better"
      ])
  }

  /// What is noted of one step with a tolerance, after its place.
  private func silenced(_ formula: String, within tolerance: String) throws -> [String] {
    let text = """
      { "id": "t", "title": "T", "statement": "S", "given": { "x": 2 }, "steps": [
        { "name": "u", "formula": "\(formula)", \(Self.told), "tolerance": \(tolerance) } ] }
      """
    return AuthorCheck(try Exercise(text: text), isSound: true).notes.map(\.message)
  }

  @Test("the reasons that a coarse tolerance silences are listed: never given, or not told apart")
  func silenced() throws {
    let notes = try silenced("x / 8 + 0.01", within: #"{ "absolute": 0.02 }"#)
    #expect(
      notes == [
        "reasons that the tolerance of 'u' silences: never given, for the answer is right: 'You "
          + "subtracted 0.01 where the formula adds it.', 'You left out the term 0.01.'"
      ])
    let coarse = try silenced("x / 8 + 0.01", within: #"{ "absolute": 0.05 }"#)
    #expect(coarse.count == 1)
    #expect(
      coarse.first?.contains("not told apart, for each may be typed as ") == true, "\(coarse)")
    // As fine as what people type in any case.
    for tolerance in [#"{ "decimals": 4 }"#, #"{ "significant": 4 }"#, #"{ "relative": 0.0001 }"#] {
      #expect(try silenced("x / 8 + 0.01", within: tolerance) == [])
    }
  }

  @Test("nothing but what is sound ships", arguments: Shipped.all)
  func catalogue(_ shipped: Shipped) throws {
    let check = AuthorCheck(try shipped.exercise(), isSound: true)
    #expect(check.errors.isEmpty && check.warnings.isEmpty, "\(check.errors + check.warnings)")
  }
}
