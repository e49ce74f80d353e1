import Numerics
import Testing

@Suite struct PowerOfTenTests {
  @Test(
    "a power is the number of that name", arguments: [-324, -31, -30, -5, 0, 1, 22, 30, 31, 308])
  func powers(_ exponent: Int) {
    #expect(PowerOfTen.power(exponent) == Double("1e\(exponent)") ?? 0)
  }

  @Test("the first digit's power is that of the number as it is written")
  func exponents() {
    for exponent in -300...300 {
      let power = PowerOfTen.power(exponent)
      #expect(PowerOfTen.exponent(of: power) == exponent)
      #expect(PowerOfTen.exponent(of: -power.nextUp) == exponent)
      #expect(PowerOfTen.exponent(of: power.nextDown) == exponent - 1)
    }
    #expect(PowerOfTen.exponent(of: 0) == nil)
    #expect(PowerOfTen.exponent(of: .infinity) == nil)
  }
}
