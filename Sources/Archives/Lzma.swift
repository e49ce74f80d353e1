/// Bytes packed in the LZMA format, as `xz --format=lzma` reads it.
///
/// A module of WebAssembly repeats itself over long distances, which gzip does not see: packed so,
/// it takes two thirds of the room. What unpacks it in a page is `Sources/WebCore/Support/unpack.c`.
package enum Lzma {
  /// The format's "lc": how many bits of the byte before choose the odds of a byte.
  ///
  /// Its "lp" and "pb", which are for data in words, are 0; the first byte of a file says so.
  static let literalContext = 3

  /// The head of a file, of 13 bytes: the parameters, how far back it refers, and the length.
  static func head(count: Int) -> [UInt8] {
    let reach = reach(count: count)
    return [UInt8(literalContext)] + (0..<4).map { UInt8(truncatingIfNeeded: reach >> (8 * $0)) }
      + (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
  }

  package static func packed(_ bytes: [UInt8]) -> [UInt8] {
    head(count: bytes.count)
      + bytes.withUnsafeBufferPointer { input in
        var packing = LzmaPacking(input)
        packing.run()
        return packing.coder.finished()
      }
  }

  /// Whether bytes are packed so; those of a module never begin like this.
  package static func isPacked(_ bytes: [UInt8]) -> Bool {
    bytes.count > 13 && bytes[0] == UInt8(literalContext) && bytes[1] == 0 && bytes[2] == 0
  }

  private static func reach(count: Int) -> Int {
    var reach = 1 << 16
    while reach < count, reach < 1 << 30 { reach <<= 1 }
    return reach
  }
}
