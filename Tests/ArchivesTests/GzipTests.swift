import Testing

@testable import Archives

@Suite("Packing as gzip does")
struct GzipTests {
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
    return [
      [], [42], [1, 2, 3], [UInt8](repeating: 9, count: 70_000), text + text + text,
      random, noise(60_000, 3), random + text + random, Array(0...255),
      // One symbol far more frequent than the next: the code would be too long without a bound.
      (0..<22).flatMap { [UInt8](repeating: UInt8($0 * 11), count: 1 << min($0, 14)) },
    ]
  }()

  @Test("what is packed comes back", arguments: samples.indices)
  func roundTrip(_ index: Int) {
    let bytes = Self.samples[index]
    let packed = Gzip.packed(bytes)
    #expect(Gzip.isPacked(packed))
    #expect(Gzip.unpacked(packed) == bytes)
  }

  @Test("what repeats itself takes little room, and noise hardly more than it has")
  func sizes() {
    #expect(Gzip.packed(Self.samples[3]).count < 400)
    #expect(Gzip.packed(Self.samples[5]).count < 40_400)
    #expect(Gzip.packed(Self.samples[7]).count < 82_000)
  }

  @Test("a damaged byte is noticed")
  func damage() {
    var packed = Gzip.packed(Self.samples[4])
    packed[packed.count / 2] ^= 0x10
    #expect(Gzip.unpacked(packed) == nil)
    #expect(Gzip.unpacked([0x1F, 0x8B]) == nil)
  }

  @Test("no symbol is longer than allowed, and every code is complete")
  func codes() {
    let fibonacci = (0..<29).reduce(into: [1, 1]) { list, _ in
      list.append(list.suffix(2).reduce(0, +))
    }
    for (counts, longest) in [(fibonacci, 15), (Array(fibonacci.prefix(19)), 7), ([0, 5, 0], 7)] {
      let code = PackingCode(counts, longest: longest)
      #expect(code.lengths.allSatisfy { $0 <= longest })
      let room = code.lengths.filter { $0 > 0 }.reduce(0) { $0 + 1 << (longest - $1) }
      #expect(room == 1 << longest)
    }
  }
}
