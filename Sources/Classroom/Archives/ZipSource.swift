import Foundation

/// Where the bytes of an archive are.
enum ZipSource {
  case file(FileHandle)
  case memory([UInt8])

  /// Some of the bytes; fewer than asked for is a fault.
  func bytes(at offset: UInt64, count: Int) throws(ZipFault) -> [UInt8] {
    switch self {
    case .file(let handle):
      return try ZipSource.bytes(handle.fileDescriptor, at: offset, count: count)
    case .memory(let bytes):
      let size = UInt64(bytes.count)
      guard count >= 0, offset <= size, UInt64(count) <= size - offset else { throw .isNoArchive }
      return Array(bytes[Int(offset)..<Int(offset) + count])
    }
  }

  private static func bytes(
    _ file: Int32, at offset: UInt64, count: Int
  ) throws(ZipFault) -> [UInt8] {
    guard let offset = off_t(exactly: offset) else { throw .isNoArchive }
    var problem: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let base = buffer.baseAddress {
        let received = pread(file, base + filled, count - filled, offset + off_t(filled))
        if received < 0, errno == EINTR { continue }
        if received < 0 { problem = errno }
        if received <= 0 { break }
        filled += received
      }
    }
    if problem != 0 { throw .failed(String(cString: strerror(problem))) }
    guard bytes.count == count else { throw .isNoArchive }
    return bytes
  }
}
