import Archives
import Foundation

extension ZipSource {
  /// Whether there is a file there rather than a folder named as an archive.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// A file, which stays open as long as anything is read of it.
  init(file path: String) throws(ZipFault) {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw .failed(String(cString: strerror(errno))) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .failed(String(cString: strerror(errno))) }
    self.init(size: UInt64(max(0, status.st_size))) { (offset, count) throws(ZipFault) in
      try ZipSource.bytes(handle.fileDescriptor, at: offset, count: count)
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
