import Foundation
import Numerics

/// What tells a file from what is written in its place later: its length and when it was written.
struct FileStamp: Hashable, Sendable {
  private let bits: UInt64

  init(_ status: stat) {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    var hash = FNV1a()
    for part in [Int(status.st_size), Int(time.tv_sec), Int(time.tv_nsec)] {
      hash.add(UInt64(bitPattern: Int64(part)))
    }
    bits = hash.value
  }

  /// One number for two files; never 0.
  func joined(_ other: FileStamp) -> UInt64 { joined(other.bits) }

  /// One number for a file and what it was made with; never 0.
  func joined(_ other: UInt64) -> UInt64 {
    var hash = FNV1a()
    hash.add(bits)
    hash.add(other)
    return max(1, hash.value)
  }
}
