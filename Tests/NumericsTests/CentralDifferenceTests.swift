import Numerics
import Testing

@Suite("CentralDifference")
struct CentralDifferenceTests {
  @Test("The step is that of the course, and grows with the value", arguments: [0, 0.5, -1, 3e6])
  func neighbours(value: Double) {
    let (high, low) = CentralDifference.neighbours(of: value)
    #expect(high > value && low < value)
    #expect(abs((high - low) / (2e-5 * max(1, abs(value))) - 1) < 1e-4)
    let half = CentralDifference.neighbours(of: value, step: 0.5e-5)
    #expect(abs((high - low) / (half.high - half.low) - 2) < 1e-3)
  }

  @Test(
    "The error of a slope is at least what it is off, whatever the step",
    arguments: [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7])
  func error(step: Double) {
    // x⁵, whose slope at x is 5 x⁴.
    func slope(at x: Double, _ step: Double) -> (slope: Double, distance: Double) {
      let (high, low) = CentralDifference.neighbours(of: x, step: step)
      func power(_ x: Double) -> Double { x * x * x * x * x }
      return ((power(high) - power(low)) / (high - low), high - low)
    }
    for x in stride(from: -2, through: 2, by: 0.125) {
      let (whole, half) = (slope(at: x, step), slope(at: x, step / 2))
      let error =
        CentralDifference.curvatureError(whole: whole.slope, half: half.slope)
        + CentralDifference.roundingError(of: x * x * x * x * x, over: whole.distance)
      let off = abs(whole.slope - 5 * x * x * x * x)
      #expect(off <= error, "x = \(x)")
      #expect(error <= 20 * off + 64 * 32 * 0x1p-52 / step, "x = \(x)")
    }
  }
}
