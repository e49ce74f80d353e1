import Foundation
import Numerics
import Testing

@Suite struct NumberTextTests {
  @Test("numbers are written as printf writes them, at the edges of what there is")
  func edges() {
    let values: [Double] = [
      0, 1, 0.5, 1.5, 2.5, 0.125, 0.375, 9.5, 99.5, 0.95, 9.995, 999_999.5, 0.1, 0.3, 1e21, 1e22,
      1e23, 123_456_789, 0.0001, 0.00001, 0.000_099_999_95, .leastNonzeroMagnitude,
      .leastNormalMagnitude,
      .greatestFiniteMagnitude, .ulpOfOne, .pi, 2 / 3, 4_503_599_627_370_497.5,
      9_007_199_254_740_992,
      .infinity, .nan,
    ]
    for value in values {
      compare(value)
      compare(-value)
    }
  }

  @Test("numbers of every bit pattern are written as printf writes them")
  func patterns() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SplitMix64(seed: seed)
    for _ in 0..<1_500 {
      compare(Double(bitPattern: generator.next()), "seed \(seed)")
    }
  }

  @Test("numbers of everyday size, many of them halfway, are written as printf writes them")
  func everyday() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SplitMix64(seed: seed)
    for _ in 0..<1_500 {
      let size = generator.number(from: -1000, to: 1000)
      compare(size, "seed \(seed)")
      compare(size / 1e6, "seed \(seed)")
      compare((size * 64).rounded() / 64, "seed \(seed)")
      compare((size * 100).rounded() / 100, "seed \(seed)")
    }
  }

  @Test("where two words have just enough room, and just not, numbers are written as printf does")
  func edgesOfTwoWords() {
    for power in -70...70 {
      let size = Double(sign: .plus, exponent: power, significand: 1)
      for value in [size, size.nextDown, size.nextUp, size * 1.5, size + size / 8] {
        compare(value)
      }
    }
    for text in [
      "9.2233720368547758e18", "1.8446744073709552e19", "922.33720368547758", "0.5e-17",
    ] {
      compare(Double(text) ?? 0)
    }
  }

  @Test("the nearest number of so many digits is that which its text says")
  func roundingAsWritten() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SplitMix64(seed: seed)
    for _ in 0..<3_000 {
      let power = generator.number(from: -30, to: 30).rounded()
      let value = generator.number(from: -10, to: 10) * PowerOfTen.power(Int(power))
      for digits in [1, 2, 3, 6, 12, 17] {
        #expect(
          NumberText.rounded(value, digits: digits)
            == Double(String(format: "%.\(digits - 1)e", value)), "\(value), seed \(seed)")
      }
    }
  }

  private func compare(_ value: Double, _ comment: Comment? = nil) {
    for digits in [0, 1, 2, 3, 6, 10, 17] {
      #expect(
        NumberText.fixed(value, decimals: digits) == String(format: "%.\(digits)f", value),
        comment)
      #expect(
        NumberText.scientific(value, decimals: digits) == String(format: "%.\(digits)e", value),
        comment)
      #expect(
        NumberText.general(value, digits: digits) == String(format: "%.\(digits)g", value),
        comment)
    }
  }

  @Test("a number is rounded to significant digits once, from all of its digits")
  func rounding() {
    #expect(NumberText.rounded(0.562_177, digits: 3) == 0.562)
    #expect(NumberText.rounded(-12_345, digits: 2) == -12_000)
    #expect(NumberText.rounded(0, digits: 3) == 0)
    // 2.5 and 3.5 are exact in binary; 0.15 lies a little below its name.
    #expect(NumberText.rounded(2.5, digits: 1) == 2)
    #expect(NumberText.rounded(3.5, digits: 1) == 4)
    #expect(NumberText.rounded(0.15, digits: 1) == 0.1)
  }

  @Test("zeros at the end go with the point, those of whole numbers stay")
  func zeros() {
    #expect(NumberText.withoutZeros("0.500") == "0.5")
    #expect(NumberText.withoutZeros("12.000") == "12")
    #expect(NumberText.withoutZeros("100") == "100")
    #expect(NumberText.withoutZeros("-0.0") == "-0")
  }

  @Test("the hyphen of a number becomes a minus, also in its exponent")
  func minus() {
    #expect(NumberText.withTrueMinus("-2e-07") == "−2e−07")
    #expect(NumberText.withTrueMinus("2") == "2")
  }

  @Test("the shortest text of a whole number has no point")
  func shortest() {
    #expect(NumberText.shortest(3) == "3")
    #expect(NumberText.shortest(-0.1) == "-0.1")
    #expect(NumberText.shortest(1e300) == "1e+300")
  }
}
