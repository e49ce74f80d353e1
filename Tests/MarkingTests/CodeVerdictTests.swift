import Exercises
import LocatedJSON
import TestSupport
import Testing

@testable import Answers
@testable import FunctionMarking
@testable import Marking

@Suite("Verdicts on functions")
struct CodeVerdictTests {
  private static let right: PlayedFunction = { .returned(.double(2 * $0[0].numbers[0])) }

  /// What a call came to, and what is said of it.
  struct OutcomeCase: Sendable, CustomTestStringConvertible {
    let outcome: FunctionReport.Outcome
    let says: String
    var testDescription: String { "\(outcome)" }

    init(_ outcome: FunctionReport.Outcome, _ says: String) {
      self.outcome = outcome
      self.says = says
    }
  }

  private static let outcomes = [
    OutcomeCase(.returned(1.5), "For x = -3 it returns 1.5. That is not right."),
    OutcomeCase(.returned(.double(.nan)), "For x = -3 it returns nan. That is not right."),
    OutcomeCase(.returned(.double(-.infinity)), "For x = -3 it returns -inf. That is not right."),
    OutcomeCase(
      .crashed("Fatal error: Index out of range"),
      "For x = -3 it breaks off: Fatal error: Index out of range."),
    OutcomeCase(.crashed("Stopped."), "For x = -3 it breaks off: Stopped."),
    OutcomeCase(.crashed(nil), "For x = -3 it breaks off."),
    OutcomeCase(
      .crashed("a\u{1B}[31m\u{202E}b"), "For x = -3 it breaks off: a␛[31m\u{FFFD}b."),
    OutcomeCase(
      .crashed(String(repeating: "x", count: 400)),
      "For x = -3 it breaks off: \(String(repeating: "x", count: 300))."),
    OutcomeCase(
      .timedOut("2 s of computing"), "For x = -3 it had not returned after 2 s of computing."),
    OutcomeCase(.outOfMemory, "For x = -3 it asks for more memory than it may have."),
    OutcomeCase(
      .exited(0), "For x = -3 it ends the program with exit(0) instead of returning."),
    OutcomeCase(
      .malformed("The result has more than 100,000 numbers."),
      "For x = -3 it returns what cannot be used: The result has more than 100,000 numbers."),
  ]

  @Test("what one call came to is told with its input", arguments: outcomes)
  func outcome(_ example: OutcomeCase) throws {
    let lines = try Exercise.double().verdicts(playing: ["double": Self.right]) {
      $0.outcomes[1] = example.outcome
    }
    #expect(
      lines == ["double incorrect 0.0: \(example.says) 2 of the 3 inputs came out right."])
  }

  @Test("calls that were not made are counted, and are not the ones that are shown")
  func notMade() throws {
    let exercise = try Exercise.double()
    #expect(
      try exercise.verdicts(playing: ["double": Self.right]) {
        $0.outcomes = [.notMade, .crashed(nil), .notMade]
      } == [
        "double incorrect 0.0: For x = -3 it breaks off. None of the 3 inputs came out right. "
          + "Further inputs were not tried: too many before had broken off."
      ])
    #expect(
      try exercise.verdicts(playing: ["double": Self.right]) {
        $0.outcomes[2] = .notMade
      } == ["double incorrect 0.0: An input was not tried: too many before had broken off."])
    #expect(
      try exercise.verdicts(playing: ["double": Self.right]) { $0.outcomes = [] }
        == ["double incorrect 0.0: Further inputs were not tried: too many before had broken off."])
  }

  @Test("of calls that were not made after some that hang, the loop is spoken of")
  func hanging() throws {
    #expect(
      try Exercise.double().verdicts(playing: ["double": Self.right]) {
        $0.outcomes = [.timedOut("2 s"), .timedOut("2 s"), .notMade]
      } == [
        "double incorrect 0.0: For x = 1 it had not returned after 2 s. None of the 3 inputs came "
          + "out right. An input was not tried, as calls before had not returned in time: look "
          + "for a loop that never ends."
      ])
  }

  @Test("one input alone is not counted")
  func single() throws {
    #expect(
      try Exercise.double(inputs: "1").verdicts(playing: ["double": { .returned($0[0]) }])
        == ["double incorrect 0.0: For x = 1 it returns 1. That is not right."])
  }

  @Test("a function without parameters is spoken of without inputs")
  func noParameters() throws {
    let exercise = try Exercise.code(
      """
      { "name": "half", "kind": "code", "function": "func half() -> Double", "formula": "0.5",
        "inputs": [{}] }
      """)
    #expect(
      try exercise.verdicts(playing: ["half": { _ in .returned(0.5) }]) == ["half correct 1.0"])
    #expect(
      try exercise.verdicts(playing: ["half": { _ in .returned(5.0) }])
        == ["half incorrect 0.0: It returns 5. That is not right."])
  }

  // MARK: What a slip is worth

  @Test(
    "one slip that explains everything earns what the author gives for it, two slips nothing",
    arguments: [
      ("x", 0.5, "You left out the factor 2."),
      ("2x, but for one input", 0.0, ""),
      ("nothing for one input", 0.0, "You left out the factor 2."),
    ])
  func slip(_ program: String, _ points: Double, _ says: String) throws {
    let exercise = try Exercise.double(#", "slip": 0.5"#)
    let feedback = try exercise.feedback(
      from: .playing([
        "double": { arguments in
          let x = arguments[0].numbers[0]
          if program == "x" { return .returned(.double(x)) }
          if program == "2x, but for one input" {
            return .returned(.double(x < 0 ? 7 : 2 * x))
          }
          return x < 0 ? .crashed(nil) : .returned(.double(x))
        }
      ]))
    let marks = feedback.steps[0]
    #expect(marks.points == points)
    #expect(marks.status == (points > 0 ? .partial : .incorrect))
    #expect(says.isEmpty || marks.says.first?.text == says)
  }

  @Test("of the share of inputs and the worth of a slip the larger counts")
  func slipAndShare() throws {
    let feedback = try Exercise.double(#", "slip": 0.5, "partial": true"#, inputs: "0, 1, -3")
      .feedback(from: .playing(["double": { .returned($0[0]) }]))
    #expect(feedback.steps[0].points == 0.5)
    let high = try Exercise.double(#", "slip": 0.1, "partial": true"#, inputs: "0, 0, 1, -3")
      .feedback(from: .playing(["double": { .returned($0[0]) }]))
    #expect(high.steps[0].points == 0.5)
  }

  // MARK: The file as a whole

  private static let first = "func f(_ x: Double) -> Double"
  private static let two = [
    """
    { "name": "f", "kind": "code", "function": "\(first)", "formula": "x",
      "inputs": [{ "x": 1 }, { "x": 2 }] }
    """,
    """
    { "name": "g", "kind": "code", "function": "func g(_ x: Double) -> Double", "formula": "x",
      "inputs": [{ "x": 1 }, { "x": 2 }], "points": 3 }
    """,
  ]
  private static let same: PlayedFunction = { .returned($0[0]) }

  struct CompilationCase: Sendable, CustomTestStringConvertible {
    let compilation: FunctionReport.Compilation
    let says: String
    var testDescription: String { says }
  }

  private static func error(_ line: Int, _ message: String, _ excerpt: String)
    -> FunctionReport.CompilerError
  {
    .init(line: line, column: 5, message: message, excerpt: excerpt)
  }

  private static let compilations = [
    CompilationCase(
      compilation: .failed([error(3, "cannot find 'exq' in scope", "    exq(x)")]),
      says: "ada.swift:3:5: cannot find 'exq' in scope\nexq(x)\n^"),
    CompilationCase(
      compilation: .failed([error(3, "cannot find 'exq' in scope", "  y\t= exq(x)")]),
      says: "ada.swift:3:5: cannot find 'exq' in scope\ny = exq(x)\n  ^"),
    CompilationCase(
      compilation: .failed([error(3, "expected '}'", "   ")]),
      says: "ada.swift:3:5: expected '}'"),
    CompilationCase(
      compilation: .failed((1...7).map { error($0, "no \($0)", "") }),
      says: "ada.swift:1:5: no 1 ada.swift:2:5: no 2 ada.swift:3:5: no 3 ada.swift:4:5: no 4 "
        + "ada.swift:5:5: no 5 … and 2 more errors."),
    CompilationCase(
      compilation: .failed((1...6).map { error($0, "no \($0)", "") }),
      says: "ada.swift:1:5: no 1 ada.swift:2:5: no 2 ada.swift:3:5: no 3 ada.swift:4:5: no 4 "
        + "ada.swift:5:5: no 5 … and 1 more error."),
    CompilationCase(
      compilation: .failed([error(1, "\u{1B}[2Jgone", "\u{202E}let x")]),
      says: "ada.swift:1:5: ␛[2Jgone\n\u{FFFD}let x\n  ^"),
    CompilationCase(
      compilation: .failed([
        error(
          2,
          "the compiler is unable to type-check this expression in reasonable time; try "
            + "breaking up the expression into distinct sub-expressions", "")
      ]),
      says: "ada.swift:2:5: the compiler is unable to type-check this expression in reasonable "
        + "time; try breaking up the expression into distinct sub-expressions Split that line: "
        + "give its parts names, each with its type, in lines of their own, as in let products: "
        + "[Double] = zip(w, x).map { $0 * $1 }."),
    CompilationCase(
      compilation: .refused("the file has more than 64 KiB."),
      says: "ada.swift: the file has more than 64 KiB."),
    CompilationCase(
      compilation: .exceeded("compiling took more than 10 s."),
      says: "ada.swift: compiling took more than 10 s."),
    CompilationCase(
      compilation: .brokeDown("the compiler broke down on this file."),
      says: "ada.swift: the compiler broke down on this file."),
  ]

  @Test("what the compiler says stands with the first function", arguments: compilations)
  func compilation(_ example: CompilationCase) throws {
    let bench = FunctionRunner { _ in FunctionReport(example.compilation) }
    let feedback = try Exercise.code(Self.two[0], Self.two[1]).feedback(from: bench)
    #expect(
      feedback.lines == [
        "f unreadable 0.0: \(example.says)",
        "g unreadable 0.0: The file could not be used; see f.",
      ])
  }

  @Test("a function that is missing or declared otherwise does not cost the other")
  func functionFaults() throws {
    let exercise = try Exercise.code(Self.two[0], Self.two[1])
    func lines(_ fault: FunctionReport.FunctionFault) throws -> [String] {
      try exercise.verdicts(playing: ["g": Self.same]) { $0.functionFaults[0] = fault }
    }
    #expect(
      try lines(.missing) == [
        "f unanswered 0.0: Your file has no function 'f'. It is to be declared as: \(Self.first)",
        "g correct 3.0",
      ])
    let cannot = "f unreadable 0.0: 'f' cannot be called as declared in the exercise: \(Self.first)"
    #expect(try lines(.otherSignature(found: nil)) == [cannot, "g correct 3.0"])
    #expect(
      try lines(.otherSignature(found: "func f(x: Double)\u{7} -> Double")) == [
        "\(cannot) Yours is: func f(x: Double)␇ -> Double", "g correct 3.0",
      ])
    #expect(
      try exercise.verdicts(playing: ["f": Self.same]) { $0.functionFaults[1] = .missing } == [
        "f correct 1.0",
        "g unanswered 0.0: Your file has no function 'g'. It is to be declared as: "
          + "func g(_ x: Double) -> Double",
      ])
  }

  @Test("notes on the file stand with its first function, whatever the marks")
  func remarks() throws {
    let lines = try Exercise.code(Self.two[0], Self.two[1]).verdicts(
      playing: ["f": Self.same, "g": Self.same]
    ) {
      $0.sourceNotes = ["Line 3 has an invisible character."]
      $0.isUnconfined = true
      $0.output = Array("z = 1\n".utf8)
    }
    #expect(
      lines == [
        "f correct 1.0: Line 3 has an invisible character. "
          + "NOT SANDBOXED: this program ran without confinement, as --no-sandbox asks. "
          + "It printed: z = 1",
        "g correct 3.0",
      ])
  }

  // MARK: Without a run

  private static let mixed = [
    #"{ "name": "p", "formula": "6" }"#, two[0], #"{ "name": "q", "formula": "p + 1" }"#,
  ]

  @Test("without a program the functions are unanswered and the other steps are marked")
  func noProgram() throws {
    let exercise = try Exercise.code(Self.mixed[0], Self.mixed[1], Self.mixed[2])
    let bench = FunctionRunner { _ throws(FunctionRunner.Fault) in throw .init("never asked") }
    #expect(
      try exercise.feedback(from: bench, on: "p = 6\nq = 7", as: .answers).lines
        == ["p correct 1.0", "f unanswered 0.0", "q correct 1.0"])
    #expect(
      try exercise.feedback(from: bench, on: "p = 6\nf = 2", as: .answers).lines == [
        "p correct 1.0",
        "f unreadable 0.0: This is answered by a Swift file: hand in sample.swift, or name your "
          + "file in a line 'code: FILE.swift'.", "q unanswered 0.0",
      ])
  }

  @Test("where nothing can be run the functions are not run, and nothing is said against them")
  func notRun() throws {
    let exercise = try Exercise.code(Self.mixed[0], Self.mixed[1], Self.mixed[2])
    func lines(_ bench: FunctionRunner?) throws -> [String] {
      var submission = try Submission(answers: "p = 6\nq = 7")
      submission.program = SourceText(name: "f.swift", text: "func f() {}")
      var marker = Marker(exercise, tools: MarkingTools(code: bench))
      return marker.mark(submission).lines
    }
    #expect(
      try lines(nil) == [
        "p correct 1.0",
        "f notRun 0.0: Swift answers cannot be run here: no compiler was brought along.",
        "q correct 1.0",
      ])
    let broken = FunctionRunner { _ throws(FunctionRunner.Fault) in
      throw .init("bwrap: no; install it.")
    }
    #expect(
      try lines(broken)
        == ["p correct 1.0", "f notRun 0.0: bwrap: no; install it.", "q correct 1.0"])
  }

  @Test("a key that has no value for an input marks nobody")
  func brokenKey() throws {
    let exercise = try Exercise.code(
      """
      { "name": "f", "kind": "code", "function": "func f(_ x: [Double]) -> Double",
        "formula": "x[3]", "inputs": [{ "x": [1, 2, 3] }, { "x": [1] }] }
      """, Self.two[1])
    let message = "for x = [1]: index 3 is outside a vector of 1; it runs from 1 to 1"
    let lines = try exercise.verdicts(playing: ["f": Self.same, "g": Self.same])
    #expect(lines == ["f notRun 0.0: \(message)", "g notRun 0.0: \(message)"])
  }

  @Test("the job holds the file as it is, the functions, and inputs alone")
  func jobs() throws {
    let source = "\u{FEFF}// exercise: sample\r\nfunc f() {}"
    let exercise = try Exercise.code(Self.two[0], Self.two[1])
    let bench = FunctionRunner { job throws(FunctionRunner.Fault) in
      #expect(job.source == Array(source.utf8))
      #expect(job.functions.map(\.name) == ["f", "g"])
      #expect(job.calls.map(\.function) == [0, 0, 1, 1])
      #expect(job.calls.map(\.arguments) == [[1.0], [2.0], [1.0], [2.0]])
      throw .init("seen")
    }
    #expect(
      try exercise.feedback(from: bench, on: source).steps.allSatisfy { $0.says.texts == ["seen"] })
  }

  // MARK: Mistakes, properties, shares

  @Test("a mistake that was foreseen earns its words and its share")
  func mistakes() throws {
    let exercise = try Exercise.double(
      """
      , "points": 4, "mistakes": [{ "formula": "x", "says": "That is x itself.", "credit": 0.25 },
        { "formula": "x^2", "says": "That is the square." }]
      """)
    func lines(_ f: @escaping @Sendable (Double) -> Double) throws -> [String] {
      try exercise.verdicts(playing: ["double": { .returned(.double(f($0[0].numbers[0]))) }])
    }
    #expect(
      try lines { $0 } == [
        "double partial 1.0: That is x itself. For x = 1 it returns 1. That is not right. "
          + "None of the 3 inputs came out right."
      ])
    #expect(
      try lines { $0 * $0 } == [
        "double incorrect 0.0: That is the square. For x = 1 it returns 1. That is not right. "
          + "None of the 3 inputs came out right."
      ])
    #expect(try lines { 2 * $0 } == ["double correct 4.0"])
    // A mistake on all inputs but one is not that mistake.
    let almost = try lines { $0 == 0.5 ? 7 : $0 }
    #expect(
      almost == [
        "double incorrect 0.0: For x = 1 it returns 1. That is not right. "
          + "None of the 3 inputs came out right."
      ])
  }

  @Test("right inputs earn their share where the step allows it")
  func partial() throws {
    let exercise = try Exercise.double(#", "partial": true, "points": 3"#)
    let lines = try exercise.verdicts(playing: ["double": Self.right]) {
      $0.outcomes[2] = .crashed(nil)
    }
    #expect(
      lines == [
        "double partial 2.0: For x = 0.5 it breaks off. 2 of the 3 inputs came out right."
      ])
    #expect(
      try exercise.verdicts(playing: ["double": { _ in .crashed(nil) }]) == [
        "double incorrect 0.0: For x = 1 it breaks off. None of the 3 inputs came out right."
      ])
  }

  private static let softmax = """
    { "name": "softly", "kind": "code", "function": "func softly(_ z: [Double]) -> [Double]",
      "formula": "softmax(z)", "inputs": [{ "z": [1, 2] }, { "z": [1000, 1000] }],
      "tolerance": { "decimals": 2 },
      "properties": [{ "formula": "sum(result) - 1", "says": "the entries add up to 1" }] }
    """

  @Test("a property that does not hold is told, with its input")
  func properties() throws {
    let exercise = try Exercise.code(Self.softmax)
    let lines = try exercise.verdicts(playing: ["softly": { _ in .returned([0.5, 0.7]) }])
    #expect(
      lines == [
        "softly incorrect 0.0: For z = [1, 2] it returns [0.5, 0.7]. None of the 2 numbers is "
          + "right. None of the 2 inputs came out right. "
          + "It should hold that the entries add up to 1, but for z = [1, 2] it does not."
      ])
  }

  @Test(
    "a result that is right within its tolerance is right, though a property is off by rounding")
  func roundedProperties() throws {
    let exercise = try Exercise.code(Self.softmax)
    let rounded: PlayedFunction = { arguments in
      .returned(arguments[0] == [1.0, 2.0] ? [0.278, 0.741] : [0.509, 0.509])
    }
    #expect(try exercise.verdicts(playing: ["softly": rounded]) == ["softly correct 1.0"])
  }

  // MARK: Overflow

  private static let naive: PlayedFunction = { arguments in
    let powers = arguments[0].numbers.map { $0 > 709 ? Double.infinity : $0 + 1 }
    let total = powers.reduce(0, +)
    return .returned(.vector(powers.map { $0 / total }))
  }

  private static func activation(_ formula: String, _ keys: String = "") throws -> Exercise {
    try .code(
      """
      { "name": "f", "kind": "code", "function": "func f(_ z: [Double]) -> [Double]",
        "formula": "\(formula)", "inputs": [{ "z": [1000, 0] }] \(keys) }
      """)
  }

  @Test(
    "an overflow is told with the way out of it",
    arguments: [
      (
        "softmax(z)", "",
        " For z = [1000, 0] there is an overflow: exp of a number above 709 is infinite. "
          + "Subtract the largest entry from all of them before exp; softmax does not change by that."
      ),
      (
        "sigmoid(z)", "",
        " For z = [1000, 0] there is an overflow: exp of a number above 709 is infinite. "
          + "Give exp only negative numbers: for z < 0 use exp(z)/(1 + exp(z)), "
          + "else 1/(1 + exp(-z))."
      ),
      (
        "σ'(z)", "",
        " For z = [1000, 0] there is an overflow: exp of a number above 709 is infinite. "
          + "Give exp only negative numbers: for z < 0 use exp(z)/(1 + exp(z)), "
          + "else 1/(1 + exp(-z))."
      ),
      (
        "tanh(z)", "",
        " For z = [1000, 0] there is an overflow: exp of a number above 709 is infinite. "
          + "Rearrange the formula so that exp is never given a large number."
      ),
      (
        "softmax(z)", #", "overflow": "Look at log-sum-exp again.""#,
        " For z = [1000, 0] no finite number comes out. Look at log-sum-exp again."
      ),
      // No exp, no overflow of exp.
      ("z + 1", "", ""),
    ])
  func overflow(_ formula: String, _ keys: String, _ advice: String) throws {
    let lines = try Self.activation(formula, keys).verdicts(playing: [
      "f": { _ in .returned([.double(.nan), 7.0]) }
    ])
    #expect(
      lines == [
        "f incorrect 0.0: For z = [1000, 0] it returns [nan, 7]. None of the 2 numbers is right."
          + advice
      ])
  }

  @Test("powers that are all rounded to 0 are no overflow")
  func underflow() throws {
    let exercise = try Exercise.code(
      """
      { "name": "f", "kind": "code", "function": "func f(_ z: [Double]) -> [Double]",
        "formula": "softmax(z)", "inputs": [{ "z": [-1000, -1001] }] }
      """)
    let lines = try exercise.verdicts(playing: [
      "f": { _ in .returned([.double(.nan), .double(.nan)]) }
    ])
    #expect(
      lines == [
        "f incorrect 0.0: For z = [-1000, -1001] it returns [nan, nan]. None of the 2 numbers is "
          + "right. For z = [-1000, -1001] there is an underflow: exp of a number below −745 is 0, "
          + "and so is the sum. Subtract the largest entry from all of them before exp; softmax "
          + "does not change by that."
      ])
  }

  @Test("an overflow is told of the input where it happened")
  func overflowElsewhere() throws {
    let lines = try Exercise.code(Self.softmax).verdicts(playing: ["softly": Self.naive])
    #expect(
      lines == [
        "softly incorrect 0.0: For z = [1, 2] it returns [0.4, 0.6]. None of the 2 numbers is "
          + "right. For z = [1000, 1000] there is an overflow: exp of a number above 709 is "
          + "infinite. Subtract the largest entry from all of them before exp; softmax does not "
          + "change by that. None of the 2 inputs came out right."
      ])
  }

  @Test("NaN on small inputs is no overflow")
  func noOverflow() throws {
    let exercise = try Exercise.code(Self.softmax)
    let lines = try exercise.verdicts(playing: [
      "softly": { arguments in
        .returned(arguments[0] == [1.0, 2.0] ? [.double(.nan), .double(.nan)] : [0.5, 0.5])
      }
    ])
    #expect(
      lines == [
        "softly incorrect 0.0: For z = [1, 2] it returns [nan, nan]. None of the 2 numbers is "
          + "right. 1 of the 2 inputs came out right."
      ])
  }
}

@Suite("Right answers of functions")
struct CodeExpectedTests {
  @Test("the key is shown where answers may be revealed, and nowhere else")
  func revealed() throws {
    let exercise = try Exercise.code(
      """
      { "name": "f", "kind": "code", "function": "func f(_ x: Double) -> (a: Double, b: Double)",
        "formula": { "b": "2*x", "a": "x^2" }, "inputs": [{ "x": 1 }] }
      """,
      """
      { "name": "g", "kind": "code", "function": "func g(_ sizes: [Int]) -> Int",
        "reference": "network.forwardMultiplyAdds", "inputs": [{ "sizes": [2, 1] }] }
      """)
    var marker = Marker(exercise)
    let feedback = marker.mark(try Submission(answers: "a = 1"))
    #expect(feedback.steps.allSatisfy { $0.expected == nil })
    #expect(
      marker.mark(try Submission(answers: "a = 1"), reveals: true).steps.map(\.expected) == [
        .text("a = x^2, b = 2*x"),
        .text("the multiply–adds of one forward pass through layers of these sizes"),
      ])
  }

  @Test("a student is shown the declaration to write")
  func details() throws {
    #expect(
      try Exercise.double().steps[0].assignment?.details("ada")
        == ["func double(_ x: Double) -> Double"])
  }
}
