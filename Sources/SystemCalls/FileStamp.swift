import Foundation

/// What tells a file from what is written in its place later: its length and when it was written.
package struct FileStamp: Hashable, Sendable {
  private let bits: UInt64

  package init(_ status: stat) {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    let parts = [Int(status.st_size), Int(time.tv_sec), Int(time.tv_nsec)]
    bits = parts.reduce(0xCBF2_9CE4_8422_2325) { FileStamp.mix($0, UInt64(bitPattern: Int64($1))) }
  }

  /// One number for two files; never 0.
  package func joined(_ other: FileStamp) -> UInt64 { max(1, FileStamp.mix(bits, other.bits)) }

  private static func mix(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = (one ^ other) &* 0xBF58_476D_1CE4_E5B9
    return product ^ (product >> 29)
  }
}
