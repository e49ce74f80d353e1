import Answers
import Exercises
import Formulas
import Numerics
import Reports
import Testing

@testable import Marking

@Suite("Which entries are wrong")
struct EntryDifferenceTests {
  @Test(
    "The wrong entries are named, without what is right",
    arguments: [
      ("0.5", Tensor(0.5), Tensor(0.25), 1, 0.0, "0.5 is not right."),
      ("[1]", Tensor([3]), Tensor([1]), 1, 0.0, "3 is not right."),
      (
        "two", Tensor([1, 0.5]), Tensor([1, 2]), 1, 0.5,
        "v[2] is not right; you have 0.5. The other entry is."
      ),
      (
        "from 0", Tensor([1, 0.5]), Tensor([1, 2]), 0, 0.5,
        "v[1] is not right; you have 0.5. The other entry is."
      ),
      (
        "matrix", Tensor(rows: [[1, 2], [-3, 4]]), Tensor(rows: [[1, 2], [3, 4]]), 1, 0.75,
        "v[2, 1] is not right; you have -3. The other 3 entries are."
      ),
      (
        "two of three", Tensor([1, 5, 1e-9]), Tensor([1, 2, 3]), 1, 1.0 / 3,
        "2 of the 3 entries of v are not right: [2] (5), [3] (1e-09)."
      ),
      (
        "five of six", Tensor([9, 9, 9, 9, 9, 6]), Tensor([1, 2, 3, 4, 5, 6]), 1, 1.0 / 6,
        "5 of the 6 entries of v are not right: [1] (9), [2] (9), [3] (9) and 2 more."
      ),
      ("all", Tensor([2, 1]), Tensor([1, 2]), 1, 0.0, "None of the 2 entries of v is right."),
    ])
  func sentences(
    _ name: String, _ value: Tensor, _ key: Tensor, _ base: Int, _ share: Double, _ words: String
  ) throws {
    let step = try Exercise.single("1").valueSteps[0]
    let difference = EntryDifference(
      TypedValue(value, lastDigits: value.entries.map { _ in nil }), step, key: key, base: base)
    #expect(difference.sentence.text == words)
    #expect(abs(difference.rightShare - share) < 1e-15)
  }

  @Test(
    "Numbers are shown in their shortest form",
    arguments: [
      (1.0, "1"), (-0.5, "-0.5"), (1e21, "1e+21"), (0.1 + 0.2, "0.30000000000000004"),
      (1e-5, "1e-05"),
    ])
  func numbers(_ number: Double, _ text: String) {
    #expect(NumberText.shortest(number) == text)
  }
}
