import Foundation

/// Reads one file handed in by a student, without trusting anything about it.
///
/// Links are not followed, pipes and devices are not waited for, and nothing larger than
/// ``largest`` is read.
package enum SubmissionFile {
  /// The most bytes a submission may have: a hundred times what the longest exercise needs.
  package static let largest = 1 << 20

  /// Why a file was not read.
  package enum Fault: Error, Hashable, Sendable {
    case isLink
    case isFolder
    /// A pipe, a socket or a device.
    case isSpecial
    case tooLarge(bytes: Int)
    case isMissing
    /// The system's own words; not the student's fault.
    case failed(String)

    /// Whether the machine is to blame rather than what was handed in.
    package var isMachineFault: Bool {
      if case .failed = self { true } else { false }
    }
  }

  /// The bytes of a file, `path` being relative to an open directory or the working directory.
  package static func read(
    _ path: String, in directory: Int32 = AT_FDCWD
  ) throws(Fault) -> [UInt8] {
    let file = openat(directory, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw openFault(errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .failed(systemMessage(errno)) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isFolder
    default: throw .isSpecial
    }
    let size = Int(status.st_size)
    guard size <= largest else { throw .tooLarge(bytes: size) }
    return try contents(of: file, expecting: size)
  }

  private static func contents(of file: Int32, expecting size: Int) throws(Fault) -> [UInt8] {
    var problem: Int32 = 0
    // One byte more than expected shows whether the file grew meanwhile.
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count < buffer.count, let base = buffer.baseAddress {
        let received = Foundation.read(file, base + count, buffer.count - count)
        if received == 0 { break }
        if received < 0 {
          if errno == EINTR { continue }
          problem = errno
          break
        }
        count += received
      }
    }
    if problem != 0 { throw .failed(systemMessage(problem)) }
    guard bytes.count <= size else { throw .failed("the file changed while it was read") }
    return bytes
  }

  private static func openFault(_ code: Int32) -> Fault {
    switch code {
    case ELOOP: .isLink
    case ENOENT, ENOTDIR: .isMissing
    case ENXIO: .isSpecial
    default: .failed(systemMessage(code))
    }
  }

  static func systemMessage(_ code: Int32) -> String { String(cString: strerror(code)) }
}

extension SubmissionFile.Fault: CustomStringConvertible {
  /// What is wrong, without the name of the file.
  package var description: String {
    switch self {
    case .isLink: "is a link; links are not followed"
    case .isFolder: "is a folder, not a file"
    case .isSpecial: "is a pipe or a device, not a file"
    case .tooLarge(let bytes):
      "has \(bytes / (1 << 20)) MB; a submission has at most \(SubmissionFile.largest >> 20) MB"
    case .isMissing: "is not there"
    case .failed(let reason): "could not be read: \(reason)"
    }
  }
}
