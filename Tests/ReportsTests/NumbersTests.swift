import Exercises
import Formulas
import Reports
import Testing

@Suite("Numbers in reports")
struct NumbersTests {
  @Test(
    "points have no needless zeros",
    arguments: [
      (0, "0 points"), (1, "1 point"), (0.5, "0.5 points"), (13.875, "13.875 points"),
      (2.0 / 3, "0.667 points"), (100, "100 points"), (-0.0001, "0 points"),
    ] as [(Double, String)])
  func points(_ value: Double, _ expected: String) {
    #expect(Numbers.pointsInWords(value) == expected)
  }

  @Test(
    "an expected value has the digits that its tolerance asks for",
    arguments: [
      (0.562_176_5, Tolerance.typedByHand, "0.5622"), (-0.002_118_9, .typedByHand, "-0.00212"),
      (1234.5, .typedByHand, "1234.5"), (1e-15, .typedByHand, "0"), (175, .exact, "175"),
      (0.1 + 0.2, .exact, "0.3"), (1.0 / 3, .decimals(2), "0.33"),
    ] as [(Double, Tolerance, String)])
  func expected(_ value: Double, _ tolerance: Tolerance, _ expected: String) {
    #expect(Numbers.expected(Tensor(value), tolerance) == expected)
  }

  @Test("a matrix is written with its brackets")
  func matrix() {
    let matrix = Tensor(rows: [[1, 0.25], [-1.0 / 3, 0]])
    #expect(Numbers.expected(matrix, .typedByHand) == "[[1, 0.25], [-0.3333, 0]]")
  }

  @Test(
    "a short number has ten digits or as many as are asked for",
    arguments: [(1.0 / 3, 10, "0.3333333333"), (1.0 / 3, 3, "0.333"), (3e-13, 10, "0")])
  func short(_ value: Double, _ digits: Int, _ expected: String) {
    #expect(Numbers.short(value, digits: digits) == expected)
  }
}
