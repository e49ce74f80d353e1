import Archives
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
    /// A file where a folder is needed, be it the last of the path or one on the way.
    case isNoFolder
    /// A pipe, a socket or a device.
    case isSpecial
    case tooLarge(bytes: Int, limit: Int = SubmissionFile.largest)
    /// What keeps it from being taken out of the student's own archive.
    case packed(ZipFault)
    case isMissing
    /// The system's own words; not the student's fault.
    case failed(String)

    /// Whether the machine is to blame rather than what was handed in.
    package var isMachineFault: Bool {
      if case .failed = self { true } else { false }
    }
  }

  /// The bytes of a file, `path` being relative to an open directory or the working directory.
  ///
  /// - Parameter largest: The most bytes it may have.
  package static func read(
    _ path: UnsafePointer<CChar>, in directory: Int32 = AT_FDCWD,
    atMost largest: Int = SubmissionFile.largest
  ) throws(Fault) -> [UInt8] {
    let file = openat(directory, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw Fault(opening: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .failed(String(cString: strerror(errno))) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isFolder
    default: throw .isSpecial
    }
    let size = Int(status.st_size)
    guard size <= largest else { throw .tooLarge(bytes: size, limit: largest) }
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
    if problem != 0 { throw .failed(String(cString: strerror(problem))) }
    guard bytes.count <= size else { throw .failed("the file changed while it was read") }
    return bytes
  }

}

extension SubmissionFile.Fault {
  /// The fault behind the system's number for a file or folder that cannot be opened.
  init(opening code: Int32) {
    self =
      switch code {
      case ELOOP: .isLink
      case ENOENT: .isMissing
      case ENXIO: .isSpecial
      case ENOTDIR: .isNoFolder
      default: .failed(String(cString: strerror(code)))
      }
  }
}

// MARK: - CustomStringConvertible

extension SubmissionFile.Fault: CustomStringConvertible {
  /// What is wrong, without the name of the file.
  package var description: String {
    switch self {
    case .isLink: "is a link; links are not followed"
    case .isFolder: "is a folder, not a file"
    case .isNoFolder: "is not a folder"
    case .isSpecial: "is a pipe or a device, not a file"
    case .tooLarge(let bytes, let limit):
      "has \(bytes >> 10 + (bytes & 1023 == 0 ? 0 : 1)) kB; "
        + (limit == SubmissionFile.largest ? "a submission" : "an archive of a student's")
        + " has at most \(limit >> 10) kB"
    case .packed(let fault): "\(fault)"
    case .isMissing: "is not there"
    case .failed(let reason): "could not be read: \(reason)"
    }
  }
}
