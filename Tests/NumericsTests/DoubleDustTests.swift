import Numerics
import Testing

@Suite("Sums without dust")
struct DoubleDustTests {
  @Test(
    "a sum of points has none of the dust of adding, and is otherwise as it was",
    arguments: [
      (2.9000000000000004, 2.9), (0.1 + 0.2, 0.3), (0, 0), (13.875, 13.875), (-0.25, -0.25),
      (1e300, 1e300), (1.0 / 3, 0.333_333_333),
    ] as [(Double, Double)])
  func dust(_ value: Double, _ expected: Double) {
    #expect(value.withoutDust == expected)
  }
}
