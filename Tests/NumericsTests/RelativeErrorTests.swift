import Numerics
import Testing

@Suite("RelativeError")
struct RelativeErrorTests {
  @Test(
    "The relative error is that of the course",
    arguments: [(1.0, 1.0, 0.0), (1, -1, 1), (0, 0, 0), (2, 1, 1.0 / 3)])
  func relativeError(analytical: Double, numerical: Double, expected: Double) {
    #expect(abs(RelativeError.between(analytical, numerical) - expected) < 1e-8)
  }
}
