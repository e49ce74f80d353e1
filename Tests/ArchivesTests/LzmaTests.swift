import Testing

@testable import Archives

@Suite("Packing as LZMA")
struct LzmaTests {
  /// Bytes of every kind: none, one, all the same, text, runs, noise, and long repetitions.
  private static let samples: [[UInt8]] = {
    var state: UInt32 = 7
    func noise(_ count: Int, _ mask: UInt8) -> [UInt8] {
      (0..<count).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return UInt8(state >> 24) & mask
      }
    }
    let text = Array("The error signal of a layer is that of the next, times its weights. ".utf8)
    let random = noise(40_000, 0xFF)
    let numbers = (0..<3000).flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number * 7 >> (8 * $0)) }
    }
    return [
      [], [42], [1, 2, 3], [UInt8](repeating: 9, count: 70_000), text + text + text,
      random, noise(60_000, 3), random + text + random, Array(0...255), numbers,
      // Carries run through many bytes of 255.
      [UInt8](repeating: 0xFF, count: 300) + noise(500, 0x80) + [UInt8](repeating: 0, count: 300),
    ]
  }()

  @Test("what is packed comes back", arguments: samples.indices)
  func roundTrip(_ index: Int) {
    let bytes = Self.samples[index]
    let packed = Lzma.packed(bytes)
    #expect(Lzma.isPacked(packed))
    #expect(LzmaReading.bytes(packed) == bytes)
  }

  @Test("what repeats itself takes little room, however far, and noise hardly more than it has")
  func sizes() {
    #expect(Lzma.packed(Self.samples[3]).count < 100)
    #expect(Lzma.packed(Self.samples[5]).count < 41_000)
    #expect(Lzma.packed(Self.samples[7]).count < 41_200)
    #expect(Lzma.packed(Self.samples[6]).count < 60_000 / 4 + 2500)
  }

  @Test("a file of xz's is read the same way")
  func other() {
    // printf 'abcabcabcabc\n' | xz --format=lzma --lzma1=lc=3,lp=0,pb=0, with its length in the head.
    #expect(String(decoding: LzmaReading.bytes(Self.ofXz), as: UTF8.self) == "abcabcabcabc\n")
  }

  private static let ofXz: [UInt8] = [
    0x03, 0x00, 0x00, 0x01, 0x00, 0x0D, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x30, 0x99, 0x4D, 0xDC, 0x30, 0xB9, 0xB8, 0x17, 0x4B, 0xFF,
    0xFF, 0xB3, 0x8A, 0x00, 0x00,
  ]

  @Test("a module is not taken for packed bytes")
  func module() {
    #expect(!Lzma.isPacked([0x00, 0x61, 0x73, 0x6D] + [UInt8](repeating: 0, count: 20)))
    #expect(!Lzma.isPacked([]))
    #expect(Lzma.isPacked(Lzma.packed([])))
  }
}
