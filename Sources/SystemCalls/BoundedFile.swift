import Foundation

/// Reads a file without trusting anything about it.
///
/// Links are not followed unless that is asked for, pipes and devices are not waited for, and nothing
/// larger than was agreed is read.
package enum BoundedFile {
  /// The bytes of a file, `path` being relative to an open directory or the working directory.
  ///
  /// - Parameters:
  ///   - largest: The most bytes it may have.
  ///   - followsLink: Whether the path may be a link to the file.
  package static func read(
    _ path: UnsafePointer<CChar>, in directory: Int32 = AT_FDCWD, atMost largest: Int,
    followsLink: Bool = false
  ) throws(FileFault) -> [UInt8] {
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW)
    let file = openat(directory, path, flags)
    guard file >= 0 else { throw FileFault(opening: .last) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .failed(SystemError.last.description) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isFolder
    default: throw .isSpecial
    }
    let size = Int(status.st_size)
    guard size <= largest else { throw .tooLarge(bytes: size, limit: largest) }
    return try contents(of: FileDescriptor(file), expecting: size)
  }

  /// The bytes of a file within a folder, without passing through a link on the way.
  ///
  /// - Parameters:
  ///   - root: The folder that the way begins at, or a link to it.
  ///   - largest: The most bytes it may have.
  package static func read(
    _ name: EntryName, below root: String, atMost largest: Int
  ) throws(FileFault) -> [UInt8] {
    let parts = name.parts
    guard let last = parts.last else { throw .isFolder }
    if parts.count == 1 {
      // There is nothing on the way, and most of a class's files lie so.
      return try read(EntryName.path(to: last, below: root), atMost: largest)
    }
    let folder = try Directory(parts.dropLast(), below: root)
    return try read(last, in: folder.descriptor, atMost: largest)
  }

  private static func contents(
    of file: FileDescriptor, expecting size: Int
  ) throws(FileFault) -> [UInt8] {
    let bytes: [UInt8]
    do {
      // One byte more than expected shows whether the file grew meanwhile.
      bytes = try file.read(upTo: size + 1)
    } catch {
      throw .failed(error.description)
    }
    guard bytes.count <= size else { throw .failed("the file changed while it was read") }
    return bytes
  }
}
