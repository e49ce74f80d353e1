import Exercises
import Formulas
import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import Answers
@testable import Diagnosis

@Suite("Slips of the pen")
struct SlipTests {
  @Test("The ids are those of the design")
  func ids() {
    let design = [
      "sign", "factor", "power-of-ten", "swapped-digits", "swapped-entries", "transposed",
      "rounded-early", "offset",
    ]
    #expect(Set(Slips.all.map { $0.id }) == Set(design))
    #expect(Slips.all.count == design.count)
  }

  @Test("Every slip's file is in the list")
  func registered() throws {
    let types = try ProjectFolder.types(
      in: "Sources/Diagnosis/Slips", conformingTo: "SlipDefinition")
    let ids = Slips.all.map { $0.id.split(separator: "-").map(\.capitalized).joined() + "Slip" }
    #expect(types == Set(ids))
  }

  @Test("Every slip's examples hold, two each way", arguments: Slips.all.indices)
  func examples(_ index: Int) throws {
    let slip = Slips.all[index]
    #expect(slip.examples.filter(\.applies).count >= 2)
    #expect(slip.examples.filter { !$0.applies }.count >= 2)
    for example in slip.examples {
      let explanation = slip.explain(
        try attempt(example.expected, example.submitted, example.tolerance))
      #expect((explanation != nil) == example.applies, "\(slip.id) \(example)")
    }
  }

  @Test("No slip fires on a right answer", arguments: Slips.all.indices)
  func rightAnswers(_ index: Int) throws {
    let slip = Slips.all[index]
    for example in slip.examples + [SlipExample(expected: "0", submitted: "0", applies: false)] {
      #expect(slip.explain(try attempt(example.expected, example.expected)) == nil)
    }
    #expect(
      slip.explain(try attempt("[[1.5, 1.5], [1.5, 1.5]]", "[[1.5, 1.5], [1.5, 1.5]]")) == nil)
  }

  @Test("No slip gives the expected number away", arguments: Slips.all.indices)
  func discretion(_ index: Int) throws {
    let slip = Slips.all[index]
    for example in slip.examples where example.applies {
      let attempt = try attempt(example.expected, example.submitted, example.tolerance)
      let explanation = slip.explain(attempt)
      let says = try #require(explanation).says
      for number in says.numbers {
        #expect(!attempt.expected.entries.contains(number), "\(says.text)")
      }
    }
  }

  /// A right value and one that was typed for it.
  private func attempt(
    _ expected: String, _ submitted: String, _ tolerance: Tolerance? = nil
  ) throws -> Attempt {
    func value(_ text: String) throws -> TypedValue {
      try Submission(answers: "v = \(text)").value().get()
    }
    let typed = try value(submitted)
    return Attempt(
      name: "v", value: typed, expected: try value(expected).tensor,
      tolerance: tolerance ?? (typed.lastDigits == [0] ? .exact : .typedByHand), indexBase: 1)
  }
}

// MARK: - Words

extension SlipTests {
  @Test(
    "A slip is named in feedback",
    arguments: [
      (
        "[0.1234, 0.5678]", "[0.1234, -0.5678]", "sign",
        "v[2]: the size is right but the sign is not; look for a lost minus."
      ),
      (
        "[1.234, 5.678, 9.127]", "[1.234, 9.127, 5.678]", "swapped-entries",
        "v[2] and v[3] stand in each other's place."
      ),
      (
        "[0.6123, 0.5622]", "[0.6123, 0.5262]", "swapped-digits",
        "v[2]: digits 2 and 6 look swapped."
      ),
      (
        "[0.6123, 0.5622]", "[0.6123, 5.622]", "power-of-ten",
        "v[2]: the digits are right, but the decimal point is off by one place."
      ),
      (
        "[0.6123, 0.5622]", "[61.23, 56.22]", "power-of-ten",
        "v: the digits are right, but the decimal point is off by 2 places."
      ),
      (
        "[0.6123, 0.5622]", "[0.6123, 0.5641]", "rounded-early",
        "v[2] is very near: it looks as if a value was rounded too early on the way."
      ),
      (
        "[[1.1, 2.2], [3.3, 4.4]]", "[[1.1, 3.3], [2.2, 4.4]]", "transposed",
        "v is transposed: rows and columns are exchanged."
      ),
      ("[0.6123, 0.5622]", "[0.6123, 0.6622]", "offset", "v[2]: one digit is off by one."),
      (
        "[0.1111, 0.2222, 0.5555]", "[0.3333, 0.6666, 1.6665]", "factor",
        "v is too large by a factor of 3: look for a factor too many, or a division that was left out."
      ),
      (
        "[0.1112, 0.2222, 0.5556]", "[0.0278, 0.05555, 0.1389]", "factor",
        "v is too small by a factor of 4: look for a factor that was left out, or a division too many."
      ),
    ])
  func words(_ expected: String, _ typed: String, _ id: String, _ says: String) throws {
    let exercise = try Exercise.sample(
      #""given": { "v0": \#(expected) }, "steps": [ { "name": "v", "formula": "v0" } ]"#)
    let step = try exercise.feedback(on: "v = \(typed)").steps[0]
    #expect(step.says.texts == [says])
    #expect(step.diagnosis?.kind == .slip)
    #expect(step.diagnosis?.edits == [id])
  }

  @Test(
    "A slip of the pen in the whole is a formula too, one in an entry is none",
    arguments: [
      ("[0.1234, 0.5678]", "[1.234, 5.678]", "v0 * 10"),
      ("[[1.1, 2.2], [3.3, 4.4]]", "[[1.1, 3.3], [2.2, 4.4]]", "v0.T"),
      ("[0.6123, 0.5622]", "[0.6123, 5.622]", nil),
    ])
  func formula(_ expected: String, _ typed: String, _ formula: String?) throws {
    let exercise = try Exercise.sample(
      #""given": { "v0": \#(expected) }, "steps": [ { "name": "v", "formula": "v0" } ]"#)
    let diagnosis = try #require(try exercise.feedback(on: "v = \(typed)").steps[0].diagnosis)
    #expect(diagnosis.kind == .slip)
    #expect(diagnosis.formula == formula)
  }

  @Test("A whole number is miscounted by one")
  func miscounted() throws {
    let exercise = try Exercise.single("35 * 5", #", "kind": "count""#)
    #expect(
      try exercise.verdicts(on: "v = 176") == ["v incorrect 0.0: v is nearly right; count again."])
  }
}
