import Testing

/// An exercise that asks for the most a limit allows, and one that asks for a little more.
struct LimitEdge: Sendable, CustomTestStringConvertible {
  /// The limit as `Limits` lists it.
  let limit: String
  /// What of several things under one limit is meant.
  let kind: String
  /// The files.
  let most: String
  let more: String
  /// The place of what asks for too much, and what is said of it.
  let says: String
  /// What is said at the limit, since nothing that is right goes so far.
  let saysAtMost: String?

  init(
    _ limit: String, _ kind: String = "", says: String, saysAtMost: String? = nil,
    most: String, more: String, shown: (most: String, more: String) = ("S", "S")
  ) {
    (self.limit, self.kind, self.says, self.saysAtMost) = (limit, kind, says, saysAtMost)
    self.most = LimitEdge.file(most, shown.most)
    self.more = LimitEdge.file(more, shown.more)
  }

  var testDescription: String { kind.isEmpty ? limit : "\(limit): \(kind)" }

  private static func file(_ members: String, _ statement: String) -> String {
    #"{ "id": "t", "title": "T", "statement": "\#(statement)","# + "\n\(members) }"
  }

  /// One step of a formula.
  private static func formula(_ formula: String) -> String {
    #""steps": [{ "name": "s", "formula": "\#(formula)" }]"#
  }

  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  private static func list(_ count: Int, _ item: (Int) -> String) -> String {
    "[\((1...count).map(item).joined(separator: ", "))]"
  }

  private static func members(_ count: Int, _ item: (Int) -> String) -> String {
    "{ \((1...count).map(item).joined(separator: ", ")) }"
  }

  private static func drawn(_ name: String, _ shape: String) -> String {
    #""\#(name)": { "random": { "shape": [\#(shape)], "from": -1, "to": 1 } }"#
  }

  private static let one = #""steps": [{ "name": "s", "formula": "1" }]"#

  static let all = texts + formulas + counts + draws + work
}

// MARK: - Texts and formulas

extension LimitEdge {
  private static let texts: [LimitEdge] = {
    let largest = 16 << 20
    let padding = largest - file(one + " ", "S").utf8.count
    return [
      LimitEdge(
        "its file", says: "t.json: it is larger than 16 MB",
        most: one + times(padding + 1, " "), more: one + times(padding + 2, " ")),
      LimitEdge(
        "lists and objects within one another",
        says: "2:205: lists and objects are nested more than 200 deep",
        saysAtMost: "2:1: unknown key 'x'",
        most: #""x": "# + times(199, "[") + times(199, "]") + ", " + one,
        more: #""x": "# + times(200, "[") + times(200, "]")),
      LimitEdge(
        "characters of a formula",
        says: "2:10038: the formula has 10001 characters; the limit is 10000",
        most: formula("1" + times(9_999, " ")), more: formula("1" + times(10_000, " "))),
    ]
  }()

  private static let formulas = [
    LimitEdge(
      "brackets and operators of a formula within one another",
      says: "2:238: nested more than 200 deep",
      most: formula(times(200, "(") + "1" + times(200, ")")),
      more: formula(times(201, "(") + "1" + times(201, ")"))),
    LimitEdge(
      "operations a formula is compiled into",
      says: "2:59: the formula needs more than 100000 operations",
      most: #""given": { "x": 1 }, "#
        + formula(times(17, "grad(") + "exp(x*x)" + times(17, ", x)")),
      more: #""given": { "x": 1 }, "#
        + formula(times(18, "grad(") + "exp(x*x)" + times(18, ", x)"))),
    LimitEdge(
      "entries of a value", "of a formula",
      says: "2:42: a 1000×1001 matrix has more than 1000000 entries",
      most: formula("sum(zeros(1000, 1000))"), more: formula("sum(zeros(1000, 1001))")),
    LimitEdge(
      "entries of all values",
      says: "3:38: all values together have more than 20000000 entries",
      most: #""define": "#
        + members(10) { #""d\#($0)": "zeros(1000, \#($0 < 10 ? 1000 : 999))""# } + ",\n"
        + formula("sum(d1)"),
      more: #""define": "#
        + members(10) { #""d\#($0)": "zeros(1000, 1000)""# } + ",\n" + formula("sum(d1)")),
    LimitEdge(
      "products of windows sliding over a value",
      says: "2:42: a 101×100 matrix of sums over a 100×100 matrix each takes more than 100000000",
      most: formula("sum(correlate(zeros(199, 199), zeros(100, 100)))"),
      more: formula("sum(correlate(zeros(200, 199), zeros(100, 100)))")),
  ]
}

// MARK: - Counts

extension LimitEdge {
  private static func steps(_ count: Int) -> String {
    #""steps": "# + list(count) { #"{ "name": "s\#($0)", "formula": "1" }"# }
  }

  private static func repeated(_ name: String, _ last: Int) -> String {
    #"{ "name": "\#(name){i}", "formula": "1", "repeat": { "i": [1, \#(last)] } }"#
  }

  /// A step with so many of something.
  private static func step(
    _ count: Int, _ key: String, _ others: String = #""formula": "0""#, _ item: (Int) -> String
  ) -> String {
    #""steps": [{ "name": "s", \#(others), "\#(key)": \#(list(count, item)) }]"#
  }

  private static func tooMany(_ key: String, _ most: Int, at place: String) -> String {
    "\(place): '\(key)' has \(most + 1) entries; an exercise may have at most \(most)"
  }

  private static let ofAStep =
    "mistakes, other answers, ways, hints, options or variables of a step"

  private static func ofAStep(
    _ key: String, at place: String, _ others: String = #""formula": "0""#,
    _ item: (Int) -> String
  ) -> LimitEdge {
    LimitEdge(
      ofAStep, key, says: tooMany(key, 100, at: place), most: step(100, key, others, item),
      more: step(101, key, others, item))
  }

  private static func mistakes(_ count: Int) -> String {
    #""mistakes": "# + list(count) { #"{ "formula": "\#($0)", "says": "No." }"# }
  }

  /// Thirty steps with a hundred mistakes each, and one more with some.
  private static func alternatives(_ further: Int) -> String {
    let full = (1...30).map { #"{ "name": "s\#($0)", "formula": "0", \#(mistakes(100)) }"# }
    let last = further == 0 ? "" : ", " + mistakes(further)
    return #""steps": [\#(full.joined(separator: ", ")),"#
      + "\n" + #"{ "name": "last", "formula": "0"\#(last) }]"#
  }

  private static let counts = [
    LimitEdge(
      "steps, repeated ones counted each", says: tooMany("steps", 1000, at: "2:1"),
      most: steps(1000), more: steps(1001)),
    LimitEdge(
      "steps, repeated ones counted each", "repeated ones",
      says: "3:1: with these repetitions there are 1001 steps; an exercise may have at most 1000",
      most: #""steps": [\#(repeated("s", 500)),"# + "\n\(repeated("t", 500))]",
      more: #""steps": [\#(repeated("s", 500)), { "name": "u", "formula": "1" },"#
        + "\n\(repeated("t", 500))]"),
    LimitEdge(
      "steps of one repetition", says: "2:55: 'repeat' may make at most 500 of one",
      most: #""steps": [\#(repeated("s", 500))]"#, more: #""steps": [\#(repeated("s", 501))]"#),
    ofAStep("mistakes", at: "2:42") { #"{ "formula": "\#($0)", "says": "No." }"# },
    ofAStep("also", at: "2:42") { #"{ "formula": "\#($0)", "says": "Yes." }"# },
    ofAStep("hints", at: "2:42") { #""Look at \#($0).""# },
    ofAStep("rubric", at: "2:45", #""kind": "written""#) { #"{ "says": "\#($0)", "points": 1 }"# },
    LimitEdge(
      "mistakes, other answers and ways in all",
      says: "3:35: with these there are more than 3000 mistakes, other answers and ways in all",
      most: alternatives(0), more: alternatives(1)),
    LimitEdge(
      "values given, or defined", "given", says: tooMany("given", 2000, at: "2:1"),
      most: #""given": "# + members(2000) { #""x\#($0)": 1"# } + ", " + one,
      more: #""given": "# + members(2001) { #""x\#($0)": 1"# } + ", " + one),
    LimitEdge(
      "values given, or defined", "defined", says: tooMany("define", 2000, at: "2:1"),
      most: #""define": "# + members(2000) { #""x\#($0)": "1""# } + ", " + one,
      more: #""define": "# + members(2001) { #""x\#($0)": "1""# } + ", " + one),
    LimitEdge(
      "values to choose, checks, or remarks", "checks", says: tooMany("checks", 500, at: "3:1"),
      most: gradients(500), more: gradients(501)),
    LimitEdge(
      "calls of one Swift function", says: "2:113: there must be 1 to 400 inputs, not 401",
      most: calls(1), more: calls(2)),
  ]

  /// A gradient, and so many times what proves it.
  private static func gradients(_ count: Int) -> String {
    #""given": { "x": 3 }, "steps": [{ "name": "s", "formula": "x^2" }, "#
      + #"{ "name": "ds", "formula": "2*x" }],"# + "\n" + #""checks": "#
      + list(count) { _ in #"{ "gradient": "ds", "of": "s", "by": "x" }"# }
  }

  /// Some calls beside 399 that are drawn.
  private static func calls(_ count: Int) -> String {
    #""steps": [{ "name": "f", "kind": "code", "function": "func f(_ x: Double) -> Double", "#
      + #""formula": "x", "inputs": [{ "random": { "count": 399 } }, { "random": { "count": "#
      + "\(count) } }] }]"
  }
}

// MARK: - Draws and work

extension LimitEdge {
  private static let draws = [
    LimitEdge(
      "numbers drawn for a student",
      says: "3:6: with this more than 1000000 numbers would be drawn for every student",
      most: #""given": { \#(drawn("x", "1000, 999")),"# + "\n\(drawn("y", "1000")) }, \(one)",
      more: #""given": { \#(drawn("x", "1000, 999")),"# + "\n\(drawn("y", "1001")) }, \(one)"),
    LimitEdge(
      "numbers shown in the place of {{name}}",
      says: "1:41: 20020 numbers would stand in the statement in the place of {{…}}; the most is "
        + "20000",
      most: #""given": { \#(drawn("x", "1000")) }, "# + formula("sum(x)"),
      more: #""given": { \#(drawn("x", "1001")) }, "# + formula("sum(x)"),
      shown: (times(20, "{{x}} "), times(20, "{{x}} "))),
  ]

  /// Products of matrices that take so many million multiplications, and some additions.
  private static func products(_ millions: Int) -> String {
    #""steps": [{ "name": "s", "formula": "sum(ones(1000, 1000) @ ones(1000, 1000))" },"# + "\n"
      + #"{ "name": "t", "formula": "sum(ones(1000, 1000) @ ones(1000, \#(millions - 1000)))" }]"#
  }

  private static let work = [
    LimitEdge(
      "additions and multiplications before anybody is marked",
      says: "2:37: this exercise needs about 2001 million operations before anybody is marked, "
        + "most of them for 's'; the most is 2000 million",
      most: products(1998), more: products(1999)),
    LimitEdge(
      "entries of a parameter moved for finite differences", "or of a loss",
      says: "4:38: at most 400 entries can be checked one by one",
      most: slopes(400), more: slopes(401)),
  ]

  /// A function of each entry, with its slopes.
  private static func slopes(_ count: Int) -> String {
    #""given": { "x": \#(list(count) { "\($0)" }) },"# + "\n"
      + #""steps": [{ "name": "s", "formula": "x^2" }, { "name": "ds", "formula": "2*x" }],"# + "\n"
      + #""checks": [{ "gradient": "ds", "of": "s", "by": "x" }]"#
  }
}
