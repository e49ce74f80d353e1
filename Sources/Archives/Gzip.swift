/// Bytes packed as `gzip` does (RFC 1952), without a name or a time.
package enum Gzip {
  package static func packed(_ bytes: [UInt8]) -> [UInt8] {
    let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255]
    let sizes = [Checksum.of(bytes), UInt32(truncatingIfNeeded: bytes.count)]
    return head + Deflation.bytes(bytes)
      + sizes.flatMap { size in (0..<4).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) } }
  }

  /// Whether bytes are packed so.
  package static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// The bytes that were packed without a name or a time; nil where these are not so or damaged.
  package static func unpacked(_ bytes: [UInt8]) -> [UInt8]? {
    guard isPacked(bytes), bytes.count > 18, bytes[3] == 0 else { return nil }
    let count = Int(bytes.number(at: bytes.count - 4, 4))
    let sum = UInt32(truncatingIfNeeded: bytes.number(at: bytes.count - 8, 4))
    guard let plain = Inflation.bytes(Array(bytes[10..<bytes.count - 8]), count: count),
      Checksum.of(plain) == sum
    else { return nil }
    return plain
  }
}
