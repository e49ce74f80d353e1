/// FNV-1a with 64 bits: a hash that is the same for ever and on every machine.
///
/// It tells apart what differs by chance, and is no help against somebody who tries.
package struct FNV1a {
  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  /// The hash of all that has been added.
  package private(set) var value = basis

  package init() {}

  /// Adds some bytes.
  package mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* FNV1a.prime }
  }

  /// Adds the bytes of a number, the lowest first.
  package mutating func add(_ number: UInt64) {
    for place in 0..<8 { value = (value ^ (number >> (8 * UInt64(place)) & 0xFF)) &* FNV1a.prime }
  }

  /// The hash of a text's bytes.
  package static func hash(_ text: String) -> UInt64 {
    var hash = FNV1a()
    hash.add(text.utf8)
    return hash.value
  }

  /// The hash of bytes taken eight at a time and mixed, some eighty times as fast as SHA-256.
  ///
  /// Four hashes go side by side and become one at the end, so that a product need not wait for the
  /// one before it.
  ///
  /// - Parameter earlier: The hash of what comes before them, a multiple of 32 bytes.
  package static func hash(
    wordsOf bytes: UnsafeRawBufferPointer, after earlier: UInt64? = nil
  ) -> UInt64 {
    func mixed(_ hash: UInt64, _ place: Int) -> UInt64 {
      let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
      let product = (hash ^ word) &* prime
      return product ^ product >> 29
    }
    let start = earlier ?? basis
    var lanes = (start, start &+ 1, start &+ 2, start &+ 3)
    var place = 0
    while place + 32 <= bytes.count {
      lanes.0 = mixed(lanes.0, place)
      lanes.1 = mixed(lanes.1, place + 8)
      lanes.2 = mixed(lanes.2, place + 16)
      lanes.3 = mixed(lanes.3, place + 24)
      place += 32
    }
    var hash = basis
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] {
      hash = (hash ^ lane) &* prime
      hash ^= hash >> 29
    }
    while place < bytes.count {
      hash = (hash ^ UInt64(bytes[place])) &* prime
      place += 1
    }
    return hash
  }
}
