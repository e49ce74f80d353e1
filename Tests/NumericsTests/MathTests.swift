import Foundation
import Numerics
import Testing

@Suite struct MathTests {
  @Test("the functions are those of the C library")
  func library() {
    for x in [-3, -0.5, 0, 1e-12, 0.3, 1, 2.5, 700] as [Double] {
      #expect(same(Math.exp(x), Foundation.exp(x)))
      #expect(same(Math.log(x), Foundation.log(x)))
      #expect(same(Math.log1p(x), Foundation.log1p(x)))
      #expect(same(Math.expm1(x), Foundation.expm1(x)))
      #expect(same(Math.log2(x), Foundation.log2(x)))
      #expect(same(Math.log10(x), Foundation.log10(x)))
      #expect(same(Math.sin(x), Foundation.sin(x)))
      #expect(same(Math.tanh(x), Foundation.tanh(x)))
      #expect(same(Math.pow(x, 2.5), Foundation.pow(x, 2.5)))
    }
  }

  @Test("1 to any power is 1, as in C")
  func powersOfOne() {
    #expect(Math.pow(1, .nan) == 1)
    #expect(Math.pow(1, .infinity) == 1)
    #expect(Math.pow(.nan, 0) == 1)
  }

  private func same(_ one: Double, _ other: Double) -> Bool {
    one == other || one.isNaN && other.isNaN
  }
}
