import Exercises
import Formulas
import LocatedJSON
import TestSupport
import Testing

@testable import Diagnosis
@testable import FunctionMarking

@Suite("Reasons for wrong functions")
struct CodeDiagnosisTests {
  /// A key with inputs that tell its edits apart.
  struct Key: Sendable, CustomTestStringConvertible {
    let function: String
    let formula: String
    let inputs: String
    var testDescription: String { formula }

    func exercise() throws -> Exercise {
      try .code(
        """
        { "name": "f", "kind": "code", "function": "\(function)", "formula": "\(formula)",
          "inputs": \(inputs) }
        """)
    }
  }

  private static let keys = [
    Key(
      function: "func f(_ a: [Double], _ y: [Double]) -> [Double]",
      formula: "(a - y) * a * (1 - a)",
      inputs: #"{ "random": { "count": 6, "shapes": { "a": [3], "y": [3] }, "from": 0.1 } }"#),
    Key(
      function: "func f(_ z: [Double]) -> [[Double]]",
      formula: "diag(softmax(z)) - outer(softmax(z), softmax(z))",
      inputs: #"[{ "z": [1, 2, 3] }, { "z": [0, 0] }, { "random": { "shape": [4] } }]"#),
    Key(
      function: "func f(_ W: [[Double]], _ d: [Double], z: [Double]) -> [Double]",
      formula: "(W.T @ d) * sigmoid'(z)",
      inputs: """
        { "random": { "count": 5, "shapes": { "W": [3, 3], "d": [3], "z": [3] } } }
        """),
    Key(
      function: "func f(_ w: Double, x: Double, y: Double) -> Double",
      formula: "-2 * x * (y - tanh(w * x))", inputs: #"{ "random": { "count": 8 } }"#),
    Key(
      function: "func f(_ n: Int, m: Int) -> Int", formula: "n*m + m",
      inputs: #"{ "random": { "count": 8, "from": 1, "to": 9 } }"#),
  ]

  /// The function that a formula is; it breaks off where the formula has no value.
  private static func play(_ formula: Formula, as task: CodeTask) -> PlayedFunction {
    { arguments in
      var key = FormulaKey(parameters: task.signature.parameters, indexBase: 1)
      guard let tensor = try? key.value(of: formula, arguments),
        let value = FunctionValue(tensor, as: task.signature.result)
      else { return .crashed(nil) }
      return .returned(value)
    }
  }

  private static func isSame(
    _ one: FunctionReport.Outcome, _ other: FunctionReport.Outcome, _ task: CodeTask
  )
    -> Bool
  {
    guard case .returned(let left) = one, case .returned(let right) = other else { return false }
    return ValueDifference(
      left, from: right, type: task.signature.result, task.tolerance, indexBase: 1) == nil
  }

  @Test("a reason gives all that was returned, and is found for every single edit", arguments: keys)
  func edits(_ example: Key) throws {
    let exercise = try example.exercise()
    let task = exercise.codeTasks[0]
    let cases = try task.cases.made().get()
    var (found, wrong) = (0, 0)
    for mutation in try Formula(example.formula).singleEdits {
      let function = Self.play(mutation.formula, as: task)
      let feedback = try exercise.feedback(from: .playing(["f": function])).steps[0]
      let outcomes = cases.map { function($0.arguments) }
      let failures = zip(outcomes, cases).filter {
        !Self.isSame($0, .returned($1.expected), task)
      }
      if failures.isEmpty {
        #expect(feedback.status == .correct && feedback.says.isEmpty, "\(mutation.formula.text)")
        #expect(feedback.diagnosis == nil)
        continue
      }
      let returned = outcomes.filter { if case .returned = $0 { true } else { false } }
      let isFinite = returned.allSatisfy {
        if case .returned(let value) = $0 { value.numbers.allSatisfy(\.isFinite) } else { false }
      }
      let telling = failures.count { if case .returned = $0.0 { true } else { false } }
      if telling < 2 {
        #expect(feedback.diagnosis == nil, "\(mutation.formula.text)")
        continue
      }
      if !isFinite { continue }
      wrong += 1
      guard let diagnosis = feedback.diagnosis, let text = diagnosis.formula else { continue }
      found += 1
      let explained = Self.play(try Formula(text), as: task)
      for (one, outcome) in zip(cases, outcomes) {
        guard case .returned = outcome else { continue }
        #expect(Self.isSame(explained(one.arguments), outcome, task), "\(mutation.formula.text)")
      }
    }
    #expect(wrong > 5)
    #expect(found == wrong)
  }

  @Test("a slip is called by what was done, with the parameters' names")
  func words() throws {
    let exercise = try Self.keys[3].exercise()
    let task = exercise.codeTasks[0]
    func says(_ formula: String) throws -> String? {
      let function = Self.play(try Formula(formula), as: task)
      let feedback = try exercise.feedback(from: .playing(["f": function])).steps[0]
      return feedback.diagnosis.map {
        "\($0.edits.joined(separator: " ")): \(feedback.says.texts[0])"
      }
    }
    #expect(try says("-2 * (y - tanh(w * x))") == "drop-factor: You left out the factor x.")
    let flipped = try says("2 * x * (y - tanh(w * x))")
    #expect(
      flipped
        == "flip-sign: The sign of the whole is the wrong way round.")
    #expect(
      try says("-2 * x * (y - tanh(w * y))")
        == "wrong-name: You used y where the formula has x.")
    #expect(try says("w + x + y") == nil)
  }

  @Test("in a tuple the part is named in which the slip is")
  func tuples() throws {
    let exercise = try Exercise.code(
      """
      { "name": "f", "kind": "code",
        "function": "func f(_ d: [Double], a: [Double]) -> (dW: [[Double]], db: [Double])",
        "formula": { "dW": "outer(d, a)", "db": "3 * d" },
        "inputs": { "random": { "shapes": { "d": [2], "a": [3] } } } }
      """)
    @Sendable func outer(_ d: [Double], _ a: [Double]) -> FunctionValue {
      .array(d.map { d in .vector(a.map { d * $0 }) })
    }
    let right: PlayedFunction = {
      let (d, a) = ($0[0].numbers, $0[1].numbers)
      return .returned(.tuple([outer(d, a), .vector(d.map { 3 * $0 })]))
    }
    #expect(try exercise.verdicts(playing: ["f": right]) == ["f correct 1.0"])
    let slipped: PlayedFunction = {
      .returned(.tuple([outer($0[0].numbers, $0[1].numbers), $0[0]]))
    }
    let feedback = try exercise.feedback(from: .playing(["f": slipped])).steps[0]
    #expect(feedback.says.texts[0] == "db: You left out the factor 3.")
    #expect(
      feedback.says.texts[1].hasSuffix(
        "2 of the 8 numbers are not right: db[1] (0.133123), "
          + "db[2] (0.491564)."))
    #expect(feedback.diagnosis?.formula == "d")
  }

  // MARK: No reason

  private func diagnosis(
    inputs: String = "1, -3, 0.5, 2", _ function: @escaping @Sendable (Double) -> Double
  ) throws -> Explanation? {
    try Exercise.double(inputs: inputs).feedback(
      from: .playing(["double": { .returned(.double(function($0[0].numbers[0]))) }])
    ).steps[0].diagnosis
  }

  @Test("two wrong results are the fewest that a reason is given for")
  func fewest() throws {
    #expect(try diagnosis { $0 }?.edits == ["drop-factor"])
    #expect(try diagnosis(inputs: "1, 2") { $0 }?.edits == ["drop-factor"])
    #expect(try diagnosis(inputs: "1") { $0 } == nil)
    // Zero is right either way and tells nothing.
    #expect(try diagnosis(inputs: "1, 0, 0, 0") { $0 } == nil)
  }

  @Test("a reason that does not give every finite result is none")
  func unexplained() throws {
    #expect(try diagnosis { $0 == 2 ? 2.1 : $0 } == nil)
    #expect(try diagnosis { $0 == 2 ? 4 : $0 } == nil)
    #expect(try diagnosis { $0 + 1e-6 } == nil)
  }

  @Test("right wherever the result is finite is no slip")
  func notFinite() throws {
    #expect(try diagnosis { $0 < 1 ? .nan : 2 * $0 } == nil)
    #expect(try diagnosis { _ in .nan } == nil)
    #expect(try diagnosis { _ in .infinity } == nil)
    #expect(try diagnosis { $0 == 2 ? .nan : $0 }?.edits == ["drop-factor"])
  }

  @Test("where an edit has no value, a right result speaks against it")
  func withoutValue() throws {
    // Only a square matrix can be used untransposed.
    let key = Key(
      function: "func f(_ W: [[Double]], _ d: [Double]) -> [Double]", formula: "W.T @ d",
      inputs: """
        [{ "random": { "count": 3, "shapes": { "W": [2, 2], "d": [2] } } },
         { "random": { "count": 3, "shapes": { "W": [2, 3], "d": [2] } } }]
        """)
    let exercise = try key.exercise()
    let task = exercise.codeTasks[0]
    let (right, slipped) = (
      Self.play(try Formula("W.T @ d"), as: task), Self.play(try Formula("W @ d"), as: task)
    )
    #expect(
      try exercise.feedback(from: .playing(["f": slipped])).steps[0].diagnosis?.edits
        == ["drop-transpose"])
    let mixed: PlayedFunction = { arguments in
      arguments[0].items[0].items.count == 3 ? right(arguments) : slipped(arguments)
    }
    #expect(try exercise.feedback(from: .playing(["f": mixed])).steps[0].diagnosis == nil)
  }

  @Test("sizes and indices may be parameters, and each input has its own")
  func sizes() throws {
    let exercise = try Exercise.code(
      """
      { "name": "f", "kind": "code", "function": "func f(_ z: [Double], k: Int) -> Double",
        "formula": "2 * z[k] + sum(onehot(k, 3))",
        "inputs": [{ "z": [1, 2, 4], "k": 1 }, { "z": [1, 2, 4], "k": 3 },
          { "z": [5, 6, 7], "k": 2 }] }
      """)
    #expect(
      try exercise.codeTasks[0].cases.made().get().map(\.expected) == [3.0, 9.0, 13.0])
  }
}
