import Authoring
import Exercises
import LocatedJSON
import Marking
import Testing

@Suite("What happens to an exercise while it is being written")
struct AuthorsSlipsTests {
  /// A slip made in a new exercise on a 2-3-2 network, and all that is said about it.
  struct AuthorsSlip: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let old: String
    let new: String
    let says: String
    let excerpt: String

    init(_ name: String, _ old: String, _ new: String, _ says: String, _ excerpt: String) {
      (testDescription, self.old, self.new, self.says, self.excerpt) =
        (name, old, new, says, excerpt)
    }
  }

  private static let slips = [
    AuthorsSlip(
      "A misspelt key", #""hints": ["Only"#, #""hint": ["Only"#,
      "unknown key 'hint' — did you mean 'hints'?", #""hint": ["Only the target"#),
    AuthorsSlip(
      "A wrong type", #""sizes": [2, 3, 2]"#, #""sizes": "2-3-2""#,
      "'sizes' must be a list, but it is a string", #""2-3-2","#),
    AuthorsSlip(
      "An unknown name", "y - a2", "y - a_2", "unknown name 'a_2'; did you mean 'a2'?", #"a_2""#),
    AuthorsSlip(
      "A wrong shape", #""input": [1, 0.5]"#, #""input": [1, 0.5, 2]"#,
      "'input' must be a vector of 2 by 'sizes', but it is a vector of 3", "[1, 0.5, 2],"),
    AuthorsSlip(
      "Factors in the wrong order", "W1 @ x", "x @ W1",
      "@ cannot multiply a vector of 2 by a 3×2 matrix; the columns of the left must be as many as "
        + "the rows of the right", #"x @ W1""#),
    AuthorsSlip(
      "A missing comma", #""loss": "cross-entropy","#, #""loss": "cross-entropy""#,
      "a comma is missing before this string", #""weights": ["#),
    AuthorsSlip(
      "A bad tolerance", #""name": "L","#, #""name": "L", "tolerance": 0.001,"#,
      #"a tolerance is "exact" or an object such as {"decimals": 4}, not 0.001"#, "0.001,"),
    AuthorsSlip(
      "A wrong kind", #""name": "L","#, #""name": "L", "kind": "number","#,
      "there is no kind of answer 'number'; it is one of value, count, formula, choice, locate, "
        + "order, match, code, written, external, blanks", #""number","#),
    AuthorsSlip(
      "A mistake that is the key", "y - a2", "a2 - y",
      "this gives the right answer of 'delta2', so its words would never be said", #""a2 - y""#),
    AuthorsSlip(
      "Negative points", #""points": 0.5,"#, #""points": -1,"#, "'points' must not be negative",
      "-1,"),
    AuthorsSlip(
      "An infinite key", #""name": "L","#,
      #""name": "r", "formula": "1 / y[1]" }, { "name": "L","#,
      "the key of 'r' is not finite: inf", #""1 / y[1]" }"#),
  ]

  @Test("the message names the place and the remedy", arguments: slips)
  func slip(_ slip: AuthorsSlip) throws {
    let whole = ExerciseTemplate(id: "new", sizes: [2, 3, 2]).text
    let text = whole.replacing(slip.old, with: slip.new, maxReplacements: 1)
    #expect(text != whole)
    let problems = found(in: SourceText(name: "t.json", text: text))
    #expect(problems.map(\.message) == [slip.says])
    let shown = problems.map { $0.excerpt.text.dropFirst($0.excerpt.caret) }
    #expect(shown.allSatisfy { $0.hasPrefix(slip.excerpt) }, "\(shown)")
  }

  private func found(in source: SourceText) -> [Problem] {
    do throws(Problems) {
      return Verification(try Exercise(reading: source, kinds: AnswerKinds.steps)).problems
    } catch {
      return error.list
    }
  }
}
