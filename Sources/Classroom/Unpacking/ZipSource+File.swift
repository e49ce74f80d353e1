import Archives
import Foundation
import SystemCalls

extension ZipSource {
  /// Whether there is a file there rather than a folder named as an archive.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// A file, which stays open as long as anything is read of it.
  init(file path: String) throws(ZipFault) {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw .failed(SystemError.last.description) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .failed(SystemError.last.description) }
    self.init(size: UInt64(max(0, status.st_size))) { (offset, count) throws(ZipFault) in
      try ZipSource.bytes(handle.fileDescriptor, at: offset, count: count)
    }
  }

  private static func bytes(
    _ file: Int32, at offset: UInt64, count: Int
  ) throws(ZipFault) -> [UInt8] {
    guard let offset = Int(exactly: offset) else { throw .isNoArchive }
    let bytes: [UInt8]
    do {
      bytes = try FileDescriptor(file).read(upTo: count, at: offset)
    } catch {
      throw .failed(error.description)
    }
    guard bytes.count == count else { throw .isNoArchive }
    return bytes
  }
}
