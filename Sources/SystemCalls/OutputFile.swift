import Foundation

/// A file that appears under its name only when it is complete.
///
/// What is written goes to a file of another name beside it, which takes the place of the old one
/// when ``commit()`` is called and is removed otherwise. A device such as `/dev/stdout` or a pipe is
/// never replaced: it gets what is written as it comes.
package struct OutputFile: ~Copyable {
  private let path: String
  private let temporary: String
  private let file: FileDescriptor
  private var buffer: [UInt8] = []
  /// Whether what is at the path is written to, rather than replaced.
  private let isInPlace: Bool
  private var isCommitted = false

  /// What the system said when a file could not be written.
  package struct Fault: Error, CustomStringConvertible {
    package let description: String
    /// Whether what was asked for could not be done, rather than the disk failing.
    package var isWrongUse = true

    package init(description: String) {
      self.description = description
    }

    package static func folder(_ path: String) -> Fault {
      Fault(description: "\(path) could not be written: it is a folder")
    }
  }

  package init(_ path: String) throws(Fault) {
    let kind = FileKind(of: path)
    self.path = path
    temporary = "\(path).\(getpid()).partial"
    // A folder cannot be opened so, and says it before anything is written.
    isInPlace = [.special, .folder].contains(kind) || OutputFile.isStream(path)
    let flags = O_WRONLY | O_CLOEXEC
    file = FileDescriptor(
      isInPlace
        ? open(path, flags | O_APPEND)
        : open(temporary, flags | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o644))
    guard file.number >= 0 else {
      let error = SystemError.last
      throw kind == .folder ? .folder(path) : Fault(path, error)
    }
    buffer.reserveCapacity(1 << 17)
  }

  /// Whether a path stands for an open stream, which a shell may have led into a file.
  private static func isStream(_ path: String) -> Bool {
    ["/dev/stdout", "/dev/stderr"].contains(path)
      || ["/dev/fd/", "/proc/self/fd/"].contains { path.hasPrefix($0) }
  }

  /// Makes a folder, and those on the way to it, where there is none yet.
  package static func makeFolder(_ path: String) throws(Fault) {
    if mkdir(path, 0o777) == 0 { return }
    var problem = SystemError.last
    if problem.code == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
      if mkdir(path, 0o777) == 0 { return }
      problem = .last
    }
    var status = stat()
    if problem.code == EEXIST, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      return
    }
    throw Fault(description: "the folder \(path) could not be made: \(problem)")
  }

  package mutating func write(_ bytes: [UInt8]) throws(Fault) {
    buffer += bytes
    if buffer.count >= 1 << 16 { try flush() }
  }

  package mutating func write(_ text: String) throws(Fault) {
    buffer += text.utf8
    if buffer.count >= 1 << 16 { try flush() }
  }

  private mutating func flush() throws(Fault) {
    do {
      try file.write(buffer)
    } catch {
      throw Fault(path, error)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Makes the file appear, whole and on the disk.
  ///
  /// - Parameter partialPath: The path of a file that is not the whole; for it nobody waits.
  package mutating func commit(as partialPath: String? = nil) throws(Fault) {
    try flush()
    if isInPlace { return }
    guard partialPath != nil || fsync(file.number) == 0, rename(temporary, partialPath ?? path) == 0
    else { throw Fault(path, .last) }
    isCommitted = true
  }

  deinit {
    close(file.number)
    if !isCommitted, !isInPlace { unlink(temporary) }
  }
}

extension OutputFile.Fault {
  package init(_ path: String, _ error: SystemError) {
    self.init(description: "\(path) could not be written: \(error)")
    isWrongUse = false
  }
}
