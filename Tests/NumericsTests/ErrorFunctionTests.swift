import Foundation
import Numerics
import Testing

@Suite struct ErrorFunctionTests {
  @Test("erf is that of the C library, to the last digits")
  func value() {
    for k in -700...700 {
      let x = Double(k) / 100
      #expect(abs(ErrorFunction.value(x) - erf(x)) <= 1e-15, "\(x)")
    }
  }

  @Test("1 − erf keeps its digits where erf is 1 but for the last")
  func complement() {
    for k in -600...2600 {
      let x = Double(k) / 100
      // exp(−x²) loses digits to the rounding of x²; below 2 the whole is 1 less erf.
      let bound = 1e-15 * max((4 + x * x) * erfc(x), x < 2 ? 1 : 0)
      #expect(abs(ErrorFunction.complement(x) - erfc(x)) <= bound, "\(x)")
    }
  }

  @Test("What is not finite, and what is tiny")
  func edges() {
    #expect(ErrorFunction.value(.infinity) == 1)
    #expect(ErrorFunction.value(-.infinity) == -1)
    #expect(ErrorFunction.value(.nan).isNaN)
    #expect(ErrorFunction.complement(.infinity) == 0)
    #expect(ErrorFunction.complement(.nan).isNaN)
    #expect(ErrorFunction.value(0) == 0)
    #expect(ErrorFunction.value(1e-300) == 1.1283791670955126e-300)
    #expect(ErrorFunction.normal(0) == 0.5)
    #expect(abs(ErrorFunction.normal(1.959963984540054) - 0.975) < 1e-15)
    #expect(abs(ErrorFunction.normal(-10) / 7.619853024160527e-24 - 1) < 1e-13)
  }
}
