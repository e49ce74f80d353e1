import Archives
import Foundation
import Numerics
import SystemCalls

/// Reads one file handed in by a student, without trusting anything about it.
package enum SubmissionFile {
  /// The most bytes a submission may have: a hundred times what the longest exercise needs.
  package static let largest = Limits.submission

  /// Why a file was not read.
  package enum Fault: Error, Hashable, Sendable {
    case file(FileFault)
    /// What keeps it from being taken out of the student's own archive.
    case packed(ZipFault)

    package static let isMissing = Fault.file(.isMissing)

    /// Whether the machine is to blame rather than what was handed in.
    package var isMachineFault: Bool {
      if case .file(let fault) = self { fault.isMachineFault } else { false }
    }
  }

  /// The bytes of a file, `path` being relative to an open directory or the working directory.
  ///
  /// - Parameter largest: The most bytes it may have.
  package static func read(
    _ path: UnsafePointer<CChar>, in directory: Int32 = AT_FDCWD,
    atMost largest: Int = SubmissionFile.largest
  ) throws(Fault) -> [UInt8] {
    do {
      return try BoundedFile.read(path, in: directory, atMost: largest)
    } catch {
      throw .file(error)
    }
  }

  /// The bytes of a file within a folder, without passing through a link on the way.
  ///
  /// - Parameter largest: The most bytes it may have.
  package static func read(
    _ name: EntryName, below root: String, atMost largest: Int = SubmissionFile.largest
  ) throws(Fault) -> [UInt8] {
    do {
      return try BoundedFile.read(name, below: root, atMost: largest)
    } catch {
      throw .file(error)
    }
  }
}

// MARK: - CustomStringConvertible

extension SubmissionFile.Fault: CustomStringConvertible {
  /// What is wrong, without the name of the file.
  package var description: String {
    switch self {
    case .file(.tooLarge(let bytes, let limit)):
      "has \(FileFault.kilobytes(bytes)) kB; "
        + (limit == SubmissionFile.largest ? "a submission" : "an archive of a student's")
        + " has at most \(limit >> 10) kB"
    case .file(let fault): "\(fault)"
    case .packed(let fault): "\(fault)"
    }
  }
}
