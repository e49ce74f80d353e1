import Numerics
import Testing

@Suite("SplitMix64")
struct SplitMix64Tests {
  @Test("The reference implementation's numbers for the seed 1234567")
  func reference() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<5).map { _ in generator.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test(
    "A text seeds by the FNV-1a hash of its UTF-8",
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c),
      ("foobar", 0x8594_4171_f739_67e8), ("δ", 0x0ad4_0007_b728_1d1f),
    ] as [(String, UInt64)])
  func textSeeds(text: String, hash: UInt64) {
    var byText = SplitMix64(seededBy: text)
    var byHash = SplitMix64(seed: hash)
    #expect((0..<3).map { _ in byText.next() } == (0..<3).map { _ in byHash.next() })
  }

  @Test("Numbers come from the 53 highest bits and fill their interval")
  func numbers() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(generator.number(from: 0, to: 1) == Double(6_457_827_717_110_365_317 >> 11) * 0x1p-53)
    var (least, greatest) = (Double.infinity, -Double.infinity)
    for _ in 0..<10_000 {
      let number = generator.number(from: -1, to: 3)
      (least, greatest) = (min(least, number), max(greatest, number))
    }
    #expect(least >= -1 && least < -0.99)
    #expect(greatest < 3 && greatest > 2.99)
  }
}
