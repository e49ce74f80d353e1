import Exercises
import LocatedJSON
import Marking
import Reports
import Testing

@Suite("The Swift file to fill in")
struct ProgramTextTests {
  private static func exercise(_ steps: String) throws -> Exercise {
    let text = #"{ "id": "own", "title": "Own", "statement": "Write.", "steps": [\#(steps)] }"#
    return try Exercise(reading: SourceText(name: "own.json", text: text), kinds: AnswerKinds.steps)
  }

  private static let function = """
    { "name": "f", "kind": "code", "text": "twice $x$", "formula": { "a": "2*x", "b": "[x]" },
      "function": "func f(_ x: Double) -> (a: Double, b: [Double])", "inputs": [{ "x": 1 }] }
    """

  @Test("it has every function, with a result that compiles and says nothing")
  func whole() throws {
    let program = try #require(ProgramText(try Self.exercise(Self.function)))
    #expect(program.isWhole)
    #expect(
      program.text(student: "ada") == """
        // exercise: own
        // student: ada
        //
        // Own

        // From NumPy: a vector is [Double], a matrix [[Double]], and neither has arithmetic:
        //   np.exp(z)            z.map { exp($0) }
        //   a * b                zip(a, b).map { $0 * $1 }
        //   W @ x                W.map { row in zip(row, x).map(*).reduce(0, +) }
        //   a.sum(), a.max()     a.reduce(0, +), a.max()!
        //   range(n), len(a)     0..<n, a.count
        //   x ** 2               x * x, or pow(x, 2)
        //   1 / n                1 / Double(n): whole numbers lose what is behind the point
        //   w -= …               var w = w first, since a parameter does not change
        // More of it: Documentation/coming-from-numpy.md

        import Foundation

        /// twice x
        func f(_ x: Double) -> (a: Double, b: [Double]) {
          (a: 0, b: [])
        }

        """)
  }

  @Test("ready functions are listed once, with what they are in NumPy")
  func library() throws {
    let exercise = try Self.exercise(
      Self.function.replacing(
        #""kind": "code","#, with: #""kind": "code", "library": ["dot", "mapBoth"],"#))
    let text = try #require(ProgramText(exercise)).text(student: "ada")
    #expect(
      text.contains(
        """
        // Ready to be called here:
        //   dot(a, b)            a @ b, the sum of the products
        //   mapBoth(a, b, *)     a * b, entry by entry; so with +, -, / and { … }
        // More of it: Documentation/coming-from-numpy.md
        """))
    #expect(ExerciseText(exercise).question.contains("  dot(a, b)            a @ b"))
  }

  @Test("a function that is begun has its body, line by line")
  func begun() throws {
    let step = """
      { "name": "f", "kind": "code", "function": "func f(_ x: Double) -> Double", "formula": "2*x",
        "inputs": [{ "x": 1 }], "starter": ["let half = x", "", "return half"] }
      """
    let program = try #require(ProgramText(try Self.exercise(step)))
    #expect(
      program.text(student: "").hasSuffix(
        """
        func f(_ x: Double) -> Double {
          let half = x

          return half
        }

        """))
  }

  @Test("beside numbers it is only a part, and without functions there is none")
  func parts() throws {
    let number = #"{ "name": "z", "formula": "1" }"#
    #expect(try ProgramText(Self.exercise(number)) == nil)
    let mixed = try Self.exercise(number + ", " + Self.function)
    #expect(ProgramText(mixed)?.isWhole == false)
    let sheet = ExerciseText(mixed).answerSheet(student: "ada")
    #expect(sheet.contains("z = \n"))
    #expect(!sheet.contains("f = "))
    #expect(
      sheet.contains("# The functions go into a Swift file of the same name, beside this one."))
  }
}
