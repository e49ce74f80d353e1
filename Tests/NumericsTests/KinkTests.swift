import Numerics
import Testing

@Suite("Kink")
struct KinkTests {
  @Test(
    "ReLU lets through what is more than 1e-10 above 0, and what is not a number",
    arguments: [
      (1.1e-10, true), (0.9e-10, false), (0, false), (-0.0, false), (-1.1e-10, false),
      (1e-9, true), (1000, true), (.infinity, true), (-.infinity, false), (.nan, true),
      (0.2 + 0.1 - 0.4 + 0.1, false),
    ])
  func isAlive(z: Double, isAlive: Bool) {
    #expect(Kink.isAlive(z) == isAlive)
  }

  @Test(
    "The side of a difference is told on the scale of its terms, which is at least 1",
    arguments: [
      (1.1e-10, 1, 1), (0.9e-10, 1, 0), (-1.1e-10, 1, -1), (1.1e-10, 1e-6, 1), (0.9e-10, 1e-6, 0),
      (1.1e-7, 1000, 1), (0.9e-7, 1000, 0), (-1.1e-7, 1000, -1), (.nan, 1, 0),
    ] as [(Double, Double, Int)])
  func side(value: Double, scale: Double, side: Int) {
    #expect(Kink.side(of: value, scale: scale) == side)
  }
}
