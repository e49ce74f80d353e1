import Exercises
import Testing

@Suite("Keys of functions that are wrong")
struct CodeVerificationTests {
  /// Two steps of functions, or one, and all that is found wrong with them.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let steps: [String]
    let complaints: String

    init(_ description: String, _ steps: String..., complaints: String) {
      testDescription = description
      self.steps = steps
      self.complaints = complaints
    }
  }

  private static func step(_ members: String) -> String {
    #"{ "name": "f", "kind": "code", \#(members) }"#
  }

  private static func loss(_ declaration: String, _ formula: String) -> String {
    """
    { "name": "loss", "kind": "code", "function": "\(declaration)", "formula": "\(formula)",
      "inputs": [{ "w": [1, 2], "y": 0 }] }
    """
  }

  private static let sum = loss("func loss(_ w: [Double], y: Double) -> Double", "sum(w) + y")

  private static func gradient(_ differences: String) -> String {
    step(
      """
      "function": "func f(_ w: [Double], y: Double) -> [Double]", "formula": "w + y",
        "inputs": [{ "w": [1, 2], "y": 0 }], "differences": \(differences)
      """)
  }

  private static let half = """
    { "name": "half", "kind": "code", "function": "func half(_ z: Double) -> (a: Double, b: Double)",
      "formula": { "a": "z / 2", "b": "-z / 2" }, "inputs": [{ "z": 1 }] }
    """

  private static func product(_ ways: String) -> String {
    step(
      """
      "function": "func f(_ z: [Double], _ s: Double) -> Double", "formula": "s * sum(z)",
        "inputs": [{ "z": [1, 2], "s": 3 }], "ways": \(ways)
      """)
  }

  private static let cases = [
    Case("a way by an earlier function", half, product(#"["s * sum(a - b)"]"#), complaints: ""),
    Case(
      "ways that are none",
      half, product(#"["s * sum(a)", "s * sum(c)", "s * sum(z)", "s * a"]"#),
      complaints: """
        5:49: for z = [1, 2], s = 3 this gives 4.5, not the key
        5:63: unknown name 'c'; it is neither a parameter nor a result of a function before this one
        5:77: this names no function before this one
        5:91: for z = [1, 2], s = 3 this gives no Double
        """),
    Case(
      "an earlier function that takes what this one is not given",
      half,
      step(
        """
        "function": "func f(_ x: Double) -> Double", "formula": "x / 2",
          "inputs": [{ "x": 2 }], "ways": ["a"]
        """),
      complaints: "5:36: 'half' needs 'z', which this function does not have"),
    Case(
      "a sound step",
      step(
        """
        "function": "func f(_ z: [Double]) -> [Double]", "formula": "softmax(z)",
          "inputs": [{ "z": [1, 2] }, { "z": [1e6, 0, 3] }],
          "properties": [{ "formula": "sum(result) - 1", "says": "the entries add up to 1" }],
          "mistakes": [{ "formula": "z", "says": "no" }]
        """), complaints: ""),
    Case(
      "no value for an input",
      step(
        """
        "function": "func f(_ z: [Double]) -> Double", "formula": "z[2]",
          "inputs": [{ "z": [1, 2] }, { "z": [1] }]
        """),
      complaints:
        "2:100: for z = [1]: index 2 is outside a vector of 1; it runs from 1 to 1"),
    Case(
      "an input that formulas do not know",
      step(
        """
        "function": "func f(_ z: [[Double]]) -> Double", "formula": "sum(z)",
          "inputs": [{ "z": [[1, 2], [3]] }]
        """),
      complaints: "2:102: for z = [[1, 2], [3]]: 'z' is empty, uneven or nested too deeply here "
        + "to be used in a formula"),
    Case(
      "another shape",
      step(
        """
        "function": "func f(_ z: [Double]) -> Double", "formula": "z",
          "inputs": [{ "z": [1, 2] }]
        """),
      complaints: "2:100: for z = [1, 2]: the formula gives a vector of 2, which is no Double"),
    Case(
      "a fraction for a whole number",
      step(
        """
        "function": "func f(_ n: Int) -> Int", "formula": "n/2", "inputs": [{ "n": 2 }, { "n": 3 }]
        """),
      complaints: "2:92: for n = 3: the formula gives a number, which is no Int"),
    Case(
      "a key that is not finite",
      step(
        """
        "function": "func f(_ x: Double) -> Double", "formula": "1/x", "inputs": [{ "x": 0 }]
        """), complaints: "2:98: for x = 0 the key is not finite"),
    Case(
      "a property that the key has not",
      step(
        """
        "function": "func f(_ z: [Double]) -> [Double]", "formula": "z",
          "inputs": [{ "z": [0.5, 0.5] }, { "z": [1, 2] }],
          "properties": [{ "formula": "sum(result) - 1", "says": "the entries add up to 1" }]
        """),
      complaints: "4:31: the key itself does not have this property: for z = [1, 2] the formula "
        + "is 2.0"),
    Case(
      "a mistake that is the key",
      step(
        """
        "function": "func f(_ x: Double) -> Double", "formula": "2 * x", "inputs": [{ "x": 1 }],
          "mistakes": [{ "formula": "x + x", "says": "no" }]
        """), complaints: "3:29: this is the key itself, so its words would never be said"),
    Case(
      "lists that are no network",
      step(
        """
        "function": "func f(_ sizes: [Int]) -> Int", "reference": "network.forwardMultiplyAdds",
          "inputs": [{ "sizes": [2, 1] }, { "sizes": [2] }]
        """),
      complaints: "2:100: for sizes = [2]: network.forwardMultiplyAdds makes no sense of this "
        + "input: the sizes do not fit each other"),
    Case("sound differences", sum, gradient(#"{ "of": "loss", "by": "w" }"#), complaints: ""),
    Case(
      "differences of no step", gradient(#"{ "of": "L", "by": "w" }"#),
      complaints: "3:55: there is no step 'L' that asks for a function"),
    Case(
      "differences of a vector",
      loss("func loss(_ w: [Double], y: Double) -> [Double]", "w + y"),
      gradient(#"{ "of": "loss", "by": "w" }"#),
      complaints: "5:55: 'loss' must return a Double, to have slopes"),
    Case(
      "differences of a loss that needs more",
      """
      { "name": "loss", "kind": "code", "function": "func loss(_ w: [Double], v: Double) -> Double",
        "formula": "sum(w)", "inputs": [{ "w": [1], "v": 0 }] }
      """, gradient(#"{ "of": "loss", "by": "w" }"#),
      complaints: "5:55: 'loss' needs 'v', which this function does not have"),
    Case(
      "differences by what is no parameter", sum, gradient(#"{ "of": "loss", "by": "W" }"#),
      complaints: "5:55: 'loss' has no parameter 'W'"),
    Case(
      "differences by a parameter of another type", sum,
      gradient(#"{ "of": "loss", "by": "y" }"#),
      complaints: "5:55: the gradient by 'y' must be Double, not [Double]"),
    Case(
      "differences of a part where there is none", sum,
      gradient(#"{ "of": "loss", "by": { "dw": "w" } }"#),
      complaints: "5:55: the result has no part 'dw'"),
    Case(
      "differences of a tuple as a whole", sum,
      step(
        """
        "function": "func f(_ w: [Double], y: Double) -> (dw: [Double], dy: Double)",
          "formula": { "dw": "w", "dy": "y" }, "inputs": [{ "w": [1, 2], "y": 0 }],
          "differences": { "of": "loss", "by": "w" }
        """),
      complaints: "6:18: the result is a tuple, so 'by' is an object: part of the result to "
        + "parameter"),
    Case(
      "differences by whole numbers",
      """
      { "name": "loss", "kind": "code", "function": "func loss(_ n: Int) -> Double",
        "formula": "n", "inputs": [{ "n": 1 }] }
      """,
      step(
        """
        "function": "func f(_ n: Int) -> Int", "formula": "n", "inputs": [{ "n": 1 }],
          "differences": { "of": "loss", "by": "n" }
        """), complaints: "5:18: 'n' is Int, by which there is no gradient"),
  ]

  @Test("every fault of a key is found where it stands", arguments: cases)
  func faults(_ example: Case) throws {
    let text = sample("\"steps\": [\(example.steps.joined(separator: ",\n"))]")
    let found = try complaints(about: text)
    #expect(found == example.complaints)
  }
}
