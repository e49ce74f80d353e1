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

        import Foundation

        /// twice x
        func f(_ x: Double) -> (a: Double, b: [Double]) {
          (a: 0, b: [])
        }

        """)
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
