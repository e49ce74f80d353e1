/// SHA-256 (FIPS 180-4), of which the first 128 bits are kept as a rule.
///
/// Work that is kept is found again by it, so that two submissions must not be taken for one even
/// if somebody tries.
package struct SHA256 {
  private typealias State = (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)

  private var state: State = (
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A,
    0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19
  )
  /// A block, of which the first ``filled`` bytes are there.
  private var block = [UInt8](repeating: 0, count: blockLength)
  private var filled = 0
  private var count = 0

  package init() {}

  private static let blockLength = 64

  /// Adds bytes.
  package mutating func add(_ bytes: some Collection<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ add($0) }) == nil { add(Array(bytes)) }
  }

  /// Adds bytes.
  package mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { add($0) }
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    count += bytes.count
    var start = 0
    if filled > 0 {
      start = min(SHA256.blockLength - filled, bytes.count)
      fill(bytes, 0..<start)
      guard filled == SHA256.blockLength else { return }
      mixBlock()
    }
    while bytes.count - start >= SHA256.blockLength {
      let end = start + SHA256.blockLength
      SHA256.mix(UnsafeBufferPointer(rebasing: bytes[start..<end]), into: &state)
      start = end
    }
    fill(bytes, start..<bytes.count)
  }

  /// Puts bytes behind those of the block.
  private mutating func fill(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    if range.isEmpty { return }
    let filled = filled
    block.withUnsafeMutableBufferPointer { block in
      for place in range { block[filled &+ place &- range.lowerBound] = bytes[place] }
    }
    self.filled += range.count
  }

  /// Takes in the block, which is whole, and begins another.
  private mutating func mixBlock() {
    block.withUnsafeBufferPointer { SHA256.mix($0, into: &state) }
    filled = 0
  }

  /// Adds a text with its length, so that two texts are never taken for two others.
  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      add(number: bytes.count)
      add(bytes)
    }
  }

  /// Adds a number.
  package mutating func add(number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { bytes in
      bytes.withMemoryRebound(to: UInt8.self) { add($0) }
    }
  }

  /// The digest of all that was added.
  package consuming func digest() -> Digest {
    finish()
    return Digest(
      high: UInt64(state.0) << 32 | UInt64(state.1), low: UInt64(state.2) << 32 | UInt64(state.3))
  }

  /// All 256 bits of it.
  package consuming func bytes() -> [UInt8] {
    finish()
    let words = [state.0, state.1, state.2, state.3, state.4, state.5, state.6, state.7]
    return words.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }

  /// Adds the end that every text has: a one, zeros, and how many bits there are.
  private mutating func finish() {
    let bits = UInt64(count) * 8
    end(with: 0x80)
    while filled != SHA256.blockLength - 8 { end(with: 0) }
    for place in (0..<8).reversed() { end(with: UInt8(truncatingIfNeeded: bits >> (place * 8))) }
  }

  private mutating func end(with byte: UInt8) {
    block[filled] = byte
    filled += 1
    if filled == SHA256.blockLength { mixBlock() }
  }

  private static func mix(_ block: UnsafeBufferPointer<UInt8>, into state: inout State) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: blockLength) { words in
      let bytes = UnsafeRawBufferPointer(block)
      for index in 0..<16 {
        words[index] = UInt32(
          bigEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
      }
      for index in 16..<64 {
        let (two, fifteen) = (words[index &- 2], words[index &- 15])
        let low = fifteen.turned(7) ^ fifteen.turned(18) ^ (fifteen >> 3)
        let high = two.turned(17) ^ two.turned(19) ^ (two >> 10)
        words[index] = words[index &- 16] &+ low &+ words[index &- 7] &+ high
      }
      var (a, b, c, d, e, f, g, h) = state
      constants.withUnsafeBufferPointer { constants in
        for start in stride(from: 0, to: 64, by: 8) {
          func word(_ place: Int) -> UInt32 { constants[start &+ place] &+ words[start &+ place] }
          // The roles change places eight times, until each is back where it was.
          turn(a, b, c, &d, e, f, g, &h, word(0))
          turn(h, a, b, &c, d, e, f, &g, word(1))
          turn(g, h, a, &b, c, d, e, &f, word(2))
          turn(f, g, h, &a, b, c, d, &e, word(3))
          turn(e, f, g, &h, a, b, c, &d, word(4))
          turn(d, e, f, &g, h, a, b, &c, word(5))
          turn(c, d, e, &f, g, h, a, &b, word(6))
          turn(b, c, d, &e, f, g, h, &a, word(7))
        }
      }
      state = (
        state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d,
        state.4 &+ e, state.5 &+ f, state.6 &+ g, state.7 &+ h
      )
    }
  }

  /// One round, after which the last is the first.
  @inline(__always)
  private static func turn(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let choice = (e & f) ^ (~e & g)
    let first = h &+ (e.turned(6) ^ e.turned(11) ^ e.turned(25)) &+ choice &+ word
    let majority = (a & b) ^ (a & c) ^ (b & c)
    d = d &+ first
    h = first &+ (a.turned(2) ^ a.turned(13) ^ a.turned(22)) &+ majority
  }

  /// The fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4,
    0xAB1C_5ED5, 0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE,
    0x9BDC_06A7, 0xC19B_F174, 0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F,
    0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA, 0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7,
    0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967, 0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC,
    0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85, 0xA2BF_E8A1, 0xA81A_664B,
    0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070, 0x19A4_C116,
    0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7,
    0xC671_78F2,
  ]
}

/// The first 128 bits of a SHA-256.
package struct Digest: Hashable, Sendable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    (self.high, self.low) = (high, low)
  }

  package init(of bytes: [UInt8]) {
    var hash = SHA256()
    hash.add(bytes)
    self = hash.digest()
  }

  /// What stands where there is nothing to make a digest of.
  package static let nothing = Digest(high: 0, low: 0)
}

extension Digest {
  package var hexadecimal: String {
    [high, low].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

extension UInt32 {
  fileprivate func turned(_ bits: UInt32) -> UInt32 { self >> bits | self << (32 - bits) }
}
