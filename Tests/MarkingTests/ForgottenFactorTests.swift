import Answers
import Exercises
import TestSupport
import Testing

@testable import Marking

@Suite("Factors behind a minus")
struct ForgottenFactorTests {
  @Test(
    "One that is left out is named, with its sign kept",
    arguments: [
      ("-a*m^2", "-m^2"), ("-a*m^2*log(p)", "-m^2*log(p)"),
      ("-a*(1 - p)^2*log(p)", "-(1-p)^2*log(p)"),
    ])
  func named(formula: String, wrong: String) throws {
    let exercise = try Exercise(
      text: """
        { "id": "t", "title": "T", "statement": "S", "given": { "a": 0.37, "m": 3.625, "p": 0.41 },
          "define": { "slip": "\(wrong)" },
          "steps": [{ "name": "n", "formula": "\(formula)", "text": "n" }] }
        """)
    var marker = Marker(exercise)
    let slip = try #require(exercise.program.slot(named: "slip"))
    let value = marker.key.entry(0, of: slip)
    let feedback = marker.mark(try Submission(answers: "n = \(value)"))
    #expect(feedback.steps[0].says.texts == ["You left out the factor a."])
    #expect(feedback.steps[0].diagnosis?.edits == ["drop-factor"])
  }
}
