import Foundation

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

  /// - Parameter path: The folder, which is made where there is none.
  init(_ path: String) throws(OutputFile.Fault) {
    self.path = path
    try OutputFile.makeFolder(path)
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputFile.Fault(path, errno) }
  }

  /// Writes a student's files; the folder may be there from an earlier run, but must not be a link.
  ///
  /// - Returns: The stamp of each.
  func write(_ files: [File], to folder: FolderName) throws(OutputFile.Fault) -> [FileStamp] {
    if files.isEmpty { return [] }
    let place = "\(path)/\(folder.text)"
    if mkdirat(descriptor, folder.text, 0o777) != 0, errno != EEXIST {
      throw OutputFile.Fault(place, errno)
    }
    let own = openat(
      descriptor, folder.text, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard own >= 0 else { throw OutputFile.Fault(place, errno) }
    defer { close(own) }
    var stamps: [FileStamp] = []
    for file in files {
      var status = stat()
      let problem = FeedbackFolder.write(file, in: own, &status)
      if problem != 0 { throw OutputFile.Fault("\(place)/\(file.name)", problem) }
      stamps.append(FileStamp(status))
    }
    return stamps
  }

  /// The stamp of a student's file; nil where it is not there.
  func stamp(of file: String, in folder: FolderName) -> FileStamp? {
    var status = stat()
    let path = "\(folder.text)/\(file)"
    return fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 ? FileStamp(status) : nil
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

  /// - Returns: What the system has against it, or 0.
  private static func write(_ file: File, in folder: Int32, _ status: inout stat) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    let descriptor = openat(folder, temporary, flags, 0o644)
    guard descriptor >= 0 else { return errno }
    var problem = write(file.bytes, to: descriptor)
    if problem == 0, fstat(descriptor, &status) != 0 { problem = errno }
    close(descriptor)
    if problem == 0, renameat(folder, temporary, folder, file.name) != 0 { problem = errno }
    if problem != 0 { unlinkat(folder, temporary, 0) }
    return problem
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let written = Foundation.write(
          descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if written < 0, errno == EINTR { continue }
        if written < 0 { return errno }
        done += written
      }
      return 0
    }
  }

  deinit {
    close(descriptor)
  }
}
