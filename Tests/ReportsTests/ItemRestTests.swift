import Testing

@testable import Reports

@Suite("Item–rest correlation")
struct ItemRestTests {
  private static func coefficient(_ pairs: [(Double, Double)]) -> Double? {
    var sums = ItemRest()
    for (item, rest) in pairs { sums.add(item: item, rest: rest) }
    return sums.coefficient
  }

  @Test("it is Pearson's r of the points and those of the rest")
  func values() throws {
    #expect(try abs(#require(Self.coefficient([(0, 1), (1, 2), (2, 3)])) - 1) < 1e-12)
    #expect(try abs(#require(Self.coefficient([(0, 3), (1, 2), (2, 1)])) + 1) < 1e-12)
    // By hand: Σx = 2, Σy = 10, Σxy = 8, Σx² = 2, Σy² = 36, n = 4: (32 − 20) / √(4 · 44).
    let four = try #require(Self.coefficient([(0, 1), (1, 3), (0, 1), (1, 5)]))
    #expect(abs(four - 12 / 176.0.squareRoot()) < 1e-12)
  }

  @Test("where one of the two never varies there is none")
  func none() {
    #expect(Self.coefficient([]) == nil)
    #expect(Self.coefficient([(1, 2)]) == nil)
    #expect(Self.coefficient([(1, 2), (1, 3), (1, 4)]) == nil)
    #expect(Self.coefficient([(0.1, 0.3), (0.1, 0.5), (0.1, 0.7)]) == nil)
    #expect(Self.coefficient([(0, 2), (1, 2), (2, 2)]) == nil)
  }
}
