import Foundation

/// What changes about a file when it is saved: which file it is, its size, and when it was written.
///
/// Looking at this from time to time needs no more than any system has, unlike being notified, and
/// it works on network drives too.
struct FileSignature: Equatable {
  private let device: UInt64
  private let number: UInt64
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  /// The signature of the file there; nil where there is none.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(status.st_ino)
    size = Int64(status.st_size)
    #if canImport(Darwin)
      let written = status.st_mtimespec
    #else
      let written = status.st_mtim
    #endif
    seconds = written.tv_sec
    nanoseconds = written.tv_nsec
  }
}
