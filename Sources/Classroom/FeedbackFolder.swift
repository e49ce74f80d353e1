import Foundation
import Gradebooks
import SystemCalls

/// The folder `feedback` of the results: for each student a folder with a page for each exercise.
///
/// A file appears under its name only when it is whole. Nothing waits for the disk, since a page
/// that a power cut takes is there again after the next run.
final class FeedbackFolder: Sendable {
  private let path: String
  private let descriptor: Int32

  /// A file to be written into a student's folder.
  struct File: Sendable {
    let name: String
    let bytes: [UInt8]
  }

  /// - Parameter path: The folder, which is made where there is none, and must not be a link.
  init(_ path: String) throws(OutputFile.Fault) {
    self.path = path
    try OutputFile.makeFolder(path)
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if descriptor < 0, [ENOTDIR, ELOOP].contains(errno) {
      throw OutputFile.Fault(description: "\(path) is a link; links are not followed: remove it")
    }
    guard descriptor >= 0 else { throw OutputFile.Fault(path, .last) }
  }

  /// Writes a student's files; the folder may be there from an earlier run, but must not be a link.
  ///
  /// - Parameter index: One more, which stays as it is where it is there with the same bytes.
  /// - Returns: The stamp of each but the index.
  func write(
    _ files: [File], index: File?, to folder: FolderName
  ) throws(OutputFile.Fault) -> [FileStamp] {
    if files.isEmpty, index.map({ has($0, in: folder) }) ?? true { return [] }
    let place = "\(path)/\(folder.text)"
    let isNew = mkdirat(descriptor, folder.text, 0o777) == 0
    if !isNew, errno != EEXIST { throw OutputFile.Fault(place, .last) }
    let own = openat(
      descriptor, folder.text, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard own >= 0 else { throw OutputFile.Fault(place, .last) }
    defer { close(own) }
    func written(_ file: File) throws(OutputFile.Fault) -> FileStamp {
      do throws(SystemError) {
        return try FeedbackFolder.write(file, in: own)
      } catch {
        throw OutputFile.Fault("\(place)/\(file.name)", error)
      }
    }
    var stamps: [FileStamp] = []
    for file in files { stamps.append(try written(file)) }
    if let index, isNew || files.isEmpty || !has(index, in: folder) { _ = try written(index) }
    return stamps
  }

  /// The stamp of a student's file; nil where it is not there.
  func stamp(of file: String, in folder: FolderName) -> FileStamp? {
    var status = stat()
    let path = "\(folder.text)/\(file)"
    return fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 ? FileStamp(status) : nil
  }

  /// Whether a student's file is there with these bytes; small ones are quicker read than written.
  private func has(_ file: File, in folder: FolderName) -> Bool {
    let name = "\(folder.text)/\(file.name)"
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
      Int(status.st_size) == file.bytes.count
    else { return false }
    return (try? BoundedFile.read(name, in: descriptor, atMost: file.bytes.count)) == file.bytes
  }

  /// Removes a student's files, and the folder where nothing is left in it.
  func remove(_ files: [String], of folder: FolderName) {
    if files.isEmpty { return }
    for file in files { unlinkat(descriptor, "\(folder.text)/\(file)", 0) }
    unlinkat(descriptor, folder.text, AT_REMOVEDIR)
  }

  /// Removes from all students' folders what a killed run was writing.
  func removeTorn() {
    for student in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
      unlinkat(descriptor, student + "/" + FeedbackFolder.temporary, 0)
    }
  }

  private static let temporary = ".partial"

  private static func write(_ file: File, in folder: Int32) throws(SystemError) -> FileStamp {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    let descriptor = openat(folder, temporary, flags, 0o644)
    guard descriptor >= 0 else { throw .last }
    do throws(SystemError) {
      let stamp = try fill(FileDescriptor(descriptor), with: file.bytes)
      guard renameat(folder, temporary, folder, file.name) == 0 else { throw .last }
      return stamp
    } catch {
      unlinkat(folder, temporary, 0)
      throw error
    }
  }

  /// Writes the bytes into a new file and closes it.
  private static func fill(
    _ file: FileDescriptor, with bytes: [UInt8]
  ) throws(SystemError) -> FileStamp {
    defer { close(file.number) }
    try file.write(bytes)
    var status = stat()
    guard fstat(file.number, &status) == 0 else { throw .last }
    return FileStamp(status)
  }

  deinit {
    close(descriptor)
  }
}
